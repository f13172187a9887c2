import Casework
import ChildJourney
import WorkingDays

/// What was agreed for the child, who met about it, and who went to see them.
extension StoryWords {
    func tellPlans(_ journey: Journey, _ told: inout [ToldEvent]) {
        for plan in journey.protectionPlans {
            let said = joined(
                CategoryWords.words(plan.initialCategory), actions(plan.body.actions),
                plan.body.contingency.map { "If it does not hold: \($0)" })
            tell(plan, plan.startedOn, "Child protection plan began", said, &told)
            tell(plan, plan.endedOn, "Child protection plan ended", joined(plan.body.endedWhy), &told)
        }
        for review in journey.planReviews {
            let said = joined(review.quorate == false ? "Not quorate" : nil, review.body.why)
            tell(review, review.heldOn, "Review conference", said, &told)
        }
        for plan in journey.inNeedPlans {
            let said = joined(
                actions(plan.body.actions), plan.body.contingency.map { "If it does not hold: \($0)" })
            tell(plan, plan.startedOn, "Child in need plan began", said, &told)
            tell(plan, plan.endedOn, "Child in need plan ended", joined(plan.body.endedWhy), &told)
        }
        for group in journey.casework.coreGroups {
            tell(
                group, group.body.heldOn, "Core group", joined(tookPart(group.body.present), group.body.progress), &told
            )
        }
        for review in journey.casework.inNeedPlanReviews {
            tell(review, review.body.heldOn, "Child in need plan reviewed", joined(review.body.progress), &told)
        }
        for visit in journey.visits { tell(visit, visit.on, "Visit", visitWords(visit.body), &told) }
    }

    private func visitWords(_ visit: Visit) -> String {
        joined(VisitWords.words(visit), visit.childsWords.map { "In the child's words: \($0)" }, visit.note)
    }

    private func actions(_ actions: [PlanAction]?) -> String? {
        guard let actions, !actions.isEmpty else { return nil }
        let words = actions.map { action in
            let done = action.doneOn.map { ", done \($0.shortWords)" } ?? ""
            return "\(action.aim) (\(action.owner), by \(action.by.shortWords)\(done))"
        }
        return "Actions: \(words.joined(separator: "; "))"
    }
}

enum VisitWords {
    /// A blank answer is unknown, not no.
    static func words(_ visit: Visit) -> String {
        let purpose = visit.purpose.words.atSentenceStart
        if let mother = visit.motherSeen {
            return "\(purpose), before the birth. The expectant mother was \(mother ? "" : "not ")seen."
        }
        let seen =
            switch (visit.seen, visit.seenAlone) {
            case (true?, true?): "The child was seen, and seen alone."
            case (true?, false?): "The child was seen, not alone."
            case (true?, nil): "The child was seen; whether alone is not recorded."
            case (false?, _): "The child was not seen."
            case (nil, _): "Whether the child was seen is not recorded."
            }
        return "\(visit.at.map { "At \($0.clockWords). " } ?? "")\(purpose). \(seen)"
    }
}

enum CategoryWords {
    static func words(_ code: String?) -> String {
        switch code {
        case "NEG": "Neglect."
        case "PHY": "Physical abuse."
        case "SAB": "Sexual abuse."
        case "EMO": "Emotional abuse."
        case "MUL": "More than one category."
        default: ""
        }
    }
}
