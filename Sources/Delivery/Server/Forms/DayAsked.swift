import WorkingDays

/// The day a page is asked for as it stood on, typed by hand under the name "on": today or before.
struct DayAsked: Hashable {
    /// Nil where none was typed, or none that can be shown.
    let day: Day?
    let typed: String
    let error: String?

    init(_ form: inout FormReader, today: Day) {
        typed = form.given("on") ?? ""
        let read = typed.isEmpty ? nil : form.day("on", called: "a day", around: today, required: false)
        day = read.flatMap { $0 <= today ? $0 : nil }
        error = typed.isEmpty || day != nil ? nil : "Enter a day up to today, such as 3 Mar 2026"
    }
}
