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

/// Steps by which something that stands could be made to disappear. Today is Sat 21 Nov 2026.
@Suite struct SilencingStepsTests: TakesSteps {
    private func hurt(at minute: Int) throws -> Referral {
        var referral = Referral(
            receivedOn: try day("2026-11-20"), noFurtherAction: false, harmAlleged: true,
            decidedOn: try day("2026-11-20"))
        referral.receivedAt = Moment(londonDay: try day("2026-11-20"), minute: minute)
        return referral
    }

    @Test(arguments: [(600, false), (21 * 60, true)])
    func `a child seen before the allegation of that day has not been seen since`(minute: Int, isSeen: Bool)
        async throws
    {
        let fixture = try await fixture(try hurt(at: 20 * 60))
        let ana = try fixture.signIn(.manager, user: "ana")
        var visit = Visit(on: try day("2026-11-20"), purpose: .childInNeed, seen: true)
        visit.at = Moment(londonDay: visit.on, minute: minute)
        try await fixture.record?.record([("V1", visit)], about: child)
        try await take("decision", "on=20+Nov+2026&point=threshold&cause=no&decision=No&why=Seen", fixture, ana)
        let sent = try await take("closure", "of=R1&reason=RC8&why=Done", fixture, ana)
        #expect((sent.status == .seeOther) == isSeen)
        #expect(sent.text.contains("is not known to have been seen since") != isSeen)
    }

    @Test func `an enquiry that says the child was seen is no visit`() async throws {
        let fixture = try await fixture(try hurt(at: 600))
        let ana = try fixture.signIn(.manager, user: "ana")
        var enquiry = Section47Enquiry(
            referral: "R1", startedOn: try day("2026-11-20"), endedOn: try day("2026-11-21"), outcome: .services)
        enquiry.childSeen = true
        try await fixture.record?.record([("E1", enquiry)], about: child)
        let sent = try await take("closure", "of=R1&reason=RC8&why=Done", fixture, ana)
        #expect(sent.status == .unprocessableContent)
    }

    @Test func `that the child died takes the day, and it is recorded`() async throws {
        let fixture = try await fixture(try hurt(at: 600))
        let ana = try fixture.signIn(.manager, user: "ana")
        let without = try await take("closure", "of=R1&reason=RC2&why=Died", fixture, ana, form: "1")
        #expect(without.status == .unprocessableContent && without.text.contains("Enter the day the child died"))
        let slip = try await take("closure", "of=R1&reason=RC8&why=Done&died=20+Nov+2026", fixture, ana, form: "2")
        #expect(slip.status == .unprocessableContent)
        let with = try await take("closure", "of=R1&reason=RC2&why=Died&died=20+Nov+2026", fixture, ana, form: "3")
        #expect(with.status == .seeOther)
        #expect(try await journey(fixture).person?.body.diedOn == (try day("2026-11-20")))
    }

    @Test func `a decision on the threshold says which way it went`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let body = "on=21+Nov+2026&point=threshold&decision=Wait&why=Unclear"
        let blank = try await take("decision", body, fixture, ana, form: "1")
        #expect(blank.status == .unprocessableContent && blank.text.contains("Say whether there is reasonable cause"))
        #expect(try await take("decision", body + "&cause=yes", fixture, ana, form: "2").status == .seeOther)
    }

    @Test func `a plan is not ended before what stands of it began`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-06-01"), noFurtherAction: false, decidedOn: try day("2026-06-01")))
        try await fixture.record?.record(
            [("P1", ChildProtectionPlan(referral: "R1", startedOn: try day("2026-07-01")))], about: child)
        let chair = try fixture.signIn(.chair, user: "cho")
        func end(_ on: String) async throws -> TestResponse {
            try await take(
                "plan-review", "of=P1&on=\(on)&quorate=yes&child=attended&continues=no&why=Safe", fixture, chair,
                form: on)
        }
        let back = try await end("2+Jul+2026")
        #expect(back.status == .unprocessableContent && back.text.contains("something the plan calls for is missing"))
        #expect(try await end("21+Nov+2026").status == .seeOther)
    }

    @Test func `giving the child away the day before makes nobody independent`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        var assessment = Assessment(referral: "R1", kind: .single, startedOn: try day("2026-09-03"))
        (assessment.submittedOn, assessment.submittedBy) = (try day("2026-10-01"), "ben")
        try await fixture.record?.record(
            [
                (
                    "A1",
                    Allocation(worker: "ana", role: .lead, from: try day("2026-09-05"), until: try day("2026-11-20"))
                ),
                ("S1", assessment), ("E1", Section47Enquiry(referral: "R1", startedOn: try day("2026-09-04"))),
                ("P1", ChildProtectionPlan(referral: "R1", startedOn: try day("2026-09-15"))),
            ], about: child)
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        for (step, body) in [
            ("assessment-authorisation", "of=S1&decision=authorise&why=Fine"),
            (
                "enquiry-outcome",
                "of=E1&on=21+Nov+2026&finding=notSubstantiated&seen=yes&alone=yes&consulted=police&conference=no&why=No"
            ),
            ("plan-review", "of=P1&on=21+Nov+2026&quorate=yes&child=attended&continues=no&why=Safe"),
        ] {
            let own = try await take(step, body, fixture, ana, form: "\(step)-own")
            #expect(own.status == .unprocessableContent, "\(step)")
            #expect(try await take(step, body, fixture, dee, form: step).status == .seeOther, "\(step)")
        }
    }

    @Test func `nothing is closed while nobody has decided where the child will be when an emergency power ends`()
        async throws
    {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-11-20"), noFurtherAction: false, decidedOn: try day("2026-11-20")))
        let ana = try fixture.signIn(.manager, user: "ana")
        try await fixture.record?.record(
            [("P1", EmergencyPower(.policeProtection, beganOn: try day("2026-11-20")))], about: child)
        for (place, reason) in ["RC8", "RC1&adopted=19+Nov+2026&order=Order+12"].enumerated() {
            let sent = try await take(
                "closure", "of=R1&reason=\(reason)&why=Done", fixture, ana, form: "early-\(place)")
            #expect(sent.status == .unprocessableContent, "\(reason)")
            #expect(sent.text.contains("Nobody has decided where the child will be"), "\(reason)")
        }
        try await take(
            "emergency-power-decision", "of=P1&on=21+Nov+2026&where=With+her+aunt&why=Safe", fixture, ana)
        #expect(try await take("closure", "of=R1&reason=RC8&why=Done", fixture, ana).status == .seeOther)
    }

    @Test func `an adoption is closed with the day of the order and what shows it`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-11-02"), noFurtherAction: false, decidedOn: try day("2026-11-02")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let sent = try await take(
            "closure", "of=R1&reason=RC1&why=Adopted&adopted=19+Nov+2026&order=Order+12", fixture, ana)
        #expect(sent.status == .seeOther)
        let closed = try #require(try await journey(fixture).referrals.first).body
        #expect(closed.adoptionOrderedOn == (try day("2026-11-19")) && closed.adoptionShownBy == "Order 12")
    }

    @Test func `a conference that was agreed is held before the referral is closed`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-11-02"), noFurtherAction: false, decidedOn: try day("2026-11-02")))
        let ana = try fixture.signIn(.manager, user: "ana")
        var raised = Escalation(on: try day("2026-11-03"), by: .partner, to: "ana", what: "A conference")
        (raised.wantsConference, raised.isBackedBySenior) = (true, true)
        (raised.answeredOn, raised.isAgreed) = (try day("2026-11-04"), true)
        try await fixture.record?.record([("E1", raised)], about: child)
        let early = try await take("closure", "of=R1&reason=RC8&why=Done", fixture, ana, form: "early")
        #expect(early.text.contains("A conference that was asked for and agreed has not been held"))
        try await fixture.record?.record(
            [("C1", Conference(kind: .initial, heldOn: try day("2026-11-20"), quorate: true))], about: child)
        #expect(try await take("closure", "of=R1&reason=RC8&why=Done", fixture, ana).status == .seeOther)
    }

    @Test(
        arguments: [
            (.partner, "ana", Role.manager, "ana", true), (.partner, "ana", .chair, "cho", true),
            (.partner, "ana", .socialWorker, "ben", false), (.chair, "cho", .chair, "cho", true),
            (.chair, "cho", .chair, "col", false), (.chair, "cho", .manager, "ana", false),
        ] as [(EscalatedBy, String, Role, String, Bool)])
    func `whoever recorded it says that it is put right, or a chair for a partner's`(
        by: EscalatedBy, recorder: String, role: Role, user: String, may: Bool
    ) async throws {
        let fixture = try await fixture()
        var raised = Escalation(on: try day("2026-11-03"), by: by, to: "dee", what: "No visit")
        (raised.recordedBy, raised.answeredOn, raised.answeredBy) = (recorder, try day("2026-11-04"), "dee")
        try await fixture.record?.record([("E1", raised)], about: child)
        let token = try fixture.signIn(role, user: UserID(user))
        let sent = try await take("escalation-resolved", "of=E1&on=20+Nov+2026", fixture, token)
        #expect((sent.status == .seeOther) == may)
        #expect((try await journey(fixture).casework.escalations.first?.body.resolvedOn != nil) == may)
    }

    @Test func `a restricted child is given to somebody who cannot open the record only where that is meant`()
        async throws
    {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-11-02"), noFurtherAction: false, decidedOn: try day("2026-11-02")))
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("\(address)/steps/allocation", ana).text.contains("left-out") == false)
        try await fixture.record?.restrict(child, to: ["ana"])
        let sent = try await take("allocation", "worker=ben&on=20+Nov+2026", fixture, ana, form: "unsaid")
        #expect(sent.status == .unprocessableContent && sent.text.contains("They could not open this record"))
        #expect(try await journey(fixture).allocations.isEmpty)
        let meant = try await take("allocation", "worker=ben&on=20+Nov+2026&left-out=yes", fixture, ana)
        #expect(meant.status == .seeOther)
        #expect(try await journey(fixture).lead(on: day("2026-11-21"))?.worker == "ben")
    }
}
