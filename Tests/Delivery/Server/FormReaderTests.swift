import Pages
import Server
import Testing
import WorkingDays

@Suite struct FormReaderTests {
    private enum Role: String { case worker, manager }
    private let today = Day(iso: "2026-11-21") ?? Day(number: 0)

    private func reader(_ fields: (String, String)...) -> FormReader {
        FormReader(FormFields(fields.map { .init($0.0, $0.1) }))
    }

    private func messages(_ reader: FormReader) -> [String] {
        reader.problems.map { "\($0.field): \($0.message)" }
    }

    @Test func `everything that must be put right is said at once`() {
        var form = reader(("name", "  "), ("seen", "31/2/2026"), ("age", "x"), ("role", "king"))
        #expect(form.text("name", called: "the child's name") == nil)
        #expect(form.day("seen", called: "the day of the visit", around: today) == nil)
        #expect(form.wholeNumber("age", called: "the age", in: 0...17) == nil)
        #expect(form.choice("role", called: "a role", of: Role.self) == nil)
        #expect(
            messages(form) == [
                "name: Enter the child's name", "seen: The day of the visit must be a day that exists",
                "age: The age must be a whole number from 0 to 17", "role: Choose a role from the list",
            ])
    }

    @Test func `what need not be there is not missed, and what is there must still be right`() {
        var form = reader(("age", "two"))
        #expect(form.text("name", called: "a name", required: false) == nil)
        #expect(form.day("seen", called: "the day", around: today, required: false) == nil)
        #expect(form.choice("role", called: "a role", of: Role.self, required: false) == nil)
        #expect(form.problems.isEmpty)
        #expect(form.wholeNumber("age", called: "the age", in: 0...17, required: false) == nil)
        #expect(form.problems.count == 1)
    }

    @Test func `a day may come in three fields`() {
        var form = reader(("seen-day", "3"), ("seen-month", "March"), ("seen-year", "2026"))
        #expect(form.day("seen", called: "the day", around: today)?.description == "2026-03-03")
        #expect(form.problems.isEmpty)
    }

    @Test(arguments: [
        (["", "3", "2026"], "The day must be a day, such as 21 Nov 2026 or 21/11/2026"),
        (["3", "", "2026"], "The day must be a day, such as 21 Nov 2026 or 21/11/2026"),
        (["3", "3", ""], "The day must include a year"),
        (["", "", ""], "Enter the day, such as 21 Nov 2026"),
    ])
    func `a part left out of three does not move another into its place`(parts: [String], message: String) {
        var form = reader(("seen-day", parts[0]), ("seen-month", parts[1]), ("seen-year", parts[2]))
        #expect(form.day("seen", called: "the day", around: today) == nil)
        #expect(messages(form) == ["seen: \(message)"])
    }

    @Test func `a weekday that contradicts the date is said`() {
        var form = reader(("seen", "Mon 3 Mar 2026"))
        #expect(form.day("seen", called: "the day", around: today) == nil)
        #expect(messages(form) == ["seen: The day falls on a Tuesday: check the day and the date"])
    }

    @Test func `boxes ticked are all read, and one nobody offered is noticed`() {
        var form = reader(("role", "worker"), ("role", "manager"))
        #expect(form.choices("role", called: "roles", of: Role.self) == [.worker, .manager])
        #expect(form.problems.isEmpty)
        var other = reader(("role", "worker"), ("role", "king"))
        #expect(other.choices("role", called: "roles", of: Role.self) == [.worker])
        #expect(messages(other) == ["role: Choose roles from the list"])
    }

    @Test func `thousands may be written with a comma`() {
        var form = reader(("limit", "1,250"))
        #expect(form.wholeNumber("limit", called: "the limit", in: 0...2000) == 1250)
    }

    @Test(arguments: ["-1", "2001", "1.5", "", "१", "99999999999999999999"])
    func `any other number is refused`(text: String) {
        var form = reader(("limit", text))
        #expect(form.wholeNumber("limit", called: "the limit", in: 0...2000) == nil)
        #expect(form.problems.count == 1)
    }

    @Test func `words keep their lines and lose what cannot be seen`() {
        var form = reader(("note", " Seen at home.\r\nWell\u{202E}.\u{0} \u{7} "))
        #expect(form.text("note", called: "a note") == "Seen at home.\nWell.")
    }

    @Test func `words that are too long are not cut`() {
        var form = reader(("note", String(repeating: "é", count: 11)))
        #expect(form.text("note", called: "a note", atMost: 10) == nil)
        #expect(messages(form) == ["note: A note must be 10 characters or fewer"])
    }
}
