import HTML

/// The pages above this one.
struct Breadcrumbs: HTML {
    let trail: [Link]

    var body: some HTML {
        nav(.class("wrap trail"), .aria("label", "You are in")) {
            ol {
                for step in trail {
                    li { a(.href(step.href)) { step.words } }
                }
            }
        }
    }
}
