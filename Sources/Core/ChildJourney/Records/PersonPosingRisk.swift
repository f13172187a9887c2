import WorkingDays

/// That an adult may harm children: of what kind the knowledge is, who says so, and what the adult answers. It is only
/// ever about an adult: a child is never a hazard.
package struct PersonPosingRisk: EntryBody {
    package static var kind: RecordKind { .personPosingRisk }

    /// The day it became known.
    package var knownOn: Day
    package var basis: RiskBasis
    /// What the risk is, in words.
    package var what: String
    /// Where the knowledge comes from: "police check", "family court".
    package var source: String
    /// Who recorded it, by their name for signing in.
    package var by: String?
    /// What the person says to it.
    package var answer: String?
    /// The last day it stands without a review; an allegation expires after it.
    package var reviewOn: Day?
    package var reviews: [RiskReview]?
    package var endedOn: Day?
    package var endedWhy: String?

    package init(knownOn: Day, basis: RiskBasis, what: String, source: String) {
        self.knownOn = knownOn
        self.basis = basis
        self.what = what
        self.source = source
    }

    package var happenedOn: Day? { knownOn }

    package static func fold(_ record: Recorded<PersonPosingRisk>, into journey: inout Journey) {
        journey.casework.risksPosed.append(record)
    }
}

/// What the knowledge of a risk rests on.
package enum RiskBasis: String, Codable, Sendable, CaseIterable {
    case conviction, finding, assessed, alleged

    package var words: String {
        switch self {
        case .conviction: "convicted"
        case .finding: "found by a court"
        case .assessed: "assessed"
        case .alleged: "alleged, not proven"
        }
    }
}

/// Somebody looked again at what is alleged, and it stands until another day.
package struct RiskReview: Hashable, Codable, Sendable {
    package let on: Day
    package let nextOn: Day
    package let why: String
    package let by: String?

    package init(on: Day, nextOn: Day, why: String, by: String? = nil) {
        self.on = on
        self.nextOn = nextOn
        self.why = why
        self.by = by
    }
}

extension PersonPosingRisk {
    /// From a day until the first day it no longer stands; nil while it goes on.
    package struct Stretch: Hashable, Sendable {
        package let from: Day
        package let until: Day?
    }

    /// The days on which it stands. What is only alleged lapses after its review day, and stands again from a review.
    package var stretches: [Stretch] {
        guard basis == .alleged, let reviewOn else { return stretch(from: knownOn, until: nil) }
        var found: [Stretch] = []
        var (from, until) = (knownOn, reviewOn + 1)
        for review in (reviews ?? []).sorted(by: { $0.on < $1.on }) {
            if review.on > until {
                found += stretch(from: from, until: until)
                from = review.on
            }
            until = max(review.nextOn + 1, review.on)
        }
        return found + stretch(from: from, until: until)
    }

    private func stretch(from: Day, until: Day?) -> [Stretch] {
        let end = [until, endedOn].compactMap { $0 }.min()
        if let end, end <= from { return [] }
        return [Stretch(from: from, until: end)]
    }

    package func stands(on day: Day) -> Bool {
        stretches.contains { $0.from <= day && ($0.until.map { day < $0 } ?? true) }
    }
}
