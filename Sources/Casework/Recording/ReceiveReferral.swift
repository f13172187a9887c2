import AccessRules
import ChildJourney
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
        if let person { try await recorder.record(person, id: "person", about: child, as: .recordReferral) }
        try await recorder.record(referral, id: id, about: child, as: .recordReferral)
    }
}
