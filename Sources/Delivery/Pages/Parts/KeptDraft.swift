import HTML

/// Says that a form goes on with what was begun, and begins again without it.
struct KeptDraft: HTML {
    let kept: String
    let action: String
    let csrfToken: String
    let hidden: [(name: String, value: String)]

    var body: some HTML {
        div(.class("banner inset")) {
            p { kept }
            form(.action(action), .method(.post)) {
                CSRFField(token: csrfToken)
                for field in hidden { input(.type(.hidden), .name(field.name), .value(field.value)) }
                input(.type(.hidden), .name("afresh"), .value("yes"))
                button(.submit, .class("button quiet")) { "Begin again without it" }
            }
        }
    }
}

/// Keeps what stands in a form whose `data-draft` the script looks for; without the script, this button does.
struct KeepForLater: HTML {
    var body: some HTML {
        button(.submit, .class("button quiet"), .name("keep"), .value("yes")) { "Keep for later" }
        p(.class("hint"), .id("kept"), .role("status")) { "" }
    }
}

/// Forms of the same kind the reader has begun and not sent, each of them one of its own.
struct BegunForms: HTML {
    let begun: [Link]

    var body: some HTML {
        div(.class("banner inset")) {
            p { "You have begun and not sent:" }
            ul {
                for form in begun {
                    li { a(.href(form.href)) { bdi { form.words } } }
                }
            }
        }
    }
}
