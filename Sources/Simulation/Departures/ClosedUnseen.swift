import ChildJourney
import WorkingDays

/// Closed although nobody had seen the child for more than a month.
struct ClosedUnseen: Departure {
    let name = "ClosedUnseen"
    let suits: [Story: Int] = [.ended: 26, .earlierYears: 12]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let practice = scene.practice
        guard life.last.wasInNeedThroughout, let closed = life.last.referral.closedOn,
            life.last.referral.closureReason == "RC7"
        else { return nil }
        let cut = practice.earlier(practice.closedUnseen.number + 4 + scene.chance.below(12), closed)
        let isSettled = life.last.assessments.allSatisfy { $0.authorisedOn.map { $0 < cut } ?? false }
        guard cut > life.last.referral.receivedOn, isSettled, !life.last.assessments.isEmpty else { return nil }
        life.last.visits.removeAll { $0.on > cut }
        return [
            PlannedConcern(
                "closed-too-soon", about: PlannedConcern.about(.referral, life.last.referral.receivedOn),
                onset: closed, visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
