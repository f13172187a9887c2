import ChildJourney
import Duties
import WorkingDays

/// `strategy-missing`: an enquiry has begun without a strategy discussion.
package struct StrategyMissing: ConcernRule {
    package static let code: ConcernCode = "strategy-missing"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("", needs: [.enquiries, .strategyDiscussions, .partners])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "No strategy discussion",
        rule: "A section 47 enquiry begins with a strategy discussion of social care, the police and health.",
        clears: "a strategy discussion is held", whoCanAct: "The team manager")

    private let discussions: Cover.Extent?

    package init(_ setting: Setting) { discussions = setting.cover.extents[.partners] }

    package func find(in journey: Journey, into findings: inout Findings) {
        for enquiry in journey.enquiries {
            let referral = journey.episode(enquiry.referral, on: enquiry.startedOn)
            let since = journey.occasionBegan(of: enquiry, referral)
            guard discussions?.reaches(since.on) ?? false else {
                findings.notCheckable(Self.self, "", because: "the enquiry is older than the record kept here")
                continue
            }
            let held = journey.strategyDiscussions.first {
                // One of the same day is taken for an answer unless both moments are known and it was before.
                $0.heldOn >= since.on && !Happened(on: $0.heldOn, at: $0.body.heldAt).isSurelyBefore(since)
            }
            if let held, held.heldOn <= enquiry.startedOn { continue }
            findings.condition(
                Self.self, about: enquiry.about(on: enquiry.startedOn), from: enquiry.startedOn,
                met: held.map { Met(on: $0.heldOn, by: $0.evidence("held", on: $0.heldOn)) },
                stop: journey.stop(from: enquiry.startedOn, episode: referral),
                evidence: [enquiry.evidence("began", on: enquiry.startedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "A section 47 enquiry began \(concern.about.on.words), and no strategy discussion is recorded before it."
    }
}

extension Journey {
    /// The first day on which what an enquiry is about could have been answered: its referral's, but not before harm was last
    /// alleged, nor while an earlier enquiry ran. A visit or a discussion of an earlier occasion answers nothing.
    func occasionBegan(of enquiry: Recorded<Section47Enquiry>, _ referral: Recorded<Referral>?) -> Happened {
        let begun = Happened(on: enquiry.startedOn, at: enquiry.body.startedAt)
        var since = begun
        if let referral, referral.receivedOn <= begun.on {
            since = Happened(on: referral.receivedOn, at: referral.body.receivedAt)
        }
        for alleged in whenHarmWasAlleged where !begun.isSurelyBefore(alleged) {
            // Of two of one day the later; and where one has no moment, nobody can say which that is.
            if alleged.isSurelyNotBefore(since) {
                since = alleged
            } else if alleged.on == since.on, !alleged.isSurelyBefore(since) {
                since = Happened(on: since.on)
            }
        }
        for earlier in enquiries where earlier.id != enquiry.id && earlier.startedOn < enquiry.startedOn {
            let after = min((earlier.endedOn ?? earlier.startedOn) + 1, enquiry.startedOn)
            if after > since.on {
                since = after == begun.on ? begun : Happened(on: after, at: Moment(londonDay: after))
            }
        }
        return since
    }
}
