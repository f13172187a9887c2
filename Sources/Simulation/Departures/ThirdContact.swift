import ChildJourney
import WorkingDays

/// A third contact within twelve months, none of which became a referral.
struct ThirdContact: Departure {
    let name = "ThirdContact"
    let suits: [Story: Int] = [.contactsOnly: 30]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let third = scene.today - 3 - scene.chance.below(300)
        let longest = third - third.adding(months: -scene.practice.repeatContacts.number)
        let first = third - 20 - scene.chance.below(longest - 20 + 1)
        guard life.place(contactsOn: [first, first + (third - first) / 2, third], scene) else { return nil }
        return [
            PlannedConcern(
                "repeat-contacts", about: PlannedConcern.about(.contact, third), onset: third,
                visibleIn: PlannedConcern.fullRecords)
        ]
    }
}

extension Life {
    /// Puts contacts that led nowhere on these days in place of any others; false if the child was not born yet.
    mutating func place(contactsOn days: [Day], _ scene: Scene) -> Bool {
        guard let born = bornOn, let first = days.min(), born < first else { return false }
        var extras = ExtraEvents(setting: scene.setting, chance: scene.chance)
        otherContacts = days.map { extras.contact(on: $0) }
        return true
    }
}
