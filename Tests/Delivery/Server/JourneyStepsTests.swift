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

/// From a referral to its closure, and what stands in the way of ending.
@Suite struct JourneyStepsTests: TakesSteps {
    @Test func `a child goes from a referral to its closure, each step offered when it comes next`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let chair = try fixture.signIn(.chair, user: "cho")
        func step(_ name: String, _ body: String, by token: SecretToken, offeredFirst: Bool = true) async throws {
            if offeredFirst {
                let offered = try await fixture.get("\(address)/steps", token).text
                let next = try #require(offered.firstRange(of: "What comes next"), "nothing is next before \(name)")
                let rest = offered[next.upperBound...]
                let end = rest.firstRange(of: "Anything else")?.lowerBound ?? rest.endIndex
                #expect(rest[..<end].contains("/steps/\(name)"), "\(name) is not what comes next")
            }
            let sent = try await take(name, body, fixture, token)
            #expect(sent.status == .seeOther, "\(name): \(sent.text.suffix(3000))")
            let done = try await fixture.get("\(address)/recorded/form-\(name)", token)
            #expect(done.status == .ok)
        }
        try await step("referral-decision", "of=R1&decision=accepted&need=N1&why=Bruises+on+her+arm", by: ana)
        try await step("allocation", "worker=ben&on=2+Sep+2026", by: ana)
        try await step(
            "strategy-discussion",
            "of=R1&on=2+Sep+2026&means=call&invited=police&present=social-care&present=police&present=health"
                + "&shared=What+the+school+saw&decision=joint-enquiry&safety=With+her+aunt", by: ben)
        try await step("assessment", "of=R1&on=3+Sep+2026&kind=single", by: ben)
        try await fixture.record?.record(
            [("V1", Visit(on: try day("2026-09-03"), purpose: .childInNeed, seen: true, seenAlone: true))], about: child
        )
        let enquiry = try #require(try await journey(fixture).enquiries.first)
        #expect(enquiry.startedOn == (try day("2026-09-02")), "the enquiry begins with the discussion that decided it")
        try await step(
            "enquiry-outcome",
            "of=\(enquiry.id.text)&on=10+Sep+2026&finding=atContinuingRisk&seen=yes&alone=yes&consulted=police"
                + "&conference=yes&why=The+harm+goes+on", by: ana)
        try await step("conference", "of=R1&kind=initial&on=18+Sep+2026&invited=police", by: ben)
        let conference = try #require(try await journey(fixture).conferences.first).id.text
        try await step(
            "conference-postponed", "of=\(conference)&to=22+Sep+2026&reason=report-not-ready&report=Health+report",
            by: chair, offeredFirst: false)
        try await step(
            "conference-held",
            "of=\(conference)&on=22+Sep+2026&present=police&present=health&family=yes&reports=yes&quorate=yes&plan=yes"
                + "&category=PHY&why=At+continuing+risk", by: chair)
        let plan = try #require(try await journey(fixture).protectionPlans.first)
        #expect(plan.startedOn == (try day("2026-09-22")) && plan.initialCategory == "PHY")
        let assessment = try #require(try await journey(fixture).assessments.first).id.text
        let written = AssessmentPart.allCases.map { "\($0.rawValue)=Looked+at" }.joined(separator: "&")
        try await step(
            "assessment-submission",
            "of=\(assessment)&\(written)&seen=yes&views=I+want+to+stay&analysis=She+is+safe+with+her+aunt&outcome=other",
            by: ben)
        try await step("assessment-authorisation", "of=\(assessment)&decision=authorise", by: ana)
        try await step(
            "plan-action", "of=\(plan.id.text)&aim=She+is+never+hit&measure=No+marks&owner=Her+mother&by=1+Oct+2026",
            by: ben)
        try await step("plan-contingency", "of=\(plan.id.text)&contingency=A+legal+planning+meeting", by: ben)
        try await step(
            "core-group", "of=\(plan.id.text)&on=1+Oct+2026&present=health&family=yes&progress=No+marks", by: ben)
        try await step("plan-action-done", "action=0&on=2+Oct+2026", by: ben, offeredFirst: false)
        try await step("supervision", "on=5+Oct+2026&weighed=Whether+the+plan+holds", by: ana, offeredFirst: false)
        try await step(
            "plan-review", "of=\(plan.id.text)&on=20+Nov+2026&quorate=yes&child=attended&continues=no&why=She+is+safe",
            by: chair, offeredFirst: false)
        try await step(
            "closure", "of=R1&reason=RC8&why=She+lives+with+her+aunt+and+is+safe", by: ana, offeredFirst: false)

        let told = try await journey(fixture)
        #expect(told.protectionPlans.first?.endedOn == (try day("2026-11-20")))
        #expect(told.conferences.first?.postponements?.first?.lateReport == "Health report")
        #expect(told.referrals.first?.closedOn == (try day("2026-11-21")))
        #expect(told.allocations.allSatisfy { $0.until != nil })
        #expect(told.assessments.first?.body.authorisedBy == "ana")
        let page = try await fixture.get(address, ana).text
        for words in ["Strategy discussion", "Safe tonight: With her aunt.", "Core group", "Ben Adeyemi", "Because: "] {
            #expect(page.contains(words), "the story does not say \(words)")
        }
        #expect(try await fixture.record?.store.verify(fixture.record!.council, expecting: nil).isWhole == true)
    }

    @Test func `a referral is not closed over what closing would hide`() async throws {
        let fixture = try await fixture(
            Referral(
                receivedOn: try day("2026-09-01"), noFurtherAction: false, harmAlleged: true,
                decidedOn: try day("2026-09-01")))
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        func close(_ form: String, reason: String = "RC8") async throws -> TestResponse {
            try await take("closure", "of=R1&reason=\(reason)&why=Done", fixture, ana, form: form)
        }
        let unseen = try await close("1")
        #expect(
            unseen.status == .unprocessableContent
                && unseen.text.contains("the child is not known to have been seen since"))
        #expect(unseen.text.contains("nobody has decided whether it may be significant"))
        try await take(
            "strategy-discussion",
            "of=R1&on=2+Sep+2026&means=call&present=police&shared=a&decision=single-enquiry&safety=b", fixture, ben)
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ben)
        let open = try await close("2").text
        #expect(open.contains("A section 47 enquiry is not ended") && open.contains("An assessment is not authorised"))
        let enquiry = try #require(try await journey(fixture).enquiries.first).id.text
        try await take(
            "enquiry-outcome",
            "of=\(enquiry)&on=10+Sep+2026&finding=atContinuingRisk&seen=yes&alone=yes&consulted=police&conference=yes&why=c",
            fixture, ana)
        #expect(try await close("3").text.contains("A conference that is needed has not been held"))
        // A child another council has taken over has nobody here to do it: by that council's own word.
        #expect(try await close("4", reason: "RC5").status == .unprocessableContent)
        let accepted = "&council=M.+Lee&accepted=20+Nov+2026&shown=Letter+of+20+November"
        #expect(try await close("5", reason: "RC5" + accepted).status == .seeOther)
        let referral = try await journey(fixture).referrals.first
        #expect(referral?.body.transferAcceptedBy == "M. Lee")
    }

    @Test func `a worker does not end the plan of a child they hold, nor anybody who is neither chair nor manager`()
        async throws
    {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        try await fixture.record?.record(
            [
                ("P1", ChildProtectionPlan(referral: "R1", startedOn: try day("2026-09-15"))),
                ("A1", Allocation(worker: "ana", role: .lead, from: try day("2026-09-01"))),
            ], about: child)
        let body = "of=P1&on=20+Nov+2026&quorate=yes&child=attended&continues=no&why=Safe"
        for (user, role, words) in [
            ("ana", Role.manager, "You hold this child yourself"), ("ben", .socialWorker, "A chair or a manager ends"),
        ] {
            let sent = try await take(
                "plan-review", body, fixture, try fixture.signIn(role, user: UserID(user)), form: user)
            #expect(sent.status == .unprocessableContent && sent.text.contains(words))
        }
        let chair = try fixture.signIn(.chair, user: "cho")
        #expect(try await take("plan-review", body, fixture, chair, form: "chair").status == .seeOther)
    }
}
