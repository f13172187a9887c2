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
            guard discussions?.reaches(since) ?? false else {
                findings.notCheckable(Self.self, "", because: "the enquiry is older than the record kept here")
                continue
            }
            let held = journey.strategyDiscussions.first { $0.heldOn >= since }
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
    func occasionBegan(of enquiry: Recorded<Section47Enquiry>, _ referral: Recorded<Referral>?) -> Day {
        var day = min(referral?.receivedOn ?? enquiry.startedOn, enquiry.startedOn)
        for alleged in daysHarmWasAlleged where alleged <= enquiry.startedOn { day = max(day, alleged) }
        for earlier in enquiries where earlier.id != enquiry.id && earlier.startedOn < enquiry.startedOn {
            day = max(day, min((earlier.endedOn ?? earlier.startedOn) + 1, enquiry.startedOn))
        }
        return day
    }
}
