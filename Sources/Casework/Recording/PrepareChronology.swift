import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// What was chosen of a child's story is to go out to somebody. It waits for a second person, as every document does.
package struct PrepareChronology {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    /// Sent twice, it is prepared once.
    package func callAsFunction(
        _ chosen: [ChosenEntry], for recipient: String, _ relation: String, form: RecordID, of opened: OpenedChild
    ) async throws(RecordingRefusal) {
        if opened.history.entries.contains(where: { $0.occasion == form.text }) { return }
        var body = OutgoingDocument(
            content: .chronology, recipient: recipient, relation: relation, preparedOn: recorder.now().londonDay,
            preparedBy: recorder.person.user.text)
        body.upTo = opened.history.journey().lastPlace
        body.chosen = chosen
        let entry = NewEntry(
            body, id: form, about: .child(opened.child), by: .user(recorder.person.user), occasion: form.text)
        try await recorder.append([entry], about: opened.child, as: .recordNote)
    }
}
