import AccessRules
import ChildJourney
import Concerns
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Complaints nobody has answered are not lost sight of. Today is Sat 21 Nov 2026.
@Suite struct ComplaintReminderTests: TakesSteps {
    private func complained(promised: String = "") async throws -> ServerFixture {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-02")))], about: child)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let body = "on=2+Nov+2026&by=Jane,+mother&words=Nobody+rang+me&stage=first\(promised)"
        try await take("complaint", body, fixture, ben)
        return fixture
    }

    @Test(arguments: [
        ("&promised=16+Nov+2026", "An answer was promised by Mon 16 Nov 2026: 5 days over"),
        ("&promised=21+Nov+2026", "An answer was promised by Sat 21 Nov 2026: today"),
        ("&promised=27+Nov+2026", "An answer was promised by Fri 27 Nov 2026, in 6 days"),
        ("", "No day was promised; here it is answered by Mon 16 Nov 2026: 5 days over"),
    ])
    func `it waits on Team and on My work with the day of its answer`(promised: String, words: String) async throws {
        let fixture = try await complained(promised: promised)
        for (page, token) in [
            ("/team", try fixture.signIn(.manager, user: "ana")), ("/work", try fixture.signIn(.manager, user: "ana")),
            ("/work", try fixture.signIn(.socialWorker, user: "ben")),
        ] {
            let text = try await fixture.get(page, token).text
            #expect(text.contains("Complaints not yet answered") && text.contains(words), "\(page)")
            #expect(text.contains("Nobody rang me"))
        }
    }

    @Test func `whoever holds another child is not shown it, and once answered nobody is`() async throws {
        let fixture = try await complained()
        let cat = try fixture.signIn(.socialWorker, user: "cat")
        #expect(try await !fixture.get("/work", cat).text.contains("Nobody rang me"))
        let ana = try fixture.signIn(.manager, user: "ana")
        let answer = "of=form-complaint&on=20+Nov+2026&outcome=upheld&answer=We+ring+each+week"
        #expect(try await take("complaint-answer", answer, fixture, ana).status == .seeOther)
        #expect(try await !fixture.get("/team", ana).text.contains("Complaints not yet answered"))
        try await take(
            "complaint-further", "of=form-complaint&on=21+Nov+2026&stage=investigated", fixture,
            try fixture.signIn(.socialWorker, user: "ben"))
        #expect(try await fixture.get("/team", ana).text.contains("it is investigated"), "it waits again")
    }
}
