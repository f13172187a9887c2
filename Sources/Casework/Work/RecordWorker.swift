import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// A manager records that somebody is away, is back, or leaves, how much of the week they work, and their registration as a
/// social worker.
package struct RecordWorker {
    private let recorder: Recorder
    private let access: Access

    /// `access` is the manager's leave to see who holds whom.
    package init(_ recorder: Recorder, access: Access) {
        self.recorder = recorder
        self.access = access
    }

    /// The same form again records nothing more.
    package func away(
        _ worker: String, from: Day, until: Day?, _ reason: AbsenceReason, form: RecordID
    ) async throws(RecordingRefusal) {
        if let until, until < from { throw .dayNotPossible }
        let body = WorkerAbsence(from: from, until: until, reason: reason, recordedBy: recorder.person.user.text)
        try await record(body, id: form, about: worker, corrects: nil)
    }

    /// The last day away of an absence that has no end yet, or another one than was thought.
    package func back(_ worker: String, _ absence: RecordID, until: Day) async throws(RecordingRefusal) {
        let history = try await history(of: worker)
        guard let entry = history.entries.last(where: { $0.id == absence }), var body = entry.body as? WorkerAbsence
        else { throw .notFound }
        guard until >= body.from - 1 else { throw .dayNotPossible }
        guard body.until != until else { return }
        body.until = until
        try await record(body, id: absence, about: worker, corrects: entry.sequence)
    }

    /// `leftOn` is the first day they no longer hold anybody.
    package func leaves(_ worker: String, named name: String?, on leftOn: Day) async throws(RecordingRefusal) {
        try await change(worker, named: name) { $0.leftOn = leftOn }
    }

    /// No number: no registration is known, or it has ended. Nobody records their own.
    package func registered(
        _ worker: String, named name: String?, number: String?, newlyQualified: Bool, agency: Bool
    ) async throws(RecordingRefusal) {
        guard worker != recorder.person.user.text else { throw .ownRegistration }
        try await change(worker, named: name) { body in
            body.registration = number
            body.newlyQualified = newlyQualified
            body.agency = agency
        }
    }

    /// From a day on; what held before stays recorded. The same form again records nothing more.
    package func works(
        _ worker: String, _ pattern: WorkingPattern, form: RecordID
    ) async throws(RecordingRefusal) {
        guard worker != recorder.person.user.text else { throw .ownRegistration }
        var body = pattern
        body.recordedBy = recorder.person.user.text
        try await record(body, id: form, about: worker, corrects: nil)
    }

    private func change(
        _ worker: String, named name: String?, _ change: (inout Worker) -> Void
    ) async throws(RecordingRefusal) {
        let history = try await history(of: worker)
        let entry = history.entries.last { $0.body is Worker }
        let known = entry?.body as? Worker ?? Worker(name: name)
        var body = known
        change(&body)
        guard body != known || entry == nil else { return }
        try await record(body, id: entry?.id ?? "worker", about: worker, corrects: entry?.sequence)
    }

    private func history(of worker: String) async throws(RecordingRefusal) -> History {
        do {
            return try await recorder.store.history(ofWorker: worker, access: access)
        } catch {
            throw .store(error)
        }
    }

    private func record(
        _ body: some EntryBody, id: RecordID, about worker: String, corrects: Int64?
    ) async throws(RecordingRefusal) {
        let entry = NewEntry(
            body, id: id, about: .worker(worker), by: .user(recorder.person.user), corrects: corrects)
        let appended = try await recorder.append([entry], aboutEach: [], as: .allocate)
        if case .changedSince(_, let by) = appended { throw .changedSince(by: by) }
    }
}
