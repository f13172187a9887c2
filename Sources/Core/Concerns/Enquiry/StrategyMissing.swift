import ChildJourney
import Duties
import WorkingDays

/// `strategy-missing`: reasonable cause was decided, or an enquiry has begun, without a strategy discussion.
package struct StrategyMissing: ConcernRule {
    package static let code: ConcernCode = "strategy-missing"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [
        Limb("", needs: [.enquiries, .strategyDiscussions, .partners]),
        Limb(threshold, needs: [.referralDecisions, .strategyDiscussions, .partners]),
    ]
    package static let isNeverClosedOver = true
    package static let limits: [LimitID] = ["enquiry_occasion_local"]
    package static let words = RuleWords(
        title: "No strategy discussion",
        rule: """
            Where there is reasonable cause to suspect significant harm, social care, the police and health hold a \
            strategy discussion; a section 47 enquiry begins with one.
            """,
        clears: "a strategy discussion is held", whoCanAct: "The team manager")

    private static let threshold = "threshold"

    private let discussions: Cover.Extent?
    private let window: Occasion
    private let tellsEnquiries: Bool
    private let tellsDecisions: Bool

    package init(_ setting: Setting) {
        discussions = setting.cover.extents[.partners]
        window = Occasion(setting)
        tellsEnquiries = setting.cover.tells(Self.limbs[0].needs)
        tellsDecisions = setting.cover.tells(Self.limbs[1].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        if tellsDecisions, journey.hasCasework { undiscussed(journey, into: &findings) }
        guard tellsEnquiries else { return }
        for enquiry in journey.enquiries {
            let referral = journey.episode(enquiry.referral, on: enquiry.startedOn)
            let since = window.began(of: enquiry, referral, in: journey)
            guard discussions?.reaches(since.on) ?? false else {
                findings.notCheckable(Self.self, "", because: "the enquiry is older than the record kept here")
                continue
            }
            let held = journey.strategyDiscussions.first {
                // One of the same day is taken for an answer unless both moments are known and it was before.
                // One that decided on no enquiry began none; once an enquiry runs, any that is held is about it.
                $0.heldOn >= since.on && !Happened(on: $0.heldOn, at: $0.body.heldAt).isSurelyBefore(since)
                    && ($0.heldOn > enquiry.startedOn || $0.body.decision?.beginsEnquiry != false)
            }
            if let held, held.heldOn <= enquiry.startedOn { continue }
            findings.condition(
                Self.self, about: enquiry.about(on: enquiry.startedOn), from: enquiry.startedOn,
                met: held.map { Met(on: $0.heldOn, by: $0.evidence("held", on: $0.heldOn)) },
                stop: journey.stop(from: enquiry.startedOn, episode: referral),
                evidence: [enquiry.evidence("began", on: enquiry.startedOn)])
        }
    }

    /// Reasonable cause was decided, whether or not an enquiry has begun since.
    private func undiscussed(_ journey: Journey, into findings: inout Findings) {
        let decisions = journey.casework.decisions.filter { $0.body.point == .threshold }
        for (index, decision) in decisions.enumerated() where decision.body.hasReasonableCause == true {
            let on = decision.body.on
            let held = journey.strategyDiscussions.first { $0.heldOn >= on }
            if let held, held.heldOn == on { continue }
            guard discussions?.reaches(on) ?? false else {
                findings.notCheckable(
                    Self.self, Self.threshold, because: "the decision is older than the record kept here")
                continue
            }
            // It is decided otherwise from the day that was written down, and no earlier.
            let otherwise = decisions[(index + 1)...].first { $0.body.hasReasonableCause == false }
            findings.condition(
                Self.self, limb: Self.threshold, about: decision.about(on: on), from: on,
                met: held.map { Met(on: $0.heldOn, by: $0.evidence("held", on: $0.heldOn)) },
                stop: journey.stop(
                    from: on, episode: journey.episode(nil, on: on),
                    ends: otherwise.map { max($0.body.on, $0.firstWrittenAt?.londonDay ?? $0.body.on) },
                    as: .noLongerApplies),
                evidence: [decision.evidence("reasonable cause", on: on)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if concern.limb == threshold {
            return
                "Reasonable cause to suspect significant harm was decided \(concern.about.on.words), and no strategy discussion is recorded since."
        }
        return "A section 47 enquiry began \(concern.about.on.words), and no strategy discussion is recorded before it."
    }
}
