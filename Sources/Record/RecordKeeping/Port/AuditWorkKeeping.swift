import AccessRules
import ChildJourney
import WorkingDays

/// What audits of files leave for people to do.
package protocol AuditWorkKeeping: Sendable {
    /// Flags whose concern stands, restricted children's too: counted for an alarm that names nobody, so that none goes unheard
    /// because those who may open the child have no address. Nobody is shown, and nothing is logged.
    func unansweredFlags(on day: Day, access: Access) async throws(StoreFailure) -> [UnansweredFlag]
    /// Finished readings since a day with a grade, restricted children's too: for counts, which name no child.
    func gradesGiven(since day: Day, access: Access, at moment: Moment) async throws(StoreFailure) -> [GradeGiven]
    /// Actions that are not done, oldest first: of one owner, or, without one, those past their day. Nil for each about a child
    /// the reader may not see.
    func auditActions(
        of owner: String?, on day: Day, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [WaitingRecord?]
    /// Finished audits since a day of children somebody has ever led for, that they have not replied to. Nil for each about
    /// a child the reader may not see.
    func auditsToAnswer(
        by worker: String, since day: Day, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [AuditToAnswer?]
}

/// A grade one reader gave one file. It does not say whose file.
package struct GradeGiven: Hashable, Sendable {
    /// The same for every reading of one file; nothing can be read from it.
    package let file: String
    package let sample: String?
    package let reader: AuditReader
    package let by: String
    package let on: Day
    package let tool: String
    package let grade: String

    package init(
        file: String, sample: String?, reader: AuditReader, by: String, on: Day, tool: String, grade: String
    ) {
        self.file = file
        self.sample = sample
        self.reader = reader
        self.by = by
        self.on = on
        self.tool = tool
        self.grade = grade
    }
}

/// An audit of a file that somebody who worked with the child has not replied to.
package struct AuditToAnswer: Sendable {
    package let child: SubjectID
    package let summary: ChildSummary
    package let id: RecordID
    package let on: Day

    package init(child: SubjectID, summary: ChildSummary, id: RecordID, on: Day) {
        self.child = child
        self.summary = summary
        self.id = id
        self.on = on
    }
}

extension Journey {
    /// Whether somebody sees a finished audit of the file and replies to it: whoever worked with the child at any time until the
    /// file was read, and managers.
    package func mayAnswer(_ audit: CaseFileAudit, _ person: SignedIn) -> Bool {
        person.role.mayDo.contains(.answerAudit)
            && (person.role.mayDo.contains(.decide)
                || allocations.contains {
                    $0.role != .other && $0.worker == person.user.text && $0.from <= audit.on
                })
    }
}
