import ChildJourney
import Duties
import WorkingDays

/// `placement-unregistered`: a child lives where nobody is registered to care for them, or under 16 in supported accommodation.
package struct PlacementUnregistered: ConcernRule {
    package static let code: ConcernCode = "placement-unregistered"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("", needs: [.unregisteredPlacements])]
    package static let limits: [LimitID] = []
    /// A placement somebody recorded is one, whatever else the source tells.
    package static let runsOnWhatIsSeen = true
    package static let words = RuleWords(
        title: "Child in an unregistered placement",
        rule: """
            Nobody is placed in a children's home that is not registered; from 28 October 2023 nobody of 16 or 17 in \
            supported accommodation that is not; and from 9 September 2021 nobody under 16 in supported accommodation at all.
            """,
        clears: """
            the child has moved, or the provider is registered and the child is 16 where it is supported accommodation; \
            a reason clears nothing
            """,
        whoCanAct: "The director of children's services and the manager who places children")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for placement in journey.casework.unregisteredPlacements {
            guard let from = placement.body.unlawfulFrom else { continue }
            findings.condition(
                Self.self, about: placement.about(on: placement.body.beganOn), from: from,
                met: placement.body.endedOn.map { placement.settled(on: $0, placement.evidence("ended", on: $0)) },
                // NB: closing a referral moves nobody, and a 16th birthday registers nobody.
                stop: journey.stop(from: from),
                evidence: [placement.evidence("placed", on: placement.body.beganOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        """
        Placed on \(concern.about.on.words) where nobody is registered to care for the child, or under 16 in supported \
        accommodation, and neither a move nor a registration is recorded since.
        """
    }
}

extension UnregisteredPlacement {
    /// Regulation 27A of the Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2021/161). It speaks of
    /// placing; that a child who was there already may stay is nowhere said, so they are shown from that day on.
    private static let noneUnder16 = Day(year: 2021, month: 9, day: 9)
    /// Regulation 27C (SI 2023/416 regulation 36): from then on a provider that is not registered may not go on.
    private static let registeredAt16 = Day(year: 2023, month: 10, day: 28)

    /// The first day on which the child may not be there; nil where they had left before there was one.
    package var unlawfulFrom: Day? {
        let since: Day? =
            switch setting {
            case .childrensHome: beganOn
            case .supportedAccommodation: Self.registeredAt16
            case .supportedAccommodationUnder16: Self.noneUnder16
            }
        guard let since, beganOn < since else { return beganOn }
        // An end before the beginning is bad data, and ends nothing.
        if let endedOn, endedOn >= beganOn, endedOn <= since { return nil }
        return since
    }
}
