import HTML

/// Beside the story: people, numbers, what could not be checked, another day.
struct ChildAside: HTML {
    let page: ChildPage

    var body: some HTML {
        aside(.class("side"), .aria("label", "People and checks")) {
            if !page.people.isEmpty {
                h2 { "People" }
                ul(.class("people")) {
                    for person in page.people {
                        PersonItem(person: person)
                    }
                }
            }
            if !page.risks.isEmpty {
                h2 { "At risk of" }
                ul(.class("plain")) { for risk in page.risks { li { risk } } }
            }
            if !page.background.isEmpty {
                h2 { "Language and background" }
                dl(.class("sums")) {
                    for known in page.background {
                        div {
                            dt { known.words }
                            dd { known.value }
                        }
                    }
                }
            }
            if !page.plannedVisits.isEmpty {
                h2 { "Visits planned" }
                PlannedVisitList(visits: page.plannedVisits)
            }
            if !page.identifiers.isEmpty {
                h2 { "Numbers known by" }
                dl(.class("sums")) {
                    for identifier in page.identifiers {
                        div {
                            dt { identifier.words }
                            dd { identifier.value }
                        }
                    }
                }
            }
            if let href = page.whoMayOpenHref {
                h2 { "Who may open this record" }
                p {
                    page.isRestricted ? "The people named on it. " : "Everybody whose work is with children. "
                    a(.href(href)) { page.isRestricted ? "Change who, or lift it" : "Restrict it" }
                }
            }
            if !page.governance.isEmpty {
                h2 { "Retention and access" }
                ul(.class("plain")) {
                    for link in page.governance { li { a(.href(link.href)) { link.words } } }
                }
            }
            if !page.notCheckable.isEmpty {
                notCheckable
            }
            DayFormView(asked: page.dayForm)
        }
    }

    @HTMLBuilder
    private var notCheckable: some HTML {
        h2 { "Not checkable" }
        p(.class("hint")) { "These checks could not be answered from what is loaded. They are not clear." }
        ul(.class("plain")) {
            for check in page.notCheckable {
                li {
                    KindMark(kind: check.kind)
                    span {
                        strong { check.kind.word }
                        ": \(check.check). \(check.because)"
                    }
                }
            }
        }
    }
}

struct PersonItem: HTML {
    let person: PersonLine

    var body: some HTML {
        li {
            "\(person.role): "
            if let href = person.href {
                a(.href(href)) { bdi { person.name } }
            } else {
                bdi { person.name }
            }
            if let detail = person.detail {
                ", \(detail)"
            }
        }
    }
}
