import HTML

/// Chooses a document to be kept.
struct DocumentField: HTML {
    let name: String
    let words: String
    let hint: String?
    let error: String?

    private var described: String {
        [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap { $0 }.joined(separator: " ")
    }

    var body: some HTML {
        div(.class("field")) {
            label(.for(name)) { words }
            if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
            FieldProblem(field: name, message: error)
            input(.type(.file), .id(name), .name(name), .accept(".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.eml,.msg"))
                .attributes(.aria("describedby", described), when: !described.isEmpty)
                .attributes(.aria("invalid", "true"), when: error != nil)
        }
        .attributes(.class("wrong"), when: error != nil)
    }
}
