import ChildJourney
import WorkingDays

/// Closed to early help, and no early help was opened.
struct StepDownLost: Departure {
    let name = "StepDownLost"
    let suits: [Story: Int] = [.assessedNotInNeed: 40, .earlierYears: 10]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.referral.closureReason == "RC9", let closed = life.last.referral.closedOn else { return nil }
        let onset = scene.practice.onset(scene.practice.earlyHelp, after: closed)
        let helped = life.episodes.dropLast().flatMap(\.earlyHelp).contains { ($0.endedOn ?? closed) >= closed }
        guard scene.stands(onset), !helped else { return nil }
        life.last.earlyHelp = []
        return [
            PlannedConcern(
                "step-down-lost", about: PlannedConcern.about(.referral, life.last.referral.receivedOn),
                onset: onset, visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
