import ChildJourney
import Duties
import WorkingDays

/// `advocacy-not-offered`: by the conference, or on coming into care, nobody offered the child an advocate.
package struct AdvocacyNotOffered: ConcernRule {
    package static let code: ConcernCode = "advocacy-not-offered"
    package static let kind = ConcernKind.unshared
    package static let level = 3
    package static let limbs = [
        Limb("conference", needs: [.conferences, .advocateOffers]),
        Limb("care", needs: [.careEpisodes, .advocateOffers]),
    ]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "No advocate offered",
        rule: "By the first conference, and on coming into care, somebody who speaks for the child is offered.",
        clears: "an advocate is offered or declined, or has met the child", whoCanAct: "The lead worker")

    private let offers: Cover.Extent?
    private let asksConferences: Bool
    private let asksCare: Bool

    package init(_ setting: Setting) {
        offers = setting.cover.extents[.advocateOffers]
        asksConferences = setting.cover.tells(Self.limbs[0].needs)
        asksCare = setting.cover.tells(Self.limbs[1].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for conference in asksConferences ? journey.conferences : []
        where conference.kind == .initial {
            guard let held = conference.heldOn, !journey.isUnborn(on: held) else { continue }
            find(
                journey, "conference", conference.about(on: held), conference.evidence("held", on: held),
                journey.episode(conference.referral, on: held), &findings)
        }
        for care in asksCare ? journey.careEpisodes : [] {
            find(
                journey, "care", care.about(on: care.beganOn), care.evidence("care began", on: care.beganOn),
                journey.episode(care.body.referral, on: care.beganOn), &findings)
        }
    }

    private func find(
        _ journey: Journey, _ limb: String, _ about: About, _ evidence: Evidence, _ episode: Recorded<Referral>?,
        _ findings: inout Findings
    ) {
        let since = min(episode?.receivedOn ?? about.on, about.on)
        let offer = (journey.hasCasework ? journey.casework.advocateOffers : []).first { $0.body.on >= since }
        if let offer, offer.body.on <= about.on { return }
        guard offers?.reaches(since) ?? false else {
            return findings.notCheckable(
                Self.self, limb, because: "an offer may have been made before the record was kept here")
        }
        findings.condition(
            Self.self, limb: limb, about: about, from: about.on,
            met: offer.map { Met(on: $0.body.on, by: $0.evidence($0.body.outcome.words, on: $0.body.on)) },
            stop: journey.stop(from: about.on, episode: episode), evidence: [evidence])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.limb == "care"
            ? "The child came into care \(concern.onset.words), and no advocate had been offered."
            : "A conference was held \(concern.onset.words), and no advocate had been offered by then."
    }
}
