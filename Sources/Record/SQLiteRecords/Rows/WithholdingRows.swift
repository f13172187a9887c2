import AccessRules
import ChildJourney
import GRDB
import RecordKeeping

/// Reads what must not be told of a child, on whosever record it stands.
enum WithholdingRows {
    /// Read apart from what surrounds the child, where nobody has before.
    static func withholding(
        of child: SubjectID, in council: CouncilCode, _ db: Database
    ) throws -> Withholding {
        guard child.source == SourceName.record.text else { return Withholding() }
        let history = try FamilyRows.history(of: .child(child), in: council, db)
        let surroundings = try FamilyRows.surroundings(of: child, history, in: council, db)
        return try withholding(of: child, history, surroundings, in: council, db)
    }

    /// What is withheld for anybody a child is tied to is withheld on the child's record too. Brothers and sisters, and who lives
    /// with the same adult, are behind the same door: their places are looked for, and kinds that have no words yet are hidden.
    static func withholding(
        of child: SubjectID, _ history: History, _ surroundings: Surroundings, in council: CouncilCode, _ db: Database
    ) throws -> Withholding {
        guard child.source == SourceName.record.text else { return Withholding() }
        // A tie that was sealed ties no longer, and what was withheld through it stays withheld.
        var others = (surroundings.children + surroundings.onceTied).map { Member(id: $0.id, history: $0.history) }
        // Somebody who is a child of one record and an adult of another is behind the door of both.
        let oneHome = Set(try SamePersonRows.oneHome(with: child, history, in: council, db).map(\.local))
        for other in oneHome.sorted() where !others.contains(where: { $0.id == other }) {
            let id = SubjectID(source: SourceName.record.text, local: other)
            let theirs = try FamilyRows.history(of: .child(id), in: council, db)
            if !theirs.entries.isEmpty { others.append(Member(id: other, history: theirs)) }
        }
        // Nobody withholds anything: nothing more is read.
        guard ([history] + others.map(\.history)).contains(where: { !$0.withholding.isEmpty }) else {
            return Withholding()
        }
        let own = Member(id: child.local, history: history)
        func isNear(_ other: Member) -> Bool { oneHome.contains(other.id) || own.isBehindTheSameDoor(other) }
        let family = [own] + others.filter(isNear)
        var withholding = Withholding()
        for member in family {
            var theirs = try withOwnHome(member, in: council, db)
            guard !theirs.isEmpty else { continue }
            for other in family where other.id != member.id { theirs.look(through: other.history) }
            withholding.alsoHide(theirs, kinds: true)
        }
        for other in others where !isNear(other) {
            withholding.alsoHide(try withOwnHome(other, in: council, db), kinds: false)
        }
        return withholding
    }

    /// Those of whom something may have to be hidden: whoever withholds anything, whoever they belong with, and so on from one record
    /// to the next. Of everybody else nothing is withheld. It reads rows that say who is named where, and opens nobody.
    ///
    /// It follows what `withholding(of:)` follows, and further than it does: a tie holds in both directions and for good, sealed
    /// and put right as it may be, and an end of what was withheld is not asked.
    static func mayConcern(in council: CouncilCode, _ db: Database) throws -> Set<SubjectID> {
        let select = try PreparedStatement(
            db,
            """
            WITH RECURSIVE near (person) AS (
                SELECT substr(subject, instr(subject, '/') + 1) FROM entry INDEXED BY entry_withheld
                WHERE council = ?1 AND kind = 'withheld-fact' AND body IS NOT NULL
                UNION SELECT substr(m.subject, instr(m.subject, '/') + 1) FROM near CROSS JOIN mention m
                WHERE m.council = ?1 AND m.mentioned = near.person
                UNION SELECT m.mentioned FROM near CROSS JOIN mention m INDEXED BY mention_subject
                WHERE m.council = ?1 AND m.subject = 'child/' || near.person
                UNION SELECT m.mentioned FROM near CROSS JOIN mention m INDEXED BY mention_subject
                WHERE m.council = ?1 AND m.subject = 'adult/' || near.person
                UNION SELECT c.kept FROM near CROSS JOIN merged_child c
                WHERE c.council = ?1 AND c.child = near.person
                UNION SELECT c.child FROM near CROSS JOIN merged_child c
                WHERE c.council = ?1 AND c.kept = near.person
            )
            SELECT person FROM near
            """)
        select.bind(1, council.text)
        return Set(try select.all { SubjectID($0.text(0)) })
    }

    private struct Member {
        let id: String
        let history: History

        func isBehindTheSameDoor(_ other: Member) -> Bool {
            let (ours, theirs) = (history.everTied, other.history.everTied)
            if ours.contains(where: { $0.isAdult != true && $0.other == other.id }) { return true }
            if theirs.contains(where: { $0.isAdult != true && $0.other == id }) { return true }
            let atHome = Self.atHome(ours)
            return !atHome.isEmpty && !atHome.isDisjoint(with: Self.atHome(theirs))
        }

        static func atHome(_ ties: [Relationship]) -> Set<String> {
            Set(ties.filter { $0.isAdult == true && $0.livesWith == true }.map(\.other))
        }
    }

    /// With where the adults live who live with the child: they are behind the same door.
    private static func withOwnHome(
        _ member: Member, in council: CouncilCode, _ db: Database
    ) throws -> Withholding {
        var withholding = member.history.withholding
        guard withholding.facts.contains(.address) else { return withholding }
        for adult in Member.atHome(member.history.everTied).sorted() {
            let id = SubjectID(source: SourceName.record.text, local: adult)
            withholding.look(through: try FamilyRows.history(of: .adult(id), in: council, db), for: [.address])
        }
        let child = SubjectID(source: SourceName.record.text, local: member.id)
        for (_, history) in try SamePersonRows.adults(whoAre: child, in: council, db) {
            withholding.look(through: history, for: [.address])
        }
        return withholding
    }
}
