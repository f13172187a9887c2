import ChildJourney
import WorkingDays

/// Somebody says that the child is harmed: with a referral, or with a contact, which may be about a child long open.
struct HarmAllegation {
    let about: About
    let on: Day
    let evidence: Evidence
    /// What the duties that follow hang on; nil where no referral is open.
    let episode: Recorded<Referral>?
}

extension Journey {
    package var daysHarmWasAlleged: [Day] { harmAllegations.map(\.on) }

    /// Whether anybody has decided since if the harm may be significant.
    package func isThresholdDecided(from day: Day) -> Bool { firstThresholdDecision(from: day) != nil }

    /// A contact that became a referral on the same day is told once.
    var harmAllegations: [HarmAllegation] {
        var found: [HarmAllegation] = []
        for referral in referrals where referral.harmAlleged == true {
            found.append(
                HarmAllegation(
                    about: referral.about(on: referral.receivedOn), on: referral.receivedOn,
                    evidence: referral.evidence("harm alleged", on: referral.receivedOn), episode: referral))
        }
        for contact in contacts where contact.harmAlleged == true {
            let isTold = referrals.contains { $0.harmAlleged == true && $0.receivedOn == contact.receivedOn }
            guard !isTold else { continue }
            found.append(
                HarmAllegation(
                    about: contact.about(on: contact.receivedOn), on: contact.receivedOn,
                    evidence: contact.evidence("harm alleged", on: contact.receivedOn),
                    episode: episode(nil, on: contact.receivedOn)))
        }
        return found
    }
}
