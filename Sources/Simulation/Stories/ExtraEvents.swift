import ChildJourney
import WorkingDays

/// What happens beside the episodes and troubles nobody: a contact that needed nothing, a child who came back.
struct ExtraEvents {
    let setting: Setting
    var chance: Chance

    private static let contactOutcomes: [ContactOutcome] = [.noFurtherAction, .advice, .advice, .earlyHelp]

    mutating func add(to life: inout Life) {
        // Never more than two in a life: three within a year would be a concern.
        let contacts = life.story == .contactsOnly ? 1 + chance.below(2) : chance.pick([0, 0, 0, 1, 1, 2])
        let earliest = max(setting.historyStart, life.bornOn ?? setting.historyStart)
        if life.bornOn != nil, setting.today - earliest > 30 {
            for _ in 0..<contacts { addContact(from: earliest, to: &life) }
        }
        addMissing(to: &life)
    }

    mutating func contact(on day: Day) -> Contact {
        Contact(
            receivedOn: day, source: chance.pick(NationalProfile.referralSources),
            outcome: chance.pick(Self.contactOutcomes))
    }

    private mutating func addContact(from earliest: Day, to life: inout Life) {
        let day = earliest + chance.below(setting.today - earliest)
        life.otherContacts.append(contact(on: day))
    }

    /// Away for a night or two and back, with the talk on return offered.
    private mutating func addMissing(to life: inout Life) {
        guard let episode = life.episodes.last, !episode.shape.isNoFurtherAction, chance.happens(perThousand: 30),
            let born = life.bornOn
        else { return }
        let from = episode.referral.receivedOn + 20
        let until = min(episode.referral.closedOn ?? setting.today, setting.today) - 20
        guard until - from > 5, born.completedYears(on: from) >= 9 else { return }
        let day = from + chance.below(until - from)
        life.missing.append(
            MissingEpisode(
                kind: .missing, from: day, until: day + 1 + chance.below(2), interviewOffered: true,
                interviewAccepted: chance.happens(perThousand: 600)))
    }
}
