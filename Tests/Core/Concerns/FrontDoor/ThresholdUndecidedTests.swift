import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ThresholdUndecidedTests {
    private let code: ConcernCode = "threshold-undecided"

    private func child(_ add: (inout Child) -> Void = { _ in }) -> Child {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03", noFurtherAction: false, harmAlleged: true, decidedOn: "2026-03-03"))
        add(&ada)
        return ada
    }

    @Test func `harm alleged and no decision the same day stands from the next`() throws {
        let concern = try Check(child(), .record).only(code)
        #expect(concern.due == "2026-03-03" && concern.onset == "2026-03-04")
        #expect(concern.level(on: "2026-03-04") == 1)
    }

    @Test(arguments: [("2026-03-03", nil), ("2026-03-04", "2026-03-04")] as [(Day, Day?)])
    func `a decision, a strategy discussion or an enquiry answers it`(on day: Day, cleared: Day?) throws {
        let answers: [(inout Child) -> Void] = [
            {
                var decision = ManagementDecision(on: day, point: .threshold, decision: "Yes", why: "Bruises")
                decision.hasReasonableCause = true
                $0.add(decision)
            },
            { $0.add(StrategyDiscussion(heldOn: day)) },
            { $0.add(Section47Enquiry(startedOn: day)) },
        ]
        for answer in answers {
            let check = Check(child(answer), .record)
            guard let cleared else {
                #expect(check.found(code).isEmpty)
                continue
            }
            #expect(try check.only(code).clearedOn == cleared)
        }
    }

    @Test func `another decision does not answer it, nor one made before the harm was alleged`() {
        let other = child {
            $0.add(ManagementDecision(on: "2026-03-03", point: .transfer, decision: "Yes", why: "Moved"))
        }
        #expect(Check(other, .record).found(code).count == 1)
        let before = child { $0.add(StrategyDiscussion(heldOn: "2026-03-02")) }
        #expect(Check(before, .record).found(code).count == 1)
    }

    @Test func `without an allegation there is nothing to decide`() {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03", harmAlleged: false))
        #expect(Check(ada, .record).found(code).isEmpty)
    }
}
