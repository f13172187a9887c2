import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `children-left-at-potential-risk`: open children left at potential risk.
package struct ChildrenAtPotentialRisk: Measure {
    package static let id: MeasureID = "children-left-at-potential-risk"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.referrals]
    package static let words = MeasureWords(
        title: "Children left at potential risk",
        purpose: "The number this record is kept for.",
        numerator: "Children with a concern that leaves them at potential risk, as Today counts them with its backlog",
        denominator: "Open children, and those whose case was closed too soon",
        exclusions: "What the source cannot show is not in it: see what cannot be checked.",
        source: "The catalogue of concerns",
        example: "A child on a plan whom nobody has seen in time is counted until somebody sees them.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let risky = DaySpans(
            concerns.compactMap { concern in
                guard concern.inToday, concern.kind.leavesAtPotentialRisk, !concern.isFlag,
                    // One of level 2 counts from the day it is raised to level 1.
                    let from = concern.baseLevel == 1 ? concern.onset : concern.raisedToLevel1On
                else { return nil }
                return concern.overOn.map { $0 <= from } ?? false
                    ? nil : DaySpans.Span(from: from, until: concern.overOn)
            })
        // NB: a child whose case was closed too soon is at risk and not open; the count is that of Today.
        cases.stood(Self.self, over: journey.daysOpen.joined(with: risky), counted: risky)
    }
}

extension Concern {
    fileprivate var raisedToLevel1On: Day? {
        guard baseLevel == 2, let raisedFrom else { return nil }
        return max(raisedFrom, onset)
    }
}
