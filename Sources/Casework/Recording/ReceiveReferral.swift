import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// A referral is received and accepted. The first one about a child also records who they are.
package struct ReceiveReferral {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func callAsFunction(
        _ referral: Referral, id: RecordID, about child: SubjectID, who person: Person? = nil
    ) async throws(RecordingRefusal) {
        guard referral.receivedOn <= recorder.now().londonDay else { throw .dayNotPossible }
        var entries: [NewEntry] = []
        if let person {
            entries.append(NewEntry(person, id: "person", about: .child(child), by: .user(recorder.person.user)))
        }
        entries.append(NewEntry(referral, id: id, about: .child(child), by: .user(recorder.person.user)))
        try await recorder.append(entries, about: child, as: .recordReferral)
    }
}
