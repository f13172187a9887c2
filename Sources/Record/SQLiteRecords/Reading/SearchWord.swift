import AccessRules
import GRDB
import Matching
import RecordKeeping

/// One word of a question: the keys it may be found under, best fit first, and how many children they find in all.
struct SearchWord {
    struct Key {
        /// As it stands in the table of search keys.
        let text: String
        /// As it stands with the child.
        let own: String
        /// Nil for an id or a birth date, which fits or does not.
        let fit: SearchHit.Fit?
    }

    let keys: [Key]
    let uses: Int
    /// Whether it is an id or a birth date, and not a name.
    let isKey: Bool
    private let fits: [UInt64: SearchHit.Fit?]

    private init(_ keys: [Key], uses: Int, isKey: Bool) {
        self.keys = keys
        self.isKey = isKey
        self.uses = uses
        fits = Dictionary(
            keys.map { key in
                var own = key.own
                return (own.withUTF8 { PackedText.sign(of: $0) }, key.fit)
            }, uniquingKeysWith: { first, _ in first })
    }

    static func words(
        of question: SearchQuestion, in council: CouncilCode, _ db: Database
    ) throws -> [SearchWord] {
        try question.names.map { try SearchWord(name: $0, in: council, db) }
            + question.keys.map { try SearchWord(keys: $0, in: council, db) }
    }

    /// Each part of a name.
    static func names(_ name: String?, in council: CouncilCode, _ db: Database) throws -> [SearchWord] {
        try NameText.parts(name ?? "").prefix(4).map { try SearchWord(name: $0, in: council, db) }
    }

    private init(keys texts: [String], in council: CouncilCode, _ db: Database) throws {
        let select = try PreparedStatement(
            db, "SELECT count(*) FROM (SELECT 1 FROM search_key WHERE council = ? AND key = ? LIMIT 1000)")
        var uses = 0
        for text in texts {
            select.bind(1, council.text)
            select.bind(2, text)
            uses += try select.first { $0.int(0) } ?? 0
        }
        self.init(texts.map { Key(text: $0, own: $0, fit: nil) }, uses: uses, isKey: true)
    }

    private init(name: String, in council: CouncilCode, _ db: Database) throws {
        let parts = try NameFinding.parts(like: name, in: council, db)
        self.init(
            parts.map { Key(text: KeyRows.name($0.part), own: $0.part, fit: $0.fit) },
            uses: parts.reduce(0) { $0 + $1.uses }, isKey: false)
    }

    /// The best fit among a child's keys as they are packed; nil when none is there. The inner nil is a key that has no
    /// fit.
    func best(among packed: UnsafeBufferPointer<UInt8>) -> SearchHit.Fit?? {
        var best: SearchHit.Fit??
        PackedText.forEachSign(in: packed) { sign in
            guard let fit = fits[sign] else { return }
            guard let fit, let known = best.flatMap({ $0 }) else { return best = .some(fit) }
            best = .some(min(known, fit))
        }
        return best
    }
}

/// Parts of names that are like one that was typed, best fit first and the commonest of them first.
private enum NameFinding {
    struct Part {
        let part: String
        let fit: SearchHit.Fit
        /// Children who have it.
        let uses: Int
    }

    static func parts(like typed: String, in council: CouncilCode, _ db: Database) throws -> [Part] {
        var parts: [String: Part] = [:]
        func add(_ found: [(part: String, uses: Int)], _ fit: SearchHit.Fit) {
            for (part, uses) in found where parts[part] == nil { parts[part] = Part(part: part, fit: fit, uses: uses) }
        }
        add(try select("part = ?2", [typed], council, db), .exact)
        if typed.count >= 2 {
            add(try select("part > ?2 AND part < ?3", [typed, "\(typed)\u{10FFFF}"], council, db), .beginning)
        }
        if typed.count >= 3 {
            add(try oneSlip(from: typed, council, db), .slip)
            add(try select("sound = ?2", [NameText.sound(typed)], council, db), .sound)
        }
        return parts.values.sorted { ($0.fit, -$0.uses, $0.part) < ($1.fit, -$1.uses, $1.part) }
    }

    private static func select(
        _ condition: String, _ texts: [String], _ council: CouncilCode, _ db: Database
    ) throws -> [(part: String, uses: Int)] {
        let select = try PreparedStatement(
            db, "SELECT part, uses FROM name_part WHERE council = ?1 AND \(condition) LIMIT 200")
        select.bind(1, council.text)
        for (index, text) in texts.enumerated() { select.bind(Int32(index + 2), text) }
        return try select.all { ($0.text(0), $0.int(1)) }
    }

    private static func oneSlip(
        from typed: String, _ council: CouncilCode, _ db: Database
    ) throws -> [(part: String, uses: Int)] {
        let select = try PreparedStatement(
            db,
            """
            SELECT name_part.part, name_part.uses FROM name_slip
            JOIN name_part ON name_part.council = name_slip.council AND name_part.part = name_slip.part
            WHERE name_slip.council = ? AND name_slip.slip = ?
            """)
        var parts: [String: Int] = [:]
        for slip in NameText.slips(typed) {
            select.bind(1, council.text)
            select.bind(2, slip)
            for (part, uses) in try select.all({ ($0.text(0), $0.int(1)) }) { parts[part] = uses }
        }
        let most = typed.count >= 7 ? 2 : 1
        return parts.filter { NameText.distance($0.key, typed) <= most }.map { ($0.key, $0.value) }
    }
}
