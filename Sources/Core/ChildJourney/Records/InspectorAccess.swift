import WorkingDays

/// Leave of one inspector to open children's records in the course of an inspection: from a day, to a day, and only once a second
/// person of the council has confirmed it. It ends at once when it is withdrawn or the inspection closes.
package struct InspectorAccess: EntryBody {
    package static var kind: RecordKind { .inspectorAccess }

    /// Whose account.
    package var user: String
    package var from: Day
    /// The last day.
    package var until: Day
    package var askedBy: String
    /// Nil while it waits: then it opens nothing.
    package var confirmedBy: String?
    package var withdrawnBy: String?
    package var withdrawnWhy: String?

    package init(user: String, from: Day, until: Day, askedBy: String) {
        self.user = user
        self.from = from
        self.until = until
        self.askedBy = askedBy
    }

    package var isConfirmed: Bool { confirmedBy != nil }

    /// Whether it opens records on a day, as far as it goes itself: the inspection may have closed.
    package func lets(in someone: String, on day: Day) -> Bool {
        user == someone && isConfirmed && withdrawnBy == nil && from <= day && day <= until
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<InspectorAccess>, into journey: inout Journey) {}
}
