import ChildJourney
import Duties
import WorkingDays

/// `threshold-undecided`: harm is alleged and nobody has decided whether it may be significant.
package struct ThresholdUndecided: ConcernRule {
    package static let code: ConcernCode = "threshold-undecided"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("", needs: [.harmAlleged, .strategyDiscussions, .enquiries, .referralDecisions])]
    package static let isNeverClosedOver = true
    package static let limits: [LimitID] = ["threshold_same_day_local"]
    package static let words = RuleWords(
        title: "No decision whether harm may be significant",
        rule:
            "Where harm is alleged, it is decided the same day, with a reason, whether there is reasonable cause to suspect significant harm.",
        clears: "the decision is recorded with its reason, or a strategy discussion is held",
        whoCanAct: "The team manager")

    private let allowance: Allowance
    private let decisions: Cover.Extent?

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("threshold_same_day_local")
        decisions = setting.cover.extents[.referralDecisions]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for allegation in journey.harmAllegations {
            let met = journey.firstThresholdDecision(from: allegation.happened)
            var start = allegation.on
            if met == nil, !(decisions?.reaches(allegation.on) ?? false) {
                findings.notCheckable(Self.self, "", because: "the allegation is older than the record kept here")
                start = decisions?.latestStart(start) ?? start
            }
            findings.duty(
                Self.self, about: allegation.about, from: start, within: allowance,
                standard: "threshold_same_day_local", met: met,
                stop: journey.stop(from: allegation.on, episode: allegation.episode), evidence: [allegation.evidence])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        """
        Harm was alleged \(concern.clockStart.words), and no decision is recorded whether there is reasonable cause to \
        suspect significant harm.
        """
    }
}

extension Journey {
    /// A decision in so many words, and saying which way; or what is only done once it has been made. Of the day itself a
    /// decision counts where the time of the allegation is recorded only if it was written after it.
    func firstThresholdDecision(from since: Happened) -> Met? {
        var first: Met?
        func consider(_ happened: Happened, _ evidence: Evidence) {
            guard happened.on >= since.on, !happened.isSurelyBefore(since) else { return }
            if first.map({ happened.on < $0.on }) ?? true { first = Met(on: happened.on, by: evidence) }
        }
        for decision in casework.decisions
        where decision.body.point == .threshold && decision.body.hasReasonableCause != nil {
            guard decision.mayAnswer(since) else { continue }
            let on = decision.body.on
            consider(Happened(on: on), decision.evidence("decided", on: on))
        }
        for discussion in strategyDiscussions {
            consider(
                Happened(on: discussion.heldOn, at: discussion.body.heldAt),
                discussion.evidence("held", on: discussion.heldOn))
        }
        for enquiry in enquiries {
            consider(
                Happened(on: enquiry.startedOn, at: enquiry.body.startedAt),
                enquiry.evidence("began", on: enquiry.startedOn))
        }
        return first
    }
}

extension Recorded where Body == ManagementDecision {
    /// Whether it can be about what happened then: of that day, where the time is known, only what was written after it.
    func mayAnswer(_ since: Happened) -> Bool {
        if body.on != since.on { return body.on > since.on }
        return since.at.map { at in firstWrittenAt.map { $0 >= at } ?? false } ?? true
    }
}
