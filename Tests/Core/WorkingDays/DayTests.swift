import Foundation
import Testing
import WorkingDays

@Suite struct DayTests {
    @Test func `every day from 1900 to 2100 is the one Foundation says it is`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let first: Day = "1900-01-01"
        let last: Day = "2100-12-31"
        var wrong: [Int32] = []
        for number in first.number...last.number {
            let day = Day(number: number)
            let outside = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let civil = day.civil
            // Foundation's week begins on a Sunday, numbered 1.
            let weekday = ((outside.weekday ?? 0) + 5) % 7
            let isSame =
                civil.year == outside.year && civil.month == outside.month && civil.day == outside.day
                && day.weekday.rawValue == weekday
            let isBack = Day(year: civil.year, month: civil.month, day: civil.day) == day
            if !isSame || !isBack || Day(iso: day.description) != day { wrong.append(number) }
        }
        #expect(wrong.isEmpty)
        #expect(last - first == 73_413)
    }

    @Test(arguments: [
        (2026, 2, 29), (2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1),
        (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (.max, 1, 1), (2026, .min, 1),
        (2026, 1, .max),
    ])
    func `what is not a day is refused`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1066-10-14"])
    func `a real day reads and writes as the same text`(text: String) throws {
        #expect(try #require(Day(iso: text)).description == text)
    }

    @Test(arguments: [
        "2026-2-03", "2026/02/03", "03/02/2026", "2026-02-03T00:00:00", " 2026-02-03", "2026-02-3x", "20260203", "",
        "2026-02-30", "٢٠٢٦-٠٢-٠٣", "+026-02-03", "-026-02-03",
    ])
    func `text that is not exactly a day is refused`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-30", 1, "2026-02-28"),
            ("2026-02-28", 1, "2026-03-28"), ("2026-03-31", 6, "2026-09-30"), ("2026-08-31", 6, "2027-02-28"),
            ("2023-08-31", 6, "2024-02-29"), ("2026-11-30", 3, "2027-02-28"), ("2026-12-31", 2, "2027-02-28"),
            ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-01-15", -12, "2025-01-15"), ("2026-01-15", -13, "2024-12-15"), ("2026-05-31", 0, "2026-05-31"),
        ] as [(Day, Int, Day)])
    func `months keep the day of the month or stop at its end`(start: Day, months: Int, end: Day) {
        #expect(start.adding(months: months) == end)
    }

    @Test(
        arguments: [
            ("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18), ("2008-02-29", "2024-02-28", 15),
            ("2008-02-29", "2024-02-29", 16), ("2008-03-01", "2026-02-28", 17), ("2008-03-01", "2026-03-01", 18),
            ("2008-12-31", "2026-12-30", 17), ("2008-12-31", "2026-12-31", 18), ("2008-12-31", "2027-01-01", 18),
            ("2026-05-05", "2026-05-05", 0), ("2026-05-05", "2026-05-04", -1),
        ] as [(Day, Day, Int)])
    func `years are completed on the birthday`(born: Day, on: Day, years: Int) {
        #expect(born.completedYears(on: on) == years)
    }

    @Test(
        arguments: [
            ("2008-02-29", 18, "2026-03-01"), ("2008-02-29", 4, "2012-02-29"), ("2008-02-28", 18, "2026-02-28"),
            ("2008-03-01", 18, "2026-03-01"),
        ] as [(Day, Int, Day)])
    func `a child born on 29 February has the birthday on 1 March`(born: Day, age: Int, birthday: Day) {
        #expect(born.birthday(age) == birthday)
        #expect(born.completedYears(on: birthday) == age)
        #expect(born.completedYears(on: birthday - 1) == age - 1)
    }

    @Test func `days are written for people as they say them`() {
        let day: Day = "2026-03-03"
        #expect(day.words == "Tue 3 Mar 2026")
        #expect(day.shortWords == "3 Mar 2026")
        #expect(day.monthWords == "Mar 2026")
    }

    @Test func `a day is stored as text and nothing else is read as one`() throws {
        let stored = try JSONEncoder().encode(["2026-03-03" as Day])
        #expect(String(decoding: stored, as: UTF8.self) == #"["2026-03-03"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: stored) == ["2026-03-03"])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }

    @Test func `a period holds both its ends`() {
        let period = Period(from: "2026-03-03", until: "2026-03-05")
        #expect(!period.contains("2026-03-02"))
        #expect(period.contains("2026-03-03"))
        #expect(period.contains("2026-03-05"))
        #expect(!period.contains("2026-03-06"))
        #expect(Period(from: "2026-03-03").contains("2100-01-01"))
    }
}
