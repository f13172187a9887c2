import Diagnostics
import FileFormats

/// Reads one table from its first row to its last, and puts each row where its child's rows are gathered.
struct TableReading {
    /// The table's place in `DatasetTables.layouts`.
    let number: Int
    let table: TableFile

    /// What became of a table.
    struct Result: Sendable {
        let number: Int
        let file: String
        var rowCount = 0
        var usedRowCount = 0
        var missingColumns: [String] = []
        /// For each column of the layout, whether a row that was used or set aside said anything in it.
        var says: [Bool] = []
        /// False when reading broke off, or the table could not be used at all.
        var isWhole = true
        let unreadable: UnreadableRows
        var diagnostics: TableDiagnostics
    }

    func read(from folder: TableFolder, into gathering: Gathering) throws(DatasetFailure) -> Result {
        var result = Result(
            number: number, file: table.file,
            unreadable: UnreadableRows(file: table.file, folder: gathering.workFolder),
            diagnostics: TableDiagnostics(file: table.file))
        do {
            try read(folder, gathering, &result)
        } catch let failure as DatasetFailure {
            throw failure
        } catch let failure as FileFailure {
            // The other tables may be sound: this one counts as not told, and its rows so far are kept.
            result.isWhole = false
            let told = failure.diagnostic(file: table.file)
            result.diagnostics.add(Diagnostic(.error, told.code, told.message, at: told.location))
        } catch {
            preconditionFailure("Reading a table fails in no other way.")
        }
        return result
    }

    private func read(_ folder: TableFolder, _ gathering: Gathering, _ result: inout Result) throws {
        let relay = DiagnosticRelay()
        let reader = try DelimitedTextReader(try folder.open(table), file: table.file, report: relay.report)
        let plan = TablePlan(DatasetTables.layouts[number], reader.header)
        for diagnostic in relay.early { result.diagnostics.add(diagnostic) }
        tellColumns(of: plan, &result)
        guard plan.isUsable else {
            result.isWhole = false
            return
        }
        let packer = RowPacker(plan, diagnostics: result.diagnostics)
        relay.packer = packer
        defer {
            result.says = packer.says
            result.diagnostics = packer.diagnostics
        }
        try reader.forEachRow { row in
            result.rowCount += 1
            if let reason = try take(row, packer, gathering) {
                packer.tell(reason, row: row.number)
                try keep(row, reason, result.unreadable)
            } else {
                result.usedRowCount += 1
            }
        }
    }

    private func keep(
        _ row: borrowing DelimitedRow, _ reason: UnreadableRow.Reason, _ unreadable: UnreadableRows
    ) throws(DatasetFailure) {
        do throws(FileFailure) {
            try unreadable.add(row: row.number, reason, row.raw)
        } catch {
            throw .noWorkingSpace(error)
        }
    }

    /// A reason when the row cannot be used.
    private func take(
        _ row: borrowing DelimitedRow, _ packer: RowPacker, _ gathering: Gathering
    ) throws(DatasetFailure) -> UnreadableRow.Reason? {
        if row.count > row.width, !row.hasRightWidth { return .cellsMisplaced }
        let person = row.bytes(packer.plan.person)
        let key = row.bytes(packer.plan.key)
        if person.pointsNowhere { return .personMissing }
        if key.pointsNowhere { return .keyMissing }
        if let reason = packer.pack(row, person: person, key: key) { return reason }
        try gathering.gather(packer, table: number, row: row.number, person: person, key: key)
        return nil
    }

    private func tellColumns(of plan: TablePlan, _ result: inout Result) {
        result.missingColumns = plan.missing
        if !plan.unknown.isEmpty {
            result.diagnostics.add(
                .warning, "columns-unknown",
                "\(plan.unknown.count) columns are not of the dataset and are not read.", row: 1)
        }
        for name in plan.missing {
            result.diagnostics.add(
                .warning, "column-missing", "The table has no such column: what it would say counts as not told.",
                row: 1, field: name)
        }
        if !plan.isUsable {
            result.diagnostics.add(
                .error, "table-unusable", "Columns are missing without which no row can be used: it is not read.",
                row: 1)
        }
    }
}

/// Takes the reader's diagnostics to the packer, once there is one: the header is read before.
private final class DiagnosticRelay {
    private(set) var early: [Diagnostic] = []
    weak var packer: RowPacker?

    func report(_ diagnostic: Diagnostic) {
        if let packer { packer.report(diagnostic) } else { early.append(diagnostic) }
    }
}
