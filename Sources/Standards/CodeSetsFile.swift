extension StandardsFolder {
    /// The census code sets: the codes of each set, with their words.
    package func censusCodes() throws(StandardsFailure) -> [String: [String: String]] {
        var sets: [String: [String: String]] = [:]
        for row in try rows("code-sets/cin.tsv", separator: "\t", columns: 3) {
            sets[String(row[0]), default: [:]][String(row[1])] = String(row[2])
        }
        return sets
    }
}
