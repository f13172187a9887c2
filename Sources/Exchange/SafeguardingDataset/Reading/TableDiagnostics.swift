import Diagnostics

/// What is wrong with one table: the first thousand places of each kind, and how many there are in all.
///
/// A column filled wrongly throughout would otherwise be told a million times over, and held in memory.
struct TableDiagnostics: Sendable {
    let file: String
    /// Of one kind in one column.
    let mostTold: Int
    private(set) var list: [Diagnostic] = []
    private(set) var counts: [String: Int] = [:]
    private var told: [String: Int] = [:]

    init(file: String, mostTold: Int = 1000) {
        self.file = file
        self.mostTold = mostTold
    }

    mutating func add(_ diagnostic: Diagnostic) {
        counts[diagnostic.code, default: 0] += 1
        let kind = diagnostic.code + "/" + diagnostic.location.field
        told[kind, default: 0] += 1
        if told[kind, default: 0] <= mostTold { list.append(diagnostic) }
    }

    mutating func add(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, row: Int = 0, column: Int = 0,
        field: String = "", value: String? = nil
    ) {
        add(
            Diagnostic(
                severity, code, message,
                at: SourceLocation(file: file, line: row, column: column, field: field), value: value))
    }
}
