import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Nobody looks over their own work.
@Suite struct OwnWorkTests: TakesSteps {
    @Test func `nobody authorises their own work`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ana)
        let id = try #require(try await journey(fixture).assessments.first).id.text
        try await take(
            "assessment-submission", "of=\(id)&seen=yes&analysis=Safe&outcome=other", fixture, ana)
        let own = try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise&why=Fine", fixture, ana, form: "own")
        #expect(own.status == .unprocessableContent)
        #expect(own.text.contains("This is your own work"))
        #expect(try await journey(fixture).assessments.first?.authorisedOn == nil)
        let unexplained = try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise", fixture, dee, form: "unexplained")
        #expect(unexplained.text.contains("Enter why it is authorised with parts not explored"))
        let other = try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise&why=The+rest+is+known", fixture, dee)
        #expect(other.status == .seeOther)
        #expect(try await journey(fixture).assessments.first?.body.authorisedBy == "dee")
    }

    @Test func `an assessment that is given back goes to its writer again, with everything that was written`()
        async throws
    {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ben)
        let id = try #require(try await journey(fixture).assessments.first).id.text
        try await take(
            "assessment-submission", "of=\(id)&history=Two+moves&seen=yes&analysis=Safe&outcome=other", fixture, ben)
        try await take(
            "assessment-authorisation", "of=\(id)&decision=return&why=Where+is+the+father", fixture, ana)
        let again = try await fixture.get("\(address)/steps/assessment-submission?of=\(id)", ben).text
        #expect(again.contains("Two moves"))
        #expect(try await fixture.get(address, ben).text.contains("Where is the father"))
        let early = try await take("assessment-authorisation", "of=\(id)&decision=authorise", fixture, ana, form: "2")
        #expect(early.status == .conflict, "what was given back waits for its writer, not for a manager")
    }

    @Test func `whoever ever handed an assessment in does not authorise it`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let dee = try fixture.signIn(.manager, user: "dee")
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ben)
        let id = try #require(try await journey(fixture).assessments.first).id.text
        let written = "of=\(id)&seen=yes&analysis=Safe&outcome=other"
        try await take("assessment-submission", written, fixture, ana, form: "1")
        try await take("assessment-authorisation", "of=\(id)&decision=return&why=More", fixture, dee, form: "2")
        try await take("assessment-submission", written, fixture, ben, form: "3")
        let own = try await take(
            "assessment-authorisation", "of=\(id)&decision=authorise&why=Fine", fixture, ana, form: "4")
        #expect(own.status == .unprocessableContent && own.text.contains("This is your own work"))
    }

    @Test func `what an authorised assessment left out is written beside it, and then it is complete`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ben)
        let id = try #require(try await journey(fixture).assessments.first).id.text
        let parts = AssessmentPart.allCases.dropLast().map { "\($0.rawValue)=Looked+at" }.joined(separator: "&")
        try await take(
            "assessment-submission", "of=\(id)&\(parts)&seen=yes&views=I+like+it&analysis=Safe&outcome=other", fixture,
            ben)
        try await take("assessment-authorisation", "of=\(id)&decision=authorise&why=Enough", fixture, ana)
        let left = try #require(AssessmentPart.allCases.last)
        let page = try await fixture.get("\(address)/steps/assessment-completion?of=\(id)", ben).text
        #expect(page.contains("name=\"\(left.rawValue)\"") && !page.contains("name=\"views\""))
        let empty = try await take("assessment-completion", "of=\(id)", fixture, ben, form: "empty")
        #expect(empty.status == .unprocessableContent)
        try await take("assessment-completion", "of=\(id)&\(left.rawValue)=Asked+since", fixture, ben)
        let body = try #require(try await journey(fixture).assessments.first?.body)
        #expect(body.partsStillMissing.isEmpty && body.partsNotExplored == [left], "what was authorised stays")
        #expect(try await fixture.get(address, ben).text.contains("Asked since"))
    }

    @Test(arguments: [AllocationRole.cover, .second])
    func `whoever covered, or worked as the second, looks over none of it either`(role: AllocationRole) async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        try await fixture.record?.record(
            [
                ("L1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-01"))),
                (
                    "L2",
                    Allocation(worker: "ana", role: role, from: try day("2026-09-01"), until: try day("2026-11-20"))
                ),
                ("S1", Section47Enquiry(referral: "R1", startedOn: try day("2026-11-02"))),
            ], about: child)
        let ana = try fixture.signIn(.manager, user: "ana")
        let ended = try await take(
            "enquiry-outcome",
            "of=S1&on=21+Nov+2026&finding=notSubstantiated&seen=yes&alone=yes&consulted=police&conference=no&why=Well",
            fixture, ana)
        #expect(ended.text.contains("You made this enquiry yourself"), "\(ended.status)")
        let supervised = try await take("supervision", "on=20+Nov+2026&weighed=All+well", fixture, ana)
        #expect(supervised.text.contains("You hold this child yourself"), "\(supervised.status)")
        let many = try await fixture.post(
            "/team/workers/ben/supervision", ana,
            "csrf=\(fixture.formToken(ana))&form=form-many&on=20+Nov+2026&child=record:tamar&weighed-record:tamar=Well")
        #expect(try await journey(fixture).casework.supervisions.isEmpty, "\(many.status)")
    }
}
