import HTML

/// Words of any length.
struct LongTextField: HTML {
    let name: String
    let words: String
    var hint: String? = nil
    let value: String
    let error: String?

    var body: some HTML {
        div(.class("field")) {
            label(.for(name)) { words }
            if let hint {
                p(.class("hint"), .id("\(name)-hint")) { hint }
            }
            FieldProblem(field: name, message: error)
            textarea(.id(name), .name(name), .rows(4)) { value }
                .attributes(.aria("describedby", "\(name)-hint"), when: hint != nil)
                .attributes(.aria("invalid", "true"), when: error != nil)
        }
        .attributes(.class("wrong"), when: error != nil)
    }
}
