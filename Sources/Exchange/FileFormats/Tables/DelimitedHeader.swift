/// The names of a table's columns, found whatever their case.
package struct DelimitedHeader: Hashable, Sendable {
    /// As the file writes them, trimmed.
    package let names: [String]
    /// Columns whose name came before: they cannot be reached by name.
    package let repeated: [Int]
    private let places: [String: Int]

    package init(_ names: [String]) {
        self.names = names
        var places: [String: Int] = [:]
        var repeated: [Int] = []
        for (index, name) in names.enumerated() where !name.isEmpty {
            if places[name.lowercased()] == nil {
                places[name.lowercased()] = index
            } else {
                repeated.append(index)
            }
        }
        self.places = places
        self.repeated = repeated
    }

    package var count: Int { names.count }

    /// The place of a column, from 0.
    package func index(of name: String) -> Int? { places[name.lowercased()] }
}
