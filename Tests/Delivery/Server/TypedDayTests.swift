import Server
import Testing
import WorkingDays

@Suite struct TypedDayTests {
    private let today = Day(iso: "2026-11-21") ?? Day(number: 0)

    @Test(arguments: [
        "3/3/2026", "03/03/2026", "3.3.2026", "3-3-2026", "3 3 2026", "3/3/26", "2026-03-03", "2026/3/3", "3 Mar 2026",
        "3 March 2026", "3rd March 2026", "3rd of March, 2026", "the 3rd of March 2026", "3 mar 26", "3Mar2026",
        "March 3, 2026", "Mar 3 2026", "Tue 3 Mar 2026", "Tuesday 3 March 2026", "03032026", "20260303", " 3/3/2026 ",
        "2026 Mar 3", "3 MARCH 2026",
    ])
    func `a day is read however it is usually typed`(text: String) throws {
        #expect(try TypedDay.read(text, around: today).description == "2026-03-03")
    }

    @Test func `the day comes before the month`() throws {
        #expect(try TypedDay.read("4/3/2026", around: today).description == "2026-03-04")
        #expect(throws: TypedDay.Trouble.noSuchDay) { try TypedDay.read("3/13/2026", around: today) }
    }

    @Test(arguments: [("26", 2026), ("36", 2036), ("37", 1937), ("85", 1985), ("00", 2000), ("12", 2012)])
    func `two digits mean the century that ends in ten years`(year: String, meant: Int) throws {
        #expect(try TypedDay.read("1/2/\(year)", around: today).year == meant)
    }

    @Test(arguments: [
        "31/2/2026", "29/2/2025", "0/3/2026", "3/0/2026", "32/1/2026", "3/3/0206", "3/3/1066", "3/3/2101",
    ])
    func `a day that does not exist is not moved to one that does`(text: String) {
        #expect(throws: TypedDay.Trouble.noSuchDay) { try TypedDay.read(text, around: today) }
    }

    @Test(arguments: ["3 Mar", "3/3", "March 2026", "3rd March"])
    func `a day without a year is not given one`(text: String) {
        #expect(throws: TypedDay.Trouble.noYear) { try TypedDay.read(text, around: today) }
    }

    @Test(arguments: [
        "", "tomorrow", "3", "2026", "3/3/206", "3/3/20260", "3/3/2026/1", "a/b/c", "3 Mat 2026", "3:3:2026",
        "3/3/2026T10:00",
        "٣/٣/٢٠٢٦", "3 Mar 2026 and more words than any date has", "-1/3/2026x", "030326", "Mar Mar 2026", "3 m 2026",
    ])
    func `what is no day is said to be none`(text: String) {
        #expect(throws: TypedDay.Trouble.unreadable) { try TypedDay.read(text, around: today) }
    }

    @Test func `a weekday that does not go with the date is a slip in one of them`() {
        #expect(throws: TypedDay.Trouble.wrongWeekday(is: .tuesday)) {
            try TypedDay.read("Mon 3 Mar 2026", around: today)
        }
    }

    @Test func `every day the pages write can be typed back`() throws {
        for offset in stride(from: 0, to: 4000, by: 7) {
            let day = today - offset
            for text in [day.words, day.shortWords, day.description] {
                #expect(try TypedDay.read(text, around: today) == day)
            }
        }
    }
}
