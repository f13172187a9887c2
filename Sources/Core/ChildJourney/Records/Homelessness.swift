import WorkingDays

/// A young person of 16 or 17 has nowhere to live. Source: Children Act 1989 section 20.
package struct Homelessness: EntryBody {
    package static var kind: RecordKind { .homelessness }

    package var presentedOn: Day
    /// Nil: the time is not recorded.
    package var presentedAt: Moment?
    package var what: String?
    /// Where they sleep, as it was found out or arranged, each from its night on.
    package var beds: [NightsBed]?
    /// The day it was explained to them what coming into care would mean, and that they may choose it.
    package var rightsExplainedOn: Day?
    package var rightsExplainedBy: String?
    package var decision: HomelessDecision?
    package var decidedOn: Day?
    package var decisionWhy: String?
    /// What the young person wants, in their own words.
    package var wishes: String?
    /// Who decided, by their name for signing in.
    package var decidedBy: String?

    package init(presentedOn: Day) {
        self.presentedOn = presentedOn
    }

    package var happenedOn: Day? { presentedOn }

    package static func fold(_ record: Recorded<Homelessness>, into journey: inout Journey) {
        journey.casework.homelessness.append(record)
    }
}

extension Homelessness {
    /// By night; those of one night in the order in which they were written.
    package var bedsInOrder: [NightsBed] {
        (beds ?? []).enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
    }
}

package struct NightsBed: Hashable, Codable, Sendable {
    package var on: Day
    package var kind: BedKind

    package init(on day: Day, kind: BedKind) {
        self.on = day
        self.kind = kind
    }
}

package enum BedKind: String, Codable, Sendable, CaseIterable {
    case suitable
    case bedAndBreakfast = "bed-and-breakfast"
    case unsuitable
    case none

    package var words: String {
        switch self {
        case .suitable: "a bed that is suitable for the young person"
        case .bedAndBreakfast: "bed and breakfast"
        case .unsuitable: "somewhere that is not suitable"
        case .none: "no bed"
        }
    }
}

/// What is decided about section 20.
package enum HomelessDecision: String, Codable, Sendable, CaseIterable {
    case accommodated
    case declined
    case notHomeless = "not-homeless"

    package var words: String {
        switch self {
        case .accommodated: "accommodated under section 20"
        case .declined: "the young person, told what it means, does not want it"
        case .notHomeless: "the duty does not arise"
        }
    }
}
