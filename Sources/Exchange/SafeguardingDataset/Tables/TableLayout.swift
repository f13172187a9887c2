import ChildJourney

/// What a table is called, which columns it has, and which facts a council tells by supplying it.
struct TableLayout: Sendable {
    /// Without the `ssd_` in front.
    let name: String
    /// Every column of version 1.4.5, in its order, so that a table can be written as well as read.
    let columns: [DatasetColumn]
    /// The columns that can hold the day a row stands on, the most telling first.
    let standsOn: [String]
    /// A row without any such day cannot be used.
    let needsDay: Bool
    let tells: [ToldFact]

    init(
        _ name: String, standsOn: [String] = [], needsDay: Bool = true, tells: [ToldFact] = [],
        columns: [DatasetColumn]
    ) {
        self.name = name
        self.columns = columns
        self.standsOn = standsOn
        self.needsDay = needsDay && !standsOn.isEmpty
        self.tells = tells
    }
}

/// A fact that a table tells if it has rows, and, where columns are named, if one of them says something somewhere.
struct ToldFact: Sendable {
    let fact: CoveredFact
    let columns: [String]

    init(_ fact: CoveredFact, _ columns: String...) {
        self.fact = fact
        self.columns = columns
    }
}
