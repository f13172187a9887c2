import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `section-47-enquiries`: how many section 47 enquiries began.
package struct EnquiriesBegun: Measure {
    package static let id: MeasureID = "section-47-enquiries"
    package static let counting = MeasureCounting.happened
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.neither
    package static let needs: [CoveredFact] = [.enquiries]
    package static let publishedRate: String? = "section-47-enquiries-per-10000"
    package static let words = MeasureWords(
        title: "Section 47 enquiries begun",
        purpose: "How often it is asked whether a child is being harmed.",
        numerator: "Enquiries begun",
        denominator: "Enquiries begun",
        exclusions: "Nothing.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "Enquiries about two brothers are two.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for enquiry in journey.enquiries {
            cases.happened(
                Self.self, on: enquiry.startedOn, counted: true, team: enquiry.body.team, worker: enquiry.body.worker)
        }
    }
}
