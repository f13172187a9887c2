import ChildJourney
import Duties
import WorkingDays

/// `case-unsupervised`: nobody has weighed what happens for the child with whoever holds them.
package struct CaseUnsupervised: ConcernRule {
    package static let code: ConcernCode = "case-unsupervised"
    package static let kind = ConcernKind.unowned
    package static let level = 2
    package static let limbs = [Limb("", needs: [.supervisions])]
    package static let limits: [LimitID] = ["case_supervision_local", "case_supervision_other_local"]
    package static let words = RuleWords(
        title: "No supervision about the child",
        rule:
            "What happens for a child is weighed in supervision every month while the child is on a protection plan or in steps before proceedings, and every 8 weeks otherwise.",
        clears: "supervision about the child is recorded", whoCanAct: "The supervisor")

    private let limits: Limits
    private let supervisions: Cover.Extent?

    package init(_ setting: Setting) {
        limits = setting.limits
        supervisions = setting.cover.extents[.supervisions]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for span in journey.openSpans {
            let clock = supervisions?.latestStart(span.from) ?? span.from
            if clock > span.from {
                findings.notCheckable(Self.self, "", because: "the child was open before the record was kept here")
            }
            var clockStart = clock
            for supervision in journey.casework.supervisions
            where supervision.body.on >= clock && (span.until.map { supervision.body.on < $0.on } ?? true) {
                gap(from: clockStart, until: supervision, span, journey, into: &findings)
                clockStart = supervision.body.on
            }
            gap(from: clockStart, until: nil, span, journey, into: &findings)
        }
    }

    private func gap(
        from clockStart: Day, until next: Recorded<CaseSupervision>?, _ span: OpenSpan, _ journey: Journey,
        into findings: inout Findings
    ) {
        let isOnPlan =
            journey.statuses(on: clockStart).contains(.protectionPlan)
            || journey.preProceedings.contains { $0.body.runs(on: clockStart) }
        let standard: LimitID = isOnPlan ? "case_supervision_local" : "case_supervision_other_local"
        findings.duty(
            Self.self, about: span.about, from: clockStart, within: limits.allowance(standard), standard: standard,
            met: next.map { Met(on: $0.body.on, by: $0.evidence("supervised", on: $0.body.on)) }, stop: span.until,
            evidence: [span.evidence])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.clockStart == concern.about.on
            ? "The child has been open since \(concern.clockStart.words), and no supervision is recorded."
            : "Supervision about the child was last recorded \(concern.clockStart.words)."
    }
}
