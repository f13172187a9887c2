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

/// A conference says by when the plan is reviewed next, never later than the standard. Today is Sat 21 Nov 2026.
@Suite struct NextReviewTests: TakesSteps {
    private func called() async throws -> (fixture: ServerFixture, ben: SecretToken) {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [("C1", Conference(kind: .initial, referral: "R1", plannedOn: try day("2026-11-18")))], about: child)
        return (fixture, try fixture.signIn(.socialWorker, user: "ben"))
    }

    private let held =
        "of=C1&on=18+Nov+2026&present=police&family=yes&reports=yes&quorate=yes&plan=yes&category=NEG&why=Neglect"

    @Test(arguments: [
        ("", Day("2027-02-18")), ("&nextReview=1+Feb+2027", Day("2027-02-01")),
        ("&nextReview=18+Feb+2027", Day("2027-02-18")), ("&nextReview=21+Feb+2027", Day("2027-02-18")),
    ])
    func `it is the last day the standard allows, or sooner`(typed: String, by: Day?) async throws {
        let (fixture, ben) = try await called()
        let form = try await fixture.get("\(address)/steps/conference-held?of=C1", ben).text
        #expect(form.contains("21 Feb 2027"), "three months from today, offered")
        #expect(try await take("conference-held", held + typed, fixture, ben).status == .seeOther)
        #expect(try await journey(fixture).conferences.last?.body.nextReviewBy == by)
        let words = try #require(by).words
        #expect(try await fixture.get(address, ben).text.contains("The plan is reviewed next by \(words)"))
    }

    @Test(arguments: ["19+Feb+2027", "18+Nov+2026", "1+Mar+2027"])
    func `a day the standard does not allow is turned away`(day: String) async throws {
        let (fixture, ben) = try await called()
        let sent = try await take("conference-held", "\(held)&nextReview=\(day)", fixture, ben)
        #expect(sent.status == .unprocessableContent)
        #expect(try await journey(fixture).protectionPlans.isEmpty)
    }

    @Test func `a conference without a plan names no review`() async throws {
        let (fixture, ben) = try await called()
        let none = held.replacing("plan=yes&category=NEG", with: "plan=no") + "&nextReview=1+Feb+2027"
        #expect(try await take("conference-held", none, fixture, ben).status == .seeOther)
        #expect(try await journey(fixture).conferences.last?.body.nextReviewBy == nil)
    }
}
