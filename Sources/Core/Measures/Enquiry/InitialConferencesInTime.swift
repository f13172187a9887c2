import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `initial-conferences-within-15-working-days`: initial conferences held within 15 working days of the enquiry.
package struct InitialConferencesInTime: Measure {
    package static let id: MeasureID = "initial-conferences-within-15-working-days"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.enquiries, .conferences]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "Initial conferences within 15 working days",
        purpose: "What an enquiry found is acted on while it is fresh.",
        numerator: "Initial conferences held within 15 working days of the start of the enquiry",
        denominator: "Initial conferences held after an enquiry",
        exclusions: "Conferences without an enquiry before them in the record, such as of a child who moved in.",
        source: """
            Characteristics of children in need, Department for Education, published yearly; Working Together to \
            Safeguard Children
            """,
        example: """
            An enquiry of Monday 1 June 2026 and a conference on Monday 22 June, 15 working days after: in the \
            numerator.
            """)

    private let calendar: WorkingCalendar
    private let allowance: Allowance

    package init(_ setting: Setting) {
        calendar = setting.calendar
        allowance = setting.limits.allowance("s47_to_icpc_15wd")
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        var counted: Set<RecordID> = []
        for enquiry in journey.enquiries {
            guard let conference = journey.conferenceHeld(for: enquiry), let held = conference.heldOn,
                held >= enquiry.startedOn, counted.insert(conference.id).inserted,
                let due = calendar.due(allowance, after: enquiry.startedOn)
            else { continue }
            cases.happened(Self.self, on: held, counted: held <= due)
        }
    }
}
