import HTML

/// One of many answers.
struct SelectField: HTML {
    let name: String
    let words: String
    /// What stands for no answer.
    var none = "Not recorded"
    let options: [FilterOption]
    let error: String?

    var body: some HTML {
        div(.class("field")) {
            label(.for(name)) { words }
            FieldProblem(field: name, message: error)
            select(.id(name), .name(name)) {
                option(.value("")) { none }
                for choice in options {
                    option(.value(choice.value)) { choice.words }
                        .attributes(.selected, when: choice.isChosen)
                }
            }
            .attributes(.aria("describedby", "\(name)-error"), when: error != nil)
            .attributes(.aria("invalid", "true"), when: error != nil)
        }
        .attributes(.class("wrong"), when: error != nil)
    }
}
