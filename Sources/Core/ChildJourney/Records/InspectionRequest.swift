import WorkingDays

/// What inspectors asked of the council: a document, or an interview to hold.
package struct InspectionRequest: EntryBody {
    package static var kind: RecordKind { .inspectionRequest }

    package enum Sort: String, Codable, Sendable, CaseIterable {
        case document, interview

        package var words: String {
            switch self {
            case .document: "a document"
            case .interview: "an interview"
            }
        }
    }

    package var sort: Sort
    /// Which document, or the role of whoever is interviewed. No name of a child or a family.
    package var what: String
    package var askedOn: Day
    package var dueOn: Day
    package var askedBy: String
    /// The day it was provided, or held.
    package var metOn: Day?
    /// Who provided it, or who held the interview.
    package var doneBy: String?
    /// What was provided and where it is kept, or why it cannot be.
    package var answer: String?
    /// SHA-256 of the file that was provided, and its name as it is shown and handed over. Its bytes are no part of the entry.
    package var fileHash: String?
    package var fileName: String?
    /// As its bytes say, whatever its name says.
    package var fileType: DocumentType?
    /// In bytes.
    package var fileSize: Int?
    /// The day a file that was given was taken back, by whom: it and what was said of it were erased.
    package var takenBackOn: Day?
    package var takenBackBy: String?

    package init(sort: Sort, what: String, askedOn: Day, dueOn: Day, askedBy: String) {
        self.sort = sort
        self.what = what
        self.askedOn = askedOn
        self.dueOn = dueOn
        self.askedBy = askedBy
    }

    /// Past its day without having been done; or done after it.
    package func isLate(on day: Day) -> Bool { (metOn ?? day) > dueOn }

    package var happenedOn: Day? { askedOn }

    package static func fold(_ record: Recorded<InspectionRequest>, into journey: inout Journey) {}
}
