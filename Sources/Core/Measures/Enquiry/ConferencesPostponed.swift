import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `conferences-postponed`: conferences that had been postponed before they were held.
package struct ConferencesPostponed: Measure {
    package static let id: MeasureID = "conferences-postponed"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.conferences, .postponements]
    package static let words = MeasureWords(
        title: "Conferences postponed",
        purpose: "A child waits for every day a conference is put off.",
        numerator: "Conferences that had been postponed at least once",
        denominator: "Conferences held",
        exclusions: "Conferences not held yet: whoever waits for one stands on Today.",
        source: "Ofsted, inspection of Darlington, 2015: conferences often postponed for want of reports",
        example: "A conference put off twice and then held is counted once.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for conference in journey.conferences {
            guard let held = conference.heldOn else { continue }
            cases.happened(Self.self, on: held, counted: !(conference.postponements ?? []).isEmpty)
        }
    }
}
