import HTML

/// The filters in force as chips, and the form that changes them behind a fold.
struct FilterBar: HTML {
    let filters: FilterForm
    var words = "Filter"

    var body: some HTML {
        div(.class("filters")) {
            if !filters.chips.isEmpty {
                ul(.class("chips"), .aria("label", "Filters in force")) {
                    for chip in filters.chips {
                        li {
                            a(.class("chip"), .href(chip.href)) {
                                span(.class("read-aloud")) { "Take off " }
                                chip.words
                                CrossMark()
                            }
                        }
                    }
                    if let clearHref = filters.clearHref {
                        li { a(.href(clearHref)) { "Take off all filters" } }
                    }
                }
            }
            details {
                summary { filters.chips.isEmpty ? words : "Change filters" }
                choices
            }
        }
    }

    private var choices: some HTML {
        form(.action(filters.action), .method(.get), .class("choices")) {
            for pair in filters.kept {
                input(.type(.hidden), .name(pair.name), .value(pair.value))
            }
            for field in filters.fields {
                FilterFieldView(field: field)
            }
            button(.submit, .class("button quiet")) { "Show" }
        }
    }
}

private struct FilterFieldView: HTML {
    let field: FilterField

    @HTMLBuilder
    var body: some HTML {
        switch field.look {
        case .list: list
        case .boxes: boxes
        case .words(let typed):
            div(.class("field")) {
                label(.for("filter-\(field.name)")) { field.words }
                input(.type(.text), .id("filter-\(field.name)"), .name(field.name), .value(typed), .autocomplete("off"))
            }
        }
    }

    private var list: some HTML {
        div(.class("field")) {
            label(.for("filter-\(field.name)")) { field.words }
            select(.id("filter-\(field.name)"), .name(field.name)) {
                option(.value("")) { field.anyWords }
                for choice in field.options {
                    option(.value(choice.value)) { choice.words }
                        .attributes(.selected, when: choice.isChosen)
                }
            }
        }
    }

    private var boxes: some HTML {
        fieldset(.class("field radios")) {
            legend { field.words }
            for choice in field.options {
                div(.class("radio")) {
                    input(
                        .type(.checkbox), .id("filter-\(field.name)-\(choice.value)"), .name(field.name),
                        .value(choice.value)
                    )
                    .attributes(.checked, when: choice.isChosen)
                    label(.for("filter-\(field.name)-\(choice.value)")) { choice.words }
                }
            }
        }
    }
}

struct CrossMark: HTML {
    var body: some HTML {
        svg(.class("cross"), .viewBox(width: 12, height: 12), .aria("hidden", "true"), .unfocusable) {
            HTMLRaw(#"<path d="M2 2l8 8M10 2L2 10"/>"#)
        }
    }
}
