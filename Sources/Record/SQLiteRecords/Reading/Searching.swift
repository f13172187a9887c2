import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func search(
        _ question: String, on day: Day, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> SearchPage {
        try require(access, [.search])
        let asked = SearchQuestion(question)
        let (page, shown) = try await read { db in
            try Searching(asked, access: access, day: day, db: db).page(limit: limit)
        }
        try await log(Look(access, at: moment, query: question, shown: shown))
        return page
    }
}

/// Finds children by names as they sound or are mistyped, by birth dates and by ids.
private struct Searching {
    /// More candidates than this are not ranked: the question is too wide.
    private static let most = 400

    private let question: SearchQuestion
    private let access: Access
    private let day: Day
    private let db: Database
    private var council: CouncilCode { access.council }

    init(_ question: SearchQuestion, access: Access, day: Day, db: Database) {
        self.question = question
        self.access = access
        self.day = day
        self.db = db
    }

    func page(limit: Int) throws -> (SearchPage, [SubjectID]) {
        guard !question.isEmpty else { return (SearchPage(hits: [], more: false), []) }
        let (found, isCut) = try candidates()
        let ranked = try found.map { ($0.key, $0.value, try ChildRows.summary($0.key, in: council, db)) }
            .sorted { left, right in
                if left.1.slips != right.1.slips { return left.1.slips < right.1.slips }
                let open = (left.2.isOpen(on: day), right.2.isOpen(on: day))
                if open.0 != open.1 { return open.0 }
                return (left.2.name ?? "", left.0.text) < (right.2.name ?? "", right.0.text)
            }
        var shown: [SubjectID] = []
        let hits = try ranked.prefix(limit).map { child, match, summary -> SearchHit in
            let fit = match.worst
            if try RestrictionRows.hides(child, from: access.who.user, in: council, db) {
                return SearchHit(line: .restricted(level: nil), fit: fit)
            }
            shown.append(child)
            return SearchHit(
                line: .child(ListedChild(child: child, summary: summary, standing: nil, concerns: [])), fit: fit)
        }
        return (SearchPage(hits: hits, more: isCut || ranked.count > limit), shown)
    }

    /// How well a child fits all the words together.
    private struct Match {
        /// Over all words; 0 where every word is found as it was typed.
        var slips = 0
        /// Nil while only ids and birth dates were found.
        var worst: SearchHit.Fit?

        mutating func add(_ fit: SearchHit.Fit?) {
            guard let fit else { return }
            slips += fit.rawValue
            worst = max(worst ?? fit, fit)
        }
    }

    /// Children in whom every word of the question is found.
    private func candidates() throws -> (found: [SubjectID: Match], isCut: Bool) {
        var words: [[(key: String, fit: SearchHit.Fit?)]] = question.keys.map { $0.map { ($0, nil) } }
        for name in question.names {
            words.append(try NameFinding.parts(like: name, in: council, db).map { (KeyRows.name($0.part), $0.fit) })
        }
        // The rarest word decides who is looked at; the others only say yes or no.
        let rarest = try words.indices.min { try uses(words[$0]) < uses(words[$1]) } ?? 0
        var found: [SubjectID: Match] = [:]
        for (key, fit) in words[rarest] {
            try children(with: key) { child in
                guard found[child] == nil else { return true }
                var match = Match()
                match.add(fit)
                for (index, word) in words.enumerated() where index != rarest {
                    guard let other = try best(of: word, for: child) else { return true }
                    match.add(other)
                }
                found[child] = match
                return found.count < Searching.most
            }
            if found.count >= Searching.most { return (found, true) }
        }
        return (found, false)
    }

    /// How many children have any of the keys, counted no further than is needed to compare.
    private func uses(_ word: [(key: String, fit: SearchHit.Fit?)]) throws -> Int {
        var uses = 0
        for (key, _) in word {
            let select = try PreparedStatement(
                db, "SELECT count(*) FROM (SELECT 1 FROM search_key WHERE council = ? AND key = ? LIMIT 20000)")
            select.bind(1, council.text)
            select.bind(2, key)
            uses += try select.first { $0.int(0) } ?? 0
        }
        return uses
    }

    private func children(with key: String, _ each: (SubjectID) throws -> Bool) throws {
        let select = try PreparedStatement(db, "SELECT child FROM search_key WHERE council = ? AND key = ?")
        select.bind(1, council.text)
        select.bind(2, key)
        try select.rows { try each(SubjectID($0.text(0))) }
    }

    /// The best fit of a word for one child; nil when it is not found. The inner nil is a key, which has no fit.
    private func best(of word: [(key: String, fit: SearchHit.Fit?)], for child: SubjectID) throws -> SearchHit.Fit?? {
        let select = try PreparedStatement(
            db, "SELECT 1 FROM search_key WHERE council = ? AND key = ? AND child = ?")
        for (key, fit) in word {
            select.bind(1, council.text)
            select.bind(2, key)
            select.bind(3, child.text)
            if try select.first({ _ in true }) != nil { return .some(fit) }
        }
        return nil
    }
}

/// Parts of names that are like one that was typed, best fit first.
private enum NameFinding {
    static func parts(
        like typed: String, in council: CouncilCode, _ db: Database
    ) throws -> [(part: String, fit: SearchHit.Fit)] {
        var fits: [String: SearchHit.Fit] = [typed: .exact]
        func add(_ part: String, _ fit: SearchHit.Fit) {
            if fits[part].map({ fit < $0 }) ?? true { fits[part] = fit }
        }
        if typed.count >= 2 {
            for part in try beginning(with: typed, council, db) { add(part, .beginning) }
        }
        if typed.count >= 3 {
            for part in try oneSlip(from: typed, council, db) { add(part, .slip) }
            for part in try sounding(like: typed, council, db) { add(part, .sound) }
        }
        return fits.map { ($0.key, $0.value) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    private static func beginning(with typed: String, _ council: CouncilCode, _ db: Database) throws -> [String] {
        let select = try PreparedStatement(
            db,
            """
            SELECT part FROM name_part WHERE council = ? AND part > ? AND part < ? ORDER BY part LIMIT 200
            """)
        select.bind(1, council.text)
        select.bind(2, typed)
        select.bind(3, "\(typed)\u{10FFFF}")
        return try select.all { $0.text(0) }
    }

    private static func oneSlip(from typed: String, _ council: CouncilCode, _ db: Database) throws -> [String] {
        let select = try PreparedStatement(db, "SELECT part FROM name_slip WHERE council = ? AND slip = ?")
        var parts: Set<String> = []
        for slip in NameText.slips(typed) {
            select.bind(1, council.text)
            select.bind(2, slip)
            parts.formUnion(try select.all { $0.text(0) })
        }
        let most = typed.count >= 7 ? 2 : 1
        return parts.filter { NameText.distance($0, typed) <= most }
    }

    private static func sounding(like typed: String, _ council: CouncilCode, _ db: Database) throws -> [String] {
        let select = try PreparedStatement(
            db, "SELECT part FROM name_part WHERE council = ? AND sound = ? LIMIT 200")
        select.bind(1, council.text)
        select.bind(2, NameText.sound(typed))
        return try select.all { $0.text(0) }
    }
}
