import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// What was changed between one version and the next. Today is Sat 21 Nov 2026.
@Suite struct ChangesRoutesTests: TakesSteps {
    private func changed() async throws -> ServerFixture {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        var first = ChildProtectionPlan(
            referral: "R1", startedOn: try day("2026-02-02"), endedOn: try day("2026-08-03"))
        first.actions = [
            PlanAction(aim: "He sleeps", measure: "Diary", owner: "Health visitor", by: try day("2026-03-02")),
            PlanAction(aim: "No shouting", measure: "She says", owner: "Father", by: try day("2026-04-01")),
        ]
        var second = ChildProtectionPlan(referral: "R1", startedOn: try day("2026-09-07"))
        second.actions = [
            PlanAction(
                aim: "he  sleeps", measure: "Diary", owner: "Health visitor", by: try day("2026-03-02"),
                doneOn: try day("2026-09-07")),
            PlanAction(aim: "At school", measure: "Register", owner: "School", by: try day("2026-12-01")),
        ]
        try await record.record([("P1", first), ("P2", second)], about: child)
        let texts = ["left", "right"].map { "A bruise on the \($0) arm, at ZZ98 7QX" }
        try await record.record([("N1", CaseNote(on: try day("2026-10-06"), text: texts[0]))], about: child)
        try await correct(CaseNote(on: try day("2026-10-06"), text: texts[1]), id: "N1", fixture)
        return fixture
    }

    private func link(_ page: String, _ words: String) -> String? {
        page.split(separator: "<a href=\"").first { $0.contains(words) }?.split(separator: "\"").first.map {
            String($0).replacing("&amp;", with: "&")
        }
    }

    @Test func `a note that was corrected is shown word by word, and said aloud`() async throws {
        let fixture = try await changed()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await fixture.get(address, ben).text.contains("\(address)/changes"))
        let offered = try await fixture.get("\(address)/changes", ben).text
        let href = try #require(link(offered, "Case note of Tue 6 Oct 2026, written 2 times"))
        let page = try await fixture.get(href, ben).text
        #expect(page.contains("<del><span class=\"read-aloud\">Taken out: </span>left "))
        #expect(page.contains("<ins><span class=\"read-aloud\">Put in: </span>right "))
        #expect(page.contains("Not changed."))
    }

    @Test func `between two plans it says which actions are new, done and gone`() async throws {
        let fixture = try await changed()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let offered = try await fixture.get("\(address)/changes", ben).text
        let href = try #require(link(offered, "beside the child protection plan of"))
        let page = try await fixture.get(href, ben).text
        for (state, aim) in [("Done since", "he  sleeps"), ("New", "At school"), ("No longer there", "No shouting")] {
            let row = page.split(separator: "<tr").first { $0.contains(aim) } ?? ""
            #expect(row.contains(state), "\(aim)")
        }
    }

    @Test func `what is withheld since is taken out of what was written before`() async throws {
        let fixture = try await changed()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let href = try #require(link(try await fixture.get("\(address)/changes", ben).text, "written 2 times"))
        #expect(try await fixture.get(href, ben).text.contains("ZZ98 7QX"))
        try await take("address", "address=9+Secret+Lane&postcode=ZZ98+7QX&on=5+Oct+2026", fixture, ben)
        try await take("withholding", "facts=address&from=John&why=Fear&since=5+Oct+2026", fixture, ben)
        let page = try await fixture.get(href, ben).text
        #expect(!page.contains("ZZ98") && page.contains("[address withheld]"))
    }

    @Test func `of another child, or of two kinds, nothing is compared`() async throws {
        let fixture = try await changed()
        let record = try #require(fixture.record)
        try await record.record(
            [("person", Person(forename: "Levan", surname: "Okoro", bornOn: try day("2017-02-11")))],
            about: "record:levan")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let href = try #require(link(try await fixture.get("\(address)/changes", ben).text, "written 2 times"))
        let query = href.split(separator: "?").last ?? ""
        #expect(try await fixture.get("/children/record:levan/changes?\(query)", ben).status == .notFound)
        #expect(try await fixture.get("/children/record:levan/changes", ben).text.contains("Nothing on this record"))
        #expect(try await fixture.get("\(address)/changes?from=1&to=99", ben).status == .notFound)
    }
}
