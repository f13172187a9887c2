import WorkingDays

/// A child has died or was seriously harmed, and abuse or neglect is known or suspected; or a child in the council's care has died.
/// Source: Children Act 2004 section 16C.
package struct SeriousIncident: EntryBody {
    package static var kind: RecordKind { .seriousIncident }

    /// The day it happened, as far as is known.
    package var on: Day
    /// The day the council knew.
    package var knownOn: Day
    package var harm: SeriousHarm
    package var what: String?
    package var notifiedOn: Day?
    /// Who was told: the national panel, Ofsted, the safeguarding partners.
    package var notifiedTo: String?
    package var notifiedBy: String?
    /// What the rapid review found, and the day it was sent.
    package var review: String?
    package var reviewedOn: Day?

    package init(on: Day, knownOn: Day, harm: SeriousHarm) {
        self.on = on
        self.knownOn = knownOn
        self.harm = harm
    }

    package var happenedOn: Day? { on }
    package var settledOn: Day? { notifiedOn }

    package static func fold(_ record: Recorded<SeriousIncident>, into journey: inout Journey) {
        journey.casework.seriousIncidents.append(record)
    }
}

package enum SeriousHarm: String, Codable, Sendable, CaseIterable {
    case died
    case seriouslyHarmed = "seriously-harmed"
    case diedInCare = "died-in-care"

    package var words: String {
        switch self {
        case .died: "the child died, and abuse or neglect is known or suspected"
        case .seriouslyHarmed: "the child was seriously harmed, and abuse or neglect is known or suspected"
        case .diedInCare: "the child died in the council's care"
        }
    }
}
