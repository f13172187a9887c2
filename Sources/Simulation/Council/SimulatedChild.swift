import ChildJourney

/// One invented child: the whole true story, and every concern that stands for the child on the reference day.
package struct SimulatedChild: Sendable {
    package let number: Int
    package let id: String
    package let journey: Journey
    package let truths: [PlannedConcern]
    /// What was planted, when something was: the name of a departure or of a decoy.
    package let planted: String?
    /// True when what was planted causes no concern and only looks as if it might.
    package let isDecoy: Bool

    /// `SIM0000042`.
    package static func id(_ number: Int) -> String {
        let digits = String(number)
        return "SIM" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }
}
