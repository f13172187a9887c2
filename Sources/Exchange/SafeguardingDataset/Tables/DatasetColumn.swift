/// A column of a table: its name in the dataset, and what its cells say.
struct DatasetColumn: Sendable {
    /// As the dataset writes it.
    let name: String
    let meaning: Meaning
    /// A row that says nothing here cannot be used.
    let isRequired: Bool

    enum Meaning: Sendable {
        /// The row's own key. A table without one is keyed by its person.
        case key
        case person
        /// The key of a row of another table, or a worker or team.
        case link
        case text
        case code(CodeWords)
        case day, flag, number
        case choice(any ChoiceReading)
        case factors, address
        /// Part of the dataset, and of no use here.
        case unread
    }

    private init(_ name: String, _ meaning: Meaning, _ isRequired: Bool = false) {
        self.name = name
        self.meaning = meaning
        self.isRequired = isRequired
    }

    static func key(_ name: String) -> DatasetColumn { DatasetColumn(name, .key, true) }
    static func person(_ name: String) -> DatasetColumn { DatasetColumn(name, .person, true) }
    static func link(_ name: String, required: Bool = false) -> DatasetColumn { DatasetColumn(name, .link, required) }
    static func text(_ name: String, required: Bool = false) -> DatasetColumn { DatasetColumn(name, .text, required) }
    static func code(_ name: String, _ words: CodeWords) -> DatasetColumn { DatasetColumn(name, .code(words)) }
    static func day(_ name: String) -> DatasetColumn { DatasetColumn(name, .day) }
    static func flag(_ name: String) -> DatasetColumn { DatasetColumn(name, .flag) }
    static func number(_ name: String) -> DatasetColumn { DatasetColumn(name, .number) }
    static func factors(_ name: String) -> DatasetColumn { DatasetColumn(name, .factors) }
    static func address(_ name: String) -> DatasetColumn { DatasetColumn(name, .address) }
    static func unread(_ name: String) -> DatasetColumn { DatasetColumn(name, .unread) }

    static func choice(_ name: String, _ words: any ChoiceReading) -> DatasetColumn {
        DatasetColumn(name, .choice(words))
    }

    /// Whether the column is spilled and read back as a field of the row.
    var isField: Bool {
        switch meaning {
        case .key, .person, .unread: false
        default: true
        }
    }
}
