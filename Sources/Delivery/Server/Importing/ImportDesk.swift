import AccessRules
import Casework
import Diagnostics
import RecordKeeping
import WorkingDays

/// Where files are handed in to be loaded: one at a time, read while whoever sent it goes on working.
package actor ImportDesk {
    private let store: any RecordStore
    private let standards: Casework.Standards
    private let now: @Sendable () -> Moment
    private var reading: Task<Void, Never>?

    package init(store: any RecordStore, standards: Casework.Standards, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.standards = standards
        self.now = now
    }

    /// Why a file was not taken in.
    package enum NotTaken: Error, Sendable {
        /// Another file is being read.
        case busy
        case refused(ImportRefusal)
    }

    /// Takes the file, which the desk deletes, and answers with the number of its load once there is one.
    package func take(_ file: UploadedFile, from person: SignedInPerson) async throws(NotTaken) -> Int {
        guard reading == nil else {
            file.delete()
            throw .busy
        }
        let begun = Begun()
        reading = Task { await self.read(file, from: person, telling: begun) }
        switch await begun.outcome() {
        case .success(let number): return number
        case .failure(let refusal): throw .refused(refusal)
        }
    }

    /// Returns when no file is being read.
    package func idle() async { await reading?.value }

    private func read(_ file: UploadedFile, from person: SignedInPerson, telling begun: Begun) async {
        defer {
            file.delete()
            reading = nil
        }
        do throws(ImportRefusal) {
            let load = try await load(file, from: person) { begun.tell(.success($0.load.number)) }
            begun.tell(.success(load.id.number))
        } catch {
            // NB: a load that had begun has a page, which says how far it came.
            let number = await abandon(file, of: person)
            begun.tell(number.map { .success($0) } ?? .failure(error))
        }
    }

    private nonisolated func load(
        _ file: UploadedFile, from person: SignedInPerson, progress: @Sendable (ImportProgress) -> Void
    ) async throws(ImportRefusal) -> Load {
        let name = file.name.text
        if file.isZip {
            return try await ImportDataset(into: store, now: now)(
                path: file.path, named: name, takenOn: now().londonDay, by: person, progress: progress)
        }
        return try await ImportCensus(into: store, codes: standards.censusCodes, now: now)(
            path: file.path, named: name, by: person, progress: progress)
    }

    /// A load that stopped says so, and is not shown as still being read; its number, if there was one.
    private func abandon(_ file: UploadedFile, of person: SignedInPerson) async -> Int? {
        guard let load = try? await store.loadInProgress(of: person.council),
            load.plan.by == person.user, load.plan.files == [file.name.text]
        else { return nil }
        try? await store.fail(load.id, because: .unreadableFile, at: now())
        return load.id.number
    }
}
