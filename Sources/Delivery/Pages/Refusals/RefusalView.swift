import HTML

struct RefusalView: HTML {
    let page: RefusalPage
    let isSignedIn: Bool

    var body: some HTML {
        div(.class("narrow")) {
            h1 { page.refusal.heading }
            p { page.refusal.words }
            if let because = page.because {
                p { because }
            }
            if page.refusal.isSilentAboutChildren {
                p {
                    strong { "Do not read this as clear." }
                    " If you are worried about a child now, act as you would without Sightline."
                }
            }
            if let wayOn = page.wayOn {
                p(.class("actions")) { a(.class("button"), .href(wayOn.href)) { wayOn.words } }
            }
            p {
                if isSignedIn {
                    a(.href(MainSection.today.path)) { "Go to Today" }
                } else {
                    a(.href("/sign-in")) { "Sign in" }
                }
            }
            if let reference = page.reference {
                p(.class("hint")) { "If you ask about this, quote \(reference)." }
            }
        }
    }
}
