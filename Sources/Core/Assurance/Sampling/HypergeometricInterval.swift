/// How many of a frame are as so many of a sample were: the exact interval of a draw without replacement.
///
/// From a frame of N with K such cases a sample of n holds X of them; X is hypergeometric. The interval holds every K at
/// which what was seen is not in either tail of 2.5%, so that it covers at least 95% at every true K.
package struct HypergeometricInterval: Hashable, Sendable {
    package let lowest: Int
    package let highest: Int

    /// `found` of `sample` drawn from `frame`. `confidence` is a share of one.
    ///
    /// - Precondition: 0 <= found <= sample <= frame.
    package init(found: Int, sample: Int, frame: Int, confidence: Double = 0.95) {
        precondition(0 <= found && found <= sample && sample <= frame, "a sample is drawn from its frame")
        let tail = (1 - confidence) / 2
        // What was seen bounds the frame whatever the chances are.
        let least = found
        let most = frame - (sample - found)
        // NB: both tails change one way with K, so each end is found by halving.
        var low = least
        var high = most
        while low < high {
            let middle = (low + high) / 2
            if Self.chance(atLeast: found, sample: sample, frame: frame, such: middle) > tail {
                high = middle
            } else {
                low = middle + 1
            }
        }
        lowest = low
        low = lowest
        high = most
        while low < high {
            let middle = (low + high + 1) / 2
            if Self.chance(atMost: found, sample: sample, frame: frame, such: middle) > tail {
                low = middle
            } else {
                high = middle - 1
            }
        }
        highest = low
    }

    /// P(X >= found) where `such` of the frame are.
    static func chance(atLeast found: Int, sample: Int, frame: Int, such: Int) -> Double {
        let tails = Tails(sample: sample, frame: frame, such: such, at: found)
        return (tails.at + tails.above) / tails.all
    }

    /// P(X <= found) where `such` of the frame are.
    static func chance(atMost found: Int, sample: Int, frame: Int, such: Int) -> Double {
        let tails = Tails(sample: sample, frame: frame, such: such, at: found)
        return (tails.at + tails.below) / tails.all
    }
}

/// Weights of a hypergeometric distribution below, at and above one count, relative to the weight of its mode: ratios of
/// neighbours are exact, and no factorial overflows.
private struct Tails {
    private(set) var below = 0.0
    private(set) var at = 0.0
    private(set) var above = 0.0

    var all: Double { below + at + above }

    init(sample: Int, frame: Int, such: Int, at found: Int) {
        let first = max(0, sample - (frame - such))
        let last = min(sample, such)
        // NB: in doubles, since the product can be beyond a whole number.
        let mode = min(
            last, max(first, Int((Double(sample + 1) * Double(such + 1) / Double(frame + 2)).rounded(.down))))
        add(1, at: mode, of: found)
        var weight = 1.0
        var count = mode
        while count < last {
            weight *= Double(such - count) * Double(sample - count)
            weight /= Double(count + 1) * Double(frame - such - sample + count + 1)
            count += 1
            // Whatever follows is smaller still, and the weight looked at must be kept.
            if weight < 1e-18, count > found { break }
            add(weight, at: count, of: found)
        }
        weight = 1.0
        count = mode
        while count > first {
            weight *= Double(count) * Double(frame - such - sample + count)
            weight /= Double(such - count + 1) * Double(sample - count + 1)
            count -= 1
            if weight < 1e-18, count < found { break }
            add(weight, at: count, of: found)
        }
    }

    private mutating func add(_ weight: Double, at count: Int, of found: Int) {
        if count < found { below += weight } else if count == found { at += weight } else { above += weight }
    }
}
