import WorkingDays

/// Reads a day in any of the ways people type one: 3/3/2026, 3 Mar 2026, 3rd of March 26, 2026-03-03, 03032026 and
/// "Tue 3 Mar 2026" as the pages write it. The day comes before the month, as in England.
package enum TypedDay {
    package enum Trouble: Error, Hashable, Sendable {
        case unreadable
        case noYear
        /// 31 February, or a year no page of this record could mean.
        case noSuchDay
        /// The name of the day does not go with the date: one of the two is a slip, and nobody can know which.
        case wrongWeekday(is: Weekday)
    }

    /// `today` decides which century a year of two digits belongs to: at most ten years ahead.
    package static func read(_ text: String, around today: Day) throws(Trouble) -> Day {
        var words = try words(of: text)
        let named = words.compactMap(\.weekday).first
        words.removeAll { $0.weekday != nil || $0.isJoining }
        let parts = try parts(words)
        guard let year = year(parts.year, around: today) else { throw .unreadable }
        guard (1900...2100).contains(year), let day = Day(year: year, month: parts.month, day: parts.day) else {
            throw .noSuchDay
        }
        if let named, named != day.weekday { throw .wrongWeekday(is: day.weekday) }
        return day
    }

    private static func parts(_ words: [DayWord]) throws(Trouble) -> (day: Int, month: Int, year: DayWord) {
        switch words.count {
        case 1: return try runTogether(words[0])
        case 2 where words.allSatisfy({ $0.number != nil || $0.month != nil }): throw .noYear
        case 3: break
        default: throw .unreadable
        }
        let yearIsFirst = words[0].length == 4 && words[0].number != nil
        let (first, second, year) = yearIsFirst ? (words[2], words[1], words[0]) : (words[0], words[1], words[2])
        if let day = first.number, let month = second.number ?? second.month { return (day, month, year) }
        // "March 3, 2026" can mean one thing only, so it is read.
        if !yearIsFirst, let month = first.month, let day = second.number { return (day, month, year) }
        throw .unreadable
    }

    /// 03032026 or 20260303. No day in a year from 1900 to 2100 can be read both ways.
    private static func runTogether(_ word: DayWord) throws(Trouble) -> (day: Int, month: Int, year: DayWord) {
        guard let number = word.number, word.length == 8 else { throw .unreadable }
        if (1900...2100).contains(number % 10_000) {
            return (number / 1_000_000, number / 10_000 % 100, DayWord(number: number % 10_000, length: 4))
        }
        return (number % 100, number / 100 % 100, DayWord(number: number / 10_000, length: 4))
    }

    private static func year(_ word: DayWord, around today: Day) -> Int? {
        guard let number = word.number else { return nil }
        switch word.length {
        case 4: return number
        case 2: return number + 2000 > today.year + 10 ? number + 1900 : number + 2000
        default: return nil
        }
    }

    /// Runs of digits and runs of letters; a few signs may stand between them.
    private static func words(of text: String) throws(Trouble) -> [DayWord] {
        var runs: [[UInt8]] = []
        var before: DayWord.Sign = .between
        for byte in text.utf8 {
            guard let sign = DayWord.Sign(byte), text.utf8.count <= 40 else { throw .unreadable }
            if sign != .between {
                if sign != before { runs.append([]) }
                runs[runs.count - 1].append(byte)
            }
            before = sign
        }
        var words: [DayWord] = []
        for run in runs {
            guard let word = DayWord(run) else { throw .unreadable }
            words.append(word)
        }
        return words
    }
}
