import WorkingDays

/// How an inspectorate inspects: what is graded, on which scale, what findings are called, and which judgement limits another.
/// A value read from data; a new edition is a row there and no line of code.
package struct InspectionFramework: Hashable, Sendable {
    package let id: String
    package let name: String
    /// What successive editions share: "ilacs".
    package let family: String
    package let inForce: Period
    package let law: String
    /// Best first. Empty where nothing is graded.
    package let grades: [Grade]
    package let areas: [JudgementArea]
    package let findingCategories: [FindingCategory]
    package let limitingRules: [LimitingRule]
    package let inadequateLimbs: [InadequateLimb]
    /// From the day the council received the report; nil where no law sets a day.
    package let actionPlanWorkingDays: Int?
    package let publishWithinWorkingDays: Int?
    package let source: SourceMark

    package init(
        id: String, name: String, family: String, inForce: Period, law: String, grades: [Grade], areas: [JudgementArea],
        findingCategories: [FindingCategory], limitingRules: [LimitingRule], inadequateLimbs: [InadequateLimb],
        actionPlanWorkingDays: Int?, publishWithinWorkingDays: Int?, source: SourceMark
    ) {
        self.id = id
        self.name = name
        self.family = family
        self.inForce = inForce
        self.law = law
        self.grades = grades
        self.areas = areas
        self.findingCategories = findingCategories
        self.limitingRules = limitingRules
        self.inadequateLimbs = inadequateLimbs
        self.actionPlanWorkingDays = actionPlanWorkingDays
        self.publishWithinWorkingDays = publishWithinWorkingDays
        self.source = source
    }

    package var isGraded: Bool { !grades.isEmpty }

    package func area(_ id: String) -> JudgementArea? { areas.first { $0.id == id } }

    package func category(_ id: String) -> FindingCategory? { findingCategories.first { $0.id == id } }

    /// The areas an inspection that began on a day is judged on.
    package func areas(on day: Day) -> [JudgementArea] { areas.filter { $0.until.map { day <= $0 } ?? true } }

    /// 0 is the best grade of the scale; nil for a grade the scale does not have.
    package func place(of grade: Grade) -> Int? { grades.firstIndex(of: grade) }

    /// The worse of two grades of this scale.
    package func worse(_ one: Grade, _ other: Grade) -> Grade {
        (place(of: one) ?? 0) >= (place(of: other) ?? 0) ? one : other
    }
}

/// One thing a framework grades.
package struct JudgementArea: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable {
        /// What the others may limit.
        case overall
        case key
        /// Graded inside another area; limits nothing of itself.
        case gradedSub = "graded_sub"
        /// Reviewed beside the inspection.
        case separate
    }

    package let id: String
    package let name: String
    package let role: Role
    /// The half of a report it belongs to: "Safeguarding services".
    package let part: String?
    package let parent: String?
    /// The last day on which an inspection that began was judged on it.
    package let until: Day?
    package let isFromMemory: Bool

    package init(
        id: String, name: String, role: Role, part: String? = nil, parent: String? = nil, until: Day? = nil,
        isFromMemory: Bool = false
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.part = part
        self.parent = parent
        self.until = until
        self.isFromMemory = isFromMemory
    }
}

/// What a framework calls a finding. The label is what is printed; the weight is what may be done with it.
package struct FindingCategory: Hashable, Sendable {
    package enum Weight: String, Hashable, Sendable, CaseIterable {
        case strength, satisfactory, development, priority
    }

    package let id: String
    package let label: String
    package let weight: Weight

    package init(id: String, label: String, weight: Weight) {
        self.id = id
        self.label = label
        self.weight = weight
    }
}

/// One of the ways in which a framework says a service is inadequate.
package struct InadequateLimb: Hashable, Sendable {
    package let id: String
    package let words: String
    package let source: SourceMark

    package init(id: String, words: String, source: SourceMark) {
        self.id = id
        self.words = words
        self.source = source
    }
}

/// Where a shipped fact comes from and how far it was checked: "verified", "partly verified", "memory".
package struct SourceMark: Hashable, Sendable {
    package let source: String
    package let verification: String

    package init(source: String, verification: String) {
        self.source = source
        self.verification = verification
    }

    package var isChecked: Bool { verification == "verified" }
}

/// A kind of inspection or visit, apart from its framework.
package struct VisitKind: Hashable, Sendable {
    package let id: String
    package let name: String
    package let isGraded: Bool
    /// Working days to a draft plan where a visit found something for priority action.
    package let draftPlanWorkingDays: Int?

    package init(id: String, name: String, isGraded: Bool, draftPlanWorkingDays: Int? = nil) {
        self.id = id
        self.name = name
        self.isGraded = isGraded
        self.draftPlanWorkingDays = draftPlanWorkingDays
    }
}

/// Every framework that is known.
package struct InspectionFrameworks: Sendable {
    package let all: [InspectionFramework]
    package let visitKinds: [VisitKind]

    package init(_ all: [InspectionFramework], visitKinds: [VisitKind] = []) {
        self.all = all
        self.visitKinds = visitKinds
    }

    package subscript(id: String) -> InspectionFramework? { all.first { $0.id == id } }

    package func visitKind(_ id: String) -> VisitKind? { visitKinds.first { $0.id == id } }

    /// The edition an inspection that began on a day falls under.
    package func edition(of family: String, on day: Day) -> InspectionFramework? {
        all.first { $0.family == family && $0.inForce.contains(day) }
    }

    package func inForce(on day: Day) -> [InspectionFramework] { all.filter { $0.inForce.contains(day) } }
}
