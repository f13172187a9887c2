import FileFormats
import Testing

@Suite struct DateTextTests {
    @Test(arguments: [
        ("2025-03-31", [2025, 3, 31]), ("31/03/2025", [2025, 3, 31]),
        ("2024-02-29", [2024, 2, 29]), ("2000-02-29", [2000, 2, 29]),
        ("1000-01-01", [1000, 1, 1]), ("9999-12-31", [9999, 12, 31]),
        ("2025-03-31T14:05:59", [2025, 3, 31, 14, 5, 59]), ("2025-03-31T14:05", [2025, 3, 31, 14, 5, 0]),
        ("2024-12-10 00:00:00.000", [2024, 12, 10, 0, 0, 0]),
        ("2024-12-10 23:59:59.9999999", [2024, 12, 10, 23, 59, 59]),
        ("31/03/2025 14:05", [2025, 3, 31, 14, 5, 0]), ("31/03/2025 14:05:07", [2025, 3, 31, 14, 5, 7]),
    ])
    func `a date in a known form is read`(text: String, parts: [Int]) throws {
        let date = try #require(DateText(text))
        let time = date.time.map { [$0.hour, $0.minute, $0.second] } ?? []
        #expect([date.year, date.month, date.day] + time == parts)
        #expect(date.form == (text.contains("/") ? .dayFirst : .yearFirst))
    }

    @Test(arguments: [
        "", " ", "2025", "2025-3-31", "2025-03-3", "2025-03-311", "2025/03/31", "31-03-2025", "31/3/2025", "31/03/25",
        "2025-13-01", "2025-00-01", "2025-01-00", "2025-01-32", "2025-04-31", "2025-02-29", "1900-02-29", "0999-12-31",
        "0000-01-01", "2025-03-31T", "2025-03-31 ", "2025-03-31T24:00:00", "2025-03-31T23:60:00", "2025-03-31T23:59:60",
        "2025-03-31T14", "2025-03-31T14:5", "2025-03-31T14:05:59.", "2025-03-31T14:05:59Z", "2025-03-31T14:05:59+01:00",
        "03/31/2025", "20250331", "45382", "٢٠٢٥-٠٣-٣١", "-025-03-31", "2025-03-31\u{0}",
    ])
    func `anything else is malformed`(text: String) {
        #expect(DateText(text) == nil)
    }

    @Test func `midnight is told apart, because databases write it for a day without a time`() {
        #expect(DateText("2024-12-10 00:00:00.000")?.time?.isMidnight == true)
        #expect(DateText("2024-12-10 00:01")?.time?.isMidnight == false)
        #expect(DateText("2024-12-10")?.time == nil)
    }
}
