import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func heldChildren(
        of worker: String, on day: Day, access: Access, at moment: Moment?
    ) async throws(StoreFailure) -> [HeldChild] {
        try await involved(worker, "held by \(worker), with cover", on: day, access, moment) { _, summary, _ in
            summary.holder(on: day)?.worker == worker
        }
    }

    package func covered(
        by worker: String, on day: Day, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [HeldChild] {
        try await involved(worker, "covered by \(worker)", on: day, access, moment) { journey, _, absences in
            guard journey.cover(on: day) == worker, let lead = journey.lead(on: day)?.worker else { return false }
            return absences[lead]?.contains { $0.holds(on: day) } ?? false
        }
    }

    package func history(ofWorker worker: String, access: Access) async throws(StoreFailure) -> History {
        try require(access, [.seeToday])
        return try readHere { db in
            let subject = Subject(.worker, SubjectID(source: SourceName.record.text, local: worker))
            return try HistoryReader().history(of: EntryRows.about(subject, in: access.council, db))
        }
    }

    /// Open children with whose allocation somebody has to do.
    private func involved(
        _ worker: String, _ query: String, on day: Day, _ access: Access, _ moment: Moment?,
        where isMeant: @escaping @Sendable (Journey, ChildSummary, [String: [WorkerAbsence]]) -> Bool
    ) async throws(StoreFailure) -> [HeldChild] {
        try require(access, [.seeToday, .drillDown])
        let (council, user) = (access.council, access.who.user)
        let generation = try freshGeneration()
        let found: [HeldChild] = try readHere { db in
            let subject = Subject(.worker, SubjectID(source: SourceName.record.text, local: worker))
            let absences = try self.sources.state(of: .record, in: council, db, seenAt: generation)
                .evaluation.setting.workforce.absences
            return try KeyRows.readers(of: subject, limit: .max, in: council, db).compactMap { child in
                let summary = try ChildRows.summary(child, in: council, db)
                guard summary.isOpen(on: day) else { return nil }
                let journey = try FamilyRows.history(of: .child(child), in: council, db).journey()
                guard isMeant(journey, summary, absences) else { return nil }
                let lead = journey.lead(on: day)
                if try RestrictionRows.hides(child, from: user, in: council, db) {
                    return HeldChild(listed: nil, cover: journey.cover(on: day), leadPlace: nil)
                }
                var held = HeldChild(
                    listed: ListedChild(child: child, summary: summary, standing: nil, concerns: []),
                    cover: journey.cover(on: day), leadPlace: lead?.place)
                let next = journey.allocations.first { $0.role == .lead && $0.from > day }
                held.next = next.flatMap { next in next.worker.map { ($0, next.from) } }
                return held
            }.sorted { left, right in
                guard let left = left.listed, let right = right.listed else { return left.listed != nil }
                return (left.summary.name ?? "", left.child.text) < (right.summary.name ?? "", right.child.text)
            }
        }
        if let moment {
            try await log(Look(access, at: moment, query: query, shown: found.compactMap { $0.listed?.child }))
        }
        return found
    }
}
