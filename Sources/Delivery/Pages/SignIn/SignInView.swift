import HTML

struct SignInView: HTML {
    let page: SignInPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 { "Sign in" }
            p(.class("lede")) {
                "For people who work with children here. Every time you open a child's record, that is kept."
            }
            if let provider = page.provider {
                p { a(.class("button"), .href(provider.href)) { provider.words } }
                h2 { "Or with a password kept here" }
            }
            credentials
            if !page.personas.isEmpty {
                DemoPersonas(page: page)
            }
        }
    }

    private var credentials: some HTML {
        form(.action(page.action), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            if let next = page.next {
                input(.type(.hidden), .name("next"), .value(next))
            }
            TextField(
                name: "username", words: "User name or work e-mail", value: page.username,
                completes: "username", error: page.errors.message(for: "username"))
            TextField(
                name: "password", words: "Password", type: .password,
                completes: "current-password", error: page.errors.message(for: "password"))
            button(.submit, .class("button")) { "Sign in" }
        }
    }
}

/// People to look round as, one press each.
private struct DemoPersonas: HTML {
    let page: SignInPage

    var body: some HTML {
        section(.class("personas"), .aria("labelledby", "personas")) {
            h2(.id("personas")) { "Or look round as somebody invented" }
            form(.action(page.personaAction), .method(.post)) {
                CSRFField(token: page.csrfToken)
                ul {
                    for persona in page.personas {
                        li {
                            button(.submit, .name("persona"), .value(persona.value)) {
                                strong { "\(persona.name), \(persona.role)" }
                                span { persona.sees }
                            }
                        }
                    }
                }
            }
        }
    }
}
