import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import Retention
import WorkingDays

/// Records one step of a child's journey, whichever it is.
package struct TakeStep {
    private let recorder: Recorder
    private let workers: [StepChoice]
    private let codes: [String: [String: String]]
    /// Adults known here whom a step may be about; `isAdultChosen` where one of them was named before.
    package var adults: [StepChoice] = []
    package var isAdultChosen = false
    /// Teams that have a manager, and the team of each worker.
    package var teams: [StepChoice] = []
    package var teamOf: [String: String] = [:]
    package var accessTerms: AccessTerms?

    /// What became of it.
    package enum Outcome: Sendable {
        case recorded
        /// Nothing was recorded: these answers have to be put right.
        case wrong([StepAnswers.Problem])
        /// Nothing was recorded: somebody else recorded entry `by` about the same thing since the form was opened.
        case changedSince(by: Int64)
        /// Nothing was recorded: this form was sent before and recorded entry `by`, and now it says something else.
        case sentBefore(by: Int64)
        /// Nothing was recorded: as the child stands now the step cannot be taken.
        case notOpenNow
    }

    /// What became of it, and the child as they stood when it was asked.
    package struct Taken: Sendable {
        package let outcome: Outcome
        package let opened: OpenedChild
    }

    /// A form as it was sent.
    package struct Sent: Sendable {
        /// The form's own id: sent twice, it is recorded once.
        package let form: RecordID
        /// What the step goes on with; nil where it begins something of its own.
        package let record: RecordID?
        /// The number of the entry that stood for that record when the form was opened.
        package let seen: Int64?

        package init(form: RecordID, record: RecordID?, seen: Int64?) {
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
        let journey = opened.journey()
        let openings = step.openings(journey, opened.concerns, on: recorder.now().londonDay)
        let opening = record == nil && openings.count == 1 ? openings.first : openings.first { $0.record == record }
        return opening.map { scene(at: $0, journey, opened, form) }
    }

    /// The step as it was asked, whether or not it can still be taken: for what its questions are called.
    package func sceneAsAsked(on record: RecordID?, of opened: OpenedChild, form: RecordID) -> StepScene {
        scene(at: StepOpening(record), opened.journey(), opened, form)
    }

    private func scene(
        at opening: StepOpening, _ journey: Journey, _ opened: OpenedChild, _ form: RecordID
    ) -> StepScene {
        var scene = StepScene(
            journey: journey, opening: opening, now: recorder.now(), person: recorder.person, workers: workers,
            workforce: opened.setting.workforce, codes: codes, id: form)
        scene.adults = adults
        scene.isAdultChosen = isAdultChosen
        (scene.concerns, scene.teams, scene.teamOf) = (opened.concerns, teams, teamOf)
        scene.limits = opened.setting.limits
        scene.withholding = opened.withholding
        scene.restriction = opened.restriction
        scene.history = opened.history
        scene.accessTerms = accessTerms
        (scene.limits, scene.calendar) = (opened.setting.limits, opened.setting.calendar)
        return scene
    }

    /// - Parameter read: what was answered, read by what the step asks as the child stands.
    package func callAsFunction(
        _ step: any Step.Type, _ sent: Sent, about child: SubjectID, read: (StepScene) -> StepAnswers
    ) async throws(RecordingRefusal) -> Taken {
        let opened = try await recorder.open(child)
        return Taken(outcome: try await outcome(step, sent, opened, read), opened: opened)
    }

    private func outcome(
        _ step: any Step.Type, _ sent: Sent, _ opened: OpenedChild, _ read: (StepScene) -> StepAnswers
    ) async throws(RecordingRefusal) -> Outcome {
        let history = opened.history
        if let before = history.entries.first(where: { $0.occasion == sent.form.text }) {
            return saysTheSame(step, sent, opened, before.sequence, read) ? .recorded : .sentBefore(by: before.sequence)
        }
        guard let scene = scene(step, on: sent.record, of: opened, form: sent.form) else { return .notOpenNow }
        if let id = scene.opening.record, let seen = sent.seen,
            let latest = history.entries.last(where: { $0.id == id && $0.sequence > seen })
        {
            return .changedSince(by: latest.sequence)
        }
        var answers = read(scene)
        answers.askToLeaveOut(opened.withholding, but: step.privateAnswers)
        guard answers.problems.isEmpty else { return .wrong(answers.problems) }
        let records = step.records(scene, &answers)
        guard answers.problems.isEmpty, !records.isEmpty else { return .wrong(answers.problems) }
        let entries = records.map { record in
            NewEntry(
                record.body, id: record.id, about: record.subject ?? .child(opened.child),
                by: .user(recorder.person.user), corrects: record.corrects, occasion: sent.form.text)
        }
        do throws(RecordingRefusal) {
            try await recorder.append(
                entries, about: opened.child, as: step.verb, besideAnySource: step.isBesideAnySource)
        } catch .changedSince(let by) {
            return .changedSince(by: by)
        }
        return .recorded
    }

    /// Whether a form that comes again would have recorded, before it was first recorded, just what was recorded then.
    ///
    /// A button pressed twice says the same. A page gone back to and written on further does not, and what was added must
    /// not be taken for recorded.
    private func saysTheSame(
        _ step: any Step.Type, _ sent: Sent, _ opened: OpenedChild, _ first: Int64, _ read: (StepScene) -> StepAnswers
    ) -> Bool {
        let recorded = opened.history.entries.filter { $0.occasion == sent.form.text }
        let earlier = OpenedChild(
            child: opened.child, history: History(entries: opened.history.entries.filter { $0.sequence < first }),
            summary: opened.summary, concerns: [], notChecked: [], source: opened.source, setting: opened.setting,
            restriction: opened.restriction, withholding: opened.withholding)
        guard let scene = scene(step, on: sent.record, of: earlier, form: sent.form) else { return false }
        var answers = read(scene)
        let records = step.records(scene, &answers).filter { $0.subject == nil }
        guard answers.problems.isEmpty, records.count == recorded.count else { return false }
        return records.allSatisfy { record in
            recorded.contains { $0.id == record.id && isSame($0.body, record.body) }
        }
    }

    private func isSame<Body: EntryBody>(_ one: Body, _ other: any EntryBody) -> Bool { one == other as? Body }
}
