import ChildJourney
import Duties
import WorkingDays

/// `assessment-not-started`: a referral was accepted and neither an assessment nor an enquiry has begun.
package struct AssessmentNotStarted: ConcernRule {
    package static let code: ConcernCode = "assessment-not-started"
    package static let kind = ConcernKind.undecided
    package static let level = 2
    package static let limbs = [Limb("", needs: [.referrals, .assessments, .enquiries])]
    package static let limits: [LimitID] = ["assessment_started_local"]
    package static let words = RuleWords(
        title: "No assessment has started",
        rule: "Once a referral is accepted, an assessment or a section 47 enquiry starts within 2 working days.",
        clears: "an assessment or a section 47 enquiry starts", whoCanAct: "The team manager of the holding team")

    private let assessments: Cover.Extent?
    private let enquiries: Cover.Extent?
    private let allowance: Allowance

    package init(_ setting: Setting) {
        assessments = setting.cover.extents[.assessments]
        enquiries = setting.cover.extents[.enquiries]
        allowance = setting.limits.allowance("assessment_started_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals where referral.isAccepted {
            let met = firstStep(of: referral, in: journey)
            let isCovered =
                (assessments?.reaches(referral.receivedOn) ?? false)
                && (enquiries?.reaches(referral.receivedOn) ?? false)
            if !isCovered {
                let due = findings.calendar.due(allowance, after: referral.receivedOn)
                if let due, let met, met.on <= due { continue }
                findings.notCheckable(
                    Self.self, "", because: "the referral is older than the source, which drops earlier assessments")
                continue
            }
            findings.duty(
                Self.self, about: referral.about(on: referral.receivedOn), from: referral.receivedOn, within: allowance,
                standard: "assessment_started_local", met: met,
                stop: journey.stop(from: referral.receivedOn, episode: referral),
                level: referral.harmAlleged == true ? 1 : nil,
                evidence: [referral.evidence("received", on: referral.receivedOn)])
        }
    }

    private func firstStep(of referral: Recorded<Referral>, in journey: Journey) -> Met? {
        var first: Met?
        for assessment in journey.assessments
        where journey.hangs(assessment.referral, from: assessment.startedOn, on: referral.id) {
            first = Met(
                on: max(assessment.startedOn, referral.receivedOn),
                by: assessment.evidence("started", on: assessment.startedOn))
            break
        }
        for enquiry in journey.enquiries
        where journey.hangs(enquiry.referral, from: enquiry.startedOn, on: referral.id) {
            if first.map({ enquiry.startedOn < $0.on }) ?? true {
                first = Met(
                    on: max(enquiry.startedOn, referral.receivedOn),
                    by: enquiry.evidence("started", on: enquiry.startedOn))
            }
            break
        }
        return first
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Referral received \(concern.clockStart.words) and accepted. No assessment or section 47 enquiry is recorded."
    }
}
