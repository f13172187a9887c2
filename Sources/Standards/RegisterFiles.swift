import Assurance
import WorkingDays

extension StandardsFolder {
    /// Every published inspection that is held, in the order of its files.
    package func register(under frameworks: InspectionFrameworks) throws(StandardsFailure) -> [PublishedInspection] {
        var all = try published(in: "register/ilacs.tsv", family: "ilacs", areas: Self.ilacsAreas, frameworks)
        all += try published(in: "register/sif.tsv", family: "sif", areas: Self.sifAreas, frameworks)
        all += try published(in: "register/unannounced-2009.tsv", family: "unannounced", areas: [:], frameworks)
        return all
    }

    private static let ilacsAreas = [
        "overall_effectiveness": "overall", "impact_of_leaders": "leaders",
        "help_and_protection": "help_and_protection",
        "in_care_and_care_leavers_combined": "care_and_care_leavers", "in_care": "in_care",
        "care_leavers": "care_leavers",
    ]
    private static let sifAreas = [
        "overall_effectiveness": "overall", "help_and_protection": "help_and_protection",
        "looked_after_and_permanence": "looked_after", "adoption": "adoption", "care_leavers": "care_leavers",
        "leadership_management_governance": "leadership", "lscb": "lscb",
    ]

    /// What published reports criticise, most often first.
    package func findingPatterns() throws(StandardsFailure) -> [FindingPattern] {
        let file = "register/findings-patterns.tsv"
        let table = try NamedColumns(self, file)
        var patterns: [FindingPattern] = []
        for row in table.rows {
            guard let id = row["pattern_id"], let adverse = row["adverse_reports_total"].flatMap({ Int($0) }) else {
                throw .unreadable(file: file, line: row.line, because: "it names no pattern or no number of reports")
            }
            patterns.append(
                FindingPattern(
                    id: id, group: row["group"] ?? "", words: row["pattern"] ?? "", adverseReports: adverse,
                    recordedFact: row["recorded_fact"] ?? "", check: row["check_rule"] ?? ""))
        }
        return patterns
    }

    /// The lists handed over when an inspection begins, and their columns in order.
    package func annexA() throws(StandardsFailure) -> [AnnexAList] {
        let file = "annex-a-columns.tsv"
        var lists: [AnnexAList] = []
        var columns: [String] = []
        var codes: [String: [String]] = [:]
        for row in try NamedColumns(self, file).rows {
            guard let number = row["list"].flatMap({ Int($0) }), let column = row["column"], let title = row["title"]
            else { throw .unreadable(file: file, line: row.line, because: "it names no list or no column") }
            if lists.last?.number == number { lists.removeLast() } else { (columns, codes) = ([], [:]) }
            columns.append(column)
            if let all = row["codes"] { codes[column] = all.split(separator: "|").map(String.init) }
            lists.append(
                AnnexAList(
                    number: number, title: title, scope: row["scope"] ?? "", columns: columns, codes: codes))
        }
        return lists
    }

    private func published(
        in file: String, family: String, areas: [String: String], _ frameworks: InspectionFrameworks
    ) throws(StandardsFailure) -> [PublishedInspection] {
        var inspections: [PublishedInspection] = []
        for row in try NamedColumns(self, file).rows {
            guard let council = row["local_authority"] else {
                throw .unreadable(file: file, line: row.line, because: "it names no council")
            }
            var grades: [String: Grade] = [:]
            for (column, area) in areas {
                guard let word = row[column], word != "not judged" else { continue }
                grades[area] = Grade(String(word.map { $0 == " " ? "_" : $0 }))
            }
            let began = row["inspection_start"].flatMap { Day(iso: $0) }
            let framework = began.flatMap { frameworks.edition(of: family, on: $0) }
            if let framework, let unknown = grades.first(where: { framework.place(of: $0.value) == nil }) {
                throw .unreadable(
                    file: file, line: row.line, because: "\(unknown.value.rawValue) is no grade of \(framework.id)")
            }
            let priority = (row["areas_for_priority_action_in_report"] ?? row["priority_and_immediate_action_items"])
                .flatMap { Int($0) }
            inspections.append(
                PublishedInspection(
                    council: council, councilCode: row["la_code"] ?? "", region: row["region"] ?? "",
                    framework: framework?.id ?? row["framework"] ?? family,
                    kind: row["inspection_type"] ?? row["inspection_type_inferred"] ?? "", beganOn: began,
                    endedOn: row["inspection_end"].flatMap { Day(iso: $0) },
                    publishedOn: (row["report_published"] ?? row["report_listing_date"]).flatMap { Day(iso: $0) },
                    grades: grades, priorityActions: priority,
                    hasPriorityAction: row["priority_action"].map { $0 == "yes" } ?? priority.map { $0 > 0 },
                    pointsToImprove: row["improvement_items"].flatMap { Int($0) },
                    source: row["source"] ?? "pdf", confidence: row["confidence"] ?? "report read",
                    note: row["note"] ?? ""))
        }
        return inspections
    }
}

/// A tab-separated file whose first line names its columns. An empty cell is nothing said.
private struct NamedColumns {
    struct Row {
        let line: Int
        private let cells: [String: String]

        init(line: Int, cells: [String: String]) {
            self.line = line
            self.cells = cells
        }

        subscript(column: String) -> String? { cells[column] }
    }

    let rows: [Row]

    init(_ folder: StandardsFolder, _ file: String) throws(StandardsFailure) {
        let header = try folder.text(file).prefix { !$0.isNewline }.split(
            separator: "\t", omittingEmptySubsequences: false
        ).map(String.init)
        rows = try folder.rows(file, separator: "\t", columns: header.count).enumerated().map { index, cells in
            let said = zip(header, cells).filter { !$0.1.isEmpty }.map { ($0, String($1)) }
            return Row(line: index + 2, cells: Dictionary(said) { first, _ in first })
        }
    }
}
