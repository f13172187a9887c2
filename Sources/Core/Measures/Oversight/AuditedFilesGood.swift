import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `audited-files-good-or-better`: audited files graded good or better.
package struct AuditedFilesGood: Measure {
    package static let id: MeasureID = "audited-files-good-or-better"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.higher
    /// Audits are written here, whatever source the children come from.
    package static let needs: [CoveredFact] = []
    package static let words = MeasureWords(
        title: "Audited files that are good or better",
        purpose: "Whether the work is good, and not only on time.",
        numerator: "Files graded good or outstanding",
        denominator: "Files audited, each on the day the reading was finished",
        exclusions: "Second readers, moderators and inspectors: their grades are kept apart.",
        source: "Data/audit-tools.yaml (L)",
        example: "Of 20 files read in May 9 were good and 1 outstanding: 10 of 20.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for audit in journey.casework.fileAudits where audit.body.reader == .auditor && audit.body.isFinished {
            guard let grade = audit.body.grade else { continue }
            cases.happened(Self.self, on: audit.body.on, counted: grade == "good" || grade == "outstanding")
        }
    }
}
