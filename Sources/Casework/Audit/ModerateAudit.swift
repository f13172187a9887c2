import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Somebody who read the file for nobody in this sample looks at what its readers made of it, and says which grade stands and why.
package struct ModerateAudit: Sendable {
    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    package func callAsFunction(
        grade: String, leftAtPotentialRisk: Bool, because why: String, tool: String, sample: String, id: RecordID,
        about child: SubjectID
    ) async throws(AssuranceRefusal) {
        _ = try await assurer.leave(to: .auditFile, child)
        guard !why.isEmpty else { throw .missing("why this grade stands") }
        let openChild = try await assurer.leave(to: .openChild, child)
        let (store, now) = (assurer.store, assurer.now())
        let opened = try await assurer.stored { () throws(StoreFailure) in
            try await store.open(child, access: openChild, at: now)
        }
        let readings = opened.journey().casework.fileAudits.filter { $0.body.sample == sample && $0.body.isFinished }
        guard readings.contains(where: { $0.body.reader == .auditor }) else { throw .notReadYet }
        var body = CaseFileAudit(
            on: assurer.today, reader: .moderator, by: assurer.person.user.text, tool: tool, sample: sample)
        (body.grade, body.analysis, body.leftAtPotentialRisk) = (grade, why, leftAtPotentialRisk)
        body.isFinished = true
        try await AuditFile(assurer)(
            body, id: id, about: child, corrects: readings.first { $0.id == id }?.place)
    }
}
