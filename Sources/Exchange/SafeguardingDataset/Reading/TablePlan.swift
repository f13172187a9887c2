import FileFormats

/// Which cell of a file's rows is which column of the dataset, and what is to be made of it.
struct TablePlan: Sendable {
    /// A column that is spilled. Holds numbers only, so that going through a row touches no reference.
    struct Field: Sendable {
        enum Form: Sendable {
            case text, link, code, day, flag, number, choice, factors, address
        }

        let form: Form
        /// The cell, from 0; -1 when the file has no such column.
        let cell: Int
        /// The column in the table's layout.
        let column: Int
        let isRequired: Bool
        /// How telling the column is of the day the row stands on: 0 is most, -1 not at all.
        let rank: Int
    }

    let layout: TableLayout
    let fields: [Field]
    let person: Int
    let key: Int
    /// Columns of the dataset that the file lacks, of those that are read.
    let missing: [String]
    /// Columns of the file that the dataset does not know.
    let unknown: [String]

    init(_ layout: TableLayout, _ header: DelimitedHeader) {
        func cell(_ column: DatasetColumn) -> Int { header.index(of: column.name) ?? -1 }
        self.layout = layout
        fields = layout.columns.enumerated().filter(\.element.isField).map { index, column in
            Field(
                form: Self.form(column.meaning), cell: cell(column), column: index, isRequired: column.isRequired,
                rank: layout.standsOn.firstIndex(of: column.name) ?? -1)
        }
        let person = layout.columns.first { if case .person = $0.meaning { true } else { false } }
        let key = layout.columns.first { if case .key = $0.meaning { true } else { false } }
        self.person = (person ?? key).map(cell) ?? -1
        self.key = (key ?? person).map(cell) ?? -1
        missing = layout.columns.filter { column in
            if case .unread = column.meaning { return false }
            return header.index(of: column.name) == nil
        }.map(\.name)
        let known = Set(layout.columns.map { $0.name.lowercased() })
        unknown = header.names.filter { !$0.isEmpty && !known.contains($0.lowercased()) }
    }

    /// Whether any row could be used: its person, its key, its day and what it must say have columns.
    var isUsable: Bool {
        let hasDay = !layout.needsDay || fields.contains { $0.rank >= 0 && $0.cell >= 0 }
        return person >= 0 && key >= 0 && hasDay && fields.allSatisfy { !$0.isRequired || $0.cell >= 0 }
    }

    private static func form(_ meaning: DatasetColumn.Meaning) -> Field.Form {
        switch meaning {
        case .key, .person, .unread, .text: .text
        case .link: .link
        case .code: .code
        case .day: .day
        case .flag: .flag
        case .number: .number
        case .choice: .choice
        case .factors: .factors
        case .address: .address
        }
    }
}
