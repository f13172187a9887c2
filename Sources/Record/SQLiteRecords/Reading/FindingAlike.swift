import AccessRules
import ChildJourney
import GRDB
import Matching
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func alike(
        _ description: ChildDescription, besides child: SubjectID?, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> AlikePage {
        try require(access, [.search])
        let page = try await read { db in
            try FindingAlike(description, access: access, db: db).page(besides: child, limit: limit)
        }
        let shown = page.children.map(\.listed.child)
        try await log(Look(access, at: moment, query: description.logged, shown: shown))
        return page
    }
}

/// Finds children by keys, looks at those nearest by name and date of birth, and scores them by all that may take part.
struct FindingAlike {
    /// Rows of one key that are looked at; a surname a whole town bears is narrowed by the other name.
    private static let mostRows = 10_000
    /// Records that are read and scored.
    private static let mostScored = 80

    private let asked: ChildDescription
    private let access: Access
    private let db: Database
    private var council: CouncilCode { access.council }

    init(_ asked: ChildDescription, access: Access, db: Database) {
        self.asked = asked
        self.access = access
        self.db = db
    }

    func page(besides child: SubjectID?, limit: Int) throws -> AlikePage {
        var matches: [(child: SubjectID, match: ChildMatch)] = []
        var restricted: [SubjectID] = []
        for candidate in try nearest() where candidate != child {
            if try RestrictionRows.hides(candidate, from: access.who.user, in: council, db) {
                // NB: where a restricted child lives, and with whom, is not told by their number going up.
                if ChildMatch(asked.withoutPlaces, try description(candidate)) != nil { restricted.append(candidate) }
            } else if let match = ChildMatch(asked, try description(candidate)) {
                matches.append((candidate, match))
            }
        }
        matches.sort { left, right in
            if left.match.band != right.match.band { return left.match.band > right.match.band }
            if left.match.points != right.match.points { return left.match.points > right.match.points }
            return left.child < right.child
        }
        let children = try matches.prefix(limit).map { child, match in
            AlikeChild(
                listed: ListedChild(
                    child: child, summary: try ChildRows.summary(child, in: council, db), standing: nil, concerns: []),
                match: match)
        }
        return AlikePage(children: children, restricted: restricted.sorted(), more: matches.count > limit)
    }

    private func description(_ child: SubjectID) throws -> ChildDescription {
        let history = try FamilyRows.history(of: .child(child), in: council, db)
        let surroundings = try FamilyRows.surroundings(of: child, history, in: council, db)
        var journey = history.journey()
        if !surroundings.isEmpty { journey.family = surroundings.family() }
        var description = ChildDescription(
            journey, try WithholdingRows.withholding(of: child, history, surroundings, in: council, db))
        guard !asked.siblings.isEmpty else { return description }
        for sibling in surroundings.children {
            let id = SubjectID(source: child.source ?? SourceName.record.text, local: sibling.id)
            if try RestrictionRows.hides(id, from: access.who.user, in: council, db) { continue }
            let person = sibling.history.journey().person
            description.siblings += [person?.forename, person?.body.knownAs].compactMap(\.self)
        }
        return description
    }

    // MARK: Candidates

    /// What is known of a candidate from the keys that found them: numbers and places before dates, dates before names.
    private struct Signs {
        var byNumber = false
        var byPlace = false
        var byBirth: Int?
        var names: Int?

        var rank: Int {
            var rank = 0
            if byNumber { rank += 100 }
            if byPlace { rank += 6 }
            if let byBirth { rank += byBirth == 0 ? 12 : 9 }
            if let names { rank += max(0, 10 - names) }
            return rank
        }
    }

    private func nearest() throws -> [SubjectID] {
        var found: [SubjectID: Signs] = [:]
        for number in asked.pupilNumbers {
            try each(SearchKeys.pupil(number)) { child, _ in found[child, default: Signs()].byNumber = true }
        }
        if let number = asked.nhsNumber {
            try each(SearchKeys.nhs(number)) { child, _ in found[child, default: Signs()].byNumber = true }
        }
        for code in Set(asked.places.compactMap(\.postcode)) {
            try each(SearchKeys.postcode(code)) { child, _ in found[child, default: Signs()].byPlace = true }
        }
        let forenames = try SearchWord.names(asked.forename, in: council, db)
        let surnames = try SearchWord.names(asked.surname, in: council, db)
        if let bornOn = asked.bornOn {
            for (place, day) in BirthLikeness.mayMean(bornOn).enumerated() {
                try each(SearchKeys.born(day)) { child, row in
                    guard let fit = Self.best(forenames + surnames, in: row) else { return }
                    let before = found[child]?.byBirth
                    found[child, default: Signs()].byBirth = min(before ?? place, place)
                    found[child, default: Signs()].names = fit
                }
            }
        }
        try findByNames(forenames, surnames, &found)
        return found.sorted { ($0.value.rank, $1.key.text) > ($1.value.rank, $0.key.text) }
            .prefix(Self.mostScored).map(\.key)
    }

    /// Both names, whichever way round; the rarer decides who is looked at.
    private func findByNames(
        _ forenames: [SearchWord], _ surnames: [SearchWord], _ found: inout [SubjectID: Signs]
    ) throws {
        guard !forenames.isEmpty || !surnames.isEmpty else { return }
        func uses(_ words: [SearchWord]) -> Int { words.reduce(0) { $0 + $1.uses } }
        let isByForename = !forenames.isEmpty && (surnames.isEmpty || uses(forenames) < uses(surnames))
        let (leading, other) = isByForename ? (forenames, surnames) : (surnames, forenames)
        var looked = 0
        for key in leading.flatMap(\.keys) where looked < Self.mostRows {
            try each(key.text) { child, row in
                looked += 1
                let fit = other.isEmpty ? 3 : Self.best(other, in: row)
                guard let fit else { return }
                let all = fit + (key.fit?.rawValue ?? 0)
                let before = found[child]?.names
                found[child, default: Signs()].names = min(before ?? all, all)
            }
        }
    }

    /// The best fit of any of the words among the names of a row.
    private static func best(_ words: [SearchWord], in row: PreparedStatement) -> Int? {
        words.compactMap { row.withBytes(1, $0.best).flatMap(\.self)?.rawValue }.min()
    }

    private func each(_ key: String, _ row: (SubjectID, PreparedStatement) throws -> Void) throws {
        let select = try PreparedStatement(
            db, "SELECT child, names FROM search_key WHERE council = ? AND key = ? LIMIT ?")
        select.bind(1, council.text)
        select.bind(2, key)
        select.bind(3, Self.mostRows)
        try select.rows {
            try row(SubjectID($0.text(0)), $0)
            return true
        }
    }
}
