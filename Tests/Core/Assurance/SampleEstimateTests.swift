import Assurance
import Testing

@Suite struct SampleEstimateTests {
    @Test(arguments: [
        // found, sample, frame, lowest, highest; by enumeration of the distribution itself, see `covers`.
        (0, 23, 23, 0, 0), (23, 23, 23, 23, 23), (7, 23, 23, 7, 7), (0, 1, 1, 0, 0), (1, 1, 2, 1, 2), (0, 1, 2, 0, 1),
    ])
    func `what was read is certain`(found: Int, sample: Int, frame: Int, lowest: Int, highest: Int) {
        let interval = HypergeometricInterval(found: found, sample: sample, frame: frame)
        #expect((interval.lowest, interval.highest) == (lowest, highest))
    }

    @Test func `the range of 7 in 23 of 4,000 is wide, and is said as a range`() throws {
        let estimate = try #require(SampleEstimate.equal(found: 7, of: 23, from: 4000))
        #expect(estimate.isExact)
        #expect(estimate.words(of: 4000) == "between \(estimate.lowest) and \(estimate.highest) of 4000")
        #expect(estimate.lowest < 600 && estimate.highest > 2000)
    }

    @Test func `the range holds the truth at least 95 times in 100 whatever the truth is`() {
        let (frame, sample) = (60, 12)
        let intervals = (0...sample).map { HypergeometricInterval(found: $0, sample: sample, frame: frame) }
        let all = choose(frame, sample)
        for such in 0...frame {
            var covered = 0.0
            for found in max(0, sample - (frame - such))...min(sample, such)
            where intervals[found].lowest <= such && such <= intervals[found].highest {
                covered += choose(such, found) * choose(frame - such, sample - found) / all
            }
            #expect(covered >= 0.95, "\(such) of \(frame)")
        }
    }

    /// Whole numbers up to 60 choose 12 are exact in a double.
    private func choose(_ all: Int, _ some: Int) -> Double {
        (0..<max(0, some)).reduce(1.0) { ($0 * Double(all - $1) / Double($1 + 1)).rounded() }
    }

    @Test func `the more is read the fewer are needed to be sure of meeting one`() {
        #expect(SampleSize.toMeetOne(of: 1, frame: 20) == 19)
        #expect(SampleSize.toMeetOne(of: 20, frame: 20) == 1)
        #expect(SampleSize.toMeetOne(of: 0, frame: 20) == 20)
        #expect(SampleSize.toMeetOne(of: 40, frame: 400) < SampleSize.toMeetOne(of: 20, frame: 400))
    }

    @Test(arguments: [(0.1, 0.3, 400), (0.05, 0.5, 4000), (0.2, 0.1, 60)])
    func `the size for a margin keeps within it, and one case fewer does not`(
        margin: Double, share: Double, frame: Int
    ) {
        let size = SampleSize.forMargin(margin, expected: share, frame: frame)
        func width(_ sample: Int) -> Double {
            let found = Int((share * Double(sample)).rounded())
            let interval = HypergeometricInterval(found: found, sample: sample, frame: frame)
            return Double(interval.highest - interval.lowest) / Double(frame)
        }
        #expect(width(size) <= 2 * margin)
        #expect(width(size - 1) > 2 * margin)
    }
}
