import ChildJourney
import WorkingDays

/// Review conferences: the first within three months of the initial conference, then each within six of the last.
extension EpisodePlanner {
    /// How long before its due day a review that ends a plan may be, so that equal steps fit.
    private static let longestStep = 170

    mutating func review(plan: RecordID, _ phase: Phase, in episode: inout Episode) {
        var due = practice.due(practice.firstReview, after: phase.from)
        var last = phase.from
        var mayBeLate = episode.shape.isReviewedLate
        while true {
            var held = nextReview(after: last, due: due, isFirst: last == phase.from, phase, episode.shape)
            if mayBeLate, let late = lateReview(due: due, phase) {
                held = late
                mayBeLate = false
            }
            guard held <= today else { return }
            episode.reviews.append(
                Draft(
                    PlanReview(
                        plan: plan, dueOn: due, heldOn: held, quorate: true, continues: held != phase.until,
                        participation: chance.pick(["PN1", "PN3", "PN5"])), id: ids.next("W")))
            if held == phase.until { return }
            last = held
            due = practice.due(practice.nextReview, after: held)
        }
    }

    private mutating func nextReview(
        after last: Day, due: Day, isFirst: Bool, _ phase: Phase, _ shape: EpisodeShape
    ) -> Day {
        let early = shape.reviewsOnDueDay ? 0 : chance.below(21)
        let usual = shape.reviewsOnDueDay ? due : max(last + 21, practice.earlier(0, due - early))
        guard let end = phase.until else { return min(usual, due) }
        if end <= due, isFirst || end - last <= Self.longestStep { return end }
        if isFirst { return min(usual, due) }
        let steps = (end - last + Self.longestStep - 1) / Self.longestStep
        return steps == 1 ? end : practice.earlier(0, last + (end - last) / steps)
    }

    /// Held after the due day, but held: nil where that would meet the plan's end or the reference day.
    private mutating func lateReview(due: Day, _ phase: Phase) -> Day? {
        let late = practice.later(1 + chance.below(20), due)
        return late <= min(today, (phase.until ?? today) - 30) ? late : nil
    }
}
