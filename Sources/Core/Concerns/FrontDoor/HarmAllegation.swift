import ChildJourney
import WorkingDays

/// Somebody says that the child is harmed: with a referral, or with a contact, which may be about a child long open.
struct HarmAllegation {
    let about: About
    let happened: Happened
    /// Nil: nobody said.
    let signs: [HarmSign]?
    let evidence: Evidence
    /// What the duties that follow hang on; nil where no referral is open.
    let episode: Recorded<Referral>?

    var on: Day { happened.on }
}

extension Journey {
    /// When harm was alleged, with the moment where it is recorded.
    package var whenHarmWasAlleged: [Happened] { harmAllegations.map(\.happened) }

    /// Whether anybody has decided since if the harm may be significant.
    package func isThresholdDecided(from since: Happened) -> Bool { firstThresholdDecision(from: since) != nil }

    /// A contact that became a referral on the same day is told once; one of another moment of that day is another
    /// allegation, which a visit in between does not answer.
    var harmAllegations: [HarmAllegation] {
        var found: [HarmAllegation] = []
        for referral in referrals where referral.harmAlleged == true {
            found.append(
                HarmAllegation(
                    about: referral.about(on: referral.receivedOn),
                    happened: Happened(on: referral.receivedOn, at: referral.body.receivedAt),
                    signs: referral.body.harmSigns,
                    evidence: referral.evidence("harm alleged", on: referral.receivedOn),
                    episode: referral))
        }
        for contact in contacts where contact.harmAlleged == true {
            let isTold = referrals.contains {
                $0.harmAlleged == true && $0.receivedOn == contact.receivedOn
                    && $0.body.receivedAt == contact.body.receivedAt
            }
            guard !isTold else { continue }
            found.append(
                HarmAllegation(
                    about: contact.about(on: contact.receivedOn),
                    happened: Happened(on: contact.receivedOn, at: contact.body.receivedAt),
                    signs: contact.body.harmSigns, evidence: contact.evidence("harm alleged", on: contact.receivedOn),
                    episode: episode(nil, on: contact.receivedOn)))
        }
        return found
    }
}
