import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func takeBack(
        askedFor id: RecordID, in inspection: Subject, because why: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) {
        try require(access, [.answerInspection])
        guard inspection.kind == .inspection else { throw .accessMismatch }
        let user = access.who.user
        try await recording(access.council, on: moment.londonDay) { recording in
            try recording.takeBack(id, of: inspection, authority: why, by: user, at: moment)
        }
        try await emptyWriteAheadLog()
    }
}

extension Recording {
    /// The question stays and waits again. Every text that names the bytes goes, and the bytes with it unless something else names them.
    fileprivate func takeBack(
        _ id: RecordID, of inspection: Subject, authority: String, by user: UserID, at moment: Moment
    ) throws {
        if try RetentionRows.isHeld(inspection, in: council, db) { throw StoreFailure.onHold }
        let naming = try EntryRows.about(inspection, in: council, db).filter {
            $0.id == id.text && DocumentRows.hash($0) != nil
        }
        let history = try FamilyRows.history(of: inspection, in: council, db)
        guard let asked = history.standing(InspectionRequest.self).last(where: { $0.id == id }), !naming.isEmpty else {
            throw StoreFailure.notFound
        }
        var body = InspectionRequest(
            sort: asked.body.sort, what: asked.body.what, askedOn: asked.body.askedOn, dueOn: asked.body.dueOn,
            askedBy: asked.body.askedBy)
        (body.takenBackOn, body.takenBackBy) = (moment.londonDay, user.text)
        try record(
            NewEntry(body, id: id, about: inspection, by: .user(user), corrects: asked.place), at: moment)
        let (numbers, hashes) = (naming.map(\.sequence), naming.compactMap(DocumentRows.hash))
        try record(
            NewEntry(
                .erasure(Erasure(authority: authority, entries: numbers, looks: nil, changes: nil)),
                id: RecordID("erased-\(head.sequence + 1)"), about: inspection, by: .user(user)), at: moment)
        for number in numbers { try EntryRows.erase(number, in: council, db) }
        try DocumentRows.forget(hashes, in: council, db)
    }
}
