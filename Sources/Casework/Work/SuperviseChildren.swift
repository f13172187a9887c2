import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// A manager weighs, with one worker, what happens for the children the worker holds: each child's own supervision.
package struct SuperviseChildren {
    package struct Written: Sendable {
        package let child: SubjectID
        package let weighed: String
        package let actions: String?
        package let earlier: EarlierActions?

        package init(child: SubjectID, weighed: String, actions: String?, earlier: EarlierActions?) {
            self.child = child
            self.weighed = weighed
            self.actions = actions
            self.earlier = earlier
        }
    }

    private let recorder: Recorder

    package init(_ recorder: Recorder) { self.recorder = recorder }

    package func callAsFunction(
        _ written: [Written], of worker: String, on day: Day, form: RecordID
    ) async throws(RecordingRefusal) -> ManyChildren.Outcome {
        let byChild = Dictionary(written.map { ($0.child, $0) }, uniquingKeysWith: { first, _ in first })
        let me = recorder.person.user.text
        let today = recorder.now().londonDay
        return try await ManyChildren(recorder: recorder)(written.map(\.child), as: .supervise, form: form) { opened in
            guard let written = byChild[opened.child] else { return .success([]) }
            let journey = opened.journey()
            let leads = [journey.lead(on: today)?.worker, journey.lead(on: day)?.worker]
            let isOwn = [day, today].contains { journey.worked(me, from: $0, through: $0) }
            guard !leads.contains(me), !isOwn, worker != me else { return .failure(RefusedChild(.ownWork)) }
            guard leads.contains(worker) else {
                return .failure(RefusedChild(.heldBySomebodyElse(journey.lead(on: today)?.worker)))
            }
            for text in [written.weighed, written.actions].compactMap({ $0 }) {
                if let problem = opened.withholding.whyToLeaveOut(text) {
                    return .failure(RefusedChild(.wrong(problem)))
                }
            }
            var body = CaseSupervision(
                on: day, worker: worker, supervisor: me, weighed: written.weighed, actions: written.actions)
            body.earlierActions = written.earlier
            return .success([StepRecord(body, id: RecordID("\(form.text)-\(opened.child.local)"))])
        }
    }
}
