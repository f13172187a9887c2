import ChildJourney
import WorkingDays

/// Concerns that come with an ordinary history rather than from a departure: children referred again, or on a second
/// or a long plan. They happen at the national rate and are stated like any other.
struct NaturalPatterns {
    let setting: Setting
    let life: Life

    private var practice: Practice { setting.practice }
    private var sight: CensusSight { CensusSight(yearStart: setting.yearStart) }

    func concerns() -> [PlannedConcern] {
        reReferrals() + referredAgainSoon() + plansAgain() + longPlans()
    }

    private func reReferrals() -> [PlannedConcern] {
        life.episodes.compactMap { later in
            let received = later.referral.receivedOn
            let earlier = life.episodes.filter {
                $0.referral.receivedOn < received
                    && received <= practice.due(practice.reReferral, after: $0.referral.receivedOn)
            }
            guard !earlier.isEmpty else { return nil }
            let inCensus = sight.shows(later.referral) && earlier.contains { sight.shows($0.referral) }
            return PlannedConcern(
                "re-referral", about: PlannedConcern.about(.referral, received), onset: received,
                visibleIn: inCensus ? PlannedConcern.everywhere : PlannedConcern.fullRecords)
        }
    }

    private func referredAgainSoon() -> [PlannedConcern] {
        life.episodes.compactMap { closed in
            guard let closedOn = closed.referral.closedOn,
                !["RC1", "RC2", "RC5"].contains(closed.referral.closureReason ?? "")
            else { return nil }
            let again = life.episodes.first {
                $0.referral.receivedOn > closed.referral.receivedOn && $0.referral.receivedOn >= closedOn
                    && $0.referral.receivedOn <= practice.due(practice.referredAgain, after: closedOn)
            }
            guard let again else { return nil }
            let inCensus = sight.shows(closed.referral) && sight.shows(again.referral)
            return PlannedConcern(
                "closed-too-soon", about: PlannedConcern.about(.referral, closed.referral.receivedOn),
                onset: again.referral.receivedOn,
                visibleIn: inCensus ? PlannedConcern.everywhere : PlannedConcern.fullRecords)
        }
    }

    private func plansAgain() -> [PlannedConcern] {
        let plans = life.episodes.flatMap(\.protectionPlans).map(\.body)
        return plans.compactMap { plan in
            guard plan.endedOn == nil else { return nil }
            let earlier = plans.filter { $0.startedOn < plan.startedOn }
            let soon = earlier.contains { before in
                before.endedOn.map { plan.startedOn <= practice.due(practice.planAgain, after: $0) } ?? false
            }
            var formats: [SourceFormat] = []
            // A census counts every earlier plan and dates none; the record also counts those it does not hold.
            if (plan.previousPlans ?? 0) > 0 { formats.append(.census) }
            if soon { formats += PlannedConcern.fullRecords }
            if earlier.isEmpty, (plan.previousPlans ?? 0) > 0 { formats.append(.record) }
            guard !formats.isEmpty else { return nil }
            return PlannedConcern(
                "plan-again", about: PlannedConcern.about(.childProtectionPlan, plan.startedOn), onset: plan.startedOn,
                visibleIn: formats)
        }
    }

    private func longPlans() -> [PlannedConcern] {
        life.episodes.flatMap(\.protectionPlans).compactMap { plan in
            let onset = practice.onset(practice.longPlan, after: plan.startedOn)
            guard plan.endedOn == nil, onset <= setting.today else { return nil }
            return PlannedConcern(
                "plan-drift", about: PlannedConcern.about(.childProtectionPlan, plan.startedOn), onset: onset,
                visibleIn: PlannedConcern.everywhere)
        }
    }
}
