import WorkingDays

/// A grade for one area of the framework, and why.
package struct InspectionJudgement: EntryBody {
    package static var kind: RecordKind { .inspectionJudgement }

    package var on: Day
    package var area: String
    package var grade: String
    package var reason: String
    /// Records of findings.
    package var findings: [String]
    /// The ways in which the framework says a service is inadequate that hold here; at least one where the grade is the lowest.
    package var limbs: [String]
    /// Why the grade is better than a limiting rule leaves; nil where it is not.
    package var overrideReason: String?
    package var by: String

    package init(on: Day, area: String, grade: String, reason: String, findings: [String], by: String) {
        self.on = on
        self.area = area
        self.grade = grade
        self.reason = reason
        self.findings = findings
        self.by = by
        limbs = []
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<InspectionJudgement>, into journey: inout Journey) {}
}
