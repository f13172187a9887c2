import AccessRules
import ChildJourney
import GRDB
import Matching
import RecordKeeping

/// Reads the people around a child, in a record kept here: who is tied to the child, who lives with them, and the
/// children those belong with.
enum FamilyRows {
    /// An adult who is said to be a restricted child has no name in it: for `user`, one the user may not open.
    static func surroundings(
        of child: SubjectID, _ history: History, in council: CouncilCode, hiddenFrom user: UserID? = nil,
        _ db: Database
    ) throws -> Surroundings {
        guard child.source == SourceName.record.text else { return Surroundings() }
        let own = history.relationships
        guard !own.isEmpty || !history.sealed.isEmpty else { return Surroundings() }
        var adults = Set(own.filter { $0.isAdult == true }.map(\.other))
        var others = Set(own.filter { $0.isAdult != true }.map(\.other))
        for adult in adults { others.formUnion(try children(naming: id(adult), in: council, db).map(\.local)) }
        others.remove(child.local)
        let children = try others.sorted().compactMap { local -> Surroundings.Relative? in
            let history = try Self.history(of: .child(id(local)), in: council, db)
            return history.entries.isEmpty && history.erased.isEmpty
                ? nil : Surroundings.Relative(id: local, history: history)
        }
        for other in children {
            // NB: whoever lives with another child of the family may live with this one.
            for tie in other.history.relationships where tie.isAdult == true && tie.livesWith == true {
                adults.insert(tie.other)
            }
        }
        return Surroundings(
            adults: try adults.sorted().map { local in
                let history = try Self.history(of: .adult(id(local)), in: council, db)
                return Surroundings.Relative(
                    id: local, history: history,
                    isHidden: try SamePersonRows.isHidden(history, from: user, in: council, db))
            }, children: children,
            onceTied: try onceTied(history, besides: Set(children.map(\.id) + [child.local]), in: council, db))
    }

    private static func onceTied(
        _ history: History, besides known: Set<String>, in council: CouncilCode, _ db: Database
    ) throws -> [Surroundings.Relative] {
        var known = known
        var tied: [Surroundings.Relative] = []
        for tie in history.sealed.compactMap({ $0.body as? Relationship }) {
            let reached = tie.isAdult == true ? try children(naming: id(tie.other), in: council, db) : [id(tie.other)]
            for other in reached where known.insert(other.local).inserted {
                let theirs = try Self.history(of: .child(other), in: council, db)
                if !theirs.entries.isEmpty { tied.append(Surroundings.Relative(id: other.local, history: theirs)) }
            }
        }
        return tied
    }

    /// Children in whose entries somebody is named.
    static func children(naming person: SubjectID, in council: CouncilCode, _ db: Database) throws -> [SubjectID] {
        let select = try PreparedStatement(
            db, "SELECT DISTINCT subject FROM mention WHERE council = ? AND mentioned = ? ORDER BY subject")
        select.bind(1, council.text)
        select.bind(2, person.text)
        let children = try select.all { Subject(text: $0.text(0)) }.compactMap { $0 }.filter { $0.kind == .child }
        let kept = try MergedRows.all(in: council, db)
        return Set(children.map { kept[$0.id] ?? $0.id }).sorted()
    }

    /// Everything recorded about somebody; about a child, with what is recorded on the records that are one with theirs.
    static func history(of subject: Subject, in council: CouncilCode, _ db: Database) throws -> History {
        if subject.kind == .child, subject.id.source == SourceName.record.text {
            let kept = try MergedRows.all(in: council, db)
            if !kept.isEmpty {
                let (own, joined) = try MergedRows.entries(of: subject.id, in: council, db)
                var history = try HistoryReader().history(
                    of: (own + joined).sorted { $0.sequence < $1.sequence }, joining: Set(joined.map(\.subject)))
                history.join(
                    into: subject.id.local,
                    kept: Dictionary(
                        kept.map { ($0.key.local, $0.value.local) }, uniquingKeysWith: { first, _ in first }))
                return history
            }
        }
        return try HistoryReader().history(of: EntryRows.about(subject, in: council, db))
    }

    private static func id(_ local: String) -> SubjectID { SubjectID(source: SourceName.record.text, local: local) }
}

/// What adults are found by. They stand in a table of their own, so that no list or count of children meets them.
enum AdultRows {
    /// Makes an adult's row again from the adult's entries.
    static func keep(_ adult: SubjectID, in council: CouncilCode, _ db: Database) throws {
        let delete = try PreparedStatement(db, "DELETE FROM adult WHERE council = ? AND adult = ?")
        delete.bind(1, council.text)
        delete.bind(2, adult.text)
        try delete.run()
        let history = try FamilyRows.history(of: .adult(adult), in: council, db)
        let journey = history.journey()
        guard journey.person != nil else { return }
        let keys = SearchKeys(adult, journey, history.withholding)
        let insert = try PreparedStatement(
            db, "INSERT INTO adult (council, adult, name, keys) VALUES (?, ?, ?, ?)")
        insert.bind(1, council.text)
        insert.bind(2, adult.text)
        insert.bind(3, PackedText.text(keys.names))
        insert.bind(4, PackedText.text(keys.others))
        try insert.run()
        let part = try PreparedStatement(
            db, "INSERT OR IGNORE INTO adult_key (council, key, adult) VALUES (?, ?, ?)")
        for key in keys.names.flatMap(keysOf) + keys.others {
            part.bind(1, council.text)
            part.bind(2, key)
            part.bind(3, adult.text)
            try part.run()
        }
    }

    /// A part of a name as it is written, and as it sounds.
    static func keysOf(_ part: String) -> [String] { [KeyRows.name(part), "sound \(NameText.sound(part))"] }

    /// Those for whom each word is found as it is written or as it sounds, or begins a name.
    static func found(by question: SearchQuestion, in council: CouncilCode, _ db: Database) throws -> [SubjectID] {
        var found: Set<SubjectID>?
        for name in question.names {
            let like = try adults(
                "key >= ? AND key < ?", [KeyRows.name(name), KeyRows.name(name) + "\u{10FFFF}"], council, db)
            let sound = try adults("key = ?", ["sound \(NameText.sound(name))"], council, db)
            found = found.map { $0.intersection(like.union(sound)) } ?? like.union(sound)
        }
        for keys in question.keys {
            let any = try keys.reduce(into: Set<SubjectID>()) { all, key in
                all.formUnion(try adults("key = ?", [key], council, db))
            }
            found = found.map { $0.intersection(any) } ?? any
        }
        return (found ?? []).sorted()
    }

    static func adults(by key: String, in council: CouncilCode, _ db: Database) throws -> Set<SubjectID> {
        try adults("key = ?", [key], council, db)
    }

    private static func adults(
        _ condition: String, _ keys: [String], _ council: CouncilCode, _ db: Database
    ) throws -> Set<SubjectID> {
        let select = try PreparedStatement(
            db, "SELECT adult FROM adult_key WHERE council = ? AND \(condition) LIMIT 500")
        select.bind(1, council.text)
        for (place, key) in keys.enumerated() { select.bind(Int32(place + 2), key) }
        return Set(try select.all { SubjectID($0.text(0)) })
    }
}
