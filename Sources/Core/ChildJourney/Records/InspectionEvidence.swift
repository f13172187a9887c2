import WorkingDays

/// One thing inspectors saw, heard or read, and what it shows.
package struct InspectionEvidence: EntryBody {
    package static var kind: RecordKind { .inspectionEvidence }

    package var on: Day
    package var source: EvidenceSource
    /// What somebody wrote that should be done; false: what was done.
    package var isPolicy: Bool
    package var shows: String
    /// The area of the framework it bears on.
    package var area: String?
    /// The sample whose readings it rests on.
    package var sample: String?
    package var by: String

    package init(on: Day, source: EvidenceSource, isPolicy: Bool, shows: String, by: String) {
        self.on = on
        self.source = source
        self.isPolicy = isPolicy
        self.shows = shows
        self.by = by
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<InspectionEvidence>, into journey: inout Journey) {}
}

package enum EvidenceSource: String, Codable, Sendable, CaseIterable {
    case caseFile = "case-file"
    case family, worker, manager
    case seniorOfficer = "senior-officer"
    case member, partner, observation, document, data

    package var words: String {
        switch self {
        case .caseFile: "case file"
        case .family: "child or family"
        case .worker: "worker"
        case .manager: "manager"
        case .seniorOfficer: "senior officer"
        case .member: "elected member"
        case .partner: "partner"
        case .observation: "observation"
        case .document: "document"
        case .data: "data"
        }
    }
}
