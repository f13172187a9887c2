import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `days-to-clear-a-concern`: days a concern of the most urgent kind stood before it was cleared.
package struct DaysToClear: Measure {
    package static let id: MeasureID = "days-to-clear-a-concern"
    package static let counting = MeasureCounting.happened
    package static let unit = MeasureUnit.days
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.referrals]
    package static let words = MeasureWords(
        title: "Days until a concern is cleared",
        purpose: "How long a child waits for what is missing.",
        numerator: "Calendar days each concern stood",
        denominator: "Concerns of level 1 or 2 that were cleared, each on the day",
        exclusions: "Concerns that ended without being cleared, as when a case is closed.",
        source: "The catalogue of concerns",
        example: """
            A concern that stood from 1 June and was cleared on 4 June adds three days; one cleared on its first day \
            adds none, and is counted.
            """)

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for concern in concerns where concern.baseLevel <= 2 && concern.inToday {
            guard let cleared = concern.clearedOn, cleared >= concern.onset,
                concern.endedOn.map({ cleared <= $0 }) ?? true
            else { continue }
            cases.happened(Self.self, on: cleared, amount: cleared - concern.onset)
        }
    }
}
