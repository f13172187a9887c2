import HTML

/// Asks for a page as it stood on another day.
package struct DayForm: Sendable {
    package var action: String
    /// What was typed last.
    package var typed: String
    package var error: String?
    /// What else the address holds and must keep.
    package var kept: [(name: String, value: String)] = []

    package init(action: String, typed: String = "", error: String? = nil) {
        self.action = action
        self.typed = typed
        self.error = error
    }
}

struct DayFormView: HTML {
    let asked: DayForm

    var body: some HTML {
        form(.class("day"), .action(asked.action), .method(.get), .novalidate) {
            h2 { "Another day" }
            for pair in asked.kept { input(.type(.hidden), .name(pair.name), .value(pair.value)) }
            TextField(
                name: "on", words: "As it stood on", hint: "Any usual way, such as 3 Mar 2026 or 3/3/26",
                value: asked.typed, error: asked.error)
            button(.submit, .class("button quiet")) { "Show that day" }
        }
    }
}
