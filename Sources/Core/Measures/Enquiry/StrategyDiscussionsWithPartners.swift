import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `strategy-discussions-with-police-and-health`: strategy discussions with the police and health.
package struct StrategyDiscussionsWithPartners: Measure {
    package static let id: MeasureID = "strategy-discussions-with-police-and-health"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.strategyDiscussions, .partners]
    package static let words = MeasureWords(
        title: "Strategy discussions with police and health",
        purpose: "Nobody decides alone what only three services together can know.",
        numerator: "Strategy discussions with the police and a health service present",
        denominator: "Strategy discussions held of which it is recorded who was there",
        exclusions: "Discussions of which nobody wrote who was there.",
        source: """
            Working Together to Safeguard Children: children's social care, the police and health as a minimum
            """,
        example: "A discussion with the police and without a nurse or doctor is not in the numerator.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for discussion in journey.strategyDiscussions {
            guard let present = discussion.body.present else { continue }
            cases.happened(
                Self.self, on: discussion.heldOn, counted: present.contains(.police) && present.contains(.health))
        }
    }
}
