import Assurance
import Yams

extension StandardsFolder {
    /// The themes of `audit-themes.yaml`, in the order they stand there.
    package func auditThemes() throws(StandardsFailure) -> [AuditTheme] {
        let file = "audit-themes.yaml"
        guard let root = try? Yams.load(yaml: try text(file)) as? [String: Any],
            let rows = root["themes"] as? [[String: Any]]
        else { throw .unreadable(file: file, line: 1, because: "it is not a list of themes") }
        var themes: [AuditTheme] = []
        for row in rows {
            guard let theme = Self.theme(row) else {
                throw .unreadable(
                    file: file, line: 0, because: "\(row["id"] as? String ?? "a theme") misses something")
            }
            themes.append(theme)
        }
        return themes
    }

    private static func theme(_ row: [String: Any]) -> AuditTheme? {
        guard let id = row["id"] as? String, let title = row["title"] as? String, let tool = row["tool"] as? String,
            let words = row["words"] as? String, let source = row["source"] as? String,
            let verification = row["verification"] as? String, let frame = frame(row)
        else { return nil }
        return AuditTheme(
            id: id, title: title, frame: frame, tool: tool, lookFor: row["look_for"] as? [String] ?? [], words: words,
            source: SourceMark(source: source, verification: verification))
    }

    private static func frame(_ row: [String: Any]) -> AuditTheme.Frame? {
        if let code = row["concern"] as? String { return .concern(code) }
        guard let months = row["months"] as? Int, months > 0 else { return nil }
        if let kind = row["recorded"] as? String { return .recorded(kind, months: months) }
        return row["closed"] as? Bool == true ? .closed(months: months) : nil
    }
}
