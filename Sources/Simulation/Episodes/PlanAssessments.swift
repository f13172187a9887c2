import ChildJourney
import WorkingDays

/// Assessments, and the child in need plans that follow them.
extension EpisodePlanner {
    /// The first assessment, in time unless the shape says it was late, and now and then a later one.
    mutating func assess(_ episode: inout Episode) {
        let shape = episode.shape
        let wait = min(chance.pick([0, 0, 0, 1, 1, 1, 2]), practice.assessmentStart.number)
        let started = min(practice.later(wait, shape.receivedOn), shape.closedOn ?? today)
        guard started <= today, started >= shape.receivedOn else { return }
        let ends = authorisation(started: started, shape: shape)
        let authorised = ends <= today ? ends : nil
        var plan: Day?
        var outcome = shape.outcome
        if outcome == .other, let authorised {
            plan = inNeedPlanStart(authorised: authorised, shape: shape)
            let firstStep = shape.phases.dropFirst().first?.from
            if let step = firstStep, (plan ?? step) >= step { outcome = .strategyDiscussion; plan = nil }
        }
        episode.assessments.append(
            Draft(
                Assessment(
                    referral: episode.id, kind: .single, startedOn: started,
                    internalReviewOn: reviewPoint(started: started, ends: ends, authorised: authorised),
                    authorisedOn: authorised,
                    childSeen: authorised.flatMap { isBorn(on: $0) ? true : nil },
                    outcome: authorised == nil ? nil : outcome,
                    noFurtherAction: authorised == nil ? nil : outcome == .noFurtherAction,
                    factors: authorised == nil ? nil : factors(outcome), team: post.team,
                    worker: post.worker(on: started)), id: ids.next("A")))
        if shape.broughtInNeedPlan { plan = shape.receivedOn }
        if let plan, plan <= today {
            addInNeedPlan(from: plan, until: shape.phases[0].until, to: &episode)
            assessAgain(planFrom: plan, in: &episode)
        }
    }

    /// The day the first assessment ends, which may lie beyond the reference day.
    private mutating func authorisation(started: Day, shape: EpisodeShape) -> Day {
        if let asked = shape.authorisedOn { return max(asked, started) }
        let due = practice.due(practice.assessment, after: shape.receivedOn)
        let length = chance.within(chance.pick(NationalProfile.assessmentLengths))
        let delay = chance.within(chance.pick(NationalProfile.assessmentDelays))
        let inTime = min(length == 0 ? started : practice.later(length, started), due)
        let last = shape.closedOn.map { $0 - 2 } ?? today
        let late = practice.later(delay, due)
        if shape.isAssessedLate, late <= last { return late }
        guard let closed = shape.closedOn, inTime > closed else { return inTime }
        return max(started, practice.earlier(0, closed))
    }

    private func reviewPoint(started: Day, ends: Day, authorised: Day?) -> Day? {
        let point = practice.later(10, started)
        return point < (authorised ?? today) && point < ends ? point : nil
    }

    /// In time, within ten working days; nil when something else begins, or the case closes, first.
    private mutating func inNeedPlanStart(authorised: Day, shape: EpisodeShape) -> Day? {
        let days = chance.below(practice.inNeedPlan.number + 1)
        let plan = practice.later(days, authorised)
        guard let end = shape.phases[0].until else { return plan }
        return plan < end ? plan : nil
    }

    mutating func addInNeedPlan(from start: Day, until end: Day?, to episode: inout Episode) {
        episode.inNeedPlans.append(
            Draft(
                ChildInNeedPlan(
                    referral: episode.id, startedOn: start, endedOn: end, team: post.team,
                    worker: post.worker(on: start)), id: ids.next("N")))
    }

    /// Another assessment while the plan runs, in time by its own start.
    private mutating func assessAgain(planFrom: Day, in episode: inout Episode) {
        guard chance.happens(perThousand: NationalProfile.extraAssessmentPerThousand) else { return }
        let first = practice.later(5 + chance.below(30), max(planFrom, episode.assessments[0].authorisedOn ?? planFrom))
        let ends = practice.later(5 + chance.below(practice.assessment.number - 4), first)
        let until = episode.shape.phases[0].until
        guard first < today, ends <= (until ?? Day(number: .max)) - 3 else { return }
        let authorised = ends <= today ? ends : nil
        episode.assessments.append(
            Draft(
                Assessment(
                    referral: episode.id, kind: .single, startedOn: first, authorisedOn: authorised,
                    childSeen: authorised.flatMap { isBorn(on: $0) ? true : nil },
                    outcome: authorised == nil ? nil : .other, noFurtherAction: authorised == nil ? nil : false,
                    factors: authorised == nil ? nil : factors(.other), team: post.team,
                    worker: post.worker(on: first)), id: ids.next("A")))
    }

    private mutating func factors(_ outcome: AssessmentOutcome) -> [String] {
        if outcome == .noFurtherAction, chance.happens(perThousand: 500) { return ["21"] }
        let count = chance.pick([1, 2, 2, 3, 3, 4])
        var found: [String] = []
        for _ in 0..<count {
            let factor = chance.pick(NationalProfile.factors)
            if !found.contains(factor) { found.append(factor) }
        }
        return found
    }
}
