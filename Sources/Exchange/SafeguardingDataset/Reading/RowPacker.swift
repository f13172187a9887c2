import Diagnostics
import FileFormats
import WorkingDays

/// Turns the rows of one table into packed rows, and tells what is wrong with their cells.
final class RowPacker {
    let plan: TablePlan
    let packed = RowBuffer()
    private(set) var diagnostics: TableDiagnostics
    /// For each column of the layout, whether any row has said anything in it.
    private(set) var says: [Bool]
    /// The day the latest row stands on.
    private(set) var day: Day?

    private var row = 0
    private var dayRank = Int.max
    private var scratch: [UInt8] = []

    init(_ plan: TablePlan, diagnostics: TableDiagnostics) {
        self.plan = plan
        self.diagnostics = diagnostics
        says = Array(repeating: false, count: plan.layout.columns.count)
    }

    func report(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }

    /// Packs the fields of a row behind its person and key. A reason when the row cannot be used.
    func pack(_ row: borrowing DelimitedRow, person: Cell, key: Cell) -> UnreadableRow.Reason? {
        self.row = row.number
        (day, dayRank) = (nil, Int.max)
        packed.begin(person: person, key: key)
        for field in plan.fields {
            let said = pack(row.bytes(field.cell), field)
            if said {
                says[field.column] = true
            } else if field.isRequired {
                return .valueMissing
            }
        }
        return day == nil && plan.layout.needsDay ? .dayMissing : nil
    }

    func tell(_ reason: UnreadableRow.Reason, row: Int) {
        diagnostics.add(.error, reason.rawValue, reason.message, row: row)
    }

    func tellUnknownAssessment(row: Int) {
        diagnostics.add(
            .warning, "assessment-unknown", "No assessment has the key these factors name: they are left out.",
            row: row)
    }

    /// Whether the cell says anything.
    private func pack(_ cell: Cell, _ field: TablePlan.Field) -> Bool {
        let isBlank = field.form == .link ? cell.pointsNowhere : cell.saysNothing
        switch field.form {
        case .text, .link:
            if isBlank { packed.putNothing() } else { packed.put(cell) }
            return !isBlank
        case .day: return packDay(cell, isBlank, field)
        case .flag: return packFlag(cell, isBlank, field)
        case .choice: return packChoice(cell, isBlank, field)
        case .number: return packNumber(cell, isBlank, field)
        case .code, .factors, .address:
            if isBlank {
                packed.putNothing()
            } else {
                packList(cell, field)
            }
            return !isBlank
        }
    }

    private func packDay(_ cell: Cell, _ isBlank: Bool, _ field: TablePlan.Field) -> Bool {
        guard !isBlank else {
            packed.put(number: RowBuffer.noDay)
            return false
        }
        switch DayCell(cell) {
        case .day(let day):
            packed.put(number: day.number)
            if field.rank >= 0, field.rank < dayRank { (self.day, dayRank) = (day, field.rank) }
            return true
        case .malformed:
            tell(
                .error, "date-malformed", "This is not a date in the form 2026-03-31 or 31/03/2026.", field,
                date(cell))
        case .implausible:
            tell(
                .error, "date-implausible", "No date in a child's record can lie there: it is left out.", field,
                date(cell))
        }
        packed.put(number: RowBuffer.noDay)
        return false
    }

    private func packFlag(_ cell: Cell, _ isBlank: Bool, _ field: TablePlan.Field) -> Bool {
        let answer = isBlank ? .blank : YesNoText(cell)
        packed.put(byte: answer.value.map { $0 ? 2 : 1 } ?? 0)
        if answer == .malformed, !Self.isOpenAnswer(cell) {
            let value = cell.count <= 3 ? cell.text : nil
            tell(.error, "flag-malformed", "This is neither yes nor no: it counts as not known.", field, value)
        }
        return answer.value != nil
    }

    /// "Not applicable" and "unknown" are answers, and neither yes nor no.
    private static func isOpenAnswer(_ cell: Cell) -> Bool {
        cell.isWord("na") || cell.isWord("n/a") || cell.isWord("u") || cell.isWord("unknown")
    }

    private func packNumber(_ cell: Cell, _ isBlank: Bool, _ field: TablePlan.Field) -> Bool {
        let number = isBlank ? nil : WholeNumberText.value(cell)
        packed.put(number: number.map(Int32.init) ?? RowBuffer.noDay)
        if number == nil, !isBlank { tell(.error, "number-malformed", "This is not a whole number.", field) }
        return number != nil
    }

    private func packChoice(_ cell: Cell, _ isBlank: Bool, _ field: TablePlan.Field) -> Bool {
        guard !isBlank, case .choice(let words) = plan.layout.columns[field.column].meaning else {
            packed.put(byte: 0)
            return false
        }
        let found = words.read(cell)
        packed.put(byte: found.number)
        if found.isMalformed { tellMalformed(field) }
        if found.number == ChoiceFound.unrecognised {
            tell(.warning, "words-not-understood", "No outcome or kind that is known here is named.", field)
        }
        return found.number != 0
    }

    private func packList(_ cell: Cell, _ field: TablePlan.Field) {
        switch plan.layout.columns[field.column].meaning {
        case .code(let words):
            if let code = words.code(cell) {
                scratch = Array(code.utf8)
            } else {
                scratch = Array(cell)
                tell(
                    .warning, "code-unknown", "This is not a national code: it is kept as it is.", field,
                    cell.count <= 4 ? cell.text : nil)
            }
        case .factors:
            switch FactorsText.read(cell, into: &scratch) {
            case .malformed: tellMalformed(field)
            case .unknownCode:
                tell(.warning, "code-unknown", "A factor is not a national code: it is left out.", field)
            case nil: break
            }
        default:
            if !AddressText.read(cell, into: &scratch) { tellMalformed(field) }
        }
        scratch.withUnsafeBufferPointer { packed.put($0) }
    }

    private func tellMalformed(_ field: TablePlan.Field) {
        tell(
            .warning, "json-malformed", "This breaks off or is not JSON: what stands before the break is used.", field
        )
    }

    /// A date may be quoted in a diagnostic, and nothing else that stands where a date should.
    private func date(_ cell: Cell) -> String? {
        let isOfDate = cell.allSatisfy { $0 >= 0x2D && $0 <= 0x3A || $0 == 0x20 || $0 == UInt8(ascii: "T") }
        return isOfDate && cell.count <= 30 ? cell.text : nil
    }

    private func tell(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ field: TablePlan.Field,
        _ value: String? = nil
    ) {
        diagnostics.add(
            severity, code, message, row: row, column: field.cell + 1, field: plan.layout.columns[field.column].name,
            value: value)
    }
}
