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
        _ = try await assurer.leave(to: .auditFile, child)
        guard (audit.reader == .inspector) == (assurer.person.role == .inspector) else { throw .notThisReader }
        guard try await assurer.isOwn(sample: audit.sample) else { throw .notYourInspection }
        let openChild = try await assurer.leave(to: .openChild, child)
        let (store, now) = (assurer.store, assurer.now())
        let opened = try await assurer.stored { () throws(StoreFailure) in
            try await store.open(child, access: openChild, at: now)
        }
        // Each reader's stands for itself: nobody writes over another's.
        if let before = opened.journey().casework.fileAudits.first(where: { $0.id == id }),
            before.body.by != assurer.person.user.text
        {
            throw .notThisReader
        }
        let earlier = opened.journey().casework.fileAudits.filter { $0.id != id && $0.body.sample == audit.sample }
        if audit.reader == .second || audit.reader == .moderator,
            earlier.contains(where: { $0.body.by == assurer.person.user.text })
        {
            throw .ownReading
        }
        var body = audit
        body.by = assurer.person.user.text
        var entries = [
            NewEntry(body, id: id, about: .child(child), by: .user(assurer.person.user), corrects: corrects)
        ]
        let raised = opened.journey().casework.unsafeFlags.contains { $0.id == Self.flag(of: id) }
        if !raised, let why = unsafeNow ?? (audit.cannotTell == true ? "A reader cannot tell from the record" : nil) {
            var flag = UnsafeFlag(
                at: now, by: assurer.person.user.text, why: why, isCannotTell: unsafeNow == nil, origin: audit.sample)
            flag.isReferredBack = assurer.person.role == .inspector
            entries.append(
                NewEntry(
                    flag, id: Self.flag(of: id), about: .child(child), by: .user(assurer.person.user)))
        }
        entries += try actions(of: body, id, in: opened.journey(), about: child)
        if let family, !family.words.isEmpty {
            var account = family
            (account.audit, account.isFamily, account.by) = (id.text, true, assurer.person.user.text)
            let accountID = RecordID("family-\(id.text)")
            let before = opened.journey().casework.auditReplies.last { $0.id == accountID }
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

    /// The flag that came out of a reading: one, however often the reading is sent.
    package static func flag(of audit: RecordID) -> RecordID { RecordID("flag-\(audit.text)") }
}
