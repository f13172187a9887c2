import ChildJourney
import Concerns
import Duties
import WorkingDays

/// A set of checks a council may require before the assessment of a case with harm alleged is authorised. It stops the signing
/// off, and never a recording or anything that protects the child.
package enum ReviewGate {
    private static let switchedBy = LimitID(ReviewGateSet.limit)

    /// What has to be right, by the concern that stands where it is not, and where it is recorded.
    package static let checks: [(code: ConcernCode, isPassed: String, recordedIn: String)] = [
        (UnsafeNowOpen.code, "No flag of the child as unsafe is open", AnswerUnsafeFlag.words.title),
        (CannotTellOpen.code, "No question about safety is open", AnswerUnsafeFlag.words.title),
        (HarmAllegedUnseen.code, "The child was seen since harm was alleged", "Record a visit"),
        (AssessmentChildUnseen.code, "The child was seen in the assessment", "Record a visit"),
        (EnquiryChildUnseen.code, "The child was seen in the enquiry", "Record a visit"),
        (ThresholdUndecided.code, "It is decided whether there is cause to suspect harm", RecordDecision.words.title),
        (StrategyMissing.code, "A strategy discussion was held where it is due", HoldStrategyDiscussion.words.title),
        (
            StrategyWithoutPartners.code, "Police, health and social care took part in it",
            HoldStrategyDiscussion.words.title
        ),
        (StrategyUnwritten.code, "What it decided is written", WriteUpStrategyDiscussion.words.title),
        (EnquiryOpen.code, "The enquiry has an outcome", EndEnquiry.words.title),
        (DecisionUnrecorded.code, "Managers' decisions are recorded with a reason", RecordDecision.words.title),
    ]

    package static func isRequired(by limits: Limits) -> Bool {
        limits.has(switchedBy) && limits.count(switchedBy) > 0
    }

    /// What is missing, in words; empty where the gate is not required, or does not apply, or is passed.
    static func missing(_ scene: StepScene, for assessment: Assessment) -> [String] {
        guard let limits = scene.limits, isRequired(by: limits), isHarmAlleged(scene, for: assessment)
        else { return [] }
        let standing = scene.concerns.filter { $0.stands(on: scene.today) && stops($0, scene, assessment) }
        return checks.filter { check in standing.contains { $0.code == check.code } }.map {
            "\($0.isPassed): not so. It is put right under “\($0.recordedIn)”"
        }
    }

    /// A decision that was written late is shown for a month, and can be written no better: with its reason it stops nothing.
    /// One about another referral is not this assessment's.
    private static func stops(_ concern: Concern, _ scene: StepScene, _ assessment: Assessment) -> Bool {
        guard concern.code == DecisionUnrecorded.code else { return true }
        let referral = scene.journey.referral(assessment.referral) ?? scene.journey.currentReferral
        let isOfAnother =
            concern.about.kind == .referral && referral.map { concern.about.id != $0.id } ?? false
        return concern.clearedOn == nil && !isOfAnother
    }

    private static func isHarmAlleged(_ scene: StepScene, for assessment: Assessment) -> Bool {
        let referral =
            scene.journey.referral(assessment.referral) ?? scene.journey.currentReferral
        let isSoOfReferral = referral?.body.harmAlleged == true
        let wasSince = scene.journey.contacts.contains { contact in
            contact.harmAlleged == true && referral.map { contact.receivedOn >= $0.receivedOn } ?? true
        }
        let began = min(assessment.startedOn, referral?.receivedOn ?? assessment.startedOn)
        return isSoOfReferral || wasSince || scene.journey.enquiries.contains { $0.startedOn >= began }
    }
}
