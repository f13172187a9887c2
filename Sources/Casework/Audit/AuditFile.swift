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

    /// - Parameter unsafeNow: Why the child is held to be unsafe now; nil where the reader does not hold so.
    package func callAsFunction(
        _ audit: CaseFileAudit, id: RecordID, about child: SubjectID, unsafeNow: String? = nil, corrects: Int64? = nil
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
        try await assurer.append(entries)
    }

    /// The flag that came out of a reading: one, however often the reading is sent.
    package static func flag(of audit: RecordID) -> RecordID { RecordID("flag-\(audit.text)") }
}
