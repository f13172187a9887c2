import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Why something was not recorded.
package enum RecordingRefusal: Error, Sendable {
    case access(AccessRefusal)
    /// There is no such record about the child.
    case notFound
    /// Somebody changed it since; what they recorded is entry `by`.
    case changedSince(by: Int64)
    /// The day cannot be right: before what it follows from, or in the future.
    case dayNotPossible
    /// A conference that has been held cannot be postponed, nor held again.
    case alreadyHeld
    /// A report that was not ready has to be named.
    case lateReportMissing
    /// A child who was not seen was not seen for a reason.
    case reasonMissing
    /// A clock in hours asks for the time as well.
    case timeMissing
    /// Nobody takes what they handed over themselves, or what is handed to others.
    case ownHandover
    /// Nobody records their own registration as a social worker, nor how much of the week they work.
    case ownRegistration
    /// It waits to be done in another way: that is confirmed or refused first.
    case notAsAsked
    /// As the child stands now, the step cannot be taken: what it goes on with is over, or not there.
    case notOpenNow
    /// The council's record is kept in another system, and files of it are loaded here: it is recorded there.
    case recordedElsewhere
    case store(StoreFailure)
}

/// What every recording shares: whose leave, which store, and when.
package struct Recorder: Sendable {
    package let store: any RecordStore
    package let person: SignedIn
    package let now: @Sendable () -> Moment

    package init(store: any RecordStore, person: SignedIn, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.person = person
        self.now = now
    }

    /// Appends one record about a child, once leave is given. The same id again corrects.
    func record(
        _ body: some EntryBody, id: RecordID, about child: SubjectID, as verb: Verb, corrects: Int64? = nil
    ) async throws(RecordingRefusal) {
        let entry = NewEntry(body, id: id, about: .child(child), by: .user(person.user), corrects: corrects)
        try await append([entry], about: child, as: verb)
    }

    /// Appends records about one child, all or none, once leave is given.
    ///
    /// - Parameter besideAnySource: Whether it is recorded here whatever system keeps the casework.
    func append(
        _ entries: [NewEntry], about child: SubjectID, as verb: Verb, besideAnySource: Bool = false
    ) async throws(RecordingRefusal) {
        _ = try await leave(to: verb, child)
        if !besideAnySource { try await mustBeKeptHere() }
        let appended: Appended
        do {
            appended = try await store.append(entries, in: person.council, at: now())
        } catch {
            throw .store(error)
        }
        if case .changedSince(_, let by) = appended { throw .changedSince(by: by) }
    }

    /// Appends records about many children, or about none but somebody who works with them; all or none, once leave is given
    /// for each.
    func append(
        _ entries: [NewEntry], aboutEach children: [SubjectID], as verb: Verb
    ) async throws(RecordingRefusal) -> Appended {
        if children.isEmpty, !person.role.mayDo.contains(verb) { throw .access(.notForThisRole(person.role, verb)) }
        for child in children { _ = try await leave(to: verb, child) }
        try await mustBeKeptHere()
        do {
            return try await store.append(entries, in: person.council, at: now())
        } catch {
            throw .store(error)
        }
    }

    /// Keeps a document's bytes with the record of it and what is recorded with it, once leave is given.
    func keep(
        _ document: ReceivedDocument, _ bytes: [UInt8], id: RecordID, about child: SubjectID,
        as verb: Verb = .recordNote, beside others: [NewEntry] = []
    ) async throws(RecordingRefusal) {
        try await mayAppend(about: child, as: verb)
        let entry = NewEntry(document, id: id, about: .child(child), by: .user(person.user))
        let appended: Appended
        do {
            appended = try await store.append(
                entry, with: bytes, beside: others, in: person.council, at: now())
        } catch {
            throw .store(error)
        }
        if case .changedSince(_, let by) = appended { throw .changedSince(by: by) }
    }

    private func mayAppend(about child: SubjectID, as verb: Verb) async throws(RecordingRefusal) {
        _ = try await leave(to: verb, child)
        try await mustBeKeptHere()
    }

    private func mustBeKeptHere() async throws(RecordingRefusal) {
        let isLoaded: Bool
        do {
            isLoaded = try await store.lastCompleteLoad(of: person.council) != nil
        } catch {
            throw .store(error)
        }
        // NB: the two ways in are never mixed: what a file says would be told twice, or taken back by the next one.
        if isLoaded { throw .recordedElsewhere }
    }

    /// The story of a child, opened for somebody who may, and logged.
    func journey(of child: SubjectID) async throws(RecordingRefusal) -> Journey {
        try await open(child).history.journey()
    }

    /// Everything recorded about a child, opened for somebody who may, and logged.
    func open(_ child: SubjectID) async throws(RecordingRefusal) -> OpenedChild {
        let access = try await leave(to: .openChild, child)
        do {
            return try await store.open(child, access: access, at: now())
        } catch {
            throw .store(error)
        }
    }

    /// What recording these would end at level 1, for this child and others of the family; nothing is recorded.
    func wouldEnd(by entries: [NewEntry], about child: SubjectID) async throws(RecordingRefusal) -> [WouldEnd] {
        let access = try await leave(to: .decide, child)
        do {
            return try await store.wouldEnd(by: entries, access: access, at: now())
        } catch {
            throw .store(error)
        }
    }

    /// Records them, unless they would end something at level 1 for anybody: then nothing is recorded, and it is true.
    func appendUnlessItEnds(_ entries: [NewEntry], about child: SubjectID) async throws(RecordingRefusal) -> Bool {
        let access = try await leave(to: .decide, child)
        try await mustBeKeptHere()
        let sealed: Sealed
        do {
            sealed = try await store.appendUnlessItEnds(entries, access: access, at: now())
        } catch {
            throw .store(error)
        }
        switch sealed {
        case .wouldEnd: return true
        case .appended(.changedSince(_, let by)): throw .changedSince(by: by)
        case .appended(.recorded): return false
        }
    }

    /// Whether leave would be given; for what is recorded about a second child with the first.
    func mayRecord(_ verb: Verb, about child: SubjectID) async throws(RecordingRefusal) -> Access {
        try await leave(to: verb, child)
    }

    private func leave(to verb: Verb, _ child: SubjectID) async throws(RecordingRefusal) -> Access {
        let restriction: Restriction
        do {
            restriction = try await store.restriction(of: child, in: person.council, at: now()) ?? .none
        } catch {
            throw .store(error)
        }
        switch AccessRules.access(for: person, to: verb, .child(child, in: person.council, restriction), because: .work)
        {
        case .success(let access): return access
        case .failure(let refusal): throw .access(refusal)
        }
    }
}
