import HTML

/// One inspection: what was seen, found and judged, and the rule that binds where one does.
package struct InspectionPage: Page {
    package struct Evidence: Sendable {
        package var id: String
        package var source: String
        package var shows: String
        package var on: String

        package init(id: String, source: String, shows: String, on: String) {
            self.id = id
            self.source = source
            self.shows = shows
            self.on = on
        }
    }

    package struct Finding: Sendable {
        package var id: String
        package var category: String
        package var area: String?
        package var words: String
        /// "Rests on one item": nil where it rests on several kinds of source.
        package var thin: String?

        package init(id: String, category: String, area: String?, words: String, thin: String?) {
            self.id = id
            self.category = category
            self.area = area
            self.words = words
            self.thin = thin
        }
    }

    package struct Area: Sendable {
        package var id: String
        package var name: String
        package var grade: String?
        package var why: String?
        /// The rule that binds, in words, and what makes it bind.
        package var limit: String?
        package var override: String?

        package init(id: String, name: String, grade: String?, why: String?, limit: String?, override: String?) {
            self.id = id
            self.name = name
            self.grade = grade
            self.why = why
            self.limit = limit
            self.override = override
        }
    }

    /// What can be recorded, by whoever inspects, until it is published.
    package struct Forms: Sendable {
        package var sources: [FilterOption]
        package var areas: [FilterOption]
        package var categories: [FilterOption]
        package var evidence: [FilterOption]
        package var findings: [FilterOption]
        package var grades: [FilterOption]
        package var limbs: [FilterOption]
        package var form: String

        package init(
            sources: [FilterOption], areas: [FilterOption], categories: [FilterOption], evidence: [FilterOption],
            findings: [FilterOption], grades: [FilterOption], limbs: [FilterOption], form: String
        ) {
            self.sources = sources
            self.areas = areas
            self.categories = categories
            self.evidence = evidence
            self.findings = findings
            self.grades = grades
            self.limbs = limbs
            self.form = form
        }
    }

    package var id: String
    package var council: String
    package var facts: [(words: String, value: String)]
    package var evidence: [Evidence]
    package var findings: [Finding]
    package var areas: [Area]
    package var samples: [Link]
    package var forms: Forms?
    package var report: Link
    /// The other pages of the inspection.
    package var links: [Link] = []
    /// Why a reader is told nothing of what was found and judged; nil for one who is.
    package var leftOut: String?
    package var csrfToken: String
    package var typed: [String: String]
    package var errors: [FieldError]

    package init(
        id: String, council: String, facts: [(words: String, value: String)], evidence: [Evidence], findings: [Finding],
        areas: [Area], samples: [Link], forms: Forms?, report: Link, csrfToken: String, typed: [String: String],
        errors: [FieldError]
    ) {
        self.id = id
        self.council = council
        self.facts = facts
        self.evidence = evidence
        self.findings = findings
        self.areas = areas
        self.samples = samples
        self.forms = forms
        self.report = report
        self.csrfToken = csrfToken
        self.typed = typed
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Inspection of \(council)" }
    package var section: MainSection? { .audit }
    package var trail: [Link] { [Link(words: "Audit", href: MainSection.audit.path)] }

    package func content(in frame: Frame) -> some HTML { InspectionView(page: self) }
}
