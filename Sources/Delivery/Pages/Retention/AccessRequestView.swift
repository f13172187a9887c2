import HTML

struct AccessRequestView: HTML {
    let page: AccessRequestPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "Request for access: "
                bdi { page.childName }
            }
            p(.class("lede")) { page.lede }
            p { page.due }
            if !page.links.isEmpty {
                ul(.class("plain")) { for link in page.links { li { a(.href(link.href)) { link.words } } } }
            }
            if let keptBack = page.keptBack { div(.class("banner warn inset")) { p { keptBack } } }
            switch page.stage {
            case .reading(let number, let all, let lines, let digest, let unread):
                reading(number, all, lines, digest, unread)
            case .waits(let lines, let leftOut, let leftStanding, let mayRelease):
                waits(lines, leftOut, leftStanding, mayRelease)
            case .ended(let words): p { words }
            case .given(let document, let leftOut):
                p { a(.href(document.href)) { document.words } }
                log(leftOut)
            }
        }
    }

    @HTMLBuilder
    private func reading(
        _ number: Int, _ all: Int, _ lines: [AccessRequestPage.Line], _ digest: String, _ unread: [Int]
    ) -> some HTML {
        if page.saved { div(.class("banner inset")) { p { "What you marked is kept." } } }
        p {
            "Tick what is left out and say why. What is withheld on the record has been taken out already. Names of others are "
            "ticked where they stand in the text: look at each."
        }
        if !page.untold.isEmpty {
            div(.class("banner warn inset")) {
                p {
                    strong { "Not told here, to be looked at and given apart: " }
                    page.untold.joined(separator: ", ")
                }
            }
        }
        h2 { "Page \(number) of \(all)" }
        form(.action(page.action), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("page"), .value("\(number)"))
            input(.type(.hidden), .name("digest"), .value(digest))
            for line in lines { AccessLineFields(line: line, errors: page.errors) }
            div(.class("buttons")) {
                button(.submit, .class("button"), .name("do"), .value("next")) {
                    number < all ? "Keep, and go on" : "Keep this page"
                }
                if number > 1 {
                    button(.submit, .class("button quiet"), .name("do"), .value("back")) { "Keep, and go back" }
                }
            }
        }
        if unread.isEmpty {
            h2 { "Hand it to a second person" }
            form(.action(page.action), .method(.post), .novalidate) {
                CSRFField(token: page.csrfToken)
                input(.type(.hidden), .name("page"), .value("\(number)"))
                input(.type(.hidden), .name("seen"), .value("\(page.seen)"))
                button(.submit, .class("button"), .name("do"), .value("hand-over")) {
                    "All pages are read: hand it over"
                }
            }
        } else {
            p { "Not read yet, or changed since: page \(unread.map { "\($0)" }.joined(separator: ", "))." }
        }
        h2 { "Why a passage may be left out" }
        ul { for reason in page.reasons { li { "\(reason.words). \(reason.source)" } } }
    }

    @HTMLBuilder
    private func waits(
        _ lines: [OutgoingPage.Line], _ leftOut: [AccessRequestPage.LeftOut], _ leftStanding: [String],
        _ mayRelease: Bool
    ) -> some HTML {
        div(.class("banner warn inset")) {
            p { strong { "Not given yet: it must not leave until a second person has read it." } }
            if !mayRelease { p { "You prepared it: somebody else reads it and gives it." } }
            if !leftStanding.isEmpty {
                p { "Words that were left out in one place still stand in another:" }
                ul { for line in leftStanding { li { line } } }
            }
        }
        log(leftOut)
        h2 { "As it would be given" }
        for line in lines {
            h3 { "\(line.date). \(line.title)" }
            p(.class("as-written")) { line.words }
        }
        if mayRelease {
            form(.action(page.action), .method(.post), .novalidate) {
                CSRFField(token: page.csrfToken)
                input(.type(.hidden), .name("seen"), .value("\(page.seen)"))
                ChoiceField(
                    name: "read", words: "Before it is given", takesSeveral: true,
                    options: [FilterOption(value: "yes", words: "I have read all of it", isChosen: false)],
                    error: page.errors.message(for: "read"))
                button(.submit, .class("button"), .name("do"), .value("give")) { "It may be given" }
            }
        }
        form(.action(page.action), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("seen"), .value("\(page.seen)"))
            TextField(
                name: "why", words: "Why it is kept back", error: page.errors.message(for: "why"))
            button(.submit, .class("button quiet"), .name("do"), .value("keep-back")) {
                "Keep it back, to be marked again"
            }
        }
    }

    @HTMLBuilder
    private func log(_ leftOut: [AccessRequestPage.LeftOut]) -> some HTML {
        h2 { "What was left out" }
        if leftOut.isEmpty {
            p { "Nothing besides what is withheld." }
        } else {
            DataTable(
                caption: "Kept here and no part of what is given; the words are not repeated",
                columns: ["Where", "What", "Why"]
            ) {
                for line in leftOut {
                    TableRow {
                        HeadCell("Where") { line.place }
                        Cell("What") { line.what }
                        Cell("Why") { line.why }
                    }
                }
            }
        }
    }
}

private struct AccessLineFields: HTML {
    let line: AccessRequestPage.Line
    let errors: [FieldError]

    var body: some HTML {
        section {
            h3 { line.date }
            ChoiceField(
                name: "leave-\(line.field)", words: "Leave out", takesSeveral: true,
                options: line.passages
                    + line.names.map { name in
                        FilterOption(
                            value: name.value, words: "Wherever it stands here: \(name.words)", isChosen: name.isChosen)
                    } + [FilterOption(value: "all", words: "All of this entry", isChosen: line.isWhole)], error: nil)
            LongTextField(
                name: "words-\(line.field)", words: "Other words to leave out here, one to a line", value: line.words,
                error: errors.message(for: "words-\(line.field)"))
            SelectField(
                name: "reason-\(line.field)", words: "Why", none: "Nothing is left out, or names alone",
                options: line.reasons, error: errors.message(for: "reason-\(line.field)"))
        }
    }
}
