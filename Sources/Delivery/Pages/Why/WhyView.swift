import HTML

struct WhyView: HTML {
    let page: WhyPage

    var body: some HTML {
        h1 { page.title }
        WhatIsMissing(page: page)
        div(.class("cols")) {
            div {
                ruleSection
                datesSection
                EvidenceSection(evidence: page.evidence)
                HistorySection(history: page.history, childName: page.child.words)
            }
            aside(.class("side"), .aria("label", "Putting it right")) {
                WhatToDo(page: page)
            }
        }
    }

    private var ruleSection: some HTML {
        section(.aria("labelledby", "rule")) {
            h2(.id("rule")) { "The rule" }
            for paragraph in page.rule.words {
                p { paragraph }
            }
            RuleSource(rule: page.rule, code: page.code)
        }
    }

    private var datesSection: some HTML {
        section(.aria("labelledby", "dates")) {
            h2(.id("dates")) { "The dates" }
            DateLineView(dates: page.dates)
            h3 { "How it was worked out" }
            dl(.class("sums")) {
                for line in page.arithmetic {
                    div {
                        dt { line.step }
                        dd { line.result }
                    }
                }
            }
        }
    }
}

/// What is missing, said once, large.
private struct WhatIsMissing: HTML {
    let page: WhyPage

    var body: some HTML {
        div(.class("verdict"), .class(page.standing.mark)) {
            p(.class("kind")) {
                KindMark(kind: page.kind)
                span(.class("word")) { page.standing == .unsafeNow ? page.standing.words : page.kind.word }
                span(.class("over")) { page.over }
            }
            p(.class("sentence")) { page.sentence }
            p(.class("level")) {
                [page.standing.words, page.level].compactMap(\.self).joined(separator: ", ")
            }
            if page.isNoLongerInSource {
                p { StatusTags(tags: [.noLongerInSource]) }
            }
            for mark in page.marks {
                p(.class("mark")) { mark }
            }
        }
    }
}

/// What clears it, who can act, and what this answer could not see.
private struct WhatToDo: HTML {
    let page: WhyPage

    var body: some HTML {
        h2 { "What clears it" }
        p { page.clears }
        if !page.actions.isEmpty {
            p(.class("actions")) {
                for (place, action) in page.actions.enumerated() {
                    a(.class(place == 0 ? "button" : "button quiet"), .href(action.href)) { action.words }
                    " "
                }
            }
        }
        h2 { "Who can act" }
        ul {
            for person in page.whoCanAct {
                li { person }
            }
        }
        if !page.caveats.isEmpty {
            h2 { "What this could not take into account" }
            ul {
                for caveat in page.caveats {
                    li { caveat }
                }
            }
        }
    }
}
