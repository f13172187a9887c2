import ChildJourney
import Duties
import WorkingDays

/// `homeless-16-17`: a young person has nowhere suitable to sleep, or nobody has told them what they may choose and decided.
package struct HomelessAt16Or17: ConcernRule {
    package static let code: ConcernCode = "homeless-16-17"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [
        Limb("bed", needs: [.homelessness]), Limb("rights", needs: [.homelessness]),
        Limb("decision", needs: [.homelessness]),
    ]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Homeless at 16 or 17 without a suitable bed or decision",
        rule: """
            A young person of 16 or 17 who is homeless has a suitable bed the same night, and never bed and breakfast; what \
            section 20 means is explained to them, and it is decided.
            """,
        clears: "they have a suitable bed, section 20 is explained to them and it is decided",
        whoCanAct: "The duty social worker and the team manager, with housing")

    private let cover: Cover.Extent?

    package init(_ setting: Setting) { cover = setting.cover.extents[.homelessness] }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for presented in journey.casework.homelessness {
            var from = presented.body.presentedOn
            if let cover, !cover.reaches(from) {
                for limb in Self.limbs {
                    findings.notCheckable(
                        Self.self, limb.name, because: "the young person came before this was recorded here")
                }
                from = cover.latestStart(from)
            }
            findBed(presented, from, journey, into: &findings)
            let body = presented.body
            find("rights", body.rightsExplainedOn, "explained", presented, from, journey, into: &findings)
            find(
                "decision", body.decision == nil ? nil : body.decidedOn, "decided", presented, from, journey,
                into: &findings)
        }
    }

    /// Each time they have no suitable bed, until they have one again. What nobody says is no bed.
    private func findBed(
        _ presented: Recorded<Homelessness>, _ from: Day, _ journey: Journey, into findings: inout Findings
    ) {
        var open: Day? = from
        func add(since day: Day, until bed: NightsBed?) {
            findings.condition(
                Self.self, limb: "bed", about: presented.about(on: presented.body.presentedOn), from: day,
                met: bed.map { Met(on: $0.on, by: presented.evidence("a suitable bed", on: $0.on)) },
                stop: journey.stop(from: day),
                evidence: [presented.evidence("homeless", on: presented.body.presentedOn)])
        }
        for bed in presented.body.bedsInOrder where bed.on >= presented.body.presentedOn {
            if bed.kind == .suitable {
                // Found before the night it was for.
                if let since = open, bed.on > since { add(since: since, until: bed) }
                open = nil
            } else if open == nil {
                open = max(bed.on, from)
            }
        }
        if let open { add(since: open, until: nil) }
    }

    /// Explained, or decided: on the day the young person came, or it is missing from that day on.
    private func find(
        _ limb: String, _ done: Day?, _ says: String, _ presented: Recorded<Homelessness>, _ from: Day,
        _ journey: Journey, into findings: inout Findings
    ) {
        // NB: what is dated before the young person came is bad data, and answers nothing.
        let done = done.flatMap { $0 >= presented.body.presentedOn ? $0 : nil }
        if let done, done <= from { return }
        findings.condition(
            Self.self, limb: limb, about: presented.about(on: presented.body.presentedOn), from: from,
            met: done.map { Met(on: $0, by: presented.evidence(says, on: $0)) },
            // NB: closing a referral gives nobody a bed.
            stop: journey.stop(from: from),
            evidence: [presented.evidence("homeless", on: presented.body.presentedOn)])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let since = "Homeless since \(concern.about.on.words)"
        return switch concern.limb {
        case "bed": "\(since), and no suitable bed is recorded from \(concern.onset.words) on."
        case "rights": "\(since), and it is not recorded that section 20 was explained to them that day."
        default: "\(since), and no decision about section 20 is recorded of that day."
        }
    }
}
