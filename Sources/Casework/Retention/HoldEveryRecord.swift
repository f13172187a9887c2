import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// A legal hold on every record of the council, and its end by somebody else.
package struct HoldEveryRecord {
    private let store: any RecordStore
    private let access: Access
    private let now: Moment

    package enum Refusal: Error, Hashable, Sendable { case notFound, own, changedSince }

    /// `access` is leave to hold every record.
    package init(_ store: any RecordStore, _ access: Access, at now: Moment) {
        self.store = store
        self.access = access
        self.now = now
    }

    package func putOn(why: String, authority: String, id: RecordID) async throws(StoreFailure) {
        guard access.permits(.holdAllRecords, in: access.council) else { throw .accessMismatch }
        let hold = LegalHold(on: now.londonDay, why: why, authority: authority, by: access.who.user.text)
        // The same form sent twice is recorded once.
        _ = try await store.append(
            [NewEntry(hold, id: id, about: .wholeCouncil, by: .user(access.who.user))], in: access.council, at: now)
    }

    /// Nil once it is ended.
    package func end(_ id: RecordID, why: String) async throws(StoreFailure) -> Refusal? {
        guard access.permits(.holdAllRecords, in: access.council) else { throw .accessMismatch }
        let holds = try await store.holdsOnAll(in: access.council)
        guard let hold = holds.last(where: { $0.id == id && $0.body.stands }) else { return .notFound }
        guard hold.body.by != access.who.user.text else { return .own }
        var body = hold.body
        (body.endedOn, body.endedWhy, body.endedBy) = (now.londonDay, why, access.who.user.text)
        let entry = NewEntry(
            body, id: id, about: .wholeCouncil, by: .user(access.who.user), corrects: hold.place)
        if case .changedSince = try await store.append([entry], in: access.council, at: now) { return .changedSince }
        return nil
    }
}
