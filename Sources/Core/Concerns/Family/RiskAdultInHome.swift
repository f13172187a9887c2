import ChildJourney
import Duties
import WorkingDays

/// `risk-adult-in-home`: somebody recorded as posing a risk lives where the child does, and no manager has decided what follows.
package struct RiskAdultInHome: ConcernRule {
    package static let code: ConcernCode = "risk-adult-in-home"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("", needs: [.family])]
    package static let limits: [LimitID] = ["risk_adult_decided_local"]
    package static let words = RuleWords(
        title: "An adult who may pose a risk in the home, no decision",
        rule:
            "When somebody recorded as posing a risk lives with children, a manager decides for each of them by the end of the next day what follows.",
        clears: "a manager's decision about the adult in the home, or about the threshold, is recorded on this child",
        whoCanAct: "The team manager")

    private let allowance: Allowance
    private let family: Cover.Extent?

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("risk_adult_decided_local")
        family = setting.cover.extents[.family]
    }

    /// When a risk and a home come together.
    fileprivate struct Meeting {
        let stay: HomeStay
        let risk: Recorded<PersonPosingRisk>
        /// When both were written down here; nil where a source does not say.
        let knownAt: Moment?
        var from: Day
        var until: Day?

        func isOf(_ other: Meeting) -> Bool { stay.adult.id == other.stay.adult.id && from == other.from }

        func isKnownBefore(_ other: Meeting) -> Bool {
            guard let mine = knownAt?.milliseconds, let theirs = other.knownAt?.milliseconds else {
                return knownAt == nil && other.knownAt != nil
            }
            return mine < theirs
        }
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        let meetings = meetings(journey)
        let isOne = Set(meetings.map(\.stay.adult.id)).count == 1
        for meeting in meetings {
            let decided = journey.casework.decisions.first { $0.decides(on: meeting, isOne: isOne) }
            var from = meeting.from
            if !(family?.reaches(from) ?? false) {
                // What was decided before the record is not in it: from the day it was written here it must be.
                from = max(family?.latestStart(from) ?? from, meeting.knownAt?.londonDay ?? from)
                if decided == nil {
                    findings.notCheckable(
                        Self.self, "", because: "the adult lived there before the record was kept here")
                }
            }
            findings.duty(
                Self.self, about: meeting.stay.own.about(on: meeting.from), from: from, within: allowance,
                standard: "risk_adult_decided_local",
                met: decided.map { decision in
                    Met(
                        on: max(decision.body.on, meeting.knownAt?.londonDay ?? decision.body.on),
                        by: decision.evidence("decided", on: decision.body.on))
                },
                stop: journey.stop(from: meeting.from, ends: meeting.until, as: .noLongerApplies),
                evidence: [
                    meeting.risk.evidence("recorded as posing a risk", on: meeting.risk.body.knownOn),
                    meeting.stay.told.evidence("lives there", on: meeting.stay.from),
                ])
        }
    }

    /// Each once a day, however many records say that the adult poses a risk; the one that goes on longest counts. What was
    /// written of a risk after another was known asks for a decision of its own, from the day it was written.
    private func meetings(_ journey: Journey) -> [Meeting] {
        var found: [Meeting] = []
        for candidate in candidates(journey).sorted(by: { $0.isKnownBefore($1) }) {
            var meeting = candidate
            if let first = found.first(where: { $0.isOf(meeting) }), let known = meeting.knownAt?.londonDay,
                first.knownAt.map({ $0.londonDay < known }) ?? true
            {
                meeting.from = max(meeting.from, known)
            }
            if let until = meeting.until, until <= meeting.from { continue }
            guard let same = found.firstIndex(where: { $0.isOf(meeting) }) else {
                found.append(meeting)
                continue
            }
            if let ends = found[same].until, meeting.until.map({ $0 > ends }) ?? true {
                found[same].until = meeting.until
            }
        }
        return found
    }

    private func candidates(_ journey: Journey) -> [Meeting] {
        journey.homeStays.flatMap { stay in
            stay.adult.journey.casework.risksPosed.flatMap { risk in
                risk.body.stretches.map { stretch in
                    // A risk that stands again was written when it was looked at again.
                    let known = [
                        stay.told.firstWrittenAt, stay.own.firstWrittenAt,
                        stretch.from == risk.body.knownOn ? risk.firstWrittenAt : risk.recordedAt,
                    ]
                    return Meeting(
                        stay: stay, risk: risk, knownAt: known.compactMap { $0 }.max(),
                        from: max(stay.from, stretch.from),
                        until: [stay.until, stretch.until].compactMap { $0 }.min())
                }
            }
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Somebody recorded as posing a risk has lived where the child lives since \(concern.clockStart.words), and no manager's decision is recorded since."
    }
}

extension Recorded where Body == ManagementDecision {
    /// Nobody decides about what is not known here yet; and where there are several adults, one decision is about one.
    fileprivate func decides(on meeting: RiskAdultInHome.Meeting, isOne: Bool) -> Bool {
        guard body.on >= meeting.from else { return false }
        if let known = meeting.knownAt, let written = firstWrittenAt, written < known { return false }
        return switch body.point {
        case .adultInHome: body.adult.map { $0 == meeting.stay.adult.id } ?? isOne
        case .threshold: body.hasReasonableCause != nil
        default: false
        }
    }
}

extension Journey {
    /// Adults of the child's home of whom a risk is recorded, each once.
    package var adultsPosingRisk: [Family.Member] {
        var seen: Set<String> = []
        return homeStays.map(\.adult).filter {
            !$0.journey.casework.risksPosed.isEmpty && seen.insert($0.id).inserted
        }
    }
}
