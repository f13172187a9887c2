import Duties
import WorkingDays

/// Why a passage may be left out of what somebody is given of a record. A closed list, read from the data.
package struct RedactionReason: Hashable, Sendable {
    package let id: String
    package let words: String
    package let source: String
    package let verification: Standard.Verification

    package init(id: String, words: String, source: String, verification: Standard.Verification) {
        self.id = id
        self.words = words
        self.source = source
        self.verification = verification
    }
}

/// By when a request for access to a record is answered, and what may be left out of the answer.
package struct AccessTerms: Hashable, Sendable {
    package let months: Int
    package let furtherMonths: Int
    package let source: String
    package let verification: Standard.Verification
    package let reasons: [RedactionReason]

    package init(
        months: Int, furtherMonths: Int, source: String, verification: Standard.Verification, reasons: [RedactionReason]
    ) {
        self.months = months
        self.furtherMonths = furtherMonths
        self.source = source
        self.verification = verification
        self.reasons = reasons
    }

    /// The corresponding day of a later month, or its last day where it has no such day.
    package func due(receivedOn day: Day) -> Day { day.adding(months: months) }

    /// The latest day an extension can reach.
    package func latest(receivedOn day: Day) -> Day { day.adding(months: months + furtherMonths) }

    package func reason(_ id: String) -> RedactionReason? { reasons.first { $0.id == id } }
}
