import ChildJourney
import WorkingDays

/// Closed to early help that had been running since before the closing.
struct EarlyHelpRunning: Decoy {
    let name = "EarlyHelpRunning"
    let suits: [Story: Int] = [.assessedNotInNeed: 10]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard life.last.referral.closureReason == "RC9", let closed = life.last.referral.closedOn else { return nil }
        let help = EarlyHelpEpisode(
            startedOn: closed - 30, reason: "Already helped", organisation: "Invented Family Hub")
        life.last.earlyHelp = [Draft(help, id: life.ids.next("H"))]
        return []
    }
}
