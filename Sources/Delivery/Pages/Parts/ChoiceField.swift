import HTML

/// One of a few answers, or any number of them, all of them in sight.
struct ChoiceField: HTML {
    let name: String
    let words: String
    var hint: String? = nil
    var takesSeveral = false
    let options: [FilterOption]
    let error: String?

    var body: some HTML {
        fieldset(.class("field radios")) {
            legend { words }
            if let hint {
                p(.class("hint"), .id("\(name)-hint")) { hint }
            }
            FieldProblem(field: name, message: error)
            for (place, choice) in options.enumerated() {
                div(.class("radio")) {
                    // The first has the field's own name as its id, so that the list of errors leads to it.
                    input(
                        .type(takesSeveral ? .checkbox : .radio), .id(place == 0 ? name : "\(name)-\(choice.value)"),
                        .name(name),
                        .value(choice.value)
                    )
                    .attributes(.checked, when: choice.isChosen)
                    label(.for(place == 0 ? name : "\(name)-\(choice.value)")) { choice.words }
                }
            }
        }
        .attributes(.class("wrong"), when: error != nil)
    }
}
