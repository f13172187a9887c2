import AccessRules
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// Meetings a plan is reported to: when, with which papers, who was there, and what they resolved, as work for somebody by a day.
package struct HoldPlanMeeting: Sendable {
    private let keep: KeepPlan
    private let assurer: Assurer

    package init(_ assurer: Assurer, _ keep: KeepPlan) {
        self.assurer = assurer
        self.keep = keep
    }

    package func plan(_ meeting: PlanMeeting, id: RecordID, in plan: String) async throws(AssuranceRefusal) {
        _ = try await file(plan)
        if let papers = meeting.papersDueOn, papers > meeting.on {
            throw .missing("a day for the papers that is not after the meeting")
        }
        try await assurer.append(meeting, id: id, about: Assurer.plan(plan))
    }

    package func papersSent(_ meeting: RecordID, on day: Day, in plan: String) async throws(AssuranceRefusal) {
        try await change(meeting, in: plan) { (body) throws(AssuranceRefusal) in
            guard body.papersSentOn == nil else { throw .doneAlready }
            guard day <= assurer.today else { throw .missing("a day that has come") }
            body.papersSentOn = day
        }
    }

    /// Who was there, and the minutes. Minutes may come later; what was written stays to be read.
    package func held(
        _ meeting: RecordID, on day: Day, present: [String], absent: [String], minutes: String?, in plan: String
    ) async throws(AssuranceRefusal) {
        _ = try assurer.leave(to: .keepPlan)
        try await assurer.leaveOutOfPlans([
            ("The minutes", minutes), ("Who was there", present.joined(separator: "; ")),
            ("Who was not there", absent.joined(separator: "; ")),
        ])
        try await change(meeting, in: plan) { (body) throws(AssuranceRefusal) in
            guard day <= assurer.today else { throw .missing("a day that has come") }
            guard !present.isEmpty else { throw .missing("who was there") }
            (body.heldOn, body.present, body.absent) = (day, present, absent)
            if let minutes { body.minutes = minutes }
        }
    }

    package func resolve(
        _ resolution: MeetingResolution, id: RecordID, in plan: String
    ) async throws(AssuranceRefusal) {
        let file = try await file(plan)
        guard let meeting = file.meetings.first(where: { $0.id.text == resolution.meeting }) else { throw .notFound }
        guard meeting.body.heldOn != nil else { throw .missing("first that the meeting was held") }
        guard !resolution.words.isEmpty else { throw .missing("what was resolved") }
        guard resolution.dueOn >= resolution.on else { throw .missing("a day that is not before the meeting") }
        try await keep.mustTakeActions(resolution.owner)
        try await assurer.leaveOutOfPlans([("What was resolved", resolution.words)])
        try await assurer.append(resolution, id: id, about: Assurer.plan(plan))
    }

    /// Only what answered it closes what was resolved.
    package func answer(
        _ resolution: RecordID, with answer: String, on day: Day, in plan: String
    ) async throws(AssuranceRefusal) {
        _ = try assurer.leave(to: .updateAction)
        let file = try await SeePlan(assurer).file(plan)
        guard let recorded = file.resolutions.first(where: { $0.id.text == resolution.text }) else { throw .notFound }
        let person = assurer.person
        guard recorded.body.owner == person.user.text || person.mayDo.contains(.keepPlan) else { throw .notOwner }
        guard recorded.body.answeredOn == nil else { throw .doneAlready }
        guard !answer.isEmpty else { throw .missing("what answered it") }
        guard day <= assurer.today, day >= recorded.body.on else { throw .missing("a day since it was resolved") }
        try await assurer.leaveOutOfPlans([("What answered it", answer)])
        var body = recorded.body
        (body.answeredOn, body.answeredBy, body.answer) = (day, person.user.text, answer)
        try await assurer.append(body, id: resolution, about: Assurer.plan(plan), corrects: recorded.place)
    }

    /// A change of how work is shared out, and the numbers to watch meanwhile.
    package func announce(_ change: PlannedChange, id: RecordID, in plan: String) async throws(AssuranceRefusal) {
        let file = try await file(plan)
        guard !change.name.isEmpty else { throw .missing("what changes") }
        guard change.from <= change.until else { throw .missing("a last day that is not before the first") }
        guard !change.watch.isEmpty else { throw .missing("which numbers are watched") }
        try await assurer.leaveOutOfPlans([("What changes", change.name), ("Why", change.why)])
        let earlier = file.changes.last { $0.id.text == id.text }
        try await assurer.append(change, id: id, about: Assurer.plan(plan), corrects: earlier?.place)
    }

    private func change(
        _ meeting: RecordID, in plan: String, _ edit: (inout PlanMeeting) throws(AssuranceRefusal) -> Void
    ) async throws(AssuranceRefusal) {
        let file = try await file(plan)
        guard let recorded = file.meetings.first(where: { $0.id.text == meeting.text }) else { throw .notFound }
        var body = recorded.body
        try edit(&body)
        try await assurer.append(body, id: meeting, about: Assurer.plan(plan), corrects: recorded.place)
    }

    private func file(_ plan: String) async throws(AssuranceRefusal) -> PlanFile {
        _ = try assurer.leave(to: .keepPlan)
        let file = try await SeePlan(assurer).file(plan)
        guard !file.hasEnded else { throw .planEnded }
        return file
    }
}
