import ChildJourney
import Duties
import WorkingDays

/// `assessment-child-unseen`: an assessment runs, or ended, without anybody having seen the child.
package struct AssessmentChildUnseen: ConcernRule {
    package static let code: ConcernCode = "assessment-child-unseen"
    package static let kind = ConcernKind.unseen
    package static let level = 1
    package static let limbs = [
        Limb("by-the-end", needs: [.assessments, .assessmentChildSeen]), Limb(early, needs: earlyNeeds),
        Limb("never-alone", needs: [.assessments, .whyNotAlone]),
    ]
    package static let limits: [LimitID] = ["assessment_seen_by_day_10_local"]
    package static let words = RuleWords(
        title: "Assessed without being seen",
        rule: "A child is seen within 10 working days of the start of their assessment, and before it is finished.",
        clears: "the child is seen", whoCanAct: "The social worker")

    private static let early = "by-day-10"
    /// What is handed in is told only by a record kept here: no file's visits are complete for every child assessed.
    private static let earlyNeeds: [CoveredFact] = [
        .assessments, .submissions, .inNeedVisits, .inNeedVisitSeen, .protectionVisitSeen,
    ]

    private let allowance: Allowance
    private let visits: Cover.Extent
    private let tellsEnd: Bool
    private let tellsEarly: Bool

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("assessment_seen_by_day_10_local")
        visits = Cover.Extent(from: setting.cover.begins(Self.earlyNeeds))
        tellsEnd = setting.cover.tells(Self.limbs[0].needs)
        tellsEarly = setting.cover.tells(Self.earlyNeeds)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        if tellsEarly {
            for assessment in journey.assessments { unseenEarly(assessment, journey, into: &findings) }
        }
        if tellsEnd { unseenByTheEnd(journey, into: &findings) }
    }

    private func unseenEarly(
        _ assessment: Recorded<Assessment>, _ journey: Journey, into findings: inout Findings
    ) {
        let began = assessment.startedOn
        // While the child is unborn, and from then until the birth, the other rows ask for the expectant mother.
        if journey.isUnborn(on: began) { return }
        let visit = journey.visits.first { $0.seen == true && $0.on >= began }
        var met = visit.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) }
        if assessment.childSeen == true, let ended = assessment.authorisedOn, met.map({ ended < $0.on }) ?? true {
            met = Met(on: ended, by: assessment.evidence("authorised, child seen", on: ended))
        }
        let start = met == nil ? visits.latestStart(began) : began
        if start > began {
            findings.notCheckable(
                Self.self, Self.early, because: "visits as old as the assessment are not in the source")
        }
        findings.duty(
            Self.self, limb: Self.early, about: assessment.about(on: began), from: start, within: allowance,
            standard: "assessment_seen_by_day_10_local", met: met,
            stop: journey.stop(from: began, episode: journey.episode(assessment.referral, on: began)),
            evidence: [assessment.evidence("started", on: began)])
    }

    private func unseenByTheEnd(_ journey: Journey, into findings: inout Findings) {
        for assessment in journey.assessments {
            guard let ended = assessment.authorisedOn, assessment.childSeen != true else { continue }
            let seenDuring = journey.visits.contains {
                $0.seen == true && $0.on >= assessment.startedOn && $0.on <= ended
            }
            if seenDuring { continue }
            if let unknown = unknown(assessment, endedOn: ended, journey) {
                findings.notCheckable(Self.self, "by-the-end", because: unknown)
                continue
            }
            if journey.isUnborn(on: ended) { continue }
            let next = journey.visits.first { $0.seen == true && $0.on > ended }
            findings.condition(
                Self.self, limb: "by-the-end", about: assessment.about(on: assessment.startedOn), from: ended,
                met: next.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) },
                stop: journey.stop(
                    from: ended, episode: journey.episode(assessment.referral, on: assessment.startedOn)),
                evidence: [assessment.evidence("authorised, child not seen", on: ended)])
        }
    }

    /// Why it cannot be said whether the child should have been, or was, seen.
    private func unknown(_ assessment: Recorded<Assessment>, endedOn ended: Day, _ journey: Journey) -> String? {
        if journey.isBirthUnrecorded(by: ended) { return "a birth was expected and none is recorded" }
        if assessment.childSeen == nil, !journey.isUnborn(on: ended) {
            return "an assessment does not say whether the child was seen"
        }
        return nil
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if concern.limb == early {
            return
                "The assessment started \(concern.about.on.words), and no visit on which the child was seen is recorded since."
        }
        return
            "The assessment that started \(concern.about.on.words) was authorised \(concern.onset.words) and says the child was not seen."
    }
}
