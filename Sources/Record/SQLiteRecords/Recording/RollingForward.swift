import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

extension Recording {
    /// Brings the list from the day it stands on to `day`: only children for whom something changes by itself in
    /// between are looked at.
    func rollForward(from last: Day?) throws {
        guard last != nil else { return }
        let select = try PreparedStatement(
            db,
            "SELECT child FROM child INDEXED BY child_changes WHERE council = ? AND changes_on <= ? ORDER BY child")
        select.bind(1, council.text)
        select.bind(2, day)
        for child in try select.all({ SubjectID($0.text(0)) }) { try restand(child) }
    }

    /// Works out a child's place in the lists from the concerns as they are.
    func restand(_ child: SubjectID) throws {
        guard let row = try ChildRows.row(child, in: council, db) else { return }
        let state = try state(of: SourceName(row.source))
        let standings = Standings(
            concerns: try ConcernRows.of(child, in: council, db), summary: row.summary, on: day,
            backlogBefore: state.backlogBefore)
        try replaceStanding(of: child, by: standings, isNew: false)
        try ChildRows.setChangesOn(child, standings.changesOn, in: council, db)
    }
}
