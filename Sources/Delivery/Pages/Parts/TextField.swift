import HTML

/// A field with its words above it and, when there is one, what must be put right.
struct TextField: HTML {
    let name: String
    let words: String
    var hint: String? = nil
    var value = ""
    var type = HTMLInputType.text
    var completes = "off"
    let error: String?

    var body: some HTML {
        div(.class("field")) {
            label(.for(name)) { words }
            if let hint {
                p(.class("hint"), .id("\(name)-hint")) { hint }
            }
            FieldProblem(field: name, message: error)
            input(
                .type(type), .id(name), .name(name), .value(value), .autocomplete(completes),
                .spellcheck(false)
            )
            .attributes(.aria("describedby", describedBy), when: !describedBy.isEmpty)
            .attributes(.aria("invalid", "true"), when: error != nil)
        }
        .attributes(.class("wrong"), when: error != nil)
    }

    private var describedBy: String {
        [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }]
            .compactMap(\.self).joined(separator: " ")
    }
}
