import Measures
import Testing
import WorkingDays

@Suite struct DaySpansTests {
    /// Every set of spans within eight days, beside the same days one by one.
    @Test func `joining, cutting and taking away agree with doing it day by day`() {
        let first = Day(number: 20_000)
        func spans(_ bits: Int) -> DaySpans {
            DaySpans(
                (0..<8).filter { bits >> $0 & 1 == 1 }.map {
                    DaySpans.Span(from: first + $0, until: $0 == 7 ? nil : first + $0 + 1)
                })
        }
        for left in stride(from: 0, to: 256, by: 3) {
            for right in stride(from: 0, to: 256, by: 5) {
                let (a, b) = (spans(left), spans(right))
                let (joined, within, without) = (a.joined(with: b), a.within(b), a.without(b))
                for place in 0..<10 {
                    let day = first + place
                    #expect(joined.contains(day) == (a.contains(day) || b.contains(day)))
                    #expect(within.contains(day) == (a.contains(day) && b.contains(day)))
                    #expect(without.contains(day) == (a.contains(day) && !b.contains(day)))
                }
            }
        }
    }

    @Test func `spans that touch are one`() {
        let spans = DaySpans([
            .init(from: "2026-03-05", until: "2026-03-09"), .init(from: "2026-03-01", until: "2026-03-05"),
        ])
        #expect(spans.all == [.init(from: "2026-03-01", until: "2026-03-09")])
    }

    @Test func `an end before the start leaves a span open, and one on the day itself leaves nothing`() {
        #expect(DaySpans(from: "2026-03-05", until: "2026-03-04").contains("2030-01-01"))
        #expect(DaySpans(from: "2026-03-05", until: "2026-03-05").isEmpty)
    }
}
