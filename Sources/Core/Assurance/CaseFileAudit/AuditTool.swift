/// What a case file is audited with: a value read from data.
package struct AuditTool: Hashable, Sendable {
    package let id: String
    package let name: String
    package let source: SourceMark
    /// Best first.
    package let grades: [Grade]
    package let sections: [AuditSection]
    package let limits: [SectionLimit]

    package init(
        id: String, name: String, source: SourceMark, grades: [Grade], sections: [AuditSection], limits: [SectionLimit]
    ) {
        self.id = id
        self.name = name
        self.source = source
        self.grades = grades
        self.sections = sections
        self.limits = limits
    }

    package var questions: [AuditQuestion] { sections.flatMap(\.questions) }

    /// The best overall grade that grades of sections leave, and why; nil where nothing limits it.
    package func limit(given graded: [String: Grade]) -> (atMost: Grade, because: SectionLimit)? {
        limits.filter { graded[$0.section] == $0.grade }
            .max { (grades.firstIndex(of: $0.atMost) ?? 0) < (grades.firstIndex(of: $1.atMost) ?? 0) }
            .map { ($0.atMost, $0) }
    }
}

package struct AuditSection: Hashable, Sendable {
    package let id: String
    package let title: String
    package let questions: [AuditQuestion]

    package init(id: String, title: String, questions: [AuditQuestion]) {
        self.id = id
        self.title = title
        self.questions = questions
    }
}

package struct AuditQuestion: Hashable, Sendable {
    /// What of the record stands beside a question.
    package enum Shows: String, Hashable, Sendable, CaseIterable {
        case referral, seen, concerns, strategy, enquiry, assessment, plan, supervision
    }

    package let id: String
    package let ask: String
    package let shows: Shows
    /// "Cannot tell from the record" starts the response clock.
    package let isSafety: Bool

    package init(id: String, ask: String, shows: Shows, isSafety: Bool) {
        self.id = id
        self.ask = ask
        self.shows = shows
        self.isSafety = isSafety
    }
}

/// A grade of one section that caps the overall grade.
package struct SectionLimit: Hashable, Sendable {
    package let section: String
    package let grade: Grade
    package let atMost: Grade
    package let words: String

    package init(section: String, grade: Grade, atMost: Grade, words: String) {
        self.section = section
        self.grade = grade
        self.atMost = atMost
        self.words = words
    }
}
