import ChildJourney
import WorkingDays

/// Three contacts, the third a year and a day after the first.
struct ThirdContactTooLate: Decoy {
    let name = "ThirdContactTooLate"
    let suits: [Story: Int] = [.contactsOnly: 10]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let first = scene.today.adding(months: -scene.practice.repeatContacts.number) - 10 - scene.chance.below(200)
        let third = first.adding(months: scene.practice.repeatContacts.number) + 1
        guard third <= scene.today, life.place(contactsOn: [first, first + 100, third], scene) else { return nil }
        return []
    }
}
