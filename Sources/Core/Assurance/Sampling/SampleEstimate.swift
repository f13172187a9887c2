/// What a drawn sample says about everybody in its frame: always a range.
package struct SampleEstimate: Hashable, Sendable {
    /// What a range rests on, and so how far it can be relied on.
    package enum Basis: Hashable, Sendable {
        /// It covers the truth at least 95 times in 100 whatever the truth is.
        case exact
        /// Every so many from one start: a single random choice, whose error nothing in the sample tells. Reckoned as if drawn at random.
        case oneStart
        /// Each case had a chance of its own.
        case unequalChances

        package var words: String {
            switch self {
            case .exact: "at least 95 times in 100"
            case .oneStart:
                "if the order of the frame has nothing to do with it: every so many from one start is no random draw, and its range is not exact"
            case .unequalChances: "about 95 times in 100: chances were unequal"
            }
        }
    }

    /// Children of the frame.
    package let lowest: Int
    package let highest: Int
    /// The likeliest number where the chances were unequal; nil where a range says all there is.
    package let likeliest: Double?
    package let basis: Basis
    package let wilson: WilsonInterval?

    /// Of a draw in which every child was as likely as the next.
    package static func equal(
        found: Int, of sample: Int, from frame: Int, basis: Basis = .exact
    ) -> SampleEstimate? {
        guard sample > 0, found >= 0, found <= sample, sample <= frame else { return nil }
        let interval = HypergeometricInterval(found: found, sample: sample, frame: frame)
        return SampleEstimate(
            lowest: interval.lowest, highest: interval.highest, likeliest: nil, basis: basis,
            wilson: WilsonInterval(found: found, sample: sample, frame: frame))
    }

    /// Of a draw in which each case had a chance of its own: Horvitz and Thompson (1952), with the variance of a draw with
    /// replacement, which is rather too wide. `found` holds the chance of each case found, `others` of each case read besides. Nil
    /// where all or none of a part of the frame was found: such a variance would be nothing, and the range a single number.
    package static func weighted(found: [Double], others: [Double], from frame: Int) -> SampleEstimate? {
        let sample = found.count + others.count
        guard sample > 1, (found + others).allSatisfy({ $0 > 0 && $0 <= 1 }) else { return nil }
        guard sample == frame || !found.isEmpty && !others.isEmpty else { return nil }
        let total = found.reduce(0) { $0 + 1 / $1 }
        let mean = total / Double(sample)
        let squares =
            found.reduce(0) { $0 + (1 / $1 - mean) * (1 / $1 - mean) } + Double(others.count) * mean * mean
        let half = WilsonInterval.deviate * (squares * Double(sample) / Double(sample - 1)).squareRoot()
        // What was read is certain, whatever the range.
        let least = found.count
        let most = max(least, frame - others.count)
        let low = min(most, max(least, Int((total - half).rounded(.down))))
        let high = min(most, max(least, Int((total + half).rounded(.up))))
        return SampleEstimate(lowest: low, highest: high, likeliest: total, basis: .unequalChances, wilson: nil)
    }

    package var isExact: Bool { basis == .exact }

    /// "between 61 and 208 of 4,000": never a bare share.
    package func words(of frame: Int) -> String {
        lowest == highest ? "\(lowest) of \(frame)" : "between \(lowest) and \(highest) of \(frame)"
    }
}
