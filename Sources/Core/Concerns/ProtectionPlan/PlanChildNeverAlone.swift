import ChildJourney
import Duties
import WorkingDays

/// `plan-child-never-alone`: nobody has spoken with a child on a plan without their carers.
package struct PlanChildNeverAlone: ConcernRule {
    package static let code: ConcernCode = "plan-child-never-alone"
    package static let kind = ConcernKind.unseen
    package static let level = 2
    package static let limbs = [
        Limb(
            "", needs: [.protectionPlans, .protectionVisits, .protectionVisitSeen, .protectionVisitAlone, .birthDates])
    ]
    package static let limits: [LimitID] = ["plan_child_alone_local"]
    package static let words = RuleWords(
        title: "Child on a plan not seen alone",
        rule: """
            From the age of 4 a child on a protection plan is seen alone: at the latest 30 working days after the last \
            time, and not three visits running without it.
            """,
        clears: "the child is seen alone", whoCanAct: "The child's social worker")

    private static let askedFromAge = 4
    private static let visitsRunning = 3
    private let allowance: Allowance
    private let calendar: WorkingCalendar
    private let lastDay: Day
    private let visitsBegin: Day?

    package init(_ setting: Setting) {
        visitsBegin = setting.cover.begins([.protectionVisits, .protectionVisitAlone])
        allowance = setting.limits.allowance("plan_child_alone_local")
        calendar = setting.calendar
        lastDay = setting.cover.until ?? setting.calendar.knows.upperBound
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.protectionPlans {
            guard let born = journey.person?.bornOn else {
                if !journey.isUnborn(on: plan.startedOn) {
                    findings.notCheckable(Self.self, "", because: "the child's birth date is not recorded")
                }
                continue
            }
            if let doubt = journey.birthDoubt(until: journey.stop(plan: plan), lastDay: lastDay) {
                findings.notCheckable(Self.self, "", because: doubt)
                continue
            }
            let asked = born.birthday(Self.askedFromAge)
            if asked > lastDay { continue }
            var clockStart = max(plan.startedOn, asked)
            if let visitsBegin, visitsBegin > clockStart {
                findings.notCheckable(
                    Self.self, "", because: "visits before \(visitsBegin.words) are not in the source")
                clockStart = visitsBegin
            }
            var notAlone: [Recorded<Visit>] = []
            for visit in journey.visits
            where visit.purpose == .childProtectionPlan && visit.seen == true && visit.on >= clockStart
                && journey.runs(plan, on: visit.on)
            {
                switch visit.seenAlone {
                case true?:
                    gap(from: clockStart, notAlone, until: visit, plan, journey, into: &findings)
                    clockStart = visit.on
                    notAlone = []
                case false?: notAlone.append(visit)
                case nil: break
                }
            }
            gap(from: clockStart, notAlone, until: nil, plan, journey, into: &findings)
        }
    }

    private func gap(
        from clockStart: Day, _ notAlone: [Recorded<Visit>], until alone: Recorded<Visit>?,
        _ plan: Recorded<ChildProtectionPlan>, _ journey: Journey, into findings: inout Findings
    ) {
        let met = alone.map { Met(on: $0.on, by: $0.evidence("seen alone", on: $0.on)) }
        let stop = journey.stop(plan: plan)
        let evidence = [plan.evidence("began", on: plan.startedOn)]
        let third = notAlone.count >= Self.visitsRunning ? notAlone[Self.visitsRunning - 1] : nil
        if let third, let due = calendar.due(allowance, after: clockStart), third.on <= due {
            findings.condition(
                Self.self, limb: "third-visit", about: plan.about(on: plan.startedOn), from: third.on,
                standard: "plan_child_alone_local", met: met, stop: stop,
                evidence: evidence
                    + notAlone.prefix(Self.visitsRunning).map { $0.evidence("seen, not alone", on: $0.on) })
        } else {
            findings.duty(
                Self.self, limb: "too-long", about: plan.about(on: plan.startedOn), from: clockStart, within: allowance,
                standard: "plan_child_alone_local", met: met, stop: stop, evidence: evidence)
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.limb == "third-visit"
            ? "The visit on \(concern.onset.words) was the third running on which the child was seen, but not alone."
            : "Not seen alone since \(concern.clockStart.words)."
    }
}
