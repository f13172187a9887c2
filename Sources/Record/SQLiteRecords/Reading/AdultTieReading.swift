import AccessRules
import ChildJourney
import GRDB
import RecordKeeping

/// The adults around an adult, as somebody may see them: whoever may open none of an adult's children is not told of them.
struct AdultTieReading {
    private let user: UserID
    private let council: CouncilCode
    private let db: Database

    init(hiddenFrom user: UserID, in council: CouncilCode, _ db: Database) {
        (self.user, self.council, self.db) = (user, council, db)
    }

    func read(_ opened: inout OpenedAdult) throws {
        let adult = opened.adult
        for tie in opened.history.relationships where tie.isAdult == true {
            try add(TiedAdult(adult: id(tie.other), person: nil, tie: tie, isFromOther: false), to: &opened)
        }
        for other in try SamePersonRows.adults(naming: adult, in: council, db) where other != adult {
            for tie in try history(other).relationships where tie.isAdult == true && tie.other == adult.local {
                try add(TiedAdult(adult: other, person: nil, tie: tie, isFromOther: true), to: &opened)
            }
        }
        var known: Set<SubjectID> = [adult]
        for (child, _, _) in opened.children {
            for tie in try FamilyRows.history(of: .child(child), in: council, db).relationships
            where tie.isAdult == true && known.insert(id(tie.other)).inserted {
                if let person = try person(id(tie.other)) { opened.around.append((id(tie.other), person)) }
            }
        }
    }

    private func add(_ tied: TiedAdult, to opened: inout OpenedAdult) throws {
        guard let person = try person(tied.adult) else {
            opened.hiddenTies += 1
            return
        }
        opened.ties.append(
            TiedAdult(adult: tied.adult, person: person, tie: tied.tie, isFromOther: tied.isFromOther))
    }

    /// Nil for somebody who must not be shown.
    private func person(_ adult: SubjectID) throws -> Person? {
        guard try AdultReading(adult, hiddenFrom: user, in: council, db).isShown else { return nil }
        return try history(adult).journey().person?.body
    }

    private func history(_ adult: SubjectID) throws -> History {
        try FamilyRows.history(of: .adult(adult), in: council, db)
    }

    private func id(_ local: String) -> SubjectID { SubjectID(source: SourceName.record.text, local: local) }
}
