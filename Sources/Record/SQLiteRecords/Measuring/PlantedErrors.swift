import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Questions a tired person types: the names of invented children, with at most one slip in the surname.
package enum PlantedError: String, Sendable, CaseIterable {
    case none = "as written"
    case leftOut = "a letter left out"
    case doubled = "a letter doubled"
    case swapped = "two letters swapped"
    case replaced = "a letter replaced"

    /// The word with the slip; `place` chooses where.
    func applied(to word: String, place: Int) -> String {
        var letters = Array(word)
        guard letters.count > 2 else { return word }
        // NB: never the first letter, which people get right.
        let at = 1 + place % (letters.count - 2)
        switch self {
        case .none: break
        case .leftOut: letters.remove(at: at)
        case .doubled: letters.insert(letters[at], at: at)
        case .swapped: letters.swapAt(at, at + 1)
        case .replaced: letters[at] = letters[at] == "e" ? "a" : "e"
        }
        return String(letters)
    }
}

/// A search that ought to find somebody.
package struct PlantedQuestion: Sendable {
    package let question: String
    package let child: SubjectID
    let name: String

    /// `number` chooses the child and the letter.
    init(_ error: PlantedError, number: Int, of children: Int, _ made: SyntheticChildren) {
        let local = number * 7919 % children
        let person = made.person(local)
        let surname = error.applied(to: person.surname ?? "", place: number)
        let forename = person.forename ?? ""
        question = "\(forename) \(surname)"
        name = "\(forename) \(person.surname ?? "")"
        child = SubjectID(source: "ssd", local: String(SyntheticChildren.firstNumber + local))
    }

    /// Whether the child is among what was found, or more than can be shown bear exactly the name.
    func isAnswered(by page: SearchPage) -> Bool {
        page.hits.contains { hit in
            guard let found = hit.line.child else { return false }
            return found.child == child || (page.more && found.summary.name == name)
        }
    }
}
