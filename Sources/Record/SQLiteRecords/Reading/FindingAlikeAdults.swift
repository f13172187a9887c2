import AccessRules
import ChildJourney
import GRDB
import Matching
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func adultsAlike(
        _ description: ChildDescription, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [AlikeAdult] {
        try require(access, [.search])
        let (found, shown) = try await read { db in
            try FindingAlikeAdults(description, access: access, db: db).found(limit: limit)
        }
        try await log(Look(access, at: moment, query: "adults \(description.logged)", shown: shown))
        return found
    }
}

/// Finds adults by keys and scores them as children are scored: by what may take part, and nothing that is withheld for
/// anybody they belong with.
private struct FindingAlikeAdults {
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

    func found(limit: Int) throws -> ([AlikeAdult], shown: [SubjectID]) {
        var matches: [(found: AlikeAdult, shown: [SubjectID])] = []
        for (adult, isByPlaceAlone) in try candidates() {
            let around = try AdultReading(adult, hiddenFrom: access.who.user, in: council, db)
            let history = try FamilyRows.history(of: .adult(adult), in: council, db)
            guard around.isShown, let person = history.journey().person?.body else { continue }
            var known = ChildDescription(forename: person.forename, surname: person.surname, bornOn: person.bornOn)
            known.knownAs = person.knownAs
            known.formerNames = person.formerNames ?? []
            known.nhsNumber = person.nhsNumber
            known.places = places(history, around)
            // NB: one who is found by a place that takes no part is not found by it.
            if isByPlaceAlone, known.places.isEmpty { continue }
            guard let match = ChildMatch(asked, known) else { continue }
            let found = FoundAdult(
                adult: adult, person: person,
                children: around.seen.map { $0.summary.name ?? "child \($0.child.local)" })
            matches.append((AlikeAdult(found: found, match: match), around.seen.map(\.child)))
        }
        matches.sort { left, right in
            let (a, b) = (left.found.match, right.found.match)
            if a.band != b.band { return a.band > b.band }
            if a.points != b.points { return a.points > b.points }
            return left.found.found.adult < right.found.found.adult
        }
        let shown = matches.prefix(limit)
        return (shown.map(\.found), Set(shown.flatMap(\.shown)).sorted())
    }

    /// None at all where an address is withheld for a child they belong with, or are.
    private func places(_ history: History, _ around: AdultReading) -> [PlaceText] {
        guard !around.withholdsAddress else { return [] }
        return history.journey().addresses.map(\.body).filter { address in
            [address.text, address.postcode].allSatisfy { around.withholding.mentions(in: $0 ?? "").isEmpty }
        }.map { PlaceText(postcode: $0.postcode, text: $0.text) }.filter { !$0.isEmpty }
    }

    /// By number and date of birth, then by both names, then by one of them, then by place.
    private func candidates() throws -> [(SubjectID, isByPlaceAlone: Bool)] {
        var ranks: [SubjectID: Int] = [:]
        func add(_ keys: [String], _ points: Int) throws {
            for adult in try Set(keys.flatMap { try AdultRows.adults(by: $0, in: council, db) }) {
                ranks[adult, default: 0] += points
            }
        }
        let names = [asked.forename, asked.surname].compactMap(\.self)
        for name in names { try add(NameText.parts(name).flatMap(AdultRows.keysOf), 4) }
        if let born = asked.bornOn { try add(BirthLikeness.mayMean(born).map(SearchKeys.born), 6) }
        if let number = asked.nhsNumber { try add([SearchKeys.nhs(number)], 20) }
        try add(asked.places.compactMap(\.postcode).map(SearchKeys.postcode), 1)
        return ranks.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.mostScored).map {
            ($0.key, $0.value == 1)
        }
    }
}
