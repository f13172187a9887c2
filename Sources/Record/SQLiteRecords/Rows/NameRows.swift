import AccessRules
import GRDB
import Matching
import RecordKeeping

/// Every part of a name in use, with how it sounds and the slips it can be typed with. Kept once for each part and not
/// for each child, so that a search with a typing error looks at few rows.
enum NameRows {
    /// Adds to how often each part is used; one that is used no more leaves no trace.
    static func add(_ uses: [String: Int], in council: CouncilCode, _ db: Database) throws {
        for (part, change) in uses where change != 0 {
            let before = try self.uses(of: part, in: council, db)
            let after = (before ?? 0) + change
            if after <= 0 {
                try delete(part, in: council, db)
            } else if before == nil {
                try insert(part, uses: after, in: council, db)
            } else {
                try update(part, uses: after, in: council, db)
            }
        }
    }

    private static func uses(of part: String, in council: CouncilCode, _ db: Database) throws -> Int? {
        let select = try PreparedStatement(db, "SELECT uses FROM name_part WHERE council = ? AND part = ?")
        select.bind(1, council.text)
        select.bind(2, part)
        return try select.first { $0.int(0) }
    }

    private static func insert(_ part: String, uses: Int, in council: CouncilCode, _ db: Database) throws {
        let insert = try PreparedStatement(
            db, "INSERT INTO name_part (council, part, sound, uses) VALUES (?, ?, ?, ?)")
        insert.bind(1, council.text)
        insert.bind(2, part)
        insert.bind(3, NameText.sound(part))
        insert.bind(4, uses)
        try insert.run()
        let slip = try PreparedStatement(db, "INSERT INTO name_slip (council, slip, part) VALUES (?, ?, ?)")
        for text in NameText.slips(part) {
            slip.bind(1, council.text)
            slip.bind(2, text)
            slip.bind(3, part)
            try slip.run()
        }
    }

    private static func update(_ part: String, uses: Int, in council: CouncilCode, _ db: Database) throws {
        let update = try PreparedStatement(db, "UPDATE name_part SET uses = ? WHERE council = ? AND part = ?")
        update.bind(1, uses)
        update.bind(2, council.text)
        update.bind(3, part)
        try update.run()
    }

    private static func delete(_ part: String, in council: CouncilCode, _ db: Database) throws {
        let delete = try PreparedStatement(db, "DELETE FROM name_part WHERE council = ? AND part = ?")
        delete.bind(1, council.text)
        delete.bind(2, part)
        try delete.run()
        let slip = try PreparedStatement(db, "DELETE FROM name_slip WHERE council = ? AND slip = ? AND part = ?")
        for text in NameText.slips(part) {
            slip.bind(1, council.text)
            slip.bind(2, text)
            slip.bind(3, part)
            try slip.run()
        }
    }
}
