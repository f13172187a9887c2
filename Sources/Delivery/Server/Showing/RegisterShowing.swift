import Assurance
import Pages
import WorkingDays

/// The register as a page and as a table to keep.
struct RegisterShowing {
    let register: [PublishedInspection]
    let frameworks: InspectionFrameworks
    let patterns: [FindingPattern]

    static let shown = 50

    struct Question {
        var council = ""
        var framework: String?
        var overall: String?
        var region: String?
        var page = 1

        func admits(_ inspection: PublishedInspection) -> Bool {
            (council.isEmpty || inspection.council.lowercased().contains(council.lowercased()))
                && (framework.map { inspection.framework == $0 } ?? true)
                && (overall.map { inspection.overall?.rawValue == $0 } ?? true)
                && (region.map { inspection.region == $0 } ?? true)
        }

        func address(page: Int? = nil, path: String = "/register", leaving: String? = nil) -> String {
            let parts = [
                ("council", council.isEmpty ? nil : council), ("framework", framework), ("overall", overall),
                ("region", region), ("page", page.map { String($0) }),
            ].filter { $0.0 != leaving }.compactMap { name, value in value.map { "\(name)=\(PercentText.encode($0))" } }
            return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
        }
    }

    func found(_ question: Question) -> [PublishedInspection] {
        register.filter(question.admits).sorted {
            ($1.orderingDay?.number ?? 0, $0.council) < ($0.orderingDay?.number ?? 0, $1.council)
        }
    }

    func page(_ question: Question) -> RegisterPage {
        let found = found(question)
        let from = min(max(0, (question.page - 1) * Self.shown), found.count)
        let rows = found[from...].prefix(Self.shown)
        return RegisterPage(
            council: nil,
            lede: "What was published of every inspection since 2009 that is held here: \(register.count) in all.",
            filters: filters(question), rows: rows.map(row), total: found.count,
            csv: question.address(path: "/register.csv"), moved: [],
            patterns: patterns.sorted { $0.adverseReports > $1.adverseReports }.prefix(15).map(pattern),
            nextHref: from + rows.count < found.count ? question.address(page: question.page + 1) : nil)
    }

    /// Nil where nothing of the council was published.
    func page(of council: String) -> RegisterPage? {
        let all = found(Question()).filter { $0.council == council }
        guard !all.isEmpty else { return nil }
        return RegisterPage(
            council: council,
            lede: "Grades of different frameworks are not the same thing: each row says which it was.", filters: nil,
            rows: all.map(row), total: all.count, csv: Question(council: council).address(path: "/register.csv"),
            moved: moved(all), patterns: [], nextHref: nil)
    }

    /// From one overall grade to the next, and how long it took.
    private func moved(_ latestFirst: [PublishedInspection]) -> [String] {
        let graded = latestFirst.reversed().filter { $0.overall != nil && $0.orderingDay != nil }
        return zip(graded, graded.dropFirst()).compactMap { before, after in
            guard let one = before.overall, let other = after.overall, one != other, let from = before.orderingDay,
                let to = after.orderingDay
            else { return nil }
            let months = Int((Double(to - from) / 30.44).rounded())
            let frameworks = before.framework == after.framework ? "" : " (\(name(before)), then \(name(after)))"
            return "From \(one.words) to \(other.words) in \(months) months\(frameworks)"
        }
    }

    private func name(_ inspection: PublishedInspection) -> String {
        frameworks[inspection.framework]?.name ?? inspection.framework
    }

    private func row(_ inspection: PublishedInspection) -> RegisterPage.Row {
        let framework = frameworks[inspection.framework]
        let areas = (framework?.areas ?? []).filter { $0.role != .overall }.compactMap { area in
            inspection.grades[area.id].map { "\(area.name): \($0.words)" }
        }
        let overall =
            inspection.overall?.words
            ?? (inspection.hasPriorityAction == true ? "not graded; area for priority action" : "no overall grade")
        return RegisterPage.Row(
            council: Link(
                words: inspection.council, href: "/register/councils/\(PercentText.encode(inspection.council))"),
            on: inspection.orderingDay?.shortWords ?? "2009", framework: framework?.name ?? inspection.framework,
            overall: overall, areas: areas,
            source: [inspection.confidence, inspection.note].filter { !$0.isEmpty }.joined(separator: "; "))
    }

    private func pattern(_ pattern: FindingPattern) -> RegisterPage.Pattern {
        RegisterPage.Pattern(
            words: pattern.words, href: "/register/patterns/\(PercentText.encode(pattern.id))",
            reports: String(pattern.adverseReports), check: pattern.check)
    }

    private func filters(_ question: Question) -> FilterForm {
        func options(_ values: [(value: String, words: String)], _ chosen: String?) -> [FilterOption] {
            values.map { FilterOption(value: $0.value, words: $0.words, isChosen: $0.value == chosen) }
        }
        let grades = ["outstanding", "good", "requires_improvement", "adequate", "inadequate"]
        let regions = Set(register.map(\.region)).subtracting([""]).sorted()
        var chips: [FilterForm.Chip] = []
        if !question.council.isEmpty {
            chips.append(Link(words: "Council: \(question.council)", href: question.address(leaving: "council")))
        }
        if let framework = question.framework {
            let words = frameworks[framework]?.name ?? framework
            chips.append(Link(words: "Framework: \(words)", href: question.address(leaving: "framework")))
        }
        if let overall = question.overall {
            chips.append(Link(words: "Overall: \(Grade(overall).words)", href: question.address(leaving: "overall")))
        }
        if let region = question.region {
            chips.append(Link(words: "Region: \(region)", href: question.address(leaving: "region")))
        }
        return FilterForm(
            action: "/register",
            fields: [
                FilterField(name: "council", words: "Council", look: .words(question.council)),
                FilterField(
                    name: "framework", words: "Framework",
                    options: options(
                        frameworks.all.filter { one in register.contains { $0.framework == one.id } }
                            .map { ($0.id, $0.name) }, question.framework)),
                FilterField(
                    name: "overall", words: "Overall grade",
                    options: options(grades.map { ($0, Grade($0).words) }, question.overall)),
                FilterField(
                    name: "region", words: "Region", options: options(regions.map { ($0, $0) }, question.region)),
            ], chips: chips, clearHref: chips.isEmpty ? nil : "/register")
    }

    /// Rows to keep, with the framework's areas side by side.
    func csv(_ question: Question) -> [[String]] {
        let areas = [
            "overall", "leaders", "help_and_protection", "care_and_care_leavers", "in_care", "care_leavers",
            "looked_after", "adoption", "leadership", "lscb",
        ]
        var rows = [
            ["council", "code", "region", "framework", "kind", "began", "ended", "published"] + areas
                + ["source", "confidence", "note"]
        ]
        for one in found(question) {
            rows.append(
                [
                    one.council, one.councilCode, one.region, one.framework, one.kind, one.beganOn?.description ?? "",
                    one.endedOn?.description ?? "", one.publishedOn?.description ?? "",
                ] + areas.map { one.grades[$0]?.rawValue ?? "" } + [one.source, one.confidence, one.note])
        }
        return rows
    }
}
