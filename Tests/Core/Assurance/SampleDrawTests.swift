import Assurance
import Crypto
import Testing
import WorkingDays

@Suite struct SampleDrawTests {
    private let head = Array(repeating: UInt8(7), count: 32)

    private func frame(_ size: Int, _ member: (Int) -> (stratum: String, weight: Double) = { _ in ("", 1) })
        -> SamplingFrame
    {
        SamplingFrame(
            asOf: "2026-11-20", words: "open",
            members: (0..<size).map {
                SamplingFrame.Member(child: "record:\($0)", stratum: member($0).stratum, weight: member($0).weight)
            })
    }

    private func draw(
        _ frame: SamplingFrame, _ method: DrawMethod = .simpleRandom, size: Int, number: Int = 1, head: [UInt8]? = nil
    ) -> SampleDraw {
        SampleDraw(frame, method: method, size: size, chainHead: head ?? self.head, draw: number) {
            Array(SHA256.hash(data: $0))
        }
    }

    @Test(arguments: DrawMethod.allCases.filter { $0 != .chosen })
    func `the same record drawn again gives the same children in the same order`(method: DrawMethod) {
        let frame = frame(300) { ($0 % 3 == 0 ? "plan" : "need", Double($0 % 5 + 1)) }
        let (one, again) = (draw(frame, method, size: 23), draw(frame, method, size: 23))
        #expect(one.cases == again.cases)
        #expect(one.reserve == again.reserve)
        #expect(one.cases.count == (method == .wholeFrame ? 300 : 23))
        #expect(Set(one.cases.map(\.child)).count == one.cases.count)
    }

    @Test func `the order the frame was read in changes nothing`() {
        let frame = frame(100)
        let shuffled = SamplingFrame(asOf: frame.asOf, words: frame.words, members: frame.members.reversed())
        #expect(draw(frame, size: 20).cases == draw(shuffled, size: 20).cases)
    }

    @Test func `one more entry in the record, one more child in the frame or one more draw gives another sample`() {
        let first = draw(frame(100), size: 10).cases.map(\.child)
        #expect(draw(frame(100), size: 10, head: Array(repeating: 8, count: 32)).cases.map(\.child) != first)
        #expect(draw(frame(101), size: 10).cases.map(\.child) != first)
        #expect(draw(frame(100), size: 10, number: 2).cases.map(\.child) != first)
    }

    @Test func `whoever replaces a case is the next in the drawn order and is not in the sample`() {
        let drawn = draw(frame(100), size: 10)
        let more = draw(frame(100), size: 14)
        #expect(drawn.reserve.prefix(4).map(\.child) == more.cases.suffix(4).map(\.child))
    }

    @Test func `a sample larger than its frame is the frame`() {
        #expect(draw(frame(7), size: 23).cases.count == 7)
        #expect(draw(frame(0), size: 23).cases.isEmpty)
        #expect(draw(frame(5), .everyNth, size: 0).cases.isEmpty)
    }

    @Test func `every nth child lies an nth of the frame from the last`() {
        let drawn = draw(frame(230), .everyNth, size: 23)
        let ordered = frame(230).members.map(\.child)
        let places = drawn.cases.compactMap { ordered.firstIndex(of: $0.child) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 == 10 })
    }

    @Test func `each group has its share of a stratified sample, and a small one is not forgotten`() {
        let drawn = draw(
            frame(1000) { ($0 < 700 ? "need" : $0 < 990 ? "plan" : "care", 1) }, .stratified, size: 20)
        let counts = Dictionary(grouping: drawn.cases, by: \.stratum).mapValues(\.count)
        #expect(counts == ["need": 14, "plan": 5, "care": 1])
        #expect(drawn.cases.first { $0.stratum == "care" }?.chance == 0.1)
    }

    @Test func `chances of a weighted sample add up to its size, and a heavy child is certain`() {
        let frame = frame(200) { ("", $0 == 0 ? 500 : Double($0 % 4 + 1)) }
        let drawn = draw(frame, .riskWeighted, size: 20)
        #expect(drawn.cases.count == 20)
        #expect(drawn.cases.first { $0.child == "record:0" }?.chance == 1)
        #expect(drawn.cases.allSatisfy { $0.chance > 0 && $0.chance <= 1 })
    }

    @Test func `over many seeds a weighted estimate is right on average, and a bare share is not`() {
        // 40 of 200 children are so, and they weigh four times what others do.
        let frame = frame(200) { ("", $0 < 40 ? 4 : 1) }
        let such = Set((0..<40).map { "record:\($0)" })
        var estimates = 0.0
        var shares = 0.0
        let times = 400
        for number in 1...times {
            let cases = draw(frame, .riskWeighted, size: 30, number: number).cases
            let found = cases.filter { such.contains($0.child) }
            let others = cases.filter { !such.contains($0.child) }
            let estimate = SampleEstimate.weighted(
                found: found.map(\.chance), others: others.map(\.chance), from: 200)
            estimates += estimate?.likeliest ?? .nan
            shares += Double(found.count) / 30 * 200
        }
        #expect(abs(estimates / Double(times) - 40) < 2)
        #expect(shares / Double(times) > 80)
    }

    @Test func `every child is drawn about as often as the next`() {
        var times = Array(repeating: 0, count: 50)
        for number in 1...2000 {
            for drawn in draw(frame(50), size: 5, number: number).cases {
                times[Int(drawn.child.dropFirst(7)) ?? 0] += 1
            }
        }
        // 200 each is expected; five standard deviations either way.
        #expect(times.allSatisfy { abs($0 - 200) < 68 })
    }
}
