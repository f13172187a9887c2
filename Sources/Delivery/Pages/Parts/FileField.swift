import HTML

/// A file to be chosen, with its label, what may be chosen, and what is wrong with it.
struct FileField: HTML {
    let name: String
    let words: String
    let hint: String
    let accept: String
    let error: String?

    var body: some HTML {
        div(.class("field")) {
            label(.for(name)) { words }
            p(.class("hint"), .id("\(name)-hint")) { hint }
            FieldProblem(field: name, message: error)
            input(
                .type(.file), .id(name), .name(name), .accept(accept),
                .aria("describedby", error == nil ? "\(name)-hint" : "\(name)-hint \(name)-error")
            )
            .attributes(.aria("invalid", "true"), when: error != nil)
        }
        .attributes(.class("wrong"), when: error != nil)
    }
}

/// What documents may be, as a browser's file chooser is told. What a file is, is read from its bytes.
package enum FileKinds {
    package static let accepted = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.eml,.msg"
}
