import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func open(
        _ child: SubjectID, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> OpenedChild {
        try require(access, [.openChild, .recordConference], child: child)
        let generation = try freshGeneration()
        let council = access.council
        let opened: OpenedChild = try readHere { db in
            guard let row = try ChildRows.row(child, in: council, db) else { throw StoreFailure.notFound }
            let source = SourceName(row.source)
            let state = try self.sources.state(of: source, in: council, db, seenAt: generation)
            let history = try HistoryReader().history(of: EntryRows.about(.child(child), in: council, db))
            return OpenedChild(
                child: child, history: history, summary: row.summary,
                concerns: try ConcernRows.of(child, in: council, db).map(\.concern),
                notChecked: try PackedText.notChecked(row.notChecked), source: source,
                setting: state.evaluation.setting,
                isRestricted: try RestrictionRows.isRestricted(child, in: council, db),
                withholding: source == .record ? try Self.withholding(history, in: council, db) : Withholding())
        }
        try await log(Look(access, at: moment))
        return opened
    }

    /// What is withheld for a brother or a sister is withheld here too: they may live behind the same door.
    static func withholding(
        _ history: History, in council: CouncilCode, _ db: Database
    ) throws -> Withholding {
        let journey = history.journey()
        var withholding = journey.withholding
        for tie in journey.relationships {
            let other = SubjectID(source: SourceName.record.text, local: tie.other)
            let entries = try EntryRows.about(.child(other), in: council, db)
            let beside = try HistoryReader().history(of: entries).journey().withholding
            if !beside.isEmpty { withholding.alsoHide(beside) }
        }
        return withholding
    }
}
