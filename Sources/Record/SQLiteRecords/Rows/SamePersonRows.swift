import AccessRules
import ChildJourney
import GRDB
import RecordKeeping

/// Adults of the record who are said to be children of it.
enum SamePersonRows {
    private static func id(_ local: String) -> SubjectID { SubjectID(source: SourceName.record.text, local: local) }

    /// The children an adult is said to be now, by the records that are kept.
    static func children(_ adult: History, in council: CouncilCode, _ db: Database) throws -> [SubjectID] {
        try adult.saidToBe.map { try MergedRows.kept(orItself: id($0.body.child), in: council, db) }
    }

    /// Whether an adult's name would tell somebody who a child is whom they may not open; with no user, whether it might tell
    /// anybody.
    static func isHidden(
        _ adult: History, from user: UserID?, in council: CouncilCode, _ db: Database
    ) throws -> Bool {
        try children(adult, in: council, db).contains { child in
            guard let user else { return try RestrictionRows.isRestricted(child, in: council, db) }
            return try RestrictionRows.hides(child, from: user, in: council, db)
        }
    }

    /// Adults in whose entries somebody is named: tied to them, or said to be that child.
    static func adults(naming person: SubjectID, in council: CouncilCode, _ db: Database) throws -> [SubjectID] {
        let select = try PreparedStatement(
            db, "SELECT DISTINCT subject FROM mention WHERE council = ? AND mentioned = ? ORDER BY subject")
        select.bind(1, council.text)
        select.bind(2, person.text)
        return try select.all { Subject(text: $0.text(0)) }.compactMap { $0 }.filter { $0.kind == .adult }.map(\.id)
    }

    /// Adults who are, or ever were, said to be a child.
    static func adults(
        whoAre child: SubjectID, in council: CouncilCode, _ db: Database
    ) throws -> [(adult: SubjectID, history: History)] {
        guard child.source == SourceName.record.text else { return [] }
        let records = try [child] + MergedRows.joined(to: child, in: council, db)
        return try records.flatMap { try adults(naming: $0, in: council, db) }.compactMap { adult in
            let history = try FamilyRows.history(of: .adult(adult), in: council, db)
            let isSaid = !history.everSaidToBe.isDisjoint(with: records.map(\.local))
            return isSaid ? (adult, history) : nil
        }
    }

    /// Who a child is as an adult of the record, and which adults of theirs are children of it.
    static func people(
        of child: SubjectID, _ history: History, in council: CouncilCode, _ db: Database
    ) throws -> SamePeople {
        var people = SamePeople()
        guard child.source == SourceName.record.text else { return people }
        for (adult, theirs) in try adults(whoAre: child, in: council, db)
        where try children(theirs, in: council, db).contains(child) {
            people.asAdults.append(adult.local)
            for own in try FamilyRows.children(naming: adult, in: council, db) where own != child {
                let ties = try FamilyRows.history(of: .child(own), in: council, db).relationships
                let isParent = ties.contains {
                    $0.isAdult == true && $0.other == adult.local && ["mother", "father"].contains($0.body.kind)
                }
                if isParent, !people.ownChildren.contains(own) { people.ownChildren.append(own) }
            }
        }
        for tie in history.relationships where tie.isAdult == true {
            let theirs = try FamilyRows.history(of: .adult(id(tie.other)), in: council, db)
            if let themselves = try children(theirs, in: council, db).last, themselves != child {
                people.childWhoIs[tie.other] = themselves
            }
        }
        return people
    }

    /// Records that tell of one home, because somebody in them is said to be one person, now or ever.
    static func oneHome(
        with child: SubjectID, _ history: History, in council: CouncilCode, _ db: Database
    ) throws -> Set<SubjectID> {
        var found: Set<SubjectID> = []
        for (adult, _) in try adults(whoAre: child, in: council, db) {
            found.formUnion(try FamilyRows.children(naming: adult, in: council, db))
        }
        for tie in history.everTied where tie.isAdult == true {
            let theirs = try FamilyRows.history(of: .adult(id(tie.other)), in: council, db)
            for local in theirs.everSaidToBe {
                found.insert(try MergedRows.kept(orItself: id(local), in: council, db))
            }
        }
        found.remove(child)
        return found
    }
}
