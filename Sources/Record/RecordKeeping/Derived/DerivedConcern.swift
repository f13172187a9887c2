import ChildJourney
import Concerns
import WorkingDays

/// A concern with what the list's order needs to know about it besides.
package struct DerivedConcern: Hashable, Sendable {
    package var concern: Concern
    /// Harm was alleged in a referral open when it began.
    package var harmAlleged: Bool
    /// It began no later than the last day its source knows about. One that would only begin after it is expected and
    /// not counted: what has been done since cannot be known.
    package var isTold: Bool

    package init(_ concern: Concern, harmAlleged: Bool, isTold: Bool = true) {
        self.concern = concern
        self.harmAlleged = harmAlleged
        self.isTold = isTold
    }

    /// Whether it is counted and listed on a day.
    package func isListed(on day: Day) -> Bool { isTold && concern.inToday && concern.stands(on: day) }
}
