import Measures

extension StandardsFolder {
    /// The figures published under a name; none where there is no such file.
    package func publishedStatistics(_ name: String) throws(StandardsFailure) -> [PublishedStatistic] {
        let file = "published-statistics/\(name).tsv"
        var found: [PublishedStatistic] = []
        for cells in try rows(file, separator: "\t", columns: 8) {
            guard let year = Int(cells[0]), let level = PublishedStatistic.Level(rawValue: String(cells[1])) else {
                throw .unreadable(file: file, line: 0, because: "a row has no year or no level")
            }
            found.append(
                PublishedStatistic(
                    year: year, level: level, code: String(cells[2]), name: String(cells[3]), region: String(cells[4]),
                    numerator: Int(cells[5]), denominator: Int(cells[6]), tenths: Self.tenths(cells[7])))
        }
        return found
    }

    /// "60.5" is 605.
    private static func tenths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
        return whole * 10 + (parts.count == 2 ? Int(parts[1].prefix(1)) ?? 0 : 0)
    }
}
