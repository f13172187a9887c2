import Assurance
import Yams

extension StandardsFolder {
    /// The tools of `audit-tools.yaml`, by id.
    package func auditTools() throws(StandardsFailure) -> [AuditTool] {
        let file = "audit-tools.yaml"
        guard let root = try? Yams.load(yaml: try text(file)) as? [String: Any],
            let rows = root["tools"] as? [[String: Any]]
        else { throw .unreadable(file: file, line: 1, because: "it is not a list of tools") }
        var tools: [AuditTool] = []
        for row in rows {
            guard let tool = Self.tool(row) else {
                throw .unreadable(
                    file: file, line: 0, because: "\(row["id"] as? String ?? "a tool") misses something")
            }
            tools.append(tool)
        }
        return tools
    }

    private static func tool(_ row: [String: Any]) -> AuditTool? {
        guard let id = row["id"] as? String, let name = row["name"] as? String,
            let grades = (row["grades"] as? [String])?.map({ Grade($0) }),
            let rows = row["sections"] as? [[String: Any]],
            let verification = row["verification"] as? String
        else { return nil }
        let sections = rows.compactMap(section)
        let limits = (row["limits"] as? [[String: Any]] ?? []).compactMap { row -> SectionLimit? in
            guard let section = row["section"] as? String, sections.contains(where: { $0.id == section }),
                let grade = row["is"] as? String, let most = row["overall_at_most"] as? String,
                let words = row["words"] as? String
            else { return nil }
            return SectionLimit(section: section, grade: Grade(grade), atMost: Grade(most), words: words)
        }
        guard sections.count == rows.count, limits.count == (row["limits"] as? [Any] ?? []).count else { return nil }
        return AuditTool(
            id: id, name: name,
            source: SourceMark(source: row["source"] as? String ?? "", verification: verification), grades: grades,
            sections: sections, limits: limits)
    }

    private static func section(_ row: [String: Any]) -> AuditSection? {
        guard let id = row["id"] as? String, let title = row["title"] as? String,
            let rows = row["questions"] as? [[String: Any]]
        else { return nil }
        let questions = rows.compactMap { row -> AuditQuestion? in
            guard let id = row["id"] as? String, let ask = row["ask"] as? String,
                let shows = (row["shows"] as? String).flatMap(AuditQuestion.Shows.init(rawValue:))
            else { return nil }
            return AuditQuestion(id: id, ask: ask, shows: shows, isSafety: row["safety"] as? Bool ?? false)
        }
        return questions.count == rows.count ? AuditSection(id: id, title: title, questions: questions) : nil
    }
}
