import ChildJourney
import Duties
import WorkingDays

/// `sibling-undecided`: another child of the family is enquired about, and nobody has said what that means for this one.
package struct SiblingUndecided: ConcernRule {
    package static let code: ConcernCode = "sibling-undecided"
    package static let kind = ConcernKind.undecided
    package static let level = 2
    package static let limbs = [Limb("", needs: [.family, .enquiries, .assessments, .protectionPlans, .inNeedPlans])]
    package static let limits: [LimitID] = ["sibling_decided_local"]
    package static let words = RuleWords(
        title: "No decision on a sibling",
        rule:
            "When a section 47 enquiry begins on one child, every other child of the family has an assessment or a plan that runs, or a manager's reasoned decision, within 5 working days.",
        clears:
            "an assessment, an enquiry or a plan of this child begins, or a manager's decision about this child is recorded",
        whoCanAct: "The team manager")

    private let allowance: Allowance
    private let family: Cover.Extent?

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("sibling_decided_local")
        family = setting.cover.extents[.family]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        var days: Set<Day> = []
        for sibling in journey.familyChildren {
            for enquiry in sibling.child.journey.enquiries {
                let began = enquiry.startedOn
                if let born = journey.person?.bornOn, born > began, journey.person?.expectedOn == nil { continue }
                // Several of the family enquired about on one day are one question about this child.
                guard days.insert(began).inserted else { continue }
                let met = journey.answer(from: began)
                var start = began
                if met == nil, !(family?.reaches(began) ?? false) {
                    findings.notCheckable(Self.self, "", because: "the enquiry is older than the record kept here")
                    start = family?.latestStart(began) ?? began
                }
                findings.duty(
                    Self.self, about: sibling.own.about(on: began), from: start, within: allowance,
                    standard: "sibling_decided_local", met: met, stop: journey.stop(from: began),
                    evidence: [enquiry.evidence("began on another child of the family", on: began)])
            }
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "A section 47 enquiry began \(concern.clockStart.words) on another child of the family. This child had no assessment or plan then, and nobody has decided why none is needed."
    }
}

extension Journey {
    /// The first day, from `day` on, on which something answers for the child: what ran that day, or what began since.
    fileprivate func answer(from day: Day) -> Met? {
        var first: Met?
        func consider(_ from: Day, until: Day?, _ evidence: Evidence) {
            if let until, until < day { return }
            let on = max(from, day)
            if first.map({ on < $0.on }) ?? true { first = Met(on: on, by: evidence) }
        }
        // What was left open on a referral that is closed runs no longer.
        func over(_ ended: Day?, _ referral: RecordID?, _ began: Day) -> Day? {
            ended ?? episode(referral, on: began)?.closedOn.flatMap { $0 >= began ? $0 - 1 : nil }
        }
        for record in assessments {
            consider(
                record.startedOn, until: over(record.authorisedOn, record.referral, record.startedOn),
                record.evidence("began", on: record.startedOn))
        }
        for record in enquiries {
            consider(
                record.startedOn, until: over(record.endedOn, record.referral, record.startedOn),
                record.evidence("began", on: record.startedOn))
        }
        for record in protectionPlans {
            consider(record.startedOn, until: record.endedOn, record.evidence("began", on: record.startedOn))
        }
        for record in inNeedPlans {
            consider(record.startedOn, until: record.endedOn, record.evidence("began", on: record.startedOn))
        }
        // A decision about something else says nothing of this; one on the threshold says which way it went.
        for record in casework.decisions
        where record.body.on >= day
            && (record.body.point == .otherChild
                || record.body.point == .threshold && record.body.hasReasonableCause != nil)
        {
            consider(record.body.on, until: nil, record.evidence("decided", on: record.body.on))
        }
        return first
    }
}
