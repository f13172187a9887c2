import GRDB
import GRDBSQLite

/// The rows of a database held in memory, to be inserted into another as fast as the database can: the floor a load is
/// measured against.
struct CopiedRows {
    private enum Value {
        case null
        case number(Int64)
        case text(String)
        case bytes([UInt8])

        init(_ storage: DatabaseValue.Storage) {
            switch storage {
            case .null: self = .null
            case .int64(let number): self = .number(number)
            case .double(let number): self = .number(Int64(number))
            case .string(let text): self = .text(text)
            case .blob(let bytes): self = .bytes(Array(bytes))
            }
        }
    }

    private struct Table {
        let insert: String
        let rows: [[Value]]
    }

    private let tables: [Table]

    /// Rows of the tables, in the order of their keys.
    init(_ names: [String], _ db: Database) throws {
        tables = try names.map { name in
            let statement = try db.makeStatement(sql: "SELECT * FROM \(name)")
            let marks = Array(repeating: "?", count: statement.columnCount).joined(separator: ", ")
            let rows = try Row.fetchAll(statement).map { Array($0.databaseValues).map { Value($0.storage) } }
            return Table(insert: "INSERT INTO \(name) VALUES (\(marks))", rows: rows)
        }
    }

    /// Inserts one of `parts` equal parts of every table.
    func insert(part: Int, of parts: Int, _ db: Database) throws {
        for table in tables {
            let insert = try PreparedStatement(db, table.insert)
            for row in table.rows[table.rows.count * part / parts..<table.rows.count * (part + 1) / parts] {
                for (index, value) in row.enumerated() {
                    switch value {
                    case .null: insert.bindNull(Int32(index + 1))
                    case .number(let number): insert.bind(Int32(index + 1), number)
                    case .text(let text): insert.bind(Int32(index + 1), text)
                    case .bytes(let bytes): insert.bind(Int32(index + 1), bytes)
                    }
                }
                try insert.run()
            }
        }
    }
}
