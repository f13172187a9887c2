import ChildJourney
import Duties
import WorkingDays

/// `sharing-basis-missing`: another agency was asked about a child, and nobody wrote down by what right.
package struct SharingBasisMissing: ConcernRule {
    package static let code: ConcernCode = "sharing-basis-missing"
    package static let kind = ConcernKind.unrecorded
    package static let level = 3
    package static let limbs = [Limb("", needs: [.agencyChecks])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "No basis recorded for sharing information",
        rule: """
            Where another agency is asked about a child, it is recorded by what right, and what the family was told or why \
            telling them would raise the risk. Nobody waits for it before protecting a child.
            """,
        clears: "both are recorded", whoCanAct: "Whoever asked the agency")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for check in journey.casework.agencyChecks {
            let asked = check.body.askedOn
            if check.body.saysWhy, check.body.basisOn.map({ $0 <= asked }) ?? true { continue }
            findings.condition(
                Self.self, about: check.about(on: asked), from: asked,
                met: check.body.basisOn.map { Met(on: $0, by: check.evidence("basis recorded", on: $0)) },
                stop: journey.stop(from: asked, episode: journey.episode(nil, on: asked)),
                evidence: [check.evidence("asked", on: asked)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Another agency was asked about the child \(concern.about.on.words). By what right, or what the family was told, was not recorded."
    }
}
