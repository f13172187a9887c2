import ChildJourney
import WorkingDays

/// A protection plan, and the case with it, was closed while nobody was seeing the child in time.
struct ClosedWhilePlanUnseen: Departure {
    let name = "ClosedWhilePlanUnseen"
    let suits: [Story: Int] = [.ended: 14]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let practice = scene.practice
        guard life.last.shape.phases.last?.kind == .protection, let closed = life.last.referral.closedOn,
            life.last.referral.closureReason == "RC7", let plan = life.last.protectionPlans.last,
            life.bornOn.map({ $0 < plan.startedOn }) ?? false
        else { return nil }
        let cut = practice.earlier(practice.protectionVisit.number + 3, closed)
        guard cut > plan.startedOn else { return nil }
        life.last.visits.removeAll { $0.plan == plan.id && $0.on > cut }
        let seen = life.last.visits.filter { $0.plan == plan.id && $0.seen == true }.map(\.on).max()
        guard practice.onset(practice.protectionVisit, after: seen ?? plan.startedOn) < closed else { return nil }
        return [
            PlannedConcern(
                "closed-too-soon", about: PlannedConcern.about(.referral, life.last.referral.receivedOn),
                onset: closed, visibleIn: PlannedConcern.fullRecords)
        ]
    }
}
