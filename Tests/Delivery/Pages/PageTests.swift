import Pages
import Testing

@Suite("Pages: what each shows and to whom")
struct PageTests {
    @Test(arguments: SamplePage.all)
    func `every form that changes something carries the proof of where it came from`(_ sample: SamplePage) {
        let forms = String(decoding: sample.render(), as: UTF8.self).split(separator: "<form").dropFirst()
        for form in forms where form.contains("method=\"post\"") {
            let inside = form.prefix(upTo: form.firstRange(of: "</form>")?.lowerBound ?? form.endIndex)
            let isProved = inside.contains("name=\"csrf\" value=\"invented\"")
            #expect(isProved)
        }
    }

    @Test(arguments: SamplePage.all)
    func `no id stands twice on a page`(_ sample: SamplePage) {
        let parts = String(decoding: sample.render(), as: UTF8.self).split(separator: " id=\"").dropFirst()
        let ids = parts.compactMap { $0.split(separator: "\"").first }
        #expect(ids.count == Set(ids).count)
    }

    @Test
    func `markup typed as a name is shown as it was typed`() {
        var page = ChildPage.sample
        page.name = "<img src=x onerror=alert(1)>"
        #expect(!says("<img", page))
        #expect(says("<bdi>&lt;img src=x onerror=alert(1)&gt;</bdi>", page))
    }

    @Test
    func `an address that would run a script leads nowhere`() {
        var page = TodayPage.sample
        page.list.children[0].href = "javascript:alert(1)"
        #expect(says("<a href=\"#address-refused\"><bdi>Tamar Okoro</bdi></a>", page))
    }

    @Test
    func `invented people to look round as are offered only when given`() {
        #expect(says("Or look round as", SignInPage.sample, in: .signedOut))
        #expect(!says("Or look round as", SignInPage(csrfToken: "invented"), in: .signedOut))
    }

    @Test
    func `the demonstration says so on every page, and a real record never does`() {
        #expect(says("Demonstration.", SearchPage.asked))
        #expect(!says("Demonstration.", SearchPage.asked, in: .stale))
    }

    @Test
    func `nobody who is not signed in learns how old the record is`() {
        #expect(says("As at Sat 21 Nov 2026, 06:04.", SearchPage.asked))
        #expect(!says("As at", SignInPage.sample, in: .signedOut))
    }

    @Test
    func `a hidden number has no link and a shown one has`() {
        #expect(says("<span class=\"figure\">hidden</span>", NumbersPage.forMembers))
        #expect(says("<a href=\"/numbers/kind/unseen\" class=\"figure\">6<", NumbersPage.sample))
    }

    @Test
    func `what cannot be checked is never shown as a nought`() {
        #expect(says("<span class=\"figure\">not checkable</span>", NumbersPage.sample))
    }

    @Test
    func `a hidden month breaks the line of the chart`() {
        let lines = { (page: NumbersPage) in
            String(decoding: page.render(in: .sample), as: UTF8.self).split(separator: "<polyline").count - 1
        }
        #expect(lines(.sample) == 3)
        #expect(lines(.forMembers) == 5)
    }

    @Test
    func `the browser asks again only while a load is under way`() {
        #expect(says("<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>", LoadPage.reading))
        #expect(!says("http-equiv", LoadPage.complete))
    }

    @Test
    func `an entry about a child the reader may not open counts and is not shown`() {
        #expect(says("An entry about a child you may not open", WhyPage.sample))
    }

    @Test(arguments: [
        (Standing.unsafeNow, "is shown as unsafe now"), (.atPotentialRisk, "is shown as unseen"),
        (.overdue, "is shown as unseen"), (.ahead, "may become unseen"), (.cleared, "was shown as unseen"),
    ])
    func `why is asked in the words that fit the day`(_ standing: Standing, _ words: String) {
        var page = WhyPage.sample
        page.standing = standing
        #expect(page.title == "Why Tamar Okoro \(words)")
    }
}
