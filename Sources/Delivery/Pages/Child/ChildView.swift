import HTML

struct ChildView: HTML {
    let page: ChildPage
    let frame: Frame

    var body: some HTML {
        ChildRecordView(page: page, frame: frame)
        WhoHasLooked(looks: page.looks, allLooksHref: page.allLooksHref)
    }
}

/// All of the page that stays as it is until something is recorded: who has looked does not.
struct ChildRecordView: HTML {
    let page: ChildPage
    let frame: Frame

    var body: some HTML {
        ErrorSummary(errors: page.dayForm.error.map { [FieldError(field: "on", message: $0)] } ?? [])
        h1 { bdi { page.name } }
        ChildOpening(page: page)
        ClockStrip(clocks: page.clocks)
        div(.class("cols")) {
            div {
                WhatIsMissingForChild(page: page, frame: frame)
                StoryView(story: page.story)
            }
            ChildAside(page: page)
        }
    }
}

/// Who the child is and where they stand, in a few lines.
private struct ChildOpening: HTML {
    let page: ChildPage

    var body: some HTML {
        p(.class("lede")) {
            "\(page.age). "
            StatusTags(tags: page.statuses)
            "\(page.holding). "
            if let home = page.home {
                "\(home.words) "
                a(.href(home.href)) { "Where to find them" }
                ". "
            }
            if let documents = page.documents {
                a(.href(documents.href)) { documents.words }
            }
        }
        SafetyAdviceBanner(advice: page.advice)
        if page.isRestricted {
            div(.class("banner warn inset")) {
                p {
                    strong { "This record is restricted." }
                    " Only the people named on it may open it."
                }
                if let until = page.openUntil {
                    p {
                        "You opened it in an emergency, until \(until). Every look is kept with the reason you gave, and "
                        "somebody else says afterwards whether it was right."
                    }
                }
            }
        }
        if let since = page.heldSince {
            div(.class("banner inset")) {
                p {
                    strong { "A legal hold stands on this record since \(since)." }
                    " Nothing of it is destroyed while it does."
                }
            }
        }
        if let day = page.asItStoodOn {
            div(.class("banner inset")) {
                p { strong { "This is how it stood on \(day)." } }
                p { "What was recorded since is left out." }
            }
        }
        if let gone = page.noLongerInSource {
            div(.class("banner warn inset")) {
                p {
                    StatusTags(tags: [.noLongerInSource])
                    gone
                }
            }
        }
        if !page.actions.isEmpty {
            p(.class("actions")) {
                for (place, action) in page.actions.enumerated() {
                    a(.class(place == 0 ? "button" : "button quiet"), .href(action.href)) { action.words }
                    " "
                }
            }
        }
    }
}

private struct WhatIsMissingForChild: HTML {
    let page: ChildPage
    let frame: Frame

    var body: some HTML {
        section(.aria("labelledby", "missing")) {
            h2(.id("missing")) { "What is missing" }
            if page.concerns.isEmpty {
                NothingFound(holding: .standing, isFiltered: false, frame: frame, childDoubt: childDoubt)
            } else {
                ul(.class("concerns boxed")) {
                    for concern in page.concerns {
                        ConcernItem(concern: concern, childName: page.name)
                    }
                }
            }
            p(.class("hint")) { page.checks.words }
        }
    }

    private var childDoubt: String? {
        if page.noLongerInSource != nil { return "The source no longer holds \(page.name)." }
        return page.checks.made == 0 ? "Not one check could be made for \(page.name)." : nil
    }
}

struct WhoHasLooked: HTML {
    let looks: [Look]
    let allLooksHref: String?

    var body: some HTML {
        section(.class("looked"), .aria("labelledby", "looked")) {
            h2(.id("looked")) { "Who has looked" }
            if looks.isEmpty {
                p { "Nobody before you." }
            } else {
                DataTable(caption: "Latest first", columns: ["Who", "When", "Why they could"]) {
                    for look in looks {
                        TableRow {
                            HeadCell("Who") { look.who }
                            Cell("When") { look.when }
                            Cell("Why they could") { look.why }
                        }
                    }
                }
            }
            if let href = allLooksHref {
                p { a(.href(href)) { "Everybody who has looked" } }
            }
        }
    }
}
