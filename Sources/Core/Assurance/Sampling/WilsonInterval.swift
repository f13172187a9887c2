/// The interval of Wilson (1927) for a share, narrowed by the finite population correction: shown beside the exact one.
package struct WilsonInterval: Hashable, Sendable {
    /// Shares of one.
    package let lowest: Double
    package let highest: Double

    /// The normal deviate that leaves 2.5% on either side.
    static let deviate = 1.959963984540054

    /// - Precondition: 0 <= found <= sample <= frame, and the sample is not empty.
    package init(found: Int, sample: Int, frame: Int) {
        precondition(0 <= found && found <= sample && sample <= frame && sample > 0, "a sample is drawn from its frame")
        // The correction makes the sample count for more the nearer it comes to the whole frame.
        let unread = frame > 1 ? Double(frame - sample) / Double(frame - 1) : 0
        guard unread > 0 else {
            lowest = Double(found) / Double(sample)
            highest = lowest
            return
        }
        let size = Double(sample) / unread
        let share = Double(found) / Double(sample)
        let square = Self.deviate * Self.deviate
        let middle = (share + square / (2 * size)) / (1 + square / size)
        let half =
            Self.deviate / (1 + square / size)
            * (share * (1 - share) / size + square / (4 * size * size)).squareRoot()
        lowest = max(0, middle - half)
        highest = min(1, middle + half)
    }
}
