import Concerns
import WorkingDays

extension Rank {
    /// The rank as one number that sorts the same way and does not change as days pass: smaller comes first.
    ///
    /// Bits from the top: flagged 1, level 2, harm 1, kind 3, day 32, count 16. In levels 2 and 3 the days over grow by one
    /// a day for every child alike, so the due day they are counted from keeps the same order.
    package func number(on day: Day) -> Int64 {
        let since = level == 1 ? Int64(urgency) : Int64(day.number) + Int64(urgency)
        var number = Int64(flagged)
        number = number << 2 | Int64(level)
        number = number << 1 | Int64(level == 1 ? harm : 1)
        number = number << 3 | Int64(kind)
        number = number << 32 | (since + 0x8000_0000) & 0xFFFF_FFFF
        return number << 16 | Int64(0xFFFF + max(fewer, -0xFFFF))
    }
}
