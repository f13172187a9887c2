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
            let history = try FamilyRows.history(of: .child(child), in: council, db)
            let surroundings = try FamilyRows.surroundings(
                of: child, history, in: council, hiddenFrom: access.who.user, db)
            let isTold = access.who.role.mayDo.contains(.seeBeliefAndStatus)
            var opened = OpenedChild(
                child: child, history: isTold ? history : history.without(History.beliefAndStatus),
                summary: row.summary,
                concerns: try ConcernRows.of(child, in: council, db).map(\.concern),
                notChecked: try PackedText.notChecked(row.notChecked), source: source,
                setting: state.evaluation.setting,
                restriction: try RestrictionRows.restriction(of: child, in: council, at: moment, db),
                withholding: try WithholdingRows.withholding(of: child, history, surroundings, in: council, db),
                surroundings: surroundings)
            opened.samePeople = try SamePersonRows.people(of: child, history, in: council, db)
            return opened
        }
        try await log(Look(access, at: moment))
        try await addToChosen(child, opened: access, at: moment)
        return opened
    }
}
