import API
import AccessRules
import ArgumentParser
import FileFormats

/// `sightline suppress`: hides the small numbers of a table, and what would give them away.
struct SuppressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppress",
        abstract: "Hide counts from 1 to 4 in a table, and every figure from which one could be worked out.",
        discussion: """
            The table has the columns cell, part_of, denominator and, where the figure is a share, numerator. Cells with the same part_of \
            add up to that cell; one without it is part of nothing.
            Exit code 0: done. 2: the file cannot be read, or its parts do not add up.
            """)

    @Argument(help: "The table, as comma-separated values.")
    var table: String

    func run() throws {
        let rows = try read()
        let shown = DisclosureControl.shown(try cells(rows), roots: rows.indices.filter { rows[$0].partOf == nil })
        var csv = CSVText(header: ["cell", "part_of", "denominator", "numerator"], marked: false)
        for (row, isShown) in zip(rows, shown) {
            csv.row([
                row.name, row.partOf ?? "", isShown ? "\(row.denominator)" : "hidden",
                isShown ? row.numerator.map { "\($0)" } ?? "" : "hidden",
            ])
        }
        Output.write(csv.bytes)
    }

    private struct Row {
        let name: String
        let partOf: String?
        let denominator: Int
        let numerator: Int?
    }

    private func cells(_ rows: [Row]) throws -> [DisclosureCell] {
        let places = Dictionary(rows.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        guard places.count == rows.count else { throw Refused("two rows of the table name the same cell") }
        var cells = rows.map { DisclosureCell(whole: $0.denominator, part: $0.numerator) }
        var parts: [Int: [Int]] = [:]
        for (place, row) in rows.enumerated() {
            guard let name = row.partOf else { continue }
            guard let whole = places[name], whole < place else {
                throw Refused("a cell stands before what it is part of, or is part of none of the table")
            }
            parts[whole, default: []].append(place)
        }
        for (whole, parts) in parts {
            let numerators = parts.map { rows[$0].numerator }
            guard parts.reduce(0, { $0 + rows[$1].denominator }) == rows[whole].denominator,
                (rows[whole].numerator == nil) == numerators.contains(nil),
                rows[whole].numerator == nil || numerators.compactMap(\.self).reduce(0, +) == rows[whole].numerator
            else { throw Refused("the parts of a cell do not add up to it") }
            cells[whole].breakdowns = [parts]
        }
        return cells
    }

    private func read() throws -> [Row] {
        do {
            let reader = try DelimitedTextReader(try FileBytes(path: table), file: "table") { _ in }
            let places = ["cell", "part_of", "denominator", "numerator"].map { reader.header.index(of: $0) }
            guard let cell = places[0], let part = places[1], let denominator = places[2] else {
                throw Refused("the table has no column cell, part_of or denominator")
            }
            var rows: [Row] = []
            try reader.forEachRow { row in
                guard let name = row.text(cell), let count = row.text(denominator).flatMap({ Int($0) }), count >= 0
                else { throw Refused("row \(row.number) of the table has no cell or no count") }
                let numerator = places[3].flatMap { row.text($0) }.flatMap { Int($0) }
                guard numerator.map({ (0...count).contains($0) }) ?? true else {
                    throw Refused("row \(row.number) of the table has a numerator above its denominator")
                }
                let partOf = row.text(part).flatMap { $0.isEmpty ? nil : $0 }
                rows.append(Row(name: name, partOf: partOf, denominator: count, numerator: numerator))
            }
            return rows
        } catch let failure as FileFailure {
            throw Refused(failure.message)
        }
    }
}
