import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// What recording samples, audits and inspections shares: whose leave, which store, and when.
package struct Assurer: Sendable {
    package let store: any RecordStore
    package let person: SignedIn
    package let now: @Sendable () -> Moment

    package init(store: any RecordStore, person: SignedIn, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.person = person
        self.now = now
    }

    package var today: Day { now().londonDay }

    func leave(to verb: Verb, because stated: AccessReason? = nil) throws(AssuranceRefusal) -> Access {
        let reason = stated ?? (person.role == .inspector ? .inspection : .audit)
        switch AccessRules.access(for: person, to: verb, .council(person.council), because: reason) {
        case .success(let access): return access
        case .failure(let refusal): throw .access(refusal)
        }
    }

    func leave(to verb: Verb, _ child: SubjectID) async throws(AssuranceRefusal) -> Access {
        let reason: AccessReason = person.role == .inspector ? .inspection : .audit
        let restriction = try await stored { () throws(StoreFailure) in
            try await store.restriction(of: child, in: person.council, at: now())
        }
        let target = AccessRules.Target.child(child, in: person.council, restriction ?? .none)
        switch AccessRules.access(for: person, to: verb, target, because: reason) {
        case .success(let access): return access
        case .failure(let refusal): throw .access(refusal)
        }
    }

    /// Audits and inspections are our own beside whatever system keeps the casework: nothing asks whether the record is kept here.
    @discardableResult
    func append(_ entries: [NewEntry]) async throws(AssuranceRefusal) -> [Int64] {
        let appended = try await stored { () throws(StoreFailure) in
            try await store.append(entries, in: person.council, at: now())
        }
        switch appended {
        case .recorded(let numbers): return numbers
        case .changedSince(_, let by): throw .changedSince(by: by)
        }
    }

    @discardableResult
    func append(
        _ body: some EntryBody, id: RecordID, about subject: Subject, corrects: Int64? = nil
    ) async throws(AssuranceRefusal) -> Int64? {
        try await append([NewEntry(body, id: id, about: subject, by: .user(person.user), corrects: corrects)]).first
    }

    /// With the bytes the body names, in one transaction.
    func append(
        _ body: some EntryBody, with bytes: [UInt8], id: RecordID, about subject: Subject, corrects: Int64?
    ) async throws(AssuranceRefusal) {
        let entry = NewEntry(body, id: id, about: subject, by: .user(person.user), corrects: corrects)
        let appended = try await stored { () throws(StoreFailure) in
            try await store.append(entry, with: bytes, in: person.council, at: now())
        }
        if case .changedSince(_, let by) = appended { throw .changedSince(by: by) }
    }

    func stored<Value: Sendable>(
        _ work: () async throws(StoreFailure) -> Value
    ) async throws(AssuranceRefusal) -> Value {
        do {
            return try await work()
        } catch {
            throw .store(error)
        }
    }

    package static func sample(_ id: String) -> Subject { Subject(.sample, SubjectID(source: "record", local: id)) }
    package static func inspection(_ id: String) -> Subject {
        Subject(.inspection, SubjectID(source: "record", local: id))
    }
    package static func plan(_ id: String) -> Subject { Subject(.plan, SubjectID(source: "record", local: id)) }
}
