/// A rule by which one judgement limits another. It only ever caps: nothing here lifts a grade.
package struct LimitingRule: Hashable, Sendable {
    package enum Condition: Hashable, Sendable {
        /// Any of these areas has this grade.
        case anyOf([String], is: Grade)
        /// This area has not reached this grade.
        case below(String, Grade)
    }

    package let id: String
    /// The area that is limited.
    package let overall: String
    package let condition: Condition
    package let atMost: Grade
    package let words: String
    package let source: SourceMark

    package init(
        id: String, overall: String, condition: Condition, atMost: Grade, words: String, source: SourceMark
    ) {
        self.id = id
        self.overall = overall
        self.condition = condition
        self.atMost = atMost
        self.words = words
        self.source = source
    }

    /// The areas that make it hold; empty where it does not.
    func areasThatLimit(_ graded: [String: Grade], in framework: InspectionFramework) -> [String] {
        switch condition {
        case .anyOf(let areas, let grade): areas.filter { graded[$0] == grade }
        case .below(let area, let grade):
            if let given = graded[area].flatMap(framework.place), let asked = framework.place(of: grade), given > asked
            {
                [area]
            } else {
                []
            }
        }
    }
}

/// What the limiting rules leave of a judgement.
package struct Limit: Hashable, Sendable {
    package struct Binding: Hashable, Sendable {
        package let rule: LimitingRule
        /// The areas whose grades make it hold, in the rule's order.
        package let areas: [String]
    }

    /// The best grade that is left.
    package let atMost: Grade
    /// The rules that hold; the one that leaves least comes first.
    package let bindings: [Binding]
    /// The one grade that is left, where there is but one.
    package let decided: Grade?
    /// The areas behind the rule that leaves least.
    package var boundBy: [String] { bindings.first?.areas ?? [] }
}

extension InspectionFramework {
    /// What the grades given so far leave for an overall judgement; nil where no rule holds and the lead inspector decides.
    package func limit(on overall: String, given graded: [String: Grade]) -> Limit? {
        let bindings = limitingRules.compactMap { rule -> Limit.Binding? in
            guard rule.overall == overall else { return nil }
            let areas = rule.areasThatLimit(graded, in: self)
            return areas.isEmpty ? nil : Limit.Binding(rule: rule, areas: areas)
        }.sorted { (place(of: $0.rule.atMost) ?? 0) > (place(of: $1.rule.atMost) ?? 0) }
        guard let least = bindings.first else { return nil }
        let cap = least.rule.atMost
        return Limit(atMost: cap, bindings: bindings, decided: cap == grades.last ? cap : nil)
    }
}
