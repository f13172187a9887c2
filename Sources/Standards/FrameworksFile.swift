import Assurance
import WorkingDays
import Yams

extension StandardsFolder {
    /// The frameworks of inspection in `frameworks.yaml`.
    package func frameworks() throws(StandardsFailure) -> InspectionFrameworks {
        let file = "frameworks.yaml"
        guard let root = try? Yams.load(yaml: try text(file)) as? [String: Any],
            let rows = root["frameworks"] as? [[String: Any]], let kinds = root["kinds_of_visit"] as? [[String: Any]]
        else { throw .unreadable(file: file, line: 1, because: "it is not a list of frameworks and kinds of visit") }
        var frameworks: [InspectionFramework] = []
        for row in rows {
            guard let framework = FrameworkRow(row).framework else {
                let id = row["id"] as? String ?? "a framework without an id"
                throw .unreadable(file: file, line: 0, because: "\(id) misses something or names what it does not have")
            }
            frameworks.append(framework)
        }
        return InspectionFrameworks(
            frameworks,
            visitKinds: kinds.compactMap { row in
                guard let id = row["id"] as? String, let name = row["name"] as? String,
                    let graded = row["graded"] as? Bool
                else { return nil }
                return VisitKind(
                    id: id, name: name, isGraded: graded, draftPlanWorkingDays: row["draft_plan_working_days"] as? Int)
            })
    }
}

/// One framework as the file writes it.
private struct FrameworkRow {
    private let row: [String: Any]

    init(_ row: [String: Any]) {
        self.row = row
    }

    /// Nil where anything is missing, or a rule names an area or a grade the framework does not have: a rule that can never
    /// hold would be taken for one that did not bind.
    var framework: InspectionFramework? {
        guard let id = text("id"), let name = text("name"), let family = text("family"),
            let from = day(row["in_force_from"]), let law = text("law"), let source = mark(row),
            let grades = (row["grades"] as? [String])?.map({ Grade($0) }), let areas, let categories, let limbs
        else { return nil }
        let known = Set(areas.map(\.id))
        guard let rules = rules(areas: known, grades: Set(grades)) else { return nil }
        return InspectionFramework(
            id: id, name: name, family: family,
            inForce: Period(from: from, until: day(row["in_force_to"])), law: law, grades: grades, areas: areas,
            findingCategories: categories, limitingRules: rules, inadequateLimbs: limbs,
            actionPlanWorkingDays: row["action_plan_working_days"] as? Int,
            publishWithinWorkingDays: row["publish_within_working_days"] as? Int, source: source)
    }

    private var areas: [JudgementArea]? {
        all("areas") { row in
            guard let id = row["id"] as? String, let name = row["name"] as? String,
                let role = (row["role"] as? String).flatMap(JudgementArea.Role.init(rawValue:))
            else { return nil }
            return JudgementArea(
                id: id, name: name, role: role, part: row["part"] as? String, parent: row["parent"] as? String,
                until: day(row["until"]), isFromMemory: row["verification"] as? String == "memory")
        }
    }

    private var categories: [FindingCategory]? {
        all("finding_categories") { row in
            guard let id = row["id"] as? String, let label = row["label"] as? String,
                let weight = (row["weight"] as? String).flatMap(FindingCategory.Weight.init(rawValue:))
            else { return nil }
            return FindingCategory(id: id, label: label, weight: weight)
        }
    }

    private var limbs: [InadequateLimb]? {
        all("inadequate_limbs") { row in
            guard let id = row["id"] as? String, let words = row["words"] as? String, let source = mark(row) else {
                return nil
            }
            return InadequateLimb(id: id, words: words, source: source)
        }
    }

    private func rules(areas: Set<String>, grades: Set<Grade>) -> [LimitingRule]? {
        all("limiting_rules") { row in
            guard let id = row["id"] as? String, let overall = row["overall"] as? String, areas.contains(overall),
                let words = row["words"] as? String, let source = mark(row),
                let cap = (row["overall_at_most"] as? String).map({ Grade($0) }), grades.contains(cap)
            else { return nil }
            let condition: LimitingRule.Condition
            if let any = row["if_any_of"] as? [String], let grade = (row["is"] as? String).map({ Grade($0) }),
                areas.isSuperset(of: any), grades.contains(grade)
            {
                condition = .anyOf(any, is: grade)
            } else if let area = row["unless"] as? String, areas.contains(area),
                let grade = (row["is_at_least"] as? String).map({ Grade($0) }), grades.contains(grade)
            {
                condition = .below(area, grade)
            } else {
                return nil
            }
            return LimitingRule(
                id: id, overall: overall, condition: condition, atMost: cap, words: words, source: source)
        }
    }

    /// All of them, or nil where one cannot be read.
    private func all<Value>(_ key: String, _ read: ([String: Any]) -> Value?) -> [Value]? {
        guard let rows = row[key] as? [[String: Any]] ?? ((row[key] as? [Any])?.isEmpty == true ? [] : nil) else {
            return nil
        }
        let values = rows.compactMap(read)
        return values.count == rows.count ? values : nil
    }

    private func text(_ key: String) -> String? { row[key] as? String }

    private func day(_ value: Any?) -> Day? { (value as? String).flatMap { Day(iso: $0) } }

    private func mark(_ row: [String: Any]) -> SourceMark? {
        guard let verification = row["verification"] as? String else { return nil }
        return SourceMark(source: row["source"] as? String ?? "", verification: verification)
    }
}
