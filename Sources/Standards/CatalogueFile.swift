import Concerns

extension StandardsFolder {
    /// Every row of the catalogue of concerns, in its order.
    package func catalogue() throws(StandardsFailure) -> [CatalogueRow] {
        let file = "concerns.tsv"
        var found: [CatalogueRow] = []
        for (index, row) in try rows(file, separator: "\t", columns: 7).enumerated() {
            guard let kind = ConcernKind(rawValue: String(row[2])), let level = Int(row[5]) else {
                throw .unreadable(file: file, line: index + 2, because: "its kind or level is not known")
            }
            found.append(
                CatalogueRow(
                    code: ConcernCode(String(row[0])), section: String(row[1]), kind: kind, title: String(row[3]),
                    level: level, inToday: row[6] == "yes"))
        }
        return found
    }
}
