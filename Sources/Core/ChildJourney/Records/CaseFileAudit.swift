import WorkingDays

/// One reader's answers on one child's file. Each reader's stands for itself: nobody's is written over.
package struct CaseFileAudit: EntryBody {
    package static var kind: RecordKind { .caseFileAudit }

    package var on: Day
    package var reader: AuditReader
    /// Whoever read, by their name for signing in.
    package var by: String
    package var sample: String?
    package var tool: String
    /// By question of the tool.
    package var answers: [AuditAnswer]
    /// By section of the tool: a grade as its framework writes it.
    package var sectionGrades: [String: String]
    package var grade: String?
    /// Why this grade, in the reader's words.
    package var analysis: String?
    /// Whether the reader holds that the child was left at potential risk; nil where nobody said.
    package var leftAtPotentialRisk: Bool?
    /// What failed, where the reader says so: "assessment".
    package var failure: String?
    /// Whether what was done is not written up, so that nobody can tell.
    package var cannotTell: Bool?
    /// What is to be done, by whom and by when.
    package var actions: [AuditAction]
    package var isFinished: Bool

    package init(on: Day, reader: AuditReader, by: String, tool: String, sample: String? = nil) {
        self.on = on
        self.reader = reader
        self.by = by
        self.tool = tool
        self.sample = sample
        answers = []
        sectionGrades = [:]
        actions = []
        isFinished = false
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<CaseFileAudit>, into journey: inout Journey) {
        journey.casework.fileAudits.append(record)
    }
}

package enum AuditReader: String, Codable, Sendable, CaseIterable {
    case auditor
    /// Reads without seeing what the first wrote.
    case second
    case moderator, inspector

    package var words: String {
        switch self {
        case .auditor: "auditor"
        case .second: "second auditor, blind"
        case .moderator: "moderator"
        case .inspector: "inspector"
        }
    }
}

package struct AuditAnswer: Hashable, Codable, Sendable {
    package enum Answer: String, Codable, Sendable, CaseIterable {
        case yes, no
        case notApplicable = "not-applicable"
        case cannotTell = "cannot-tell"

        package var words: String {
            switch self {
            case .yes: "yes"
            case .no: "no"
            case .notApplicable: "not applicable"
            case .cannotTell: "cannot tell from the record"
            }
        }
    }

    package var question: String
    package var answer: Answer?
    package var evidence: String?

    package init(question: String, answer: Answer?, evidence: String? = nil) {
        self.question = question
        self.answer = answer
        self.evidence = evidence
    }
}

package struct AuditAction: Hashable, Codable, Sendable {
    package var what: String
    package var owner: String
    package var byOn: Day?
    package var doneOn: Day?

    package init(what: String, owner: String, byOn: Day? = nil, doneOn: Day? = nil) {
        self.what = what
        self.owner = owner
        self.byOn = byOn
        self.doneOn = doneOn
    }
}
