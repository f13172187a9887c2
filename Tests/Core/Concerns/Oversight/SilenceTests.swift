import ChildJourney
import Concerns
import Testing
import WorkingDays

/// Open since Monday 2 March 2026. Good Friday is 3 April, Easter Monday 6 April.
@Suite struct SilenceTests {
    private func child(_ add: (inout Child) -> Void = { _ in }) -> Check {
        var ada = Child.ada
        ada.referred("2026-03-02")
        add(&ada)
        return Check(ada, .record)
    }

    @Test(arguments: [("2026-03-30", 0), ("2026-03-31", 1)] as [(Day, Int)])
    func `twenty working days without a word are too many`(on: Day, found: Int) {
        let check = child { $0.add(CaseNote(on: on, text: "Rang", spokenTo: "mother")) }
        let first = check.found("silence").filter { $0.clockStart == "2026-03-02" }
        #expect(first.count == found)
        if found == 1 { #expect(first[0].onset == "2026-03-31" && first[0].clearedOn == on) }
        #expect(check.standing("silence", on: "2026-07-01").map(\.clockStart) == [on])
    }

    @Test func `on a protection plan ten are`() throws {
        let check = child {
            $0.conferred("2026-03-09")
            $0.planned("2026-03-09")
        }
        let concern = try #require(check.found("silence").last)
        #expect(concern.clockStart == "2026-03-09" && concern.due == "2026-03-23")
    }

    static let words: [(String, Bool, @Sendable (inout Child) -> Void)] = [
        ("a note of no talk", false, { $0.add(CaseNote(on: "2026-03-16", text: "Filed")) }),
        ("a talk", true, { $0.add(CaseNote(on: "2026-03-16", text: "Rang", spokenTo: "school")) }),
        ("an allocation", false, { $0.led(by: "A", "2026-03-16") }),
        ("a contact at the front door", false, { $0.contacted("2026-03-16") }),
        ("supervision", false, { $0.add(CaseSupervision(on: "2026-03-16", weighed: "All")) }),
        (
            "a decision", true,
            { $0.add(ManagementDecision(on: "2026-03-16", point: .other, decision: "Go on", why: "So")) }
        ),
        ("a visit, seen", true, { $0.add(Visit(on: "2026-03-16", purpose: .childInNeed, seen: true)) }),
        (
            "a visit, refused", true,
            { $0.add(Visit(on: "2026-03-16", purpose: .childInNeed, seen: false, whyNotSeen: .refused)) }
        ),
        (
            "a visit, no answer", false,
            { $0.add(Visit(on: "2026-03-16", purpose: .childInNeed, seen: false, whyNotSeen: .noAnswer)) }
        ),
        ("a visit that says nothing", false, { $0.add(Visit(on: "2026-03-16", purpose: .childInNeed)) }),
        ("a check nobody answered", false, { $0.add(AgencyCheck(askedOn: "2026-03-16", agency: .health)) }),
    ]

    @Test(arguments: words.indices)
    func `what breaks it is a talk, a meeting, a visit that reached somebody or a decision`(index: Int) {
        let (what, breaks, add) = Self.words[index]
        let starts = child(add).found("silence").map(\.clockStart)
        #expect(starts == [breaks ? "2026-03-16" : "2026-03-02"], "\(what)")
    }

    @Test func `closed, nobody need speak; open before the record was kept here is said`() {
        var ada = Child.ada
        ada.referred("2026-03-02", closed: "2026-03-20")
        #expect(Check(ada, .record).found("silence").isEmpty)
        var cover = Cover.record
        cover.extents[.caseNotes] = Cover.Extent(from: "2026-06-01")
        let check = Check(Child.ada.referredSince("2026-03-02"), cover)
        #expect(check.unchecked("silence").count == 1)
        #expect(check.found("silence").map(\.clockStart) == ["2026-06-01"])
    }

    @Test func `a file of another system cannot say`() {
        #expect(child().blind.filter { $0.code == "silence" }.isEmpty)
        #expect(Check(Child.ada, .extract).blind.contains { $0.code == "silence" })
    }
}

extension Child {
    fileprivate func referredSince(_ day: Day) -> Child {
        var child = self
        child.referred(day)
        return child
    }
}
