import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// An assessment that waits for a manager, and one authorised with holes in it.
@Suite struct AssessmentSignOffTests {
    private func check(_ change: (inout Assessment) -> Void) -> Check {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-02", noFurtherAction: false, decidedOn: "2026-03-02"))
        var body = Assessment(kind: .single, startedOn: "2026-03-03")
        body.submittedOn = "2026-03-30"
        body.findings = AssessmentPart.allCases.map { AssessmentFinding(part: $0, found: "Looked at") }
        body.childsViews = "I want to stay."
        change(&body)
        ada.add(body)
        return Check(ada, .record)
    }

    @Test(
        arguments: [
            (nil, nil, nil), ("2026-04-08", nil, nil), ("2026-04-09", nil, "2026-04-09"), (nil, "2026-04-08", nil),
            (nil, "2026-04-20", "2026-04-20"),
        ] as [(Day?, Day?, Day?)])
    func `it is answered within five working days, Good Friday and Easter Monday not counted`(
        authorised: Day?, returned: Day?, cleared: Day?
    ) throws {
        let check = check { ($0.authorisedOn, $0.returnedOn) = (authorised, returned) }
        let isInTime = cleared == nil && (authorised ?? returned) != nil
        guard !isInTime else { return #expect(check.found("assessment-unauthorised").isEmpty) }
        let concern = try check.only("assessment-unauthorised")
        #expect(concern.due == "2026-04-08" && concern.clearedOn == cleared)
    }

    @Test func `authorised whole, it is complete`() {
        #expect(check { $0.authorisedOn = "2026-04-01" }.found("assessment-incomplete").isEmpty)
        #expect(check { $0.findings = nil }.found("assessment-incomplete").isEmpty, "nobody has authorised it yet")
    }

    @Test(arguments: AssessmentPart.allCases)
    func `a part nobody wrote under is named`(part: AssessmentPart) throws {
        let check = check {
            $0.authorisedOn = "2026-04-01"
            $0.findings = $0.findings?.filter { $0.part != part }
        }
        let concern = try check.only("assessment-incomplete")
        #expect(concern.onset == "2026-04-01")
        #expect(concern.explanation(on: "2026-05-01", check.setting)?.why.contains(part.words) == true)
    }

    @Test func `an assessment without the child's views is not complete`() throws {
        let check = check { ($0.authorisedOn, $0.childsViews) = ("2026-04-01", nil) }
        let why = try check.only("assessment-incomplete").explanation(on: "2026-05-01", check.setting)?.why
        #expect(why?.contains("the child's views") == true)
    }

    @Test func `written since it is put right from that day, and not before all of it is there`() throws {
        func check(_ views: String?) -> Check {
            self.check {
                ($0.authorisedOn, $0.childsViews) = ("2026-04-01", nil)
                $0.findings?.removeAll { $0.part == .history }
                $0.addedLater = [AssessmentFinding(part: .history, found: "Two moves")]
                ($0.viewsAddedLater, $0.addedOn) = (views, "2026-04-10")
            }
        }
        #expect(try check("I want to stay.").only("assessment-incomplete").clearedOn == "2026-04-10")
        #expect(try check(nil).only("assessment-incomplete").clearedOn == nil)
    }
}
