import ChildJourney
import Duties
import WorkingDays

/// `closed-too-soon`: a referral was closed before the work it called for was done. Runs after every other rule, for
/// one limb looks at what they found.
package struct ClosedTooSoon: ConcernRule {
    package static let code: ConcernCode = "closed-too-soon"
    package static let kind = ConcernKind.adrift
    package static let level = 2
    package static let limbs = [
        Limb("no-assessment", needs: [.referrals, .assessments]),
        Limb("referred-again", needs: [.referrals]),
        Limb(
            "child-unseen",
            needs: [.referrals, .inNeedVisits, .inNeedVisitSeen, .protectionVisits, .protectionVisitSeen]),
        Limb("concern-stood", needs: [.referrals, .inNeedVisits, .protectionVisits]),
    ]
    package static let limits: [LimitID] = ["closed_then_referred_again_local", "closed_unseen_local"]
    package static let words = RuleWords(
        title: "Closed too soon",
        rule: """
            A referral about abuse or neglect is not closed without an assessment; no child's case is closed when they \
            were not seen in the last 20 working days, or while a duty to see them or decide for them is unmet; and one \
            who is referred again within 90 days of closing was closed too soon.
            """,
        clears: "the case is reopened, or a service manager records a reasoned decision",
        whoCanAct: "The service manager")

    private static let needNotStated = "N0"
    private let calendar: WorkingCalendar
    private let assessments: Cover.Extent?
    private let referredAgain: Allowance
    private let unseen: Allowance
    private let tellsAssessments: Bool
    private let tellsSeen: Bool
    private let tellsWhatStood: Bool

    package init(_ setting: Setting) {
        calendar = setting.calendar
        assessments = setting.cover.extents[.assessments]
        referredAgain = setting.limits.allowance("closed_then_referred_again_local")
        unseen = setting.limits.allowance("closed_unseen_local")
        tellsAssessments = setting.cover.tells(Self.limbs[0].needs)
        tellsSeen = setting.cover.tells(Self.limbs[2].needs)
        tellsWhatStood = setting.cover.tells(Self.limbs[3].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals {
            guard let closed = referral.closedOn, !hasLeft(referral, journey) else { continue }
            guard calendar.knows.contains(closed) else {
                findings.notCheckable(Self.self, "", because: "a date lies outside the years the calendar knows")
                continue
            }
            findReferredAgain(referral, closed, journey, into: &findings)
            guard referral.isAccepted else { continue }
            var evidence: [Evidence] = []
            var limb = ""
            func hold(_ name: String, _ more: [Evidence]) {
                if limb.isEmpty { limb = name }
                evidence += more
            }
            if tellsAssessments, closedUnassessed(referral, journey, into: &findings) {
                hold("no-assessment", [referral.evidence("received", on: referral.receivedOn)])
            }
            if tellsSeen, closedUnseen(closed, journey, into: &findings) {
                hold("child-unseen", [journey.lastSeen(on: closed)?.evidenceOfSeeing].compactMap { $0 })
            }
            if tellsWhatStood {
                let stood = findings.concerns.filter {
                    stoodWhenClosed($0, closed)
                        && (hangs($0.about, on: referral, journey) || $0.endedOn == closed && $0.ending == .closed)
                }
                // One whose time had not run out is as unmet, and the closing would leave no trace of it.
                let cut = findings.cutShort.filter { $0.stop == Stop(on: closed, because: .closed) }
                if !stood.isEmpty || !cut.isEmpty {
                    hold(
                        "concern-stood", stood.flatMap { $0.evidence.prefix(1) } + cut.flatMap { $0.evidence.prefix(1) }
                    )
                } else if findings.notChecked.contains(where: { Self.counts(Rules.rule($0.code)?.kind) }) {
                    findings.notCheckable(
                        Self.self, "concern-stood",
                        because: "a duty that may have been unmet at closing cannot be checked")
                }
            }
            guard !limb.isEmpty else { continue }
            let reopened = journey.referrals.first { $0.id != referral.id && $0.isAccepted && $0.receivedOn >= closed }
            findings.condition(
                Self.self, limb: limb, about: referral.about(on: referral.receivedOn), from: closed,
                met: reopened.map { Met(on: $0.receivedOn, by: $0.evidence("referred again", on: $0.receivedOn)) },
                stop: journey.stop(from: closed), evidence: [referral.evidence("closed", on: closed)] + evidence)
        }
    }

    private func findReferredAgain(
        _ referral: Recorded<Referral>, _ closed: Day, _ journey: Journey, into findings: inout Findings
    ) {
        guard let last = calendar.due(referredAgain, after: closed) else {
            return findings.notCheckable(
                Self.self, "referred-again", because: "a date lies outside the years the calendar knows")
        }
        let again = journey.referrals.first {
            $0.id != referral.id && $0.receivedOn >= closed && $0.receivedOn <= last
                && $0.receivedOn > referral.receivedOn
        }
        guard let again else { return }
        findings.condition(
            Self.self, limb: "referred-again", about: referral.about(on: referral.receivedOn), from: again.receivedOn,
            standard: "closed_then_referred_again_local", met: nil, stop: journey.stop(from: again.receivedOn),
            evidence: [
                referral.evidence("closed", on: closed), again.evidence("referred again", on: again.receivedOn),
            ])
    }

    private func closedUnassessed(
        _ referral: Recorded<Referral>, _ journey: Journey, into findings: inout Findings
    ) -> Bool {
        let isStated = referral.primaryNeed != nil && referral.primaryNeed != Self.needNotStated
        guard referral.primaryNeed == "N1" || referral.harmAlleged == true || !isStated else { return false }
        if journey.isAssessed(referral.id) { return false }
        let isCovered = assessments?.reaches(referral.receivedOn) ?? false
        if isCovered, isStated || referral.harmAlleged == true { return true }
        findings.notCheckable(
            Self.self, "no-assessment",
            because: isCovered
                ? "the need for which the child was referred is not stated"
                : "the referral is older than the source, which drops earlier assessments")
        return false
    }

    private func closedUnseen(_ closed: Day, _ journey: Journey, into findings: inout Findings) -> Bool {
        if journey.isBirthUnrecorded(by: closed) {
            findings.notCheckable(Self.self, "child-unseen", because: "a birth was expected and none is recorded")
            return false
        }
        if journey.isUnborn(on: closed) { return false }
        guard let worked = calendar.adding(workingDays: -unseen.number, to: closed) else {
            findings.notCheckable(
                Self.self, "child-unseen", because: "a date lies outside the years the calendar knows")
            return false
        }
        let window = worked + 1
        if journey.visits.contains(where: { $0.seen == true && $0.on >= window && $0.on <= closed }) { return false }
        for assessment in journey.assessments where assessment.childSeen == true && assessment.startedOn <= closed {
            if assessment.startedOn >= window { return false }
            if assessment.authorisedOn.map({ $0 >= window }) ?? true {
                findings.notCheckable(
                    Self.self, "child-unseen",
                    because: "the child was seen in an assessment, on a day the source does not give")
                return false
            }
        }
        return true
    }

    private func stoodWhenClosed(_ concern: Concern, _ closed: Day) -> Bool {
        let dayBefore = closed - 1
        return Self.counts(concern.kind) && concern.stands(on: dayBefore) && concern.level(on: dayBefore) <= 2
    }

    /// Adopted, dead, or another council's: nobody here is left to act. Here an adoption takes its order, a death its day, and
    /// a transfer its acceptance; a file has no more than the code.
    private func hasLeft(_ referral: Recorded<Referral>, _ journey: Journey) -> Bool {
        switch referral.closureReason {
        case "RC1": referral.isAdopted
        case "RC2": referral.body.closedBy == nil || journey.person?.diedOn != nil
        case "RC5": referral.isTransferred
        default: false
        }
    }

    /// Kinds that nobody may close a referral over.
    private static func counts(_ kind: ConcernKind?) -> Bool { kind == .unseen || kind == .undecided || kind == .late }

    /// Whether what a concern is about is the referral, or hangs on it.
    private func hangs(_ about: About, on referral: Recorded<Referral>, _ journey: Journey) -> Bool {
        var named: RecordID?
        switch about.kind {
        case .referral: return about.id == referral.id
        // Nobody is left to look, unless a plan or care goes on.
        case .missingEpisode:
            return !journey.statuses(on: referral.closedOn ?? about.on).contains {
                $0 == .inCare || $0 == .protectionPlan
            }
        case .assessment: named = journey.assessments.first { $0.id == about.id }?.referral
        case .section47Enquiry: named = journey.enquiries.first { $0.id == about.id }?.referral
        case .childProtectionPlan: named = journey.protectionPlans.first { $0.id == about.id }?.referral
        case .strategyDiscussion: named = journey.strategyDiscussions.first { $0.id == about.id }?.referral
        // A tie to somebody hangs on no referral, and is lost sight of with any.
        case .relationship: return true
        default: break
        }
        return journey.hangs(named, from: about.on, on: referral.id)
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let closed = concern.evidence.first?.on?.words ?? "a day not known"
        return switch concern.limb {
        case "referred-again": "Closed \(closed) and referred again \(concern.onset.words)."
        case "child-unseen": "Closed \(closed); the child had not been seen in the 20 working days before."
        case "concern-stood": "Closed \(closed) while a duty to see the child, or decide for them, was unmet."
        default: "A referral about abuse or neglect, closed \(closed) with no assessment."
        }
    }
}

extension Recorded where Body == Visit {
    fileprivate var evidenceOfSeeing: Evidence { evidence("last seen", on: body.on) }
}
