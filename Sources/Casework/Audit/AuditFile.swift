import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Writes down what a reader made of one child's file. Where a safety question could not be answered, or the child is held to be
/// unsafe, the response clock starts with it.
package struct AuditFile: Sendable {
    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    /// - Parameters:
    ///   - unsafeNow: Why the child is held to be unsafe now; nil where the reader does not hold so.
    ///   - family: What the child or a parent told the reader of the work.
    package func callAsFunction(
        _ audit: CaseFileAudit, id: RecordID, about child: SubjectID, unsafeNow: String? = nil,
        family: AuditReply? = nil, corrects: Int64? = nil
    ) async throws(AssuranceRefusal) {
        do throws(AssuranceRefusal) {
            try await record(audit, id, child, unsafeNow, family, corrects)
        } catch {
            // NB: a reading that cannot be recorded must not hold up a child who is unsafe now.
            if let said = Self.said(unsafeNow, audit) {
                try await AnswerFlag(assurer).raise(said, outOf: id, in: audit.sample, about: child)
            }
            throw error
        }
    }

    private func record(
        _ audit: CaseFileAudit, _ id: RecordID, _ child: SubjectID, _ unsafeNow: String?, _ family: AuditReply?,
        _ corrects: Int64?
    ) async throws(AssuranceRefusal) {
        let access = try await assurer.leave(to: .auditFile, child)
        guard (audit.reader == .inspector) == (assurer.person.role == .inspector) else { throw .notThisReader }
        guard try await assurer.isOwn(sample: audit.sample) else { throw .notYourInspection }
        let openChild = try await assurer.leave(to: .openChild, child)
        let (store, now) = (assurer.store, assurer.now())
        let opened = try await assurer.stored { () throws(StoreFailure) in
            try await store.open(child, access: openChild, at: now)
        }
        let (journey, me) = (opened.journey(), assurer.person.user.text)
        // Each reading stands for itself: nobody writes over another's, nor makes of their own what another reader gives.
        let before = journey.casework.fileAudits.first { $0.id == id }
        if let before = before?.body, before.by != me || before.reader != audit.reader || before.sample != audit.sample
        {
            throw .notThisReader
        }
        let earlier = journey.casework.fileAudits.filter { $0.id != id && $0.body.sample == audit.sample }
        if audit.reader == .second || audit.reader == .moderator, earlier.contains(where: { $0.body.by == me }) {
            throw .ownReading
        }
        if audit.reader == .second, let sample = audit.sample {
            let saw = try await assurer.stored { () throws(StoreFailure) in
                try await store.sawReadings(of: child, in: sample, access: access)
            }
            guard !saw else { throw .sawReadings }
        }
        guard !journey.everWorkedOrSupervised(me) else { throw .ownWork }
        var body = audit
        body.by = me
        var entries = [
            NewEntry(body, id: id, about: .child(child), by: .user(assurer.person.user), corrects: corrects)
        ]
        if let said = Self.said(unsafeNow, audit), !said.isCannotTell || before?.body.cannotTell != true,
            let flag = assurer.flag(said, outOf: id, in: audit.sample, journey, at: now)
        {
            entries.append(
                NewEntry(flag.body, id: flag.id, about: .child(child), by: .user(assurer.person.user)))
        }
        entries += try actions(of: body, id, in: journey, about: child)
        if let family, !family.words.isEmpty {
            var account = family
            (account.audit, account.isFamily, account.by) = (id.text, true, assurer.person.user.text)
            let accountID = RecordID("family-\(id.text)")
            let before = journey.casework.auditReplies.last { $0.id == accountID }
            if before?.body.words != account.words {
                entries.append(
                    NewEntry(
                        account, id: accountID, about: .child(child), by: .user(assurer.person.user),
                        corrects: before?.place))
            }
        }
        try await assurer.append(entries)
    }

    /// What is to be done lands on the child, each action a record of its own. One that is done stays as it was; one a reader
    /// leaves out of a reading sent again stays to be done.
    private func actions(
        of audit: CaseFileAudit, _ id: RecordID, in journey: Journey, about child: SubjectID
    ) throws(AssuranceRefusal) -> [NewEntry] {
        var entries: [NewEntry] = []
        for (index, action) in audit.actions.enumerated() {
            guard !action.owner.isEmpty else { throw .missing("who does it") }
            let actionID = RecordID("action-\(id.text)-\(index + 1)")
            let before = journey.casework.auditActions.last { $0.id == actionID }
            var body = ActionFromAudit(
                on: before?.body.on ?? audit.on, audit: id.text, what: action.what, owner: action.owner,
                byOn: action.byOn)
            if let before, !before.body.isWaiting || before.body == body { continue }
            if action.doneOn != nil { body.finishedOn = action.doneOn }
            entries.append(
                NewEntry(
                    body, id: actionID, about: .child(child), by: .user(assurer.person.user), corrects: before?.place))
        }
        return entries
    }

    /// What a reading says of the child's safety; nil where it says nothing. A moderator says no more than the reader whose
    /// answers they are.
    private static func said(_ unsafeNow: String?, _ audit: CaseFileAudit) -> SafetyDoubt? {
        if let unsafeNow { return SafetyDoubt(why: unsafeNow, isCannotTell: false) }
        guard audit.cannotTell == true, audit.reader != .moderator else { return nil }
        return SafetyDoubt(why: "A reader cannot tell from the record", isCannotTell: true)
    }
}

/// What a reader of a file holds of a child's safety.
package struct SafetyDoubt: Hashable, Sendable {
    package let why: String
    /// The record does not say whether the child is safe; false: the child is held to be unsafe.
    package let isCannotTell: Bool

    package init(why: String, isCannotTell: Bool) {
        self.why = why
        self.isCannotTell = isCannotTell
    }
}

extension Assurer {
    /// The flag that comes out of a reading; nil where one that says as much still waits, however often the reading is sent.
    func flag(
        _ said: SafetyDoubt, outOf audit: RecordID, in sample: String?, _ journey: Journey, at now: Moment
    ) -> (id: RecordID, body: UnsafeFlag)? {
        let flags = journey.casework.unsafeFlags
        let isWaiting = flags.contains { flag in
            flag.body.waits && flag.body.by == person.user.text && flag.body.origin == sample
                && (said.isCannotTell || !flag.body.isCannotTell && flag.body.why == said.why)
        }
        guard !isWaiting else { return nil }
        // NB: each has an id of its own: one that was answered stays answered, and the new one's clock is its own.
        let first = "flag-\(audit.text)"
        var (id, turn) = (RecordID(first), 1)
        while flags.contains(where: { $0.id == id }) {
            turn += 1
            id = RecordID("\(first)-\(turn)")
        }
        var flag = UnsafeFlag(
            at: now, by: person.user.text, why: said.why, isCannotTell: said.isCannotTell, origin: sample)
        flag.isReferredBack = person.role == .inspector
        return (id, flag)
    }
}

extension Journey {
    /// Whether somebody ever worked with the child, in any part, or supervised those who did: they are no reader of the file.
    package func everWorkedOrSupervised(_ worker: String) -> Bool {
        allocations.contains { $0.worker == worker }
            || casework.supervisions.contains { $0.body.supervisor == worker || $0.body.worker == worker }
    }
}
