import ChildJourney
import Duties
import WorkingDays

/// `private-fostering-unseen`: a child lives with somebody who is no near relative, and nobody has been to see them.
package struct PrivateFosteringUnseen: ConcernRule {
    package static let code: ConcernCode = "private-fostering-unseen"
    package static let kind = ConcernKind.unseen
    package static let level = 2
    package static let limbs = [Limb("", needs: [.privateFostering])]
    package static let limits: [LimitID] = ["pf_first_visit_7wd", "pf_visit_year1_6w", "pf_visit_later_12w"]
    package static let words = RuleWords(
        title: "Privately fostered child not visited",
        rule: """
            A child who is privately fostered is visited and seen within 7 working days of the council being told, then every \
            6 weeks in the first year and every 12 weeks after it.
            """,
        clears: "the child is visited there and seen", whoCanAct: "Whoever holds the child")

    private let calendar: WorkingCalendar
    private let limits: Limits
    private let cover: Cover.Extent?

    package init(_ setting: Setting) {
        calendar = setting.calendar
        limits = setting.limits
        cover = setting.cover.extents[.privateFostering]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for arrangement in journey.casework.privateFostering { find(arrangement, journey, into: &findings) }
    }

    private func find(
        _ arrangement: Recorded<PrivateFostering>, _ journey: Journey, into findings: inout Findings
    ) {
        let told = arrangement.body.notifiedOn
        var clock = told
        var standard: LimitID = "pf_first_visit_7wd"
        if let cover, !cover.reaches(told) {
            findings.notCheckable(Self.self, "", because: "visits before this was recorded here are not in the source")
            clock = cover.latestStart(told)
            standard = later(arrangement.body, clock)
        }
        // NB: closing a referral ends no arrangement: somebody goes on living there.
        let stop = journey.stop(from: told, ends: arrangement.endCounts, as: .noLongerApplies)
        var last: Recorded<Visit>?
        var failedRunning = 0
        var secondFailure: Day?
        func gap(until next: Recorded<Visit>?) {
            findings.duty(
                Self.self, about: arrangement.about(on: told), from: clock, within: limits.allowance(standard),
                standard: standard, met: next.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) }, stop: stop,
                raisedFrom: secondFailure,
                evidence: [
                    arrangement.evidence("told", on: told), last.map { $0.evidence("last seen", on: $0.on) },
                ].compactMap { $0 })
        }
        for visit in journey.visits where visit.on >= clock && visit.isWherePrivatelyFostered {
            if let stop, visit.on > stop.on { break }
            if visit.seen == true {
                gap(until: visit)
                (clock, last) = (visit.on, visit)
                standard = later(arrangement.body, clock)
                (failedRunning, secondFailure) = (0, nil)
            } else if visit.seen == false {
                failedRunning += 1
                if failedRunning == 2 { secondFailure = visit.on }
            }
        }
        gap(until: nil)
    }

    /// An arrangement counts as begun on the day the council becomes aware of it (regulation 8(6)), or the child comes if
    /// that is later.
    private func later(_ arrangement: PrivateFostering, _ clock: Day) -> LimitID {
        let began = max(arrangement.notifiedOn, arrangement.beganOn ?? arrangement.notifiedOn)
        let year = calendar.due(Allowance(.months(12)), after: began)
        return year.map { clock < $0 } ?? true ? "pf_visit_year1_6w" : "pf_visit_later_12w"
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.standard == "pf_first_visit_7wd"
            ? """
            The council was told \(concern.clockStart.words) that the child is privately fostered, and no visit on which the \
            child was seen is recorded in time.
            """
            : """
            Privately fostered, and last seen there \(concern.clockStart.words) as far as is recorded. The next visit was due \
            by \(concern.due?.words ?? "a day not known").
            """
    }
}

extension Recorded where Body == Visit {
    /// Made for the arrangement; or for a protection plan, where the child lives: nobody goes twice.
    fileprivate var isWherePrivatelyFostered: Bool {
        purpose == .privateFostering
            || purpose == .childProtectionPlan && (visitedAt == .home || visitedAt == .placement)
    }
}
