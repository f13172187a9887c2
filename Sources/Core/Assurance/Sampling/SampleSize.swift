/// How many cases to read: the other way round from what a sample says.
package enum SampleSize {
    /// The fewest cases of a frame for which the exact interval is no wider than twice `margin` (a share of one), if about
    /// `expected` of them turn out as asked; the whole frame where nothing less will do.
    package static func forMargin(_ margin: Double, expected share: Double, frame: Int) -> Int {
        guard frame > 1 else { return frame }
        // NB: the width goes down with the size but for steps of rounding; the first size found is checked against its
        // neighbours below, so that no shorter one is missed by a step.
        var low = 1
        var high = frame
        while low < high {
            let middle = (low + high) / 2
            if isWithin(margin, share, sample: middle, frame) { high = middle } else { low = middle + 1 }
        }
        var size = low
        while size > 1, isWithin(margin, share, sample: size - 1, frame) { size -= 1 }
        return size
    }

    /// The fewest cases among which at least one of `such` is met with the chance asked for.
    package static func toMeetOne(of such: Int, frame: Int, chance: Double = 0.95) -> Int {
        guard such > 0, frame >= such else { return frame }
        var missed = 1.0
        for size in 1...frame {
            // The chance that the next one drawn is not one either.
            missed *= Double(max(0, frame - such - size + 1)) / Double(frame - size + 1)
            if 1 - missed >= chance { return size }
        }
        return frame
    }

    private static func isWithin(_ margin: Double, _ share: Double, sample: Int, _ frame: Int) -> Bool {
        let found = Int((share * Double(sample)).rounded())
        let interval = HypergeometricInterval(found: found, sample: sample, frame: frame)
        return Double(interval.highest - interval.lowest) / Double(frame) <= 2 * margin
    }
}
