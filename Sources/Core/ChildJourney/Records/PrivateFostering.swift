import WorkingDays

/// A child lives for 28 days or more with somebody who is no near relative, by the family's own arrangement.
/// Source: Children (Private Arrangements for Fostering) Regulations 2005.
package struct PrivateFostering: EntryBody {
    package static var kind: RecordKind { .privateFostering }

    /// The day the council was told, or found out.
    package var notifiedOn: Day
    /// The day the child came to live there, or is to; nil: not said.
    package var beganOn: Day?
    /// Who cares for the child, and how they came to.
    package var carer: String
    package var arrangement: String?
    /// What was checked of the carer and the home, each as it was done.
    package var checks: [FosteringCheck]?
    package var endedOn: Day?
    package var endedWhy: String?

    package init(notifiedOn: Day, carer: String) {
        self.notifiedOn = notifiedOn
        self.carer = carer
    }

    package var happenedOn: Day? { notifiedOn }

    package static func fold(_ record: Recorded<PrivateFostering>, into journey: inout Journey) {
        journey.casework.privateFostering.append(record)
    }
}

package struct FosteringCheck: Hashable, Codable, Sendable {
    package var on: Day
    package var what: String
    package var found: String

    package init(on day: Day, what: String, found: String) {
        self.on = day
        self.what = what
        self.found = found
    }
}

extension Recorded where Body == PrivateFostering {
    /// The first day on which it no longer counts. An end written down later counts from the day it is written: until then
    /// nobody knew that nobody had to go.
    package var endCounts: Day? {
        body.endedOn.map { max($0, recordedAt?.londonDay ?? $0) }
    }

    package func runs(on day: Day) -> Bool {
        body.notifiedOn <= day && (body.endedOn.map { day <= $0 } ?? true)
    }
}
