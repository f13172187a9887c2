import ChildJourney
import Duties
import WorkingDays

/// `assessment-late`: an assessment is open past the time its day's standard allowed.
package struct AssessmentLate: ConcernRule {
    package static let code: ConcernCode = "assessment-late"
    package static let kind = ConcernKind.late
    package static let level = 2
    package static let limbs = [
        Limb("first", needs: [.referrals, .assessments]), Limb("later", needs: [.referrals, .assessments]),
    ]
    package static let limits: [LimitID] = [
        "assessment_45wd", "initial_assessment_7wd", "initial_assessment_10wd", "core_assessment_35wd",
        "escalates_after_local",
    ]
    package static let words = RuleWords(
        title: "Assessment not finished in time",
        rule: """
            A referral's first assessment is authorised within 45 working days of the referral, a later one within 45 of \
            its own start. Up to 14 April 2013 an initial assessment had 7, then 10 working days and a core assessment 35.
            """,
        clears: "the assessment is authorised", whoCanAct: "The social worker, then the manager who authorises")

    private let calendar: WorkingCalendar
    private let single: DatedLimit
    private let initial: [DatedLimit]
    private let core: [DatedLimit]
    private let escalatesAfter: Allowance
    private let assessments: Cover.Extent?

    package init(_ setting: Setting) {
        calendar = setting.calendar
        let limits = setting.limits
        single = limits.dated("assessment_45wd")
        initial = [single, limits.dated("initial_assessment_10wd"), limits.dated("initial_assessment_7wd")]
        core = [single, limits.dated("core_assessment_35wd")]
        escalatesAfter = limits.allowance("escalates_after_local")
        assessments = setting.cover.extents[.assessments]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for (index, assessment) in journey.assessments.enumerated() {
            let episode = journey.episode(assessment.referral, on: assessment.startedOn)
            var isFirst = false
            if let episode {
                let isEarliest = !journey.isAssessed(episode.id, before: index)
                let isKnown = assessments?.reaches(episode.receivedOn) ?? false
                isFirst = isEarliest && isKnown
                if isEarliest && !isKnown {
                    findings.notCheckable(
                        Self.self, "first",
                        because: "the referral is older than the source, which drops earlier assessments")
                }
            }
            judge(assessment, isFirst: isFirst, episode: episode, journey, into: &findings)
        }
    }

    private func judge(
        _ assessment: Recorded<Assessment>, isFirst: Bool, episode: Recorded<Referral>?, _ journey: Journey,
        into findings: inout Findings
    ) {
        let isInitial = assessment.kind == .initial || (assessment.kind != .core && isFirst)
        let clockStart =
            isFirst && assessment.kind != .core ? episode?.receivedOn ?? assessment.startedOn : assessment.startedOn
        guard let (standard, allowance) = standard(isInitial: isInitial, on: clockStart) else {
            return findings.notCheckable(
                Self.self, isFirst ? "first" : "later", because: "no standard is known for the day the clock started")
        }
        findings.duty(
            Self.self, limb: isFirst ? "first" : "later", about: assessment.about(on: assessment.startedOn),
            from: clockStart, within: allowance, standard: standard,
            met: assessment.authorisedOn.map { Met(on: $0, by: assessment.evidence("authorised", on: $0)) },
            stop: journey.stop(from: isFirst ? clockStart : assessment.startedOn, episode: episode),
            raisedFrom: standard == single.id ? longOver(allowance, after: clockStart) : nil,
            evidence: [
                episode.map { $0.evidence("received", on: $0.receivedOn) },
                assessment.evidence("started", on: assessment.startedOn),
            ].compactMap { $0 })
    }

    /// The standard in force the day the clock started; on 15 April 2013 one assessment replaced initial and core.
    private func standard(isInitial: Bool, on day: Day) -> (LimitID, Allowance)? {
        for limit in isInitial ? initial : core {
            if let allowance = limit.inForce(on: day) { return (limit.id, allowance) }
        }
        return nil
    }

    /// The day from which a single assessment has run so far past its time that it is urgent.
    private func longOver(_ allowance: Allowance, after start: Day) -> Day? {
        let both = Allowance(.workingDays(allowance.number + escalatesAfter.number))
        return calendar.due(both, after: start).map { $0 + 1 }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let began = "Assessment started \(concern.about.on.words)"
        let clock = concern.limb == "first" ? ", from a referral received \(concern.clockStart.words)" : ""
        return "\(began)\(clock). It was due by \(concern.due?.words ?? "a day not known")."
    }
}
