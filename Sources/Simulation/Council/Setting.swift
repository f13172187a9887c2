import WorkingDays

/// What every simulated child of one council shares: the seed, the days and the lengths of time.
struct Setting: Sendable {
    let seed: UInt64
    let practice: Practice
    /// The reference day: nothing is recorded after it.
    let today: Day
    /// The first day on which anything is recorded.
    let historyStart: Day
    /// The first day of the census year that ends on the reference day.
    let yearStart: Day
    /// How many children the council has: the last block may be cut short by it.
    let children: Int

    /// A census has child in need plans only from the year to 31 March 2022.
    var censusHasInNeedPlans: Bool { today.year >= 2022 }
}
