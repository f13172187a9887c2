import Pages
import Testing

@Suite("Honesty: nothing reads as clear that is not")
struct HonestyTests {
    private static let found = "Nothing found missing in what was checked."

    private static let nothingCheckable = {
        var frame = Frame.sample
        frame.unanswered = Unanswered(checks: 74, of: 74)
        return frame
    }()

    @Test
    func `an empty list on a recent load says what was checked`() {
        #expect(says(Self.found, TodayPage.nothing))
    }

    @Test(arguments: [Frame.stale, .loading, .nothingLoaded, nothingCheckable])
    func `an empty list on an old, unfinished, missing or blind load does not even say that`(_ frame: Frame) {
        #expect(!says(Self.found, TodayPage.nothing, in: frame))
        #expect(says("may not be read as clear", TodayPage.nothing, in: frame))
    }

    @Test(arguments: [Frame.stale, .nothingLoaded])
    func `every page on an old or missing load carries the warning`(_ frame: Frame) {
        #expect(says("Nothing here may be read as clear", SearchPage.asked, in: frame))
        #expect(says("Nothing here may be read as clear", NumbersPage.sample, in: frame))
    }

    @Test
    func `a nought on an old load is not left to stand alone`() {
        #expect(!says("may not be read as clear", TodayPage.nothing))
        #expect(
            says(
                "<strong>0</strong> <span class=\"of\">unsafe now</span><small>may not be", TodayPage.nothing,
                in: .stale))
    }

    @Test
    func `a child gone from the source and without concerns is not shown as clear`() {
        var page = ChildPage.sample
        page.concerns = []
        #expect(says(Self.found, page))
        page.noLongerInSource = "Gone since Sat 21 Nov 2026."
        #expect(!says(Self.found, page))
    }

    @Test
    func `a child for whom no check could be made is not shown as clear`() {
        var page = ChildPage.sample
        page.concerns = []
        page.checks = ChecksMade(made: 0, notMade: 74)
        #expect(!says(Self.found, page))
        #expect(says("Not one check could be made for Tamar Okoro.", page))
    }

    @Test
    func `restricted children are counted on an empty list too`() {
        var page = TodayPage.nothing
        page.list.restricted = 1
        #expect(says("1 restricted child is counted and not shown.", page))
    }

    @Test
    func `a page that fails says that it says nothing about children`() {
        #expect(says("Do not read this as clear.", RefusalPage(refusal: .failed)))
        #expect(says("Do not read this as clear.", RefusalPage(refusal: .unavailable), in: .bare))
    }
}

func says(_ words: String, _ page: some Page, in frame: Frame = .sample) -> Bool {
    String(decoding: page.render(in: frame), as: UTF8.self).contains(words)
}
