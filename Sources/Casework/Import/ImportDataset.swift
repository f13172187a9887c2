import AccessRules
import ChildJourney
import Diagnostics
import RecordKeeping
import SafeguardingDataset
import WorkingDays

/// Loads a Standard Safeguarding Dataset extract beside the case system it came from.
package struct ImportDataset {
    private static let batchSize = 200

    private let store: any RecordStore
    private let now: @Sendable () -> Moment

    package init(into store: any RecordStore, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.now = now
    }

    /// `day` is the day the extract was taken.
    package func callAsFunction(
        path: String, named file: String, takenOn day: Day, by person: SignedIn,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws(ImportRefusal) -> Load {
        let access = try await ImportRefusal.leave(of: person, in: store)
        let extract: DatasetExtract
        do {
            extract = try DatasetExtract(path: path)
        } catch {
            throw .unusable(error.diagnostic(file: file))
        }
        do {
            return try await load(extract, plan(extract, file, day, access), access, progress)
        } catch let failure as StoreFailure {
            throw .store(failure)
        } catch {
            throw .unusable(
                Diagnostic(
                    .fatal, "extract-unreadable", "The extract could not be read.", at: SourceLocation(file: file)))
        }
    }

    private func plan(_ extract: DatasetExtract, _ file: String, _ day: Day, _ access: Access) -> LoadPlan {
        let whole = extract.contents.tables.filter(\.isWhole).map(\.name)
        return LoadPlan(
            source: .safeguardingDataset, kind: .safeguardingDataset, files: [file], cover: extract.cover(until: day),
            supplied: Set(whole.compactMap { Self.kinds[$0] }), startedAt: now(), by: access.who.user)
    }

    private func load(
        _ extract: DatasetExtract, _ plan: LoadPlan, _ access: Access, _ progress: (ImportProgress) -> Void
    ) async throws -> Load {
        let load = try await store.beginLoad(plan, access: access)
        try await store.take(workforce(extract.workforce), in: load, at: now())
        var count = 0
        for partition in 0..<extract.partitionCount {
            var people: [ImportedPerson] = []
            try extract.forEachPerson(inPartition: partition) { people.append($0) }
            for start in stride(from: 0, to: people.count, by: Self.batchSize) {
                let batch = people[start..<min(start + Self.batchSize, people.count)]
                try await store.take(batch.map(subject), in: load, at: now())
                count += batch.count
                progress(ImportProgress(load: load, bytes: 0, children: count))
            }
        }
        var unreadable: [RecordKeeping.UnreadableRow] = []
        try extract.forEachUnreadableRow { row in
            unreadable.append(
                RecordKeeping.UnreadableRow(
                    file: row.file, line: row.row, raw: String(decoding: row.bytes, as: UTF8.self),
                    because: row.reason.rawValue))
        }
        try await store.keep(extract.diagnostics, unreadable: unreadable, in: load)
        return try await store.finish(load, at: now())
    }

    private func subject(_ person: ImportedPerson) -> ImportedSubject {
        ImportedSubject(
            .child, id: person.id,
            records: person.records.map { ImportedRecord(id: $0.id, body: $0.body, place: $0.place) })
    }

    /// Workers and teams come first: children are evaluated against them.
    private func workforce(_ workforce: Workforce) -> [ImportedSubject] {
        workforce.teams.sorted { $0.key < $1.key }.map { id, team in
            ImportedSubject(.team, id: id, records: [ImportedRecord(id: "team", body: team, place: 0)])
        }
            + workforce.workers.sorted { $0.key < $1.key }.map { id, worker in
                ImportedSubject(.worker, id: id, records: [ImportedRecord(id: "worker", body: worker, place: 0)])
            }
    }

    private static let kinds: [String: RecordKind] = [
        "ssd_person": .person, "ssd_disability": .disability, "ssd_address": .address, "ssd_family": .familyLink,
        "ssd_mother": .relationship, "ssd_contacts": .contact, "ssd_cin_episodes": .referral,
        "ssd_involvements": .allocation, "ssd_cin_assessments": .assessment, "ssd_s47_enquiry": .section47Enquiry,
        "ssd_initial_cp_conference": .conference, "ssd_cp_plans": .childProtectionPlan, "ssd_cp_reviews": .planReview,
        "ssd_cin_plans": .childInNeedPlan, "ssd_cp_visits": .visit, "ssd_cin_visits": .visit, "ssd_cla_visits": .visit,
        "ssd_missing": .missingEpisode, "ssd_pre_proceedings": .preProceedings, "ssd_cla_episodes": .careEpisode,
        "ssd_legal_status": .legalStatus, "ssd_early_help_episodes": .earlyHelpEpisode, "ssd_professionals": .worker,
        "ssd_department": .team,
    ]
}
