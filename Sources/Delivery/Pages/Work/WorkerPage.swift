import HTML

/// One worker, for a manager: the children they hold, who covers while they are away, and giving the children to others.
package struct WorkerPage: Page {
    package struct Child: Sendable {
        /// "record:12": what its fields are called after.
        package var id: String
        package var link: Link
        package var age: String
        /// "Nothing found missing in what was checked.", or what stands.
        package var missing: [String]
        /// What falls due while the worker is away, or in the next 14 days.
        package var due: [String]
        /// "Cat Stone covers."
        package var cover: String?
        /// The entry the form is opened on.
        package var seen: String
        package var chosen: String
        /// "Cat Stone holds them from Tue 1 Dec 2026"; nil where that is not recorded.
        package var next: String?

        package init(
            id: String, link: Link, age: String, missing: [String], due: [String], cover: String?, seen: String,
            chosen: String
        ) {
            self.id = id
            self.link = link
            self.age = age
            self.missing = missing
            self.due = due
            self.cover = cover
            self.seen = seen
            self.chosen = chosen
        }
    }

    package struct Absence: Sendable {
        package var id: String
        package var words: String
        package var mayEnd: Bool

        package init(id: String, words: String, mayEnd: Bool) {
            self.id = id
            self.words = words
            self.mayEnd = mayEnd
        }
    }

    package struct Registration: Sendable {
        /// Empty where none is recorded.
        package var number: String
        package var newlyQualified: Bool
        package var agency: Bool

        package init(number: String, newlyQualified: Bool, agency: Bool) {
            self.number = number
            self.newlyQualified = newlyQualified
            self.agency = agency
        }
    }

    package var name: String
    package var address: String
    /// "Left Fri 20 Nov 2026: whoever is listed here is held by nobody."
    package var state: [String]
    package var children: [Child]
    package var restricted: Int
    package var absences: [Absence]
    package var others: [FilterOption]
    package var dueHeading: String
    package var form: String
    package var csrfToken: String
    /// The absence that somebody covers for; nil where they are not to be away.
    package var absence: String?
    package var typed: [String: String] = [:]
    package var errors: [FieldError] = []
    /// What became of the form that was just sent: recorded, and refused for each child.
    package var told: [String] = []
    package var supervision: Link?
    /// Nil for whoever looks at themselves: nobody records their own.
    package var registration: Registration?
    /// "From Mon 5 Jan 2026: 22.5 of 37 hours a week.", earliest first.
    package var patterns: [String] = []
    /// False for whoever looks at themselves: nobody records their own.
    package var mayRecordHours = false
    /// Of the same post at full time, as it was last recorded; empty where nobody has.
    package var fullTimeHours = ""
    /// What the measures count of the children they have led for.
    package var figures: Link?
    /// A restricted child was to go to somebody who could not open the record.
    package var asksLeftOut = false

    package init(
        name: String, address: String, state: [String], children: [Child], restricted: Int, absences: [Absence],
        others: [FilterOption], dueHeading: String, form: String, csrfToken: String, absence: String?
    ) {
        self.name = name
        self.address = address
        self.state = state
        self.children = children
        self.restricted = restricted
        self.absences = absences
        self.others = others
        self.dueHeading = dueHeading
        self.form = form
        self.csrfToken = csrfToken
        self.absence = absence
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "\(name): children held" }
    package var section: MainSection? { .team }
    package var trail: [Link] { [Link(words: "Team", href: MainSection.team.path)] }

    package func content(in frame: Frame) -> some HTML { WorkerView(page: self) }
}

struct WorkerView: HTML {
    static let dayHint = "Any usual way, such as 3 Mar 2026 or 3/3/26"

    let page: WorkerPage

    private var count: Int { page.children.count + page.restricted }

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 { bdi { page.name } }
        p(.class("lede")) { "Holds \(count) open \(count == 1 ? "child" : "children")." }
        for line in page.state { p { strong { line } } }
        if !page.told.isEmpty {
            div(.class("banner inset"), .role("status")) {
                ul { for line in page.told { li { line } } }
            }
        }
        if let supervision = page.supervision {
            p { a(.class("button quiet"), .href(supervision.href)) { supervision.words } }
        }
        if let figures = page.figures { p { a(.href(figures.href)) { figures.words } } }
        if page.restricted > 0 {
            p {
                "\(page.restricted) of them you may not open: a manager who is named on the record gives them to somebody else."
            }
        }
        if !page.children.isEmpty { children }
        absences
        HoursView(page: page)
        if let registration = page.registration { RegistrationView(page: page, registration: registration) }
        leaving
    }

    private var children: some HTML {
        form(.action(page.address), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("form"), .value(page.form))
            DataTable(
                caption: "Children held, by name",
                columns: ["Child", "Missing now", Column(stringLiteral: page.dueHeading), "Covers", "Give to"]
            ) {
                for child in page.children {
                    TableRow {
                        HeadCell("Child") {
                            a(.href(child.link.href)) { bdi { child.link.words } }
                            ", \(child.age)"
                        }
                        Cell("Missing now") { Lines(lines: child.missing, none: "Nothing found in what was checked") }
                        Cell(page.dueHeading) { Lines(lines: child.due, none: "Nothing found in what was checked") }
                        Cell("Covers") {
                            child.cover ?? "Nobody"
                            if let next = child.next { ". \(next)" }
                        }
                        Cell("Give to") {
                            input(.type(.hidden), .name("child"), .value(child.id))
                            input(.type(.hidden), .name("seen-\(child.id)"), .value(child.seen))
                            PersonSelect(
                                name: "to-\(child.id)", words: "Give \(child.link.words) to", others: page.others,
                                chosen: child.chosen)
                        }
                    }
                }
            }
            SelectField(
                name: "all", words: "Children for whom nobody is chosen go to", none: "Nobody: leave them as they are",
                options: page.others, error: page.errors.message(for: "all"))
            TextField(
                name: "lead-from", words: "First day they hold the children",
                hint: "Leave it empty for today. \(page.name) holds them until the day before",
                value: page.typed["lead-from"] ?? "", error: page.errors.message(for: "lead-from"))
            TextField(
                name: "why", words: "Why (optional)", value: page.typed["why"] ?? "",
                error: page.errors.message(for: "why"))
            if page.asksLeftOut {
                ChoiceField(
                    name: "left-out", words: "Restricted children", takesSeveral: true,
                    options: [
                        FilterOption(
                            value: "yes", words: "Whoever takes them is not to open the record, and this is meant",
                            isChosen: false)
                    ], error: page.errors.message(for: "left-out"))
            }
            button(.submit, .class("button"), .name("do"), .value("lead")) { "They hold the children from that day" }
            if let absence = page.absence {
                input(.type(.hidden), .name("absence"), .value(absence))
                " "
                button(.submit, .class("button quiet"), .name("do"), .value("cover")) { "They cover while away" }
            }
        }
    }

    private var absences: some HTML {
        section {
            h2 { "Away" }
            p(.class("hint")) {
                "Whether it was planned is all that is kept of why. Nothing about health is written here."
            }
            for absence in page.absences {
                form(.action(page.address), .method(.post), .novalidate) {
                    CSRFField(token: page.csrfToken)
                    p { absence.words }
                    if absence.mayEnd {
                        input(.type(.hidden), .name("absence"), .value(absence.id))
                        TextField(
                            name: "until-\(absence.id)", words: "Last day away", value: "",
                            error: page.errors.message(for: "until-\(absence.id)"))
                        button(.submit, .class("button quiet"), .name("do"), .value("back")) { "Change the last day" }
                    }
                }
            }
            form(.action(page.address), .method(.post), .novalidate) {
                CSRFField(token: page.csrfToken)
                input(.type(.hidden), .name("form"), .value(page.form))
                TextField(
                    name: "from", words: "First day away", hint: Self.dayHint, value: page.typed["from"] ?? "",
                    error: page.errors.message(for: "from"))
                TextField(
                    name: "until", words: "Last day away (if it is known)", value: page.typed["until"] ?? "",
                    error: page.errors.message(for: "until"))
                ChoiceField(
                    name: "reason", words: "Was it planned?",
                    options: [
                        FilterOption(value: "planned", words: "Planned", isChosen: page.typed["reason"] == "planned"),
                        FilterOption(
                            value: "unplanned", words: "Not planned", isChosen: page.typed["reason"] == "unplanned"),
                    ], error: page.errors.message(for: "reason"))
                button(.submit, .class("button quiet"), .name("do"), .value("away")) { "Record that they are away" }
            }
        }
    }

    private var leaving: some HTML {
        section {
            h2 { "Leaving" }
            p(.class("hint")) {
                "From that day nobody holds the children listed above until each is given to somebody else."
            }
            form(.action(page.address), .method(.post), .novalidate) {
                CSRFField(token: page.csrfToken)
                TextField(
                    name: "left", words: "First day they no longer work here", hint: Self.dayHint,
                    value: page.typed["left"] ?? "",
                    error: page.errors.message(for: "left"))
                button(.submit, .class("button quiet"), .name("do"), .value("leaves")) { "Record that they leave" }
            }
        }
    }
}

private struct HoursView: HTML {
    let page: WorkerPage

    var body: some HTML {
        section {
            h2 { "Hours" }
            if page.patterns.isEmpty {
                p { "How much of the week they work is not recorded." }
            } else {
                ul { for words in page.patterns { li { words } } }
            }
            if page.mayRecordHours { record }
        }
    }

    private var record: some HTML {
        form(.action(page.address), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("form"), .value(page.form))
            ChoiceField(
                name: "works", words: "How do they work?",
                options: [
                    FilterOption(
                        value: "set", words: "So many hours each week", isChosen: page.typed["works"] == "set"),
                    FilterOption(
                        value: "bank", words: "As bank staff, when asked: no set hours",
                        isChosen: page.typed["works"] == "bank"),
                ], error: page.errors.message(for: "works"))
            TextField(
                name: "hours", words: "Hours a week they work", hint: "Such as 22.5. Not asked of bank staff",
                value: page.typed["hours"] ?? "", error: page.errors.message(for: "hours"))
            TextField(
                name: "full-time", words: "Hours a week of the same post at full time",
                value: page.typed["full-time"] ?? page.fullTimeHours, error: page.errors.message(for: "full-time"))
            TextField(
                name: "works-from", words: "From which day?", hint: WorkerView.dayHint,
                value: page.typed["works-from"] ?? "",
                error: page.errors.message(for: "works-from"))
            button(.submit, .class("button quiet"), .name("do"), .value("works")) { "Record their hours" }
        }
    }
}

private struct RegistrationView: HTML {
    let page: WorkerPage
    let registration: WorkerPage.Registration

    var body: some HTML {
        section {
            h2 { "Registration as a social worker" }
            p(.class("hint")) {
                "A child on a protection plan, in care, or of whom harm is alleged is led for by a registered social worker. A worker without a number here is taken as not registered."
            }
            form(.action(page.address), .method(.post), .novalidate) {
                CSRFField(token: page.csrfToken)
                TextField(
                    name: "registration", words: "Social Work England registration number",
                    hint: "Leave it empty where they are not registered, or no longer",
                    value: page.typed["registration"] ?? registration.number,
                    error: page.errors.message(for: "registration"))
                ChoiceField(
                    name: "newly-qualified", words: "First year in practice", takesSeveral: true,
                    options: [
                        FilterOption(
                            value: "yes", words: "Newly qualified, in their assessed and supported year",
                            isChosen: registration.newlyQualified)
                    ], error: nil)
                ChoiceField(
                    name: "agency", words: "Employed by", takesSeveral: true,
                    options: [
                        FilterOption(value: "yes", words: "An agency", isChosen: registration.agency)
                    ], error: nil)
                button(.submit, .class("button quiet"), .name("do"), .value("registered")) { "Record registration" }
            }
        }
    }
}

private struct Lines: HTML {
    let lines: [String]
    let none: String

    var body: some HTML {
        if lines.isEmpty { none } else { ul { for line in lines { li { line } } } }
    }
}

/// A choice of people with a label that is heard, where a table has the words to be seen.
private struct PersonSelect: HTML {
    let name: String
    let words: String
    let others: [FilterOption]
    let chosen: String

    var body: some HTML {
        label(.for(name), .class("read-aloud")) { words }
        select(.id(name), .name(name)) {
            option(.value("")) { "Choose" }
            for other in others {
                option(.value(other.value)) { other.words }.attributes(.selected, when: other.value == chosen)
            }
        }
    }
}
