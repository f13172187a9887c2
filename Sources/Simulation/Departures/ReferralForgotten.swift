import ChildJourney
import WorkingDays

/// An accepted referral that nobody took up at all: nobody leads, nobody assesses, nobody sees the child.
struct ReferralForgotten: Departure {
    let name = "ReferralForgotten"
    let suits: [Story: Int] = [.underAssessment: 15, .inNeed: 6]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let received = life.last.referral.receivedOn
        let unassessed = scene.practice.onset(scene.practice.assessmentStart, after: received)
        let unowned = scene.practice.onset(scene.practice.lead, after: received)
        guard life.last.isOpenInNeedThroughout, scene.stands(unassessed), scene.stands(unowned) else { return nil }
        life.last.forgetAssessment()
        life.last.allocations = []
        life.last.visits = []
        life.last.referral.worker = nil
        let stated = [
            ReferralNotAssessed.concern(life.last, onset: unassessed, scene),
            NobodyAllocated.concern(life.last, onset: unowned),
        ]
        return stated + [scene.inNeedUnseen(life.last, of: life)].compactMap { $0 }
    }
}
