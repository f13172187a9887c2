import HTML

/// Where a rule comes from, and how far that has been checked.
struct RuleSource: HTML {
    let rule: RuleWords
    let code: String

    var body: some HTML {
        dl(.class("sums source")) {
            div {
                dt { "Source" }
                dd {
                    if let href = rule.sourceHref {
                        a(.href(href)) { rule.source }
                    } else {
                        rule.source
                    }
                }
            }
            div {
                dt { "Checked" }
                dd {
                    span(.class(rule.verification == .fromMemory ? "tag gone" : "tag")) {
                        rule.verification.words
                    }
                }
            }
            if let inForce = rule.inForce {
                div {
                    dt { "Dates" }
                    dd { inForce }
                }
            }
            div {
                dt { "Name of this check" }
                dd { code }
            }
        }
    }
}
