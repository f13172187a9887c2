import ChildJourney
import WorkingDays

/// How somebody describes a child who is known, with one thing wrong, or somebody who is like one and is not.
package enum PlantedLikeness: String, CaseIterable, Sendable {
    case asRecorded = "as recorded"
    case letterLeftOut = "a letter left out of the surname"
    case lettersSwapped = "two letters of the surname swapped"
    case letterReplaced = "a letter of the surname replaced"
    case soundAlike = "surname spelled as it sounds"
    case forenameSlip = "a letter left out of the first name"
    case namesSwapped = "first and last name swapped"
    case formerName = "a former surname"
    case dayAndMonthSwapped = "day and month of birth swapped"
    case digitWrong = "one digit of the date of birth wrong"
    case noBirthDate = "no date of birth, same address"
    case nameAlone = "name alone"
    case movedAddress = "another address"
    case twoWrong = "surname letter replaced and a digit of birth wrong"
    /// Not the child: born the same day in the same home, under another first name.
    case twin = "twin (decoy)"
    /// Not the child: of the same home, born another year.
    case sibling = "brother or sister (decoy)"
    /// Not anybody who is known.
    case stranger = "nobody known (decoy)"

    package var isDecoy: Bool { [.twin, .sibling, .stranger].contains(self) }

    /// The description, and who is to be recorded for it to be one of somebody known: the same person but for a former name.
    package struct Planted: Sendable {
        package var asked: Person
        package var address: Address?
        package var known: Person
    }

    /// Nil where the child gives no occasion for it: a day that cannot be a month.
    package func plant(_ person: Person, _ address: Address?, seed: UInt64, number: Int) -> Planted? {
        var chance = Chance(
            seed: seed, purpose: .likeness, number: number * 100 + (Self.allCases.firstIndex(of: self) ?? 0))
        var planted = Planted(asked: person, address: address, known: person)
        planted.asked.uniquePupilNumber = nil
        guard let surname = person.surname, let forename = person.forename, let born = person.bornOn else { return nil }
        switch self {
        case .asRecorded: break
        case .letterLeftOut: planted.asked.surname = Self.dropped(surname, &chance)
        case .lettersSwapped: planted.asked.surname = Self.swapped(surname, &chance)
        case .letterReplaced: planted.asked.surname = Self.replaced(surname, &chance)
        case .soundAlike:
            let spelled = Self.spelledAsHeard(surname)
            guard spelled != surname else { return nil }
            planted.asked.surname = spelled
        case .forenameSlip:
            guard forename.count > 4 else { return nil }
            planted.asked.forename = Self.dropped(forename, &chance)
        case .namesSwapped: (planted.asked.forename, planted.asked.surname) = (surname, forename)
        case .formerName:
            planted.known.formerNames = ["\(forename) \(InventedNames.surname(&chance))"]
            planted.asked.surname = planted.known.formerNames?.first?.split(separator: " ").last.map(String.init)
        case .dayAndMonthSwapped:
            let civil = born.civil
            guard civil.day != civil.month, let other = Day(year: civil.year, month: civil.day, day: civil.month) else {
                return nil
            }
            planted.asked.bornOn = other
        case .digitWrong: planted.asked.bornOn = Self.digitWrong(born, &chance)
        case .noBirthDate: planted.asked.bornOn = nil
        case .nameAlone: (planted.asked.bornOn, planted.address) = (nil, nil)
        case .movedAddress:
            planted.address = Address(
                postcode: "ZZ97 \(chance.below(9))QQ", text: "\(chance.within(1...99)) Moved Road")
        case .twoWrong:
            planted.asked.surname = Self.replaced(surname, &chance)
            planted.asked.bornOn = Self.digitWrong(born, &chance)
        case .twin: planted.asked.forename = Self.another(forename, &chance)
        case .sibling:
            planted.asked.forename = Self.another(forename, &chance)
            planted.asked.bornOn = born + 400 + chance.below(900)
        case .stranger:
            planted.asked.forename = InventedNames.forename(&chance)
            planted.asked.surname = InventedNames.surname(&chance)
            planted.asked.bornOn = born + 30 + chance.below(300)
            planted.address = Address(
                postcode: "ZZ97 \(chance.below(9))QQ", text: "\(chance.within(1...99)) Moved Road")
        }
        return planted
    }

    private static func another(_ forename: String, _ chance: inout Chance) -> String {
        var other = InventedNames.forename(&chance)
        while other == forename { other = InventedNames.forename(&chance) }
        return other
    }

    private static func dropped(_ name: String, _ chance: inout Chance) -> String {
        var letters = Array(name)
        letters.remove(at: 1 + chance.below(letters.count - 1))
        return String(letters)
    }

    private static func swapped(_ name: String, _ chance: inout Chance) -> String {
        var letters = Array(name)
        let place = 1 + chance.below(letters.count - 2)
        letters.swapAt(place, place + 1)
        return String(letters)
    }

    private static func replaced(_ name: String, _ chance: inout Chance) -> String {
        var letters = Array(name)
        letters[1 + chance.below(letters.count - 1)] = chance.pick(Array("abdegilmnoprstu"))
        return String(letters)
    }

    private static let heard = [
        ("ck", "k"), ("ph", "f"), ("qu", "kw"), ("ll", "l"), ("rr", "r"), ("tt", "t"), ("th", "t"), ("ey", "y"),
        ("ie", "y"), ("wn", "n"), ("ss", "s"), ("c", "k"), ("v", "f"),
    ]

    /// Up to two spellings of a sound changed.
    private static func spelledAsHeard(_ name: String) -> String {
        var (spelled, changes) = (name, 0)
        for (spelling, sound) in heard where changes < 2 && spelled.dropFirst().contains(spelling) {
            spelled =
                String(spelled.prefix(1)) + spelled.dropFirst().replacing(spelling, with: sound, maxReplacements: 1)
            changes += 1
        }
        return spelled
    }

    private static func digitWrong(_ day: Day, _ chance: inout Chance) -> Day {
        let civil = day.civil
        for _ in 0..<20 {
            let other =
                switch chance.below(3) {
                case 0: Day(year: civil.year / 10 * 10 + chance.below(10), month: civil.month, day: civil.day)
                case 1: Day(year: civil.year, month: civil.month, day: civil.day / 10 * 10 + chance.below(10))
                default: Day(year: civil.year, month: civil.month, day: civil.day % 10 + chance.below(4) * 10)
                }
            if let other, other != day { return other }
        }
        return day + 10
    }
}
