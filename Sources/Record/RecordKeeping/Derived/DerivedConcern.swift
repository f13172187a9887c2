import ChildJourney
import Concerns
import WorkingDays

/// A concern with what the list's order needs to know about it besides.
package struct DerivedConcern: Hashable, Sendable {
    package var concern: Concern
    /// Harm was alleged in a referral open when it began.
    package var harmAlleged: Bool

    package init(_ concern: Concern, harmAlleged: Bool) {
        self.concern = concern
        self.harmAlleged = harmAlleged
    }
}
