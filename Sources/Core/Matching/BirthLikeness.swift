import WorkingDays

/// How a date of birth that was typed and one that is recorded agree.
package enum BirthLikeness: Int, Sendable {
    case same
    /// 3 April for 4 March.
    case dayAndMonthSwapped
    /// One digit is another, or two beside each other are swapped.
    case oneDigit
    /// The same month of the same year.
    case sameMonth
    case different
    case unknown

    package init(_ typed: Day?, _ recorded: Day?) {
        guard let typed, let recorded else {
            self = .unknown
            return
        }
        if typed == recorded {
            self = .same
        } else if BirthLikeness.swapped(typed) == recorded {
            self = .dayAndMonthSwapped
        } else if BirthLikeness.digitSlips(typed).contains(recorded) {
            self = .oneDigit
        } else {
            let (a, b) = (typed.civil, recorded.civil)
            self = a.year == b.year && a.month == b.month ? .sameMonth : .different
        }
    }

    /// Days that may have been meant by whoever typed this one, itself first.
    package static func mayMean(_ day: Day) -> [Day] {
        var days = [day]
        for other in [swapped(day)].compactMap(\.self) + digitSlips(day) where !days.contains(other) {
            days.append(other)
        }
        return days
    }

    private static func swapped(_ day: Day) -> Day? {
        let civil = day.civil
        return Day(year: civil.year, month: civil.day, day: civil.month)
    }

    private static func digitSlips(_ day: Day) -> [Day] {
        let civil = day.civil
        let digits = digits(civil.year, 4) + digits(civil.month, 2) + digits(civil.day, 2)
        var slips: [Day] = []
        for place in digits.indices {
            for digit in 0...9 where digit != digits[place] {
                var other = digits
                other[place] = digit
                slips += Self.day(other)
            }
            // NB: not across the year's end or the month's: nobody swaps digits of two numbers.
            if [0, 1, 2, 4, 6].contains(place), digits[place] != digits[place + 1] {
                var other = digits
                other.swapAt(place, place + 1)
                slips += Self.day(other)
            }
        }
        return slips.filter { abs($0 - day) <= 30 * 366 }
    }

    private static func day(_ digits: [Int]) -> [Day] {
        func number(_ places: Range<Int>) -> Int { digits[places].reduce(0) { $0 * 10 + $1 } }
        return [Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))].compactMap(\.self)
    }

    private static func digits(_ number: Int, _ width: Int) -> [Int] {
        var (digits, rest) = ([Int](), number)
        for _ in 0..<width {
            digits.insert(rest % 10, at: 0)
            rest /= 10
        }
        return digits
    }
}
