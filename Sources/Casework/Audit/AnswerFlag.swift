import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// What becomes of a flag: somebody takes it, the child is seen, a manager decides, and whoever flagged agrees or does not.
package struct AnswerFlag: Sendable {
    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    /// Raises one that came out of no audit.
    package func raise(
        _ why: String, isCannotTell: Bool = false, about child: SubjectID, id: RecordID, origin: String? = nil
    ) async throws(AssuranceRefusal) {
        _ = try await assurer.leave(to: .flagUnsafe, child)
        guard !why.isEmpty else { throw .missing("why the child is unsafe") }
        let openChild = try await assurer.leave(to: .openChild, child)
        let (store, now) = (assurer.store, assurer.now())
        let opened = try await assurer.stored { () throws(StoreFailure) in
            try await store.open(child, access: openChild, at: now)
        }
        // The clock of a flag that was raised already runs from then.
        if opened.journey().casework.unsafeFlags.contains(where: { $0.id == id }) { return }
        var flag = UnsafeFlag(
            at: now, by: assurer.person.user.text, why: why, isCannotTell: isCannotTell, origin: origin)
        flag.isReferredBack = assurer.person.role == .inspector
        try await assurer.append(flag, id: id, about: .child(child))
    }

    /// Raises one that came out of reading a file, unless one that says as much still waits.
    package func raise(
        _ said: SafetyDoubt, outOf audit: RecordID, in sample: String?, about child: SubjectID
    ) async throws(AssuranceRefusal) {
        _ = try await assurer.leave(to: .flagUnsafe, child)
        let openChild = try await assurer.leave(to: .openChild, child)
        let (store, now) = (assurer.store, assurer.now())
        let opened = try await assurer.stored { () throws(StoreFailure) in
            try await store.open(child, access: openChild, at: now)
        }
        guard let flag = assurer.flag(said, outOf: audit, in: sample, opened.journey(), at: now) else { return }
        try await assurer.append(flag.body, id: flag.id, about: .child(child))
    }

    package func acknowledge(_ id: RecordID, about child: SubjectID) async throws(AssuranceRefusal) {
        try await change(id, of: child, as: .decide) { flag, now, me throws(AssuranceRefusal) in
            flag.acknowledge(by: me, at: now)
        }
    }

    /// A manager who neither flagged nor holds the child decides; where the record did not tell, what was done is written.
    package func decide(
        _ decision: String, established: String? = nil, seenAt: Moment? = nil, seenBy: String? = nil, _ id: RecordID,
        about child: SubjectID
    ) async throws(AssuranceRefusal) {
        guard !decision.isEmpty else { throw .missing("what is decided") }
        try await change(id, of: child, as: .decide) { flag, now, me throws(AssuranceRefusal) in
            flag.decide(decision, established: established, by: me, at: now)
            if let seenAt, !flag.see(at: seenAt, by: seenBy, now: now) {
                throw .missing("when the child was seen since")
            }
        }
    }

    /// Whoever flagged says whether it is answered; another reader does where they cannot. Never whoever decided.
    package func agree(_ agrees: Bool, _ id: RecordID, about child: SubjectID) async throws(AssuranceRefusal) {
        try await change(id, of: child, as: .flagUnsafe) { flag, now, _ throws(AssuranceRefusal) in
            flag.agree(agrees, at: now)
        }
    }

    private func change(
        _ id: RecordID, of child: SubjectID, as verb: Verb,
        _ edit: (inout UnsafeFlag, Moment, String) throws(AssuranceRefusal) -> Void
    ) async throws(AssuranceRefusal) {
        _ = try await assurer.leave(to: verb, child)
        let openChild = try await assurer.leave(to: .openChild, child)
        let (store, now, me) = (assurer.store, assurer.now(), assurer.person.user.text)
        let opened = try await assurer.stored { () throws(StoreFailure) in
            try await store.open(child, access: openChild, at: now)
        }
        guard let flag = opened.journey().casework.unsafeFlags.last(where: { $0.id == id }) else { throw .notFound }
        // Whoever covers or works beside the lead is no more independent of the child than the lead is.
        let leads = opened.journey().worked(me, from: now.londonDay, through: now.londonDay)
        if verb == .decide, !flag.body.mayDecide(me, holdsChild: leads) { throw .ownFlag }
        if verb == .flagUnsafe,
            !flag.body.mayAgree(me, forAnother: assurer.person.role.mayAgreeForAnother)
        {
            throw .ownFlag
        }
        var body = flag.body
        try edit(&body, now, me)
        try await assurer.append(body, id: id, about: .child(child), corrects: flag.place)
    }
}
