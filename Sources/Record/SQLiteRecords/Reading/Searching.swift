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
    private static let most = 10_000
    /// Of those found, no more are put in order; the answer says that there are more than it shows.
    private static let mostRanked = 1000

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
        let nearest = found.sorted { ($0.value.slips, $0.key.text) < ($1.value.slips, $1.key.text) }
            .prefix(Self.mostRanked)
        let ranked = try nearest.map { child, match in
            (child: child, match: match, place: try ChildRows.searchPlace(of: child, on: day, in: council, db))
        }.sorted { left, right in
            if left.match.slips != right.match.slips { return left.match.slips < right.match.slips }
            if left.place.isOpen != right.place.isOpen { return left.place.isOpen }
            return (left.place.name, left.child.text) < (right.place.name, right.child.text)
        }
        var shown: [SubjectID] = []
        let hits = try ranked.prefix(limit).map { child, match, _ -> SearchHit in
            if try RestrictionRows.hides(child, from: access.who.user, in: council, db) {
                return SearchHit(line: .restricted(level: nil), fit: match.worst, restricted: child)
            }
            shown.append(child)
            let summary = try ChildRows.summary(child, in: council, db)
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            return SearchHit(line: .child(listed), fit: match.worst)
        }
        return (SearchPage(hits: hits, more: isCut || found.count > limit), shown)
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
        let others = try OtherWords(words, in: council, db)
        var found: [SubjectID: Match] = [:]
        var looked = 0
        var lastFit: SearchHit.Fit?
        for key in leading.keys {
            if found.count >= enough, key.fit != lastFit { return (found, true) }
            lastFit = key.fit
            try children(with: key.text) { row in
                looked += 1
                if let fits = try others.fits(row) {
                    let child = SubjectID(row.text(0))
                    if found[child] == nil {
                        var match = Match()
                        for fit in fits { match.add(fit) }
                        match.add(key.fit)
                        found[child] = match
                    }
                }
                return looked < Searching.most && (!words.isEmpty || found.count < enough)
            }
            if looked >= Searching.most || (words.isEmpty && found.count >= enough) { return (found, true) }
        }
        return (found, false)
    }

    private func children(with key: String, _ each: (PreparedStatement) throws -> Bool) throws {
        let select = try PreparedStatement(
            db, "SELECT \(OtherWords.columns) FROM search_key WHERE council = ? AND key = ?")
        select.bind(1, council.text)
        select.bind(2, key)
        try select.rows { try each($0) }
    }
}

/// The words besides the one that decides who is looked at, asked of thousands of children: names are read from the row
/// that is at hand, and no text is made of what is only compared.
private struct OtherWords {
    /// What `fits` reads of a row of search keys.
    static let columns = "child, names"

    private let names: [SearchWord]
    /// Ids and birth dates, which are seldom asked for with a word that is rarer still.
    private let keys: [SearchWord]
    private let keysOfChild: PreparedStatement

    init(_ words: [SearchWord], in council: CouncilCode, _ db: Database) throws {
        names = words.filter { !$0.isKey }
        keys = words.filter(\.isKey)
        keysOfChild = try PreparedStatement(db, "SELECT keys FROM child WHERE council = ? AND child = ?")
        keysOfChild.bind(1, council.text)
    }

    /// How each word fits; nil when one of them is not found in the child of the row.
    func fits(_ row: PreparedStatement) throws -> [SearchHit.Fit?]? {
        guard !names.isEmpty || !keys.isEmpty else { return [] }
        guard var fits = best(names, in: row, column: 1) else { return nil }
        guard !keys.isEmpty else { return fits }
        keysOfChild.bind(2, row.text(0))
        guard let more = try keysOfChild.first({ best(keys, in: $0, column: 0) }).flatMap({ $0 }) else { return nil }
        fits += more
        return fits
    }

    private func best(_ words: [SearchWord], in row: PreparedStatement, column: Int32) -> [SearchHit.Fit?]? {
        var fits: [SearchHit.Fit?] = []
        for word in words {
            guard let fit = row.withBytes(column, word.best) else { return nil }
            fits.append(fit)
        }
        return fits
    }
}
