import ChildJourney
import WorkingDays

/// A whole child in the making: who they are, their episodes in order, and what happened outside any episode.
struct Life: Sendable {
    let number: Int
    let story: Story
    let post: Post
    var person: Person
    var disabilities: [String]
    var family: Family
    var ids: Identifiers
    var episodes: [Episode] = []
    /// Contacts that led to no referral.
    var otherContacts: [Contact] = []
    var missing: [MissingEpisode] = []

    /// The latest episode.
    var last: Episode {
        get { episodes[episodes.count - 1] }
        set { episodes[episodes.count - 1] = newValue }
    }

    var bornOn: Day? { person.bornOn }

    /// The first day a duty to see this child alone can run: the fourth birthday.
    var fourthBirthday: Day? { person.bornOn?.birthday(4) }

    func journey() -> Journey {
        var ids = ids
        var journey = Journey()
        journey.add(person, id: RecordID(SimulatedChild.id(number)))
        for code in disabilities { journey.add(Disability(code: code), id: ids.next("D")) }
        family.add(to: &journey, ids: &ids)
        for episode in episodes {
            let contact = Contact(
                receivedOn: episode.referral.receivedOn, source: episode.referral.source, outcome: .referral)
            journey.add(contact, id: ids.next("K"))
            episode.add(to: &journey)
        }
        for contact in otherContacts { journey.add(contact, id: ids.next("K")) }
        for episode in missing { journey.add(episode, id: ids.next("M")) }
        journey.arrange()
        return journey
    }
}
