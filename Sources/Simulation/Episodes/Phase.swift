import WorkingDays

/// A stretch of an episode during which the child is in need, on a protection plan or in care.
struct Phase: Sendable {
    enum Kind: Sendable { case inNeed, protection, care }

    let kind: Kind
    let from: Day
    /// The day the next phase, or the closure, begins; nil while it runs.
    var until: Day?
    /// For a protection plan: the strategy discussion that led to its conference.
    var enquiryOn: Day?

    init(_ kind: Kind, from: Day, until: Day? = nil, enquiryOn: Day? = nil) {
        self.kind = kind
        self.from = from
        self.until = until
        self.enquiryOn = enquiryOn
    }
}
