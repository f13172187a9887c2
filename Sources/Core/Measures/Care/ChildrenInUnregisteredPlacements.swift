import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `children-in-unregistered-placements`: children who live where nobody is registered to care for them.
package struct ChildrenInUnregisteredPlacements: Measure {
    package static let id: MeasureID = "children-in-unregistered-placements"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.lower
    /// There are few on any day, and each is known to others.
    package static let staysInside = true
    package static let needs: [CoveredFact] = [.unregisteredPlacements]
    package static let words = MeasureWords(
        title: "Children in unregistered placements",
        purpose: "Nobody inspects where they live, and running it may be an offence.",
        numerator:
            "Children placed where nobody is registered to care for them, or under 16 in supported accommodation",
        denominator: "The same children",
        exclusions: """
            Supported accommodation at 16 or 17 before 28 October 2023, and under 16 before 9 September 2021. A 16th \
            birthday ends nothing: whether the provider is registered is then to be recorded.
            """,
        source: """
            Care Standards Act 2000 section 11; Care Planning, Placement and Case Review (England) Regulations 2010, \
            regulations 27A and 27C
            """,
        example: "A child placed on Monday who moved on Thursday is counted on Monday, Tuesday and Wednesday.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let born = journey.person?.bornOn
        let spans = journey.casework.unregisteredPlacements.compactMap { placement -> DaySpans.Span? in
            guard let from = placement.body.unlawfulFrom else { return nil }
            // An end before the beginning is bad data, and ends nothing.
            let ended = placement.body.endedOn.flatMap { $0 >= from ? $0 : nil }
            let ends = [ended, born?.birthday(18)].compactMap(\.self)
            return DaySpans.Span(from: from, until: ends.min())
        }
        let days = journey.beforeDeath(DaySpans(spans))
        cases.stood(Self.self, over: days, counted: days)
    }
}
