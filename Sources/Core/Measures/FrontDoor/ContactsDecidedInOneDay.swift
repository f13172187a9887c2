import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `contacts-decided-in-one-working-day`: contacts decided by the end of the next working day.
package struct ContactsDecidedInOneDay: Measure {
    package static let id: MeasureID = "contacts-decided-in-one-working-day"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.contacts, .contactDecisions]
    package static let words = MeasureWords(
        title: "Contacts decided in one working day",
        purpose: "A child somebody is worried about does not wait to be looked at.",
        numerator: "Contacts decided in time",
        denominator: """
            Contacts decided, each on the day of its decision, and contacts that became late undecided, each on \
            that day
            """,
        exclusions: "Contacts still within their time; a contact whose time lies outside the calendar's years.",
        source: """
            Working Together to Safeguard Children: a decision within one working day of a referral; a contact \
            is held to the same (L)
            """,
        example: """
            A contact of Friday decided on Monday counts; one of Friday still undecided on Tuesday counts \
            against, on Tuesday.
            """)

    private let calendar: WorkingCalendar
    private let allowance: Allowance

    package init(_ setting: Setting) {
        calendar = setting.calendar
        allowance = setting.limits.allowance("contact_decided_local")
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for contact in journey.contacts {
            cases.decided(
                Self.self, received: contact.receivedOn, decided: contact.body.decidedOn, within: allowance, calendar)
        }
    }
}
