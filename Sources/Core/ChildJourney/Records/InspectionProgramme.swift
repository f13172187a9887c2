import WorkingDays

/// Which councils are to be inspected, and by when: a round such as that of 2009.
package struct InspectionProgramme: EntryBody {
    package static var kind: RecordKind { .inspectionProgramme }

    package var name: String
    package var framework: String
    package var from: Day
    package var until: Day
    /// As they were planned, the first to be visited first.
    package var councils: [String]
    /// How many are due by a day, where that was said: "about 40 by the end of September".
    package var aimedAt: Int?
    package var aimedBy: Day?

    package init(name: String, framework: String, from: Day, until: Day, councils: [String]) {
        self.name = name
        self.framework = framework
        self.from = from
        self.until = until
        self.councils = councils
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<InspectionProgramme>, into journey: inout Journey) {}
}
