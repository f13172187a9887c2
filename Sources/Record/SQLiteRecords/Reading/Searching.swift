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
    /// More children than this are not looked at: the question is too wide, and the answer says that there are more.
    private static let most = 4000

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
        let (found, isCut) = try candidates(enough: limit * 2)
        let ranked = try found.map { ($0.key, $0.value, try ChildRows.summary($0.key, in: council, db)) }
            .sorted { left, right in
                if left.1.slips != right.1.slips { return left.1.slips < right.1.slips }
                let open = (left.2.isOpen(on: day), right.2.isOpen(on: day))
                if open.0 != open.1 { return open.0 }
                return (left.2.name ?? "", left.0.text) < (right.2.name ?? "", right.0.text)
            }
        var shown: [SubjectID] = []
        let hits = try ranked.prefix(limit).map { child, match, summary -> SearchHit in
            if try RestrictionRows.hides(child, from: access.who.user, in: council, db) {
                return SearchHit(line: .restricted(level: nil), fit: match.worst)
            }
            shown.append(child)
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            return SearchHit(line: .child(listed), fit: match.worst)
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

    /// Children in whom every word of the question is found, best fits first, until there are enough.
    private func candidates(enough: Int) throws -> (found: [SubjectID: Match], isCut: Bool) {
        var words = try SearchWord.words(of: question, in: council, db)
        // The rarest word decides who is looked at; the others only say yes or no.
        guard let rarest = words.indices.min(by: { words[$0].uses < words[$1].uses }) else { return ([:], false) }
        let leading = words.remove(at: rarest)
        let others = words.isEmpty ? nil : try OtherWords(words, in: council, db)
        var found: [SubjectID: Match] = [:]
        var looked = 0
        var lastFit: SearchHit.Fit?
        for key in leading.keys {
            if found.count >= enough, key.fit != lastFit { return (found, true) }
            lastFit = key.fit
            try children(with: key.text) { child in
                looked += 1
                if found[child] == nil, let fits = others == nil ? [] : try others?.fits(of: child) {
                    var match = Match()
                    for fit in fits { match.add(fit) }
                    match.add(key.fit)
                    found[child] = match
                }
                return looked < Searching.most && (!words.isEmpty || found.count < enough)
            }
            if looked >= Searching.most || (words.isEmpty && found.count >= enough) { return (found, true) }
        }
        return (found, false)
    }

    private func children(with key: String, _ each: (SubjectID) throws -> Bool) throws {
        let select = try PreparedStatement(db, "SELECT child FROM search_key WHERE council = ? AND key = ?")
        select.bind(1, council.text)
        select.bind(2, key)
        try select.rows { try each(SubjectID($0.text(0))) }
    }
}

/// The words besides the one that decides who is looked at, asked of thousands of children: one statement, and no text
/// made of what is only compared.
private struct OtherWords {
    private let words: [SearchWord]
    private let select: PreparedStatement

    init(_ words: [SearchWord], in council: CouncilCode, _ db: Database) throws {
        self.words = words
        select = try PreparedStatement(db, "SELECT names, keys FROM child WHERE council = ? AND child = ?")
        select.bind(1, council.text)
    }

    /// How each word fits; nil when one of them is not found in the child.
    func fits(of child: SubjectID) throws -> [SearchHit.Fit?]? {
        select.bind(2, child.text)
        return try select.first { row in
            var fits: [SearchHit.Fit?] = []
            for word in words {
                guard let fit = row.withBytes(word.isKey ? 1 : 0, word.best) else { return nil }
                fits.append(fit)
            }
            return fits
        }.flatMap { $0 }
    }
}
