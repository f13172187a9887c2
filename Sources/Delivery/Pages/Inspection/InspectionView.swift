import HTML

extension InspectionPage {
    /// A form with something to put right stands open.
    fileprivate func hasErrors(in fields: [String]) -> Bool { errors.contains { fields.contains($0.field) } }
}

struct InspectionView: HTML {
    let page: InspectionPage

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 { "Inspection of \(page.council)" }
        dl(.class("sums")) {
            for fact in page.facts {
                div {
                    dt { fact.words }
                    dd { fact.value }
                }
            }
        }
        ul(.class("plain")) {
            for link in (page.leftOut == nil ? [page.report] : []) + page.links {
                li { a(.href(link.href)) { link.words } }
            }
        }
        if !page.samples.isEmpty {
            h2 { "Files read" }
            ul { for sample in page.samples { li { a(.href(sample.href)) { sample.words } } } }
        }
        if let leftOut = page.leftOut {
            h2 { "Judgements, findings and evidence" }
            p { leftOut }
        } else {
            judgements
            findings
            evidence
        }
    }

    @HTMLBuilder
    private var judgements: some HTML {
        h2 { "Judgements" }
        if page.areas.isEmpty {
            p { "This framework grades nothing: what was found stands for itself." }
        } else {
            DataTable(caption: "Area by area", columns: ["Area", "Grade", "Why"]) {
                for area in page.areas {
                    TableRow {
                        HeadCell("Area") { area.name }
                        Cell("Grade") { area.grade ?? "Not judged yet" }
                        Cell("Why") {
                            [area.why, area.limit, area.override].compactMap(\.self).joined(separator: " ")
                        }
                    }
                }
            }
            if let forms = page.forms {
                details {
                    summary { "Judge an area" }
                    form(.action("/audit/inspections/\(page.id)/judgements"), .method(.post), .class("narrow")) {
                        CSRFField(token: page.csrfToken)
                        SelectField(
                            name: "judged", words: "Area", none: "Choose", options: forms.areas,
                            error: page.errors.message(for: "judged"))
                        SelectField(
                            name: "grade", words: "Grade", none: "Choose", options: forms.grades,
                            error: page.errors.message(for: "grade"))
                        LongTextField(
                            name: "reason", words: "Why?", value: page.typed["reason"] ?? "",
                            error: page.errors.message(for: "reason"))
                        if !forms.findings.isEmpty {
                            ChoiceField(
                                name: "rests", words: "Which findings does it rest on?", takesSeveral: true,
                                options: forms.findings, error: page.errors.message(for: "rests"))
                        }
                        if !forms.limbs.isEmpty {
                            ChoiceField(
                                name: "limb", words: "If inadequate: in which way?", takesSeveral: true,
                                options: forms.limbs, error: page.errors.message(for: "limb"))
                        }
                        LongTextField(
                            name: "override", words: "If better than a limiting rule leaves: why?",
                            value: page.typed["override"] ?? "", error: nil)
                        button(.submit, .class("button")) { "Judge" }
                    }
                }
                .attributes(.open, when: page.hasErrors(in: ["judged", "grade", "reason", "rests", "limb"]))
            }
        }
    }

    @HTMLBuilder
    private var findings: some HTML {
        h2 { "Findings" }
        if page.findings.isEmpty { p { "Nothing is found yet." } }
        ul {
            for finding in page.findings {
                li {
                    strong { finding.category }
                    ": \(finding.words)"
                    if let area = finding.area { " (\(area))" }
                    if let thin = finding.thin {
                        " "
                        span(.class("tag")) { thin }
                    }
                }
            }
        }
        if let forms = page.forms {
            details {
                summary { "Record a finding" }
                form(.action("/audit/inspections/\(page.id)/findings"), .method(.post), .class("narrow")) {
                    CSRFField(token: page.csrfToken)
                    input(.type(.hidden), .name("form"), .value(forms.form))
                    SelectField(
                        name: "category", words: "What is it?", none: "Choose", options: forms.categories,
                        error: page.errors.message(for: "category"))
                    if !forms.areas.isEmpty {
                        SelectField(
                            name: "area", words: "Area", none: "The whole", options: forms.areas,
                            error: page.errors.message(for: "area"))
                    }
                    LongTextField(
                        name: "found", words: "What was found?", value: page.typed["found"] ?? "",
                        error: page.errors.message(for: "found"))
                    if forms.evidence.isEmpty {
                        p { "Record evidence first: a finding rests on it." }
                    } else {
                        ChoiceField(
                            name: "evidence", words: "Which evidence does it rest on?", takesSeveral: true,
                            options: forms.evidence, error: page.errors.message(for: "evidence"))
                    }
                    TextField(
                        name: "begun", words: "If it was being put right before the inspection: since which day?",
                        value: page.typed["begun"] ?? "", error: page.errors.message(for: "begun"))
                    TextField(
                        name: "begun-shown", words: "And what shows that?", value: page.typed["begun-shown"] ?? "",
                        error: page.errors.message(for: "begun-shown"))
                    button(.submit, .class("button")) { "Record" }
                }
            }
            .attributes(
                .open,
                when: page.hasErrors(in: ["category", "area", "found", "evidence", "begun", "begun-shown"]))
        }
    }

    @HTMLBuilder
    private var evidence: some HTML {
        h2 { "Evidence" }
        if page.evidence.isEmpty {
            p { "Nothing is recorded yet." }
        } else {
            DataTable(caption: "In the order recorded", columns: ["Source", "What it shows", "When"]) {
                for item in page.evidence {
                    TableRow {
                        HeadCell("Source") { item.source }
                        Cell("What it shows") { item.shows }
                        Cell("When") { item.on }
                    }
                }
            }
        }
        if let forms = page.forms {
            details {
                summary { "Record evidence" }
                form(.action("/audit/inspections/\(page.id)/evidence"), .method(.post), .class("narrow")) {
                    CSRFField(token: page.csrfToken)
                    input(.type(.hidden), .name("form"), .value(forms.form))
                    SelectField(
                        name: "source", words: "Where is it from?", none: "Choose", options: forms.sources,
                        error: page.errors.message(for: "source"))
                    LongTextField(
                        name: "shows", words: "What does it show?",
                        hint: "No name and no address: link files by reading them in a sample",
                        value: page.typed["shows"] ?? "", error: page.errors.message(for: "shows"))
                    ChoiceField(
                        name: "policy", words: "Is it what should be done, and not what was done?", takesSeveral: true,
                        options: [FilterOption(value: "yes", words: "Policy, not practice")], error: nil)
                    button(.submit, .class("button")) { "Record" }
                }
            }
            .attributes(.open, when: page.hasErrors(in: ["source", "shows"]))
            details {
                summary { "Publish" }
                form(.action("/audit/inspections/\(page.id)/publication"), .method(.post), .class("narrow")) {
                    CSRFField(token: page.csrfToken)
                    TextField(
                        name: "published", words: "Which day is it published?",
                        error: page.errors.message(for: "published"))
                    TextField(
                        name: "received", words: "Which day did the council receive the report?",
                        hint: "Its action plan's time runs from that day", error: page.errors.message(for: "received"))
                    button(.submit, .class("button")) { "Publish" }
                }
            }
            .attributes(.open, when: page.hasErrors(in: ["published", "received"]))
        }
    }
}
