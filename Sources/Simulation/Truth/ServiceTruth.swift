import ChildJourney
import WorkingDays

extension SimulatedCouncil {
    /// The concerns that stand for workers and teams, once every child has been counted.
    package func serviceConcerns(_ caseloads: Caseloads) -> [ServiceConcern] {
        tooManyChildren(caseloads) + oddTeams()
    }

    private var blocks: Int { (children + Block.size - 1) / Block.size }

    private func tooManyChildren(_ caseloads: Caseloads) -> [ServiceConcern] {
        let practice = setting.practice
        var found: [ServiceConcern] = []
        for block in 0..<blocks {
            for post in Posts(setting: setting).posts(of: block) {
                guard let worker = post.tenures.last?.worker, let count = caseloads.counts[worker] else { continue }
                let isNew = post.part == .newlyQualified
                guard count > (isNew ? practice.caseloadNewlyQualified : practice.caseload) else { continue }
                // That a worker is in their first year is something only a record kept here says.
                let formats: [SourceFormat] = count > practice.caseload ? PlannedConcern.fullRecords : [.record]
                let limit = isNew ? practice.caseloadNewlyQualified : practice.caseload
                found.append(
                    ServiceConcern(
                        subject: worker,
                        concern: PlannedConcern(
                            "caseload-over", about: "worker:\(worker)",
                            onset: dayCaseloadRose(of: worker, in: block, above: limit), visibleIn: formats)))
            }
        }
        return found
    }

    /// The first day of the unbroken run, up to the reference day, on which the worker leads for too many.
    private func dayCaseloadRose(of worker: String, in block: Int, above limit: Int) -> Day {
        let held = Posts(setting: setting).blocksHeld(from: block, of: blocks)
        let leads = held.flatMap { Array(Block.children(of: $0, council: children)) }.flatMap { number in
            child(number).journey.allocations.filter { $0.worker == worker }.map(\.body)
        }
        var day = referenceDay
        while leads.filter({ Caseloads.isLead($0, on: day - 1) }).count > limit { day = day - 1 }
        return day
    }

    private func oddTeams() -> [ServiceConcern] {
        let teams = (blocks + Post.blocksInTeam - 1) / Post.blocksInTeam
        return (0..<teams).filter { OddTeams.turnsReferralsAway($0, setting: setting) }.map { number in
            ServiceConcern(
                subject: Post.team(number),
                concern: PlannedConcern(
                    "thresholds-inconsistent", about: "team:\(Post.team(number))", onset: referenceDay,
                    visibleIn: PlannedConcern.fullRecords))
        }
    }
}
