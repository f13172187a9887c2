import ChildJourney
import WorkingDays

/// An accepted referral that is worked, but for which nobody was ever named as lead.
struct NobodyAllocated: Departure {
    let name = "NobodyAllocated"
    let suits: [Story: Int] = [.underAssessment: 20, .inNeed: 10]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let onset = scene.practice.onset(scene.practice.lead, after: life.last.referral.receivedOn)
        guard life.last.isOpenInNeedThroughout, scene.stands(onset) else { return nil }
        life.last.allocations = []
        return [Self.concern(life.last, onset: onset)]
    }

    static func concern(_ episode: Episode, onset: Day) -> PlannedConcern {
        PlannedConcern(
            "referral-unowned", about: PlannedConcern.about(.referral, episode.referral.receivedOn), onset: onset,
            visibleIn: PlannedConcern.fullRecords)
    }
}
