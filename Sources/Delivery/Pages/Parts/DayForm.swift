import HTML

/// Asks for a page as it stood on another day.
package struct DayForm: Sendable {
    package var action: String
    /// What was typed last.
    package var typed: String
    package var error: String?

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
            TextField(
                name: "on", words: "As it stood on", hint: "Any usual way, such as 3 Mar 2026 or 3/3/26",
                value: asked.typed, error: asked.error)
            button(.submit, .class("button quiet")) { "Show that day" }
        }
    }
}
