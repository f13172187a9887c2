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
    private struct Meeting {
        let stay: HomeStay
        let risk: Recorded<PersonPosingRisk>
        let from: Day
        let until: Day?
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for meeting in meetings(journey) {
            let decided = journey.casework.decisions.first { decision in
                decision.body.on >= meeting.from && [.adultInHome, .threshold].contains(decision.body.point)
            }
            if decided == nil, !(family?.reaches(meeting.from) ?? false) {
                findings.notCheckable(Self.self, "", because: "the adult lived there before the record was kept here")
                continue
            }
            findings.duty(
                Self.self, about: meeting.stay.own.about(on: meeting.from), from: meeting.from, within: allowance,
                standard: "risk_adult_decided_local",
                met: decided.map { Met(on: $0.body.on, by: $0.evidence("decided", on: $0.body.on)) },
                stop: journey.stop(from: meeting.from, ends: meeting.until, as: .noLongerApplies),
                evidence: [
                    meeting.risk.evidence("recorded as posing a risk", on: meeting.risk.body.knownOn),
                    meeting.stay.told.evidence("lives there", on: meeting.stay.from),
                ])
        }
    }

    /// Each once a day, however many records say that the adult poses a risk; the one that goes on longest counts.
    private func meetings(_ journey: Journey) -> [Meeting] {
        var found: [Meeting] = []
        for stay in journey.homeStays {
            for risk in stay.adult.journey.casework.risksPosed {
                for stretch in risk.body.stretches {
                    let from = max(stay.from, stretch.from)
                    let until = [stay.until, stretch.until].compactMap { $0 }.min()
                    if let until, until <= from { continue }
                    let meeting = Meeting(stay: stay, risk: risk, from: from, until: until)
                    let same = found.firstIndex { $0.stay.adult.id == stay.adult.id && $0.from == from }
                    guard let same else {
                        found.append(meeting)
                        continue
                    }
                    if let ends = found[same].until, until.map({ $0 > ends }) ?? true { found[same] = meeting }
                }
            }
        }
        return found
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Somebody recorded as posing a risk has lived where the child lives since \(concern.clockStart.words), and no manager's decision is recorded since."
    }
}
