import AccessRules
import ChildJourney
import Duties
import RecordKeeping
import WorkingDays

/// Records one step about an adult of the record.
package struct TakeAdultStep {
    private let recorder: Recorder
    private let limits: Limits
    /// Adults and children known here whom the answers may be about.
    package var adults: [StepChoice] = []
    package var children: [StepChoice] = []

    package init(_ recorder: Recorder, limits: Limits) {
        self.recorder = recorder
        self.limits = limits
    }

    /// The step as it can be taken on an adult now; nil when it cannot.
    package func scene(
        _ step: any Step.Type, on record: RecordID?, of opened: OpenedAdult, form: RecordID
    ) -> StepScene? {
        let now = recorder.now()
        let journey = opened.history.journey()
        let openings = step.openings(journey, on: now.londonDay)
        let opening = record == nil && openings.count == 1 ? openings.first : openings.first { $0.record == record }
        guard let opening else { return nil }
        var scene = StepScene(
            journey: journey, opening: opening, now: now, person: recorder.person, workers: [],
            workforce: Workforce(), codes: [:], id: form)
        scene.limits = limits
        scene.withholding = opened.withholding
        scene.history = opened.history
        (scene.adults, scene.children, scene.ties) = (adults, children, opened.ties)
        return scene
    }

    package func callAsFunction(
        _ step: any Step.Type, _ sent: TakeStep.Sent, about opened: OpenedAdult, read: (StepScene) -> StepAnswers
    ) async throws(RecordingRefusal) -> TakeStep.Outcome {
        // Leave to record about an adult is leave to record about a child the adult belongs with.
        guard let through = opened.children.first?.child else { throw .notFound }
        let history = opened.history
        if history.entries.contains(where: { $0.occasion == sent.form.text }) { return .recorded }
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
        for case let said as SamePerson in records.map(\.body) where said.stands {
            // NB: opened as any child, so that nobody says it of one they may not open, nor of one who is not there.
            let child = SubjectID(source: SourceName.record.text, local: said.child)
            guard try await isThere(child) else {
                return .wrong([
                    StepAnswers.Problem(
                        field: "number", message: "No child you may open is known here by that number")
                ])
            }
        }
        let entries = records.map { record in
            NewEntry(
                record.body, id: record.id, about: .adult(opened.adult), by: .user(recorder.person.user),
                corrects: record.corrects, occasion: sent.form.text)
        }
        do throws(RecordingRefusal) {
            try await recorder.append(entries, about: through, as: step.verb)
        } catch .changedSince(let by) {
            return .changedSince(by: by)
        }
        return .recorded
    }

    private func isThere(_ child: SubjectID) async throws(RecordingRefusal) -> Bool {
        do throws(RecordingRefusal) {
            _ = try await recorder.open(child)
            return true
        } catch {
            switch error {
            case .access, .store(.notFound): return false
            default: throw error
            }
        }
    }
}
