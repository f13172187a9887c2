import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// Records one step of a child's journey, whichever it is.
package struct TakeStep {
    private let recorder: Recorder
    private let workers: [StepChoice]
    private let codes: [String: [String: String]]
    /// Adults known here whom a step may be about; `isAdultChosen` where one of them was named before.
    package var adults: [StepChoice] = []
    package var isAdultChosen = false

    /// What became of it.
    package enum Outcome: Sendable {
        case recorded
        /// Nothing was recorded: these answers have to be put right.
        case wrong([StepAnswers.Problem])
        /// Nothing was recorded: somebody else recorded entry `by` about the same thing since the form was opened.
        case changedSince(by: Int64)
    }

    /// A form as it was sent.
    package struct Sent: Sendable {
        package let answers: StepAnswers
        /// The form's own id: sent twice, it is recorded once.
        package let form: RecordID
        /// What the step goes on with; nil where it begins something of its own.
        package let record: RecordID?
        /// The number of the entry that stood for that record when the form was opened.
        package let seen: Int64?

        package init(answers: StepAnswers, form: RecordID, record: RecordID?, seen: Int64?) {
            self.answers = answers
            self.form = form
            self.record = record
            self.seen = seen
        }
    }

    package init(_ recorder: Recorder, workers: [StepChoice], codes: [String: [String: String]]) {
        self.recorder = recorder
        self.workers = workers
        self.codes = codes
    }

    /// The step as it can be taken on a child now; nil when it cannot.
    package func scene(
        _ step: any Step.Type, on record: RecordID?, of opened: OpenedChild, form: RecordID
    ) -> StepScene? {
        let today = recorder.now().londonDay
        let journey = opened.journey()
        let openings = step.openings(journey, on: today)
        let opening = record == nil && openings.count == 1 ? openings.first : openings.first { $0.record == record }
        guard let opening else { return nil }
        var scene = StepScene(
            journey: journey, opening: opening, today: today, person: recorder.person, workers: workers,
            workforce: opened.setting.workforce ?? Workforce(), codes: codes, id: form)
        scene.adults = adults
        scene.isAdultChosen = isAdultChosen
        return scene
    }

    package func callAsFunction(
        _ step: any Step.Type, _ sent: Sent, about child: SubjectID
    ) async throws(RecordingRefusal) -> Outcome {
        let opened = try await recorder.open(child)
        let history = opened.history
        if history.entries.contains(where: { $0.occasion == sent.form.text }) { return .recorded }
        guard let scene = scene(step, on: sent.record, of: opened, form: sent.form) else { throw .notOpenNow }
        if let id = scene.opening.record, let seen = sent.seen,
            let latest = history.entries.last(where: { $0.id == id && $0.sequence > seen })
        {
            return .changedSince(by: latest.sequence)
        }
        var answers = sent.answers
        let records = step.records(scene, &answers)
        guard answers.problems.isEmpty, !records.isEmpty else { return .wrong(answers.problems) }
        let entries = records.map { record in
            NewEntry(
                record.body, id: record.id, about: record.subject ?? .child(child), by: .user(recorder.person.user),
                corrects: record.corrects, occasion: sent.form.text)
        }
        do throws(RecordingRefusal) {
            try await recorder.append(entries, about: child, as: step.verb)
        } catch .changedSince(let by) {
            return .changedSince(by: by)
        }
        return .recorded
    }
}
