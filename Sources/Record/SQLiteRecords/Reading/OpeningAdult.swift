import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func open(adult: SubjectID, access: Access, at moment: Moment) async throws(StoreFailure) -> OpenedAdult {
        try require(access, [.openAdult])
        let (council, user) = (access.council, access.who.user)
        let opened: OpenedAdult = try readHere { db in
            let history = try FamilyRows.history(of: .adult(adult), in: council, db)
            let around = try AdultReading(adult, hiddenFrom: user, in: council, db)
            // NB: whoever may open none of the children is not told that there is such an adult.
            guard !history.entries.isEmpty, around.isShown else { throw StoreFailure.notFound }
            var opened = OpenedAdult(
                adult: adult, history: history, children: around.seen, hidden: around.hidden,
                withholding: around.withholding)
            opened.themselves = around.themselves
            try AdultTieReading(hiddenFrom: user, in: council, db).read(&opened)
            return opened
        }
        let shown = opened.children.map(\.child) + opened.themselves.map(\.child)
        try await log(Look(access, at: moment, query: "adult \(adult.text)", shown: Set(shown).sorted()))
        return opened
    }

    /// Whoever may open none of an adult's children has no leave to write about them either.
    func requireShown(adult: SubjectID, _ access: Access) throws(StoreFailure) {
        try require(access, [.openAdult])
        let (council, user) = (access.council, access.who.user)
        try readHere { db in
            let isKnown = try !FamilyRows.history(of: .adult(adult), in: council, db).entries.isEmpty
            guard isKnown, try AdultReading(adult, hiddenFrom: user, in: council, db).isShown else {
                throw StoreFailure.notFound
            }
        }
    }

    package func adults(
        _ question: String, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [FoundAdult] {
        try require(access, [.search])
        let (council, user) = (access.council, access.who.user)
        let asked = SearchQuestion(question)
        guard !asked.isEmpty else { return [] }
        let (found, shown): ([FoundAdult], [SubjectID]) = try await read { db in
            var found: [FoundAdult] = []
            var shown: [SubjectID] = []
            for adult in try AdultRows.found(by: asked, in: council, db) where found.count < limit {
                let around = try AdultReading(adult, hiddenFrom: user, in: council, db)
                guard around.isShown,
                    let person = try FamilyRows.history(of: .adult(adult), in: council, db).journey().person
                else { continue }
                shown += around.seen.map(\.child)
                found.append(
                    FoundAdult(
                        adult: adult, person: person.body,
                        children: around.seen.map { $0.summary.name ?? "child \($0.child.local)" }))
            }
            return (found, shown)
        }
        try await log(Look(access, at: moment, query: "adults \(question)", shown: Array(Set(shown)).sorted()))
        return found
    }
}

/// The children an adult belongs with, as somebody may see them.
struct AdultReading {
    private(set) var seen: [(child: SubjectID, summary: ChildSummary, tie: Recorded<Relationship>)] = []
    private(set) var hidden = 0
    private(set) var withholding = Withholding()
    /// Whether where they live may take no part in finding them.
    private(set) var withholdsAddress = false
    /// The child they are said to be.
    private(set) var themselves: [(child: SubjectID, summary: ChildSummary, said: Recorded<SamePerson>)] = []
    private var isSelfHidden = false

    init(_ adult: SubjectID, hiddenFrom user: UserID, in council: CouncilCode, _ db: Database) throws {
        for child in try FamilyRows.children(naming: adult, in: council, db) {
            let history = try FamilyRows.history(of: .child(child), in: council, db)
            // NB: whether or not the reader may open the child, and whether or not the tie was sealed: what is withheld is
            // withheld from the page.
            let surroundings = try FamilyRows.surroundings(of: child, history, in: council, db)
            let hiding = try WithholdingRows.withholding(of: child, history, surroundings, in: council, db)
            hide(hiding)
            let ties = history.relationships
            guard let tie = ties.last(where: { $0.isAdult == true && $0.other == adult.local }) else { continue }
            if try RestrictionRows.hides(child, from: user, in: council, db) {
                hidden += 1
            } else {
                seen.append((child, try ChildRows.summary(child, in: council, db), tie))
            }
        }
        try readThemselves(FamilyRows.history(of: .adult(adult), in: council, db), user, council, db)
    }

    private mutating func hide(_ hiding: Withholding) {
        withholding.alsoHide(hiding, kinds: false)
        if hiding.facts.contains(.address) { withholdsAddress = true }
    }

    private mutating func readThemselves(
        _ history: History, _ user: UserID, _ council: CouncilCode, _ db: Database
    ) throws {
        for local in history.everSaidToBe.sorted() {
            let said = SubjectID(source: SourceName.record.text, local: local)
            let child = try MergedRows.kept(orItself: said, in: council, db)
            hide(try WithholdingRows.withholding(of: child, in: council, db))
        }
        for said in history.saidToBe {
            let id = SubjectID(source: SourceName.record.text, local: said.body.child)
            let child = try MergedRows.kept(orItself: id, in: council, db)
            if try RestrictionRows.hides(child, from: user, in: council, db) {
                // NB: their name is the child's.
                isSelfHidden = true
            } else if try ChildRows.evaluatedUnder(child, in: council, db) != nil {
                themselves.append((child, try ChildRows.summary(child, in: council, db), said))
            }
        }
    }

    var isShown: Bool { !isSelfHidden && (!seen.isEmpty || hidden == 0) }
}
