import AccessRules
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

/// What is written of restricted children. Each hash is over the line's columns and the hash before it.
enum GlassRows {
    /// What stands open at a moment: broken before it, not run out, and not found to be wrong.
    static func open(
        of child: SubjectID, in council: CouncilCode, at moment: Moment, _ db: Database
    ) throws -> [NeedToKnowChange] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM need_to_know_change AS broken
                WHERE council = ?1 AND child = ?2 AND what = 'glass-broken' AND at <= ?3 AND until > ?3
                    AND NOT EXISTS (
                        SELECT 1 FROM need_to_know_change
                        WHERE council = ?1 AND review_of = broken.seq AND what = 'glass-was-wrong')
                ORDER BY seq DESC
                """,
            arguments: [council.text, child.text, moment.milliseconds]
        ).map(read)
    }

    static func line(_ number: Int64, in council: CouncilCode, _ db: Database) throws -> NeedToKnowChange? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM need_to_know_change WHERE council = ? AND seq = ?",
            arguments: [council.text, number]
        ).map(read)
    }

    static func review(of number: Int64, in council: CouncilCode, _ db: Database) throws -> NeedToKnowChange? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM need_to_know_change WHERE council = ? AND review_of = ?",
            arguments: [council.text, number]
        ).map(read)
    }

    static func changes(of child: SubjectID, in council: CouncilCode, _ db: Database) throws -> [NeedToKnowChange] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM need_to_know_change WHERE council = ? AND child = ? ORDER BY seq DESC",
            arguments: [council.text, child.text]
        ).map(read)
    }

    /// All that waits for review, and the latest `reviewed` that do not, latest first.
    static func broken(reviewed: Int, in council: CouncilCode, _ db: Database) throws -> [NeedToKnowChange] {
        let all = """
            SELECT * FROM need_to_know_change AS broken WHERE council = ?1 AND what = 'glass-broken' AND %@ EXISTS (
                SELECT 1 FROM need_to_know_change WHERE council = ?1 AND review_of = broken.seq)
            ORDER BY seq DESC LIMIT ?2
            """
        let waiting = try Row.fetchAll(
            db, sql: all.replacingOccurrences(of: "%@", with: "NOT"), arguments: [council.text, -1])
        let done = try Row.fetchAll(
            db, sql: all.replacingOccurrences(of: "%@", with: ""), arguments: [council.text, reviewed])
        return try (waiting + done).map(read)
    }

    static func last(of child: SubjectID, in council: CouncilCode, _ db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT max(seq) FROM need_to_know_change
                WHERE council = ? AND child = ? AND what IN ('restricted', 'lifted')
                """,
            arguments: [council.text, child.text]) ?? 0
    }

    static func insert(_ change: NeedToKnowChange, _ council: CouncilCode, _ db: Database) throws {
        let last = try Row.fetchOne(
            db, sql: "SELECT seq, hash FROM need_to_know_change WHERE council = ? ORDER BY seq DESC LIMIT 1",
            arguments: [council.text])
        let number = (last?["seq"] ?? Int64(0)) + 1
        let previous = (last?["hash"] as Data?).map(Array.init) ?? EntryHash.beginning
        try db.execute(
            sql: """
                INSERT INTO need_to_know_change
                    (council, seq, at, by, child, what, named, until, review_of, why, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                council.text, number, change.at.milliseconds, change.by.text, change.child.text, change.what.rawValue,
                named(change), change.until?.milliseconds, change.reviewOf, change.why,
                Data(hash(change, number, council, after: previous)),
            ])
    }

    static func eraseWords(of numbers: [Int64], in council: CouncilCode, _ db: Database) throws {
        for number in numbers {
            try db.execute(
                sql: "UPDATE need_to_know_change SET why = '', erased = 1 WHERE council = ? AND seq = ?",
                arguments: [council.text, number])
        }
    }

    static func firstBroken(in council: CouncilCode, _ db: Database) throws -> Int64? {
        // Only what the chain of entries says was erased may have no words.
        let erased = Set(try EntryRows.erasures(in: council, db).flatMap { $0.changes ?? [] })
        var last: (number: Int64, hash: [UInt8]) = (0, EntryHash.beginning)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM need_to_know_change WHERE council = ? ORDER BY seq", arguments: [council.text])
        while let row = try rows.next() {
            let line = try read(row)
            let stored = Array(row["hash"] as Data)
            let isErased = row["erased"] == 1 && erased.contains(line.number)
            guard line.number == last.number + 1,
                isErased || hash(line, line.number, council, after: last.hash) == stored
            else { return last.number + 1 }
            last = (line.number, stored)
        }
        return nil
    }

    // NB: no id of an account holds a line end.
    private static func named(_ change: NeedToKnowChange) -> String {
        change.named.map(\.text).joined(separator: "\n")
    }

    private static func read(_ row: Row) throws -> NeedToKnowChange {
        guard let what = NeedToKnowChange.What(rawValue: row["what"]) else {
            throw StoreFailure.damaged(table: "need_to_know_change")
        }
        let named: String = row["named"]
        let until: Int64? = row["until"]
        return NeedToKnowChange(
            number: row["seq"], at: Moment(milliseconds: row["at"]), by: UserID(row["by"]),
            child: SubjectID(row["child"]), what: what,
            named: named.split(separator: "\n").map { UserID(String($0)) },
            until: until.map(Moment.init(milliseconds:)), reviewOf: row["review_of"], why: row["why"])
    }

    private static func hash(
        _ line: NeedToKnowChange, _ number: Int64, _ council: CouncilCode, after previous: [UInt8]
    ) -> [UInt8] {
        EntryHash.hash(
            columns: [
                council.text, String(number), String(line.at.milliseconds), line.by.text, line.child.text,
                line.what.rawValue, named(line), line.until.map { String($0.milliseconds) } ?? "",
                line.reviewOf.map { String($0) } ?? "", line.why,
            ], after: previous)
    }
}
