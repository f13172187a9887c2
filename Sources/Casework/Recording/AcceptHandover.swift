import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Somebody takes what was handed over, by name: never whoever handed it over.
package struct AcceptHandover {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    /// Taken already, nothing changes: the first who took it has it.
    package func callAsFunction(_ id: RecordID, about child: SubjectID) async throws(RecordingRefusal) {
        let journey = try await recorder.journey(of: child)
        guard let handover = journey.casework.handovers.last(where: { $0.id == id }) else { throw .notFound }
        let me = recorder.person.user.text
        guard handover.body.acceptedBy == nil else { return }
        guard handover.body.mayBeAccepted(by: recorder.person) else { throw .ownHandover }
        var body = handover.body
        body.acceptedBy = me
        body.acceptedAt = recorder.now()
        do throws(RecordingRefusal) {
            try await recorder.record(body, id: id, about: child, as: .handOver, corrects: handover.place)
        } catch .changedSince {
            return
        }
    }
}

extension Handover {
    /// Never by whoever handed over; where it is for one person, by them or by a manager.
    package func mayBeAccepted(by person: SignedIn) -> Bool {
        guard person.user.text != from, acceptedBy == nil, person.role.mayDo.contains(.handOver) else { return false }
        if let toPerson { return person.user.text == toPerson || person.role.mayDo.contains(.decide) }
        switch to {
        case .emergencyDuty: return person.role == .emergencyDuty || person.role.mayDo.contains(.decide)
        case .dayTeam, .frontDoor: return person.role != .emergencyDuty
        }
    }
}
