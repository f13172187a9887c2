import AccessRules
import CINCensus
import ChildJourney
import Diagnostics
import FileFormats
import RecordKeeping
import WorkingDays

/// Loads a children in need census beside the case system it came from: only what changed is added.
package struct ImportCensus {
    private static let batchSize = 200

    private let store: any RecordStore
    private let codes: CensusCodes
    private let now: @Sendable () -> Moment

    package init(into store: any RecordStore, codes: CensusCodes, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.codes = codes
        self.now = now
    }

    /// `path` is read once; `file` is the name it is known by. `begun` is told of the load as soon as it has a number.
    package func callAsFunction(
        path: String, named file: String, by person: SignedIn,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws(ImportRefusal) -> Load {
        let access = try await ImportRefusal.leave(of: person, in: store)
        let stream: CensusStream
        var children: [SourceChild]
        do {
            stream = CensusStream(try FileBytes(path: path), file: file, codes: codes)
            children = try stream.next(atLeast: Self.batchSize)
        } catch {
            throw .unusable(error.diagnostic(file: file))
        }
        guard let reference = stream.header.lastDay else { throw .unusable(Self.noReferenceDay(file)) }
        let load = try await begin(reference, file: file, access)
        var count = 0
        while !children.isEmpty {
            try await take(children, in: load)
            count += children.count
            progress(ImportProgress(load: load, bytes: stream.bytesRead, children: count))
            do {
                children = try stream.next(atLeast: Self.batchSize)
            } catch {
                try await fail(load, error.diagnostic(file: file))
            }
        }
        return try await finish(load, stream.diagnostics, unreadable(stream.unreadable, path, file))
    }

    /// The groups that could not be placed, with their text. A file that cannot be read a second time is still loaded,
    /// and says where they were.
    private func unreadable(
        _ groups: [CensusReader.UnreadableGroup], _ path: String, _ file: String
    ) -> [UnreadableRow] {
        let texts = try? CensusGroupTexts.read(groups, from: FileBytes(path: path))
        return groups.enumerated().map { place, group in
            UnreadableRow(
                file: file, line: group.line,
                raw: texts?[place] ?? "<\(group.group)> (its text could not be read again)",
                because: "group-without-date")
        }
    }

    private func begin(_ reference: Day, file: String, _ access: Access) async throws(ImportRefusal) -> LoadID {
        let plan = LoadPlan(
            source: .census, kind: .census, files: [file], cover: .census(referenceDay: reference),
            supplied: [
                .person, .disability, .referral, .assessment, .section47Enquiry, .conference, .childProtectionPlan,
                .planReview, .childInNeedPlan, .preProceedings,
            ], startedAt: now(), by: access.who.user)
        do {
            return try await store.beginLoad(plan, access: access)
        } catch {
            throw .store(error)
        }
    }

    private func take(_ children: [SourceChild], in load: LoadID) async throws(ImportRefusal) {
        do {
            try await store.take(children.map { ImportedSubject($0) }, in: load, at: now())
        } catch {
            throw .store(error)
        }
    }

    private func fail(_ load: LoadID, _ diagnostic: Diagnostic) async throws(ImportRefusal) -> Never {
        do {
            try await store.keep([diagnostic], unreadable: [], in: load)
            try await store.fail(load, because: .unreadableFile, at: now())
        } catch {
            throw .store(error)
        }
        throw .unusable(diagnostic)
    }

    private func finish(
        _ load: LoadID, _ diagnostics: [Diagnostic], _ unreadable: [UnreadableRow]
    ) async throws(ImportRefusal) -> Load {
        do {
            try await store.keep(diagnostics, unreadable: unreadable, in: load)
            return try await store.finish(load, at: now())
        } catch {
            throw .store(error)
        }
    }

    private static func noReferenceDay(_ file: String) -> Diagnostic {
        Diagnostic(
            .fatal, "reference-date-missing", "The file names no reference date or year before its first child.",
            at: SourceLocation(file: file, field: "ReferenceDate"))
    }
}
