import HTML

/// What must be put right in one field, in a sentence that says how.
package struct FieldError: Sendable {
    /// The id of the field, which is also its name.
    package var field: String
    package var message: String

    package init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}

/// What must be put right, beside its field; nothing where nothing must.
struct FieldProblem: HTML {
    let field: String
    let message: String?

    var body: some HTML {
        if let message {
            p(.class("error"), .id("\(field)-error")) {
                span(.class("read-aloud")) { "To put right: " }
                message
            }
        }
    }
}

/// Everything to put right, at the top, each leading to its field.
struct ErrorSummary: HTML {
    let errors: [FieldError]

    var body: some HTML {
        if !errors.isEmpty {
            div(.class("errors"), .role("alert"), .tabindex(-1)) {
                h2 { "There is something to put right" }
                ul {
                    for error in errors {
                        li { a(.href("#\(error.field)")) { error.message } }
                    }
                }
            }
        }
    }
}

extension [FieldError] {
    package func message(for field: String) -> String? {
        first { $0.field == field }?.message
    }
}
