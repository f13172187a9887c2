import Measures
import WorkingDays

/// What children's cases add to and take from the council's figures, day by day. What stood on a day is the sum of the
/// changes up to it, and what happened in a period the sum of those in it: a figure costs the same however many children
/// there are.
package struct MeasureChanges: Sendable {
    /// One measure of one slice, on one day or in one month.
    package struct Row: Sendable {
        package let measure: Int
        package let slice: MeasureSlice
        /// The first of it, for a month.
        package let day: Day
        package let isMonth: Bool
        package let sum: MeasureSum
    }

    private struct Line: Hashable {
        let measure: Int
        let slice: MeasureSlice
    }

    private static let stood = Set(Measures.all.filter { $0.counting == .stood }.map { $0.id })

    private var places: [Line: Int] = [:]
    private var lines: [Line] = []
    /// By the place of the line, and the day in the lower half.
    private var sums: [UInt64: MeasureSum] = [:]

    package init() {}

    package var isEmpty: Bool { sums.isEmpty }

    /// Adds what a child counts for (`sign` 1), or takes away what it added before (`sign` -1).
    package mutating func apply(_ cases: [MeasureCase], sign: Int) {
        for found in cases {
            guard let number = MeasureNumbers.number(of: found.measure) else { continue }
            for slice in found.slices {
                let place = place(of: Line(measure: number, slice: slice))
                add(found, to: place, on: found.from, sign)
                if Self.stood.contains(found.measure), let until = found.until {
                    add(found, to: place, on: until, -sign)
                }
            }
        }
    }

    /// What comes of replacing some cases by others; those in both change nothing.
    package mutating func replace(_ before: [MeasureCase], by after: [MeasureCase]) {
        var counts: [MeasureCase: Int] = [:]
        for found in after { counts[found, default: 0] += 1 }
        for found in before { counts[found, default: 0] -= 1 }
        for (found, count) in counts where count != 0 {
            for _ in 0..<abs(count) { apply([found], sign: count.signum()) }
        }
    }

    /// Everything that changes, days and the months they add up to.
    package func forEach(_ use: (Row) throws -> Void) rethrows {
        var months: [UInt64: MeasureSum] = [:]
        for (key, sum) in sums where sum != MeasureSum() {
            let (line, day) = parts(key)
            try use(Row(measure: line.measure, slice: line.slice, day: day, isMonth: false, sum: sum))
            months[Self.key(key >> 32, day.firstOfMonth), default: MeasureSum()].add(sum, times: 1)
        }
        for (key, sum) in months where sum != MeasureSum() {
            let (line, day) = parts(key)
            try use(Row(measure: line.measure, slice: line.slice, day: day, isMonth: true, sum: sum))
        }
    }

    private func parts(_ key: UInt64) -> (Line, Day) {
        (lines[Int(key >> 32)], Day(number: Int32(bitPattern: UInt32(truncatingIfNeeded: key))))
    }

    private static func key(_ place: UInt64, _ day: Day) -> UInt64 {
        place << 32 | UInt64(UInt32(bitPattern: day.number))
    }

    private mutating func place(of line: Line) -> Int {
        if let known = places[line] { return known }
        lines.append(line)
        places[line] = lines.count - 1
        return lines.count - 1
    }

    private mutating func add(_ found: MeasureCase, to place: Int, on day: Day, _ sign: Int) {
        sums[Self.key(UInt64(place), day), default: MeasureSum()].add(
            MeasureSum(numerator: found.amount, denominator: 1), times: sign)
    }
}

extension Day {
    /// The first of its month.
    package var firstOfMonth: Day { self - (civil.day - 1) }

    /// The last of its month.
    package var lastOfMonth: Day { firstOfMonth.adding(months: 1) - 1 }
}
