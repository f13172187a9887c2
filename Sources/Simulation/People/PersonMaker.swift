import ChildJourney
import WorkingDays

/// Who a child is: name, birth, sex, disability, pupil number.
struct PersonMaker {
    let setting: Setting
    let number: Int
    let family: Family
    var chance: Chance

    init(setting: Setting, number: Int, family: Family) {
        self.setting = setting
        self.number = number
        self.family = family
        chance = Chance(seed: setting.seed, purpose: .identity, number: number)
    }

    /// `first` is the first day the council heard of the child and `last` the day it last acted, or the reference day:
    /// the child is born before the one and under eighteen on the other.
    mutating func person(first: Day, last: Day, isUnbornAtFirst: Bool) -> Person {
        let ages = chance.pick(NationalProfile.ages)
        let age = chance.within(ages)
        var born = last - age * 365 - age / 4 - chance.below(360)
        while born.birthday(18) <= last + 14 { born = born + 366 }
        if born > first - 3 { born = first - 3 - chance.below(200) }
        var expected: Day?
        if isUnbornAtFirst {
            let due = first + 30 + chance.below(150)
            expected = due
            born = due - 12 + chance.below(20)
        }
        let isBorn = born <= setting.today
        let sex = isBorn ? chance.pick(["M", "M", "M", "M", "M", "M", "F", "F", "F", "F", "F"]) : "U"
        var person = Person(
            forename: isBorn ? InventedNames.forename(&chance) : "Unborn", surname: family.surname,
            bornOn: isBorn ? born : nil, expectedOn: isBorn ? nil : expected, sex: sex, ethnicity: family.ethnicity)
        identify(&person)
        return person
    }

    private mutating func identify(_ person: inout Person) {
        let age = person.bornOn.map { $0.completedYears(on: setting.today) } ?? -1
        let isMissing = chance.happens(perThousand: 25)
        if age < 5 {
            person.pupilNumberUnknown = "UN1"
        } else if isMissing {
            person.pupilNumberUnknown = "UN5"
        } else {
            person.uniquePupilNumber = PupilNumber.number(ofChild: number)
        }
    }

    mutating func disabilities(primaryNeed: String) -> [String] {
        let share = primaryNeed == "N2" ? 950 : NationalProfile.disabledPerThousand
        guard chance.happens(perThousand: share) else { return [] }
        let first = chance.pick(NationalProfile.disabilities)
        let second = chance.pick(NationalProfile.disabilities)
        return first == second || chance.happens(perThousand: 600) ? [first] : [first, second]
    }
}
