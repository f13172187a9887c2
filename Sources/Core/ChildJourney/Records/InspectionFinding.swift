import WorkingDays

/// What inspectors found, in the framework's own category, and the evidence it rests on.
package struct InspectionFinding: EntryBody {
    package static var kind: RecordKind { .inspectionFinding }

    package var on: Day
    /// The category's id in the framework.
    package var category: String
    package var area: String?
    package var words: String
    /// Records of evidence.
    package var evidence: [String]
    /// The pattern of published findings it is like.
    package var pattern: String?
    /// Action on it had begun before the inspection, and what shows that.
    package var begunOn: Day?
    package var begunShownBy: String?

    package init(on: Day, category: String, area: String?, words: String, evidence: [String]) {
        self.on = on
        self.category = category
        self.area = area
        self.words = words
        self.evidence = evidence
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<InspectionFinding>, into journey: inout Journey) {}
}
