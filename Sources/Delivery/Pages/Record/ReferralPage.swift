import HTML

/// A referral, of a child known here or of one nobody knows yet.
package struct ReferralPage: Page {
    /// Nil for a child who is not known here yet: then the form asks who they are.
    package var childName: String?
    package var action: String
    package var csrfToken: String
    /// The referral's own id, and the new child's: sent twice, both are recorded once.
    package var record: String
    package var forename: String
    package var surname: String
    package var born: String
    package var received: String
    package var receivedAt: String
    package var signs: [FilterOption]
    /// A referral or a contact, for a child not known here; empty for one who is.
    package var what: [FilterOption]
    package var about: String
    package var harm: [FilterOption]
    /// Empty for those who may not decide.
    package var decision: [FilterOption]
    package var sources: [FilterOption]
    package var needs: [FilterOption]
    /// Children known here who may be the one that was typed: to be looked at before a new one is made.
    package var alike: [AlikeLine]
    /// Records like it whom the reader may not see.
    package var restrictedAlike = 0
    package var emergencies: [Link] = []
    package var more: More
    package var errors: [FieldError]
    /// What the family said to a service: apart from the right to share, and never waited for.
    package var service: [FilterOption] = []
    package var serviceBy = ""
    package var serviceOn = ""
    /// The mother of an unborn baby, by subject.
    package var mother: (value: String, words: String)?
    /// "You began this, and it was kept on ...": a draft is in the form.
    package var kept: String?
    /// Forms of the same kind the reader has begun.
    package var begun: [Link] = []

    package init(
        childName: String?, action: String, csrfToken: String, record: String, forename: String = "",
        surname: String = "", born: String = "", more: More = More(), received: String, receivedAt: String = "",
        signs: [FilterOption] = [],
        what: [FilterOption] = [], about: String = "",
        harm: [FilterOption], decision: [FilterOption], sources: [FilterOption], needs: [FilterOption],
        alike: [AlikeLine] = [], errors: [FieldError] = []
    ) {
        self.childName = childName
        self.action = action
        self.csrfToken = csrfToken
        self.record = record
        self.forename = forename
        self.surname = surname
        self.born = born
        self.more = more
        self.received = received
        self.receivedAt = receivedAt
        self.signs = signs
        self.what = what
        self.about = about
        self.harm = harm
        self.decision = decision
        self.sources = sources
        self.needs = needs
        self.alike = alike
        self.errors = errors
    }

    private var heading: String {
        childName.map { "Record a referral of \($0)" } ?? "Refer a child not known here, or record a contact"
    }
    package var title: String { (errors.isEmpty ? "" : "Error: ") + heading }
    package var section: MainSection? { .search }

    package func content(in frame: Frame) -> some HTML {
        ReferralView(page: self)
    }
}

struct ReferralView: HTML {
    let page: ReferralPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                if let name = page.childName {
                    "Record a referral of "
                    bdi { name }
                } else {
                    page.mother != nil
                        ? "Refer an unborn baby, or record a contact"
                        : "Refer a child not known here, or record a contact"
                }
            }
            if let kept = page.kept {
                KeptDraft(
                    kept: kept, action: page.action, csrfToken: page.csrfToken, hidden: [("record", page.record)])
            }
            if !page.begun.isEmpty { BegunForms(begun: page.begun) }
            form(.action(page.action), .method(.post), .novalidate, .data("draft", "yes")) {
                CSRFField(token: page.csrfToken)
                input(.type(.hidden), .name("record"), .value(page.record))
                if !page.alike.isEmpty || page.restrictedAlike > 0 {
                    AlikeChildren(page: page, error: page.errors.message(for: "none"))
                }
                if let mother = page.mother {
                    input(.type(.hidden), .name("mother"), .value(mother.value))
                    p {
                        "The mother: "
                        strong { bdi { mother.words } }
                    }
                    TextField(
                        name: "born", words: "When is the birth expected?", hint: "Any usual way, such as 3/3/26",
                        value: page.born, error: page.errors.message(for: "born"))
                } else if page.childName == nil {
                    who
                }
                what
                button(.submit, .class("button")) { page.what.isEmpty ? "Record the referral" : "Record it" }
                " "
                KeepForLater()
            }
        }
    }

    @HTMLBuilder
    private var who: some HTML {
        TextField(
            name: "forename", words: "Forename", value: page.forename, error: page.errors.message(for: "forename"))
        TextField(name: "surname", words: "Surname", value: page.surname, error: page.errors.message(for: "surname"))
        TextField(
            name: "born", words: "Date of birth", hint: "Or the day a birth is expected. Any usual way, such as 3/3/26",
            value: page.born, error: page.errors.message(for: "born"))
        MoreAboutNewChild(more: page.more, errors: page.errors)
    }

    @HTMLBuilder
    private var what: some HTML {
        if !page.what.isEmpty {
            ChoiceField(name: "what", words: "What is it?", options: page.what, error: page.errors.message(for: "what"))
            LongTextField(
                name: "about", words: "What is it about?", hint: "Needed for a contact", value: page.about,
                error: page.errors.message(for: "about"))
        }
        TextField(
            name: "received", words: "When was it received?", hint: "Any usual way, such as 3 Mar 2026 or 3/3/26",
            value: page.received, error: page.errors.message(for: "received"))
        TextField(
            name: "at", words: "At what time?",
            hint:
                "Such as 16:50. Where harm is alleged and no time is known, the clock runs from the start of that day",
            value: page.receivedAt, error: page.errors.message(for: "at"))
        ChoiceField(
            name: "harm", words: "Does it say that the child has been harmed, or may be?", options: page.harm,
            error: page.errors.message(for: "harm"))
        ChoiceField(
            name: "signs", words: "If so, is any of these so?",
            hint: "Then the child is seen the same day. So too where nothing is chosen: nobody has said",
            takesSeveral: true, options: page.signs, error: page.errors.message(for: "signs"))
        SelectField(
            name: "source", words: "Who referred the child?", options: page.sources,
            error: page.errors.message(for: "source"))
        SelectField(
            name: "need", words: "What is the main need?", options: page.needs, error: page.errors.message(for: "need"))
        if !page.service.isEmpty { service }
        if !page.decision.isEmpty { decision }
    }

    @HTMLBuilder
    private var service: some HTML {
        ChoiceField(
            name: "service", words: "Did the family agree to a service?",
            hint: "Apart from the right to share. Nobody waits for it to protect a child", options: page.service,
            error: page.errors.message(for: "service"))
        TextField(
            name: "serviceBy", words: "Who was asked about it?", value: page.serviceBy,
            error: page.errors.message(for: "serviceBy"))
        TextField(
            name: "serviceOn", words: "When were they asked?", value: page.serviceOn,
            error: page.errors.message(for: "serviceOn"))
    }

    private var decision: some HTML {
        ChoiceField(
            name: "decision", words: "What was decided?", hint: "Leave it open if nobody has decided yet",
            options: page.decision, error: page.errors.message(for: "decision"))
    }
}
