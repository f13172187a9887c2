import ChildJourney
import FileFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes a Standard Safeguarding Dataset extract: a folder with a CSV file for each table that is read, with every
/// column of version 1.4.5.
///
/// What the dataset has no column for is lost: strategy discussions, review conferences, postponements, whether harm
/// was alleged, the kind of an assessment, and whether a worker has left. The same journeys make the same bytes.
package final class DatasetWriter {
    private let children: [(table: ChildTable, row: RowWriter)]
    private let factors: RowWriter
    private let professionals: RowWriter
    private let departments: RowWriter

    /// Makes the folder if there is none; files of the same names in it are replaced.
    package init(folder: String) throws(FileFailure) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw FileFailure(.fileUnwritable, "The folder could not be made (system error \(errno)).")
        }
        func writer(_ layout: TableLayout) throws(FileFailure) -> RowWriter {
            try RowWriter(layout, path: "\(folder)/ssd_\(layout.name).csv")
        }
        var children: [(table: ChildTable, row: RowWriter)] = []
        for table in DatasetTables.children { children.append((table, try writer(table.layout))) }
        self.children = children
        factors = try writer(AssessmentFactorsTable.layout)
        professionals = try writer(ProfessionalsTable.layout)
        departments = try writer(DepartmentTable.layout)
    }

    package func write(_ journey: Journey, of person: String) {
        for (table, row) in children { table.write(journey, person, row) }
        AssessmentFactorsTable.write(journey, to: factors)
    }

    package func write(_ workforce: Workforce) {
        for (id, worker) in workforce.workers.sorted(by: { $0.key < $1.key }) {
            ProfessionalsTable.write(worker, id: id, to: professionals)
        }
        for (id, team) in workforce.teams.sorted(by: { $0.key < $1.key }) {
            DepartmentTable.write(team, id: id, to: departments)
        }
    }

    /// Rows written so far, headers not counted.
    package var rowCount: Int {
        children.reduce(factors.rowCount + professionals.rowCount + departments.rowCount) { $0 + $1.row.rowCount }
    }

    /// Writes what is left and closes the files.
    package func finish() throws(FileFailure) {
        for (_, row) in children { try row.finish() }
        for row in [factors, professionals, departments] { try row.finish() }
    }
}
