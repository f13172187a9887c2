import HTML

/// The bar at the top: the name, the parts of Sightline, a search and who is signed in.
struct HeaderBar: HTML {
    let frame: Frame
    let section: MainSection?

    var body: some HTML {
        header(.class("top")) {
            if frame.isDemo {
                p(.class("demo")) {
                    span(.class("wrap")) {
                        strong { "Demonstration." }
                        " Every child, adult and event here is invented. Never type a real name."
                    }
                }
            }
            div(.class("bar")) {
                div(.class("wrap")) {
                    a(.class("brand"), .href(frame.signedIn == nil ? "/sign-in" : MainSection.today.path)) {
                        BrandMark()
                        "Sightline"
                    }
                    if let reader = frame.signedIn {
                        Parts(reader: reader, section: section)
                        if section != .search && reader.sections.contains(.search) {
                            HeaderSearch()
                        }
                        SignOutForm(reader: reader)
                    }
                }
            }
        }
    }

}

/// The parts of Sightline: in a row, and on a narrow screen folded away under one word. Only one of the two is ever shown.
private struct Parts: HTML {
    let reader: SignedIn
    let section: MainSection?

    var body: some HTML {
        nav(.class("parts row"), .aria("label", "Main")) { links }
        details(.class("parts folded")) {
            summary {
                "Menu"
                if reader.waiting > 0 { WaitingCount(count: reader.waiting) }
            }
            nav(.aria("label", "Main")) { links }
        }
    }

    @HTMLBuilder
    private var links: some HTML {
        for part in reader.sections {
            a(.href(part.path)) {
                part.words
                if part == .work, reader.waiting > 0 { WaitingCount(count: reader.waiting) }
            }
            .attributes(.aria("current", "page"), when: part == section)
        }
    }
}

/// How much waits, beside the part where it is: what others wait for, and what cannot wait.
private struct WaitingCount: HTML {
    let count: Int

    var body: some HTML {
        span(.class("waiting")) {
            count > 99 ? "99+" : "\(count)"
            span(.class("read-aloud")) { count == 1 ? " thing waits" : " things wait" }
        }
    }
}

/// An eye drawn as a line of sight that is broken: what is looked for is what is not there.
private struct BrandMark: HTML {
    var body: some HTML {
        svg(.class("mark"), .viewBox(width: 24, height: 24), .aria("hidden", "true"), .unfocusable) {
            HTMLRaw(#"<circle cx="7" cy="12" r="4.5"/><path d="M14 12h8" stroke-dasharray="2.2 2.2"/>"#)
        }
    }
}

/// Search from anywhere: a child is wanted in seconds, whatever page is open.
private struct HeaderSearch: HTML {
    var body: some HTML {
        form(.class("find"), .role("search"), .action(MainSection.search.path), .method(.get)) {
            label(.for("find"), .class("read-aloud")) { "Find a child" }
            input(
                .type(.search), .id("find"), .name("q"), .autocomplete("off"), .spellcheck(false),
                .data("search", ""))
            button(.submit) { "Find" }
        }
    }
}

private struct SignOutForm: HTML {
    let reader: SignedIn

    var body: some HTML {
        form(.class("reader"), .action("/sign-out"), .method(.post)) {
            p {
                a(.href("/account")) { reader.name }
                small { reader.role }
            }
            CSRFField(token: reader.csrfToken)
            button(.submit) { "Sign out" }
        }
    }
}
