import FileFormats
import WorkingDays

/// Writes the rows of one table: the values of its fields in order, with the key, the person and the columns nothing is
/// known for put in by itself.
final class RowWriter {
    private let output: DelimitedTextWriter
    private let columns: [DatasetColumn]
    private var column = 0
    private var key = ""
    private var person = ""

    init(_ layout: TableLayout, path: String) throws(FileFailure) {
        columns = layout.columns
        output = try DelimitedTextWriter(path: path, header: columns.map(\.name))
    }

    var rowCount: Int { output.rowCount - 1 }

    func begin(key: String, person: String) {
        column = 0
        self.key = key
        self.person = person
    }

    func put(_ text: String?) {
        passToField()
        output.cell(text)
    }

    func put(_ flag: Bool?) {
        passToField()
        output.cell(flag)
    }

    func put(_ number: Int?) {
        passToField()
        output.cell(number)
    }

    func put(_ day: Day?) {
        passToField()
        guard let (year, month, day) = day?.civil else { return output.emptyCell() }
        output.cell(year: year, month: month, day: day, hour: 0, minute: 0)
    }

    func end() {
        while column < columns.count { passOver() }
        output.endRow()
    }

    func finish() throws(FileFailure) { try output.finish() }

    private func passToField() {
        while column < columns.count, !columns[column].isField { passOver() }
        precondition(column < columns.count, "More values were put than the table has fields.")
        column += 1
    }

    private func passOver() {
        switch columns[column].meaning {
        case .key: output.cell(key)
        case .person: output.cell(person)
        default: output.emptyCell()
        }
        column += 1
    }
}
