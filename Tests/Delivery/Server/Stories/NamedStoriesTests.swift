import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Things that happen to whoever works with children, each through the real router and each with its wrong person. Others
/// have a file of their own: Maundy Thursday to the closure, a worker who leaves with 18 children, a mother who has fled, a
/// visit on the wrong sibling, nobody's own work, and two who write one plan. Today is Sat 21 Nov 2026.
@Suite struct NamedStoriesTests: TakesSteps {
    // MARK: A time-out in the middle of an assessment

    @Test func `a time-out in the middle of an assessment loses nothing that was typed, and shows it to nobody else`()
        async throws
    {
        var fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        try await fixture.record?.record(
            [("A1", Assessment(referral: "R1", kind: .single, startedOn: try day("2026-09-02")))], about: child)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let typed = "of=A1&views=I+want+to+stay+with+Nana&keep=yes"
        #expect(try await take("assessment-submission", typed + "&quiet=yes", fixture, ben).status == .noContent)
        // The session runs out while the next words are typed.
        let later = ServerFixture.moment.adding(hours: 20)
        fixture.now = { later }
        let more = "of=A1&views=I+want+to+stay+with+Nana+and+the+dog&keep=yes"
        let late = try await take("assessment-submission", more, fixture, ben)
        #expect([.seeOther, .unauthorized, .forbidden].contains(late.status), "\(late.status)")
        #expect(!late.text.contains("Nana"), "nothing is shown to whoever is no longer known")
        #expect(
            try await fixture.get("\(address)/steps/assessment-submission?of=A1", ben).text.contains("Nana") == false)
        #expect(try await journey(fixture).assessments.first?.body.submittedOn == nil, "nothing was handed in")
        fixture.signsInAt = later
        let again = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("\(address)/steps/assessment-submission?of=A1", again).text
        #expect(page.contains("I want to stay with Nana") && page.contains("it was kept on"))
        let cat = try fixture.signIn(.socialWorker, user: "cat")
        #expect(try await !fixture.get("\(address)/steps/assessment-submission?of=A1", cat).text.contains("Nana"))
    }

    // MARK: A look at a restricted colleague's child

    @Test func `a colleague's child is closed to those who work beside them, on every way in, and stays counted`()
        async throws
    {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.restrict(child, to: ["ana", "dee"])
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for page in [
            address, "\(address)/why/referral-undecided", "\(address)/steps", "\(address)/details",
            "\(address)/documents",
            "\(address)/together", "\(address)/changes", "\(address)/visits/new", "\(address)/family",
            "/api/v1/children/record:tamar",
        ] {
            let answer = try await fixture.get(page, ben)
            #expect(answer.status == .forbidden && !answer.text.contains("Okoro"), "\(page): \(answer.status)")
        }
        #expect(try await !fixture.get("/search?q=Tamar+Okoro", ben).text.contains("2019"))
        let today = try await fixture.get("/today", ben).text
        #expect(today.contains("estricted") && !today.contains("Okoro"), "counted, and not named")
        let looks = try await record.looks().filter { $0.user == "ben" && $0.shown.contains(child) }
        #expect(looks.isEmpty, "nothing was shown to them")
        // Whoever is named opens it, and the log says so.
        let dee = try fixture.signIn(.manager, user: "dee")
        #expect(try await fixture.get(address, dee).text.contains("Tamar Okoro"))
        #expect(try await record.looks().contains { $0.user == "dee" && $0.shown.contains(child) })
    }
}
