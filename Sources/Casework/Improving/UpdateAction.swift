import AccessRules
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// Says for a month how an action goes, or that it is complete. Whether it is, its measure says.
package struct UpdateAction: Sendable {
    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    /// Written again for the same month, it puts right what was written before; both stay to be read, and what is frozen stays frozen.
    package func write(
        _ words: String, explaining explanation: String? = nil, for month: PlanMonth, of action: RecordID,
        in plan: String
    ) async throws(AssuranceRefusal) {
        let (file, recorded) = try await owned(action, in: plan)
        guard !words.isEmpty else { throw .missing("how it goes") }
        let today = assurer.today
        guard month.first <= today, month >= PlanMonth(of: file.writtenOn(recorded)) else {
            throw .missing("a month since the action was written into the plan")
        }
        try await assurer.leaveOutOfPlans([
            ("How it goes", words), ("Why the number is what it is", explanation),
        ])
        var update = ActionUpdate(
            on: today, action: action.text, month: month.first, by: assurer.person.user.text, words: words)
        update.explanation = explanation
        let earlier = file.updates.last { $0.body.action == action.text && $0.body.month == month.first }
        try await assurer.append(
            update, id: RecordID("\(action)-\(month.text)"), about: Assurer.plan(plan), corrects: earlier?.place)
    }

    package func complete(
        _ action: RecordID, in plan: String, on day: Day, shownBy: String
    ) async throws(AssuranceRefusal) {
        let (_, recorded) = try await owned(action, in: plan)
        guard recorded.body.completedOn == nil, recorded.body.droppedOn == nil else { throw .doneAlready }
        guard !shownBy.isEmpty else { throw .missing("what shows that it is complete") }
        guard day <= assurer.today, day >= recorded.body.beganOn else {
            throw .missing("a day that has come, and on which it had begun")
        }
        try await assurer.leaveOutOfPlans([("What shows that it is complete", shownBy)])
        var body = recorded.body
        (body.completedOn, body.completedBy) = (day, assurer.person.user.text)
        (body.completedShownBy, body.changedBecause) = (shownBy, "Marked complete: \(shownBy)")
        try await assurer.append(body, id: action, about: Assurer.plan(plan), corrects: recorded.place)
    }

    /// It was marked complete and is not: it is worked on again.
    package func reopen(_ action: RecordID, in plan: String, because why: String) async throws(AssuranceRefusal) {
        let (_, recorded) = try await owned(action, in: plan)
        guard recorded.body.completedOn != nil else { throw .doneAlready }
        guard !why.isEmpty else { throw .missing("why it is opened again") }
        try await assurer.leaveOutOfPlans([("Why it is opened again", why)])
        var body = recorded.body
        (body.completedOn, body.completedBy, body.completedShownBy) = (nil, nil, nil)
        body.changedBecause = why
        try await assurer.append(body, id: action, about: Assurer.plan(plan), corrects: recorded.place)
    }

    private func owned(
        _ action: RecordID, in plan: String
    ) async throws(AssuranceRefusal) -> (PlanFile, Recorded<ImprovementAction>) {
        _ = try assurer.leave(to: .updateAction)
        let file = try await SeePlan(assurer).file(plan)
        guard !file.hasEnded else { throw .planEnded }
        guard let recorded = file.action(action) else { throw .notFound }
        guard recorded.body.owner == assurer.person.user.text || assurer.person.mayDo.contains(.keepPlan) else {
            throw .notOwner
        }
        return (file, recorded)
    }
}
