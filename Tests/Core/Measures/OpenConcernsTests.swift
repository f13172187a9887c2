import ChildJourney
import Concerns
import Measures
import Testing
import WorkingDays

/// Children with a concern open, by kind, as Today counts them.
@Suite struct OpenConcernsTests {
    private static let kinds = Measures.all.compactMap { $0 as? any OpenConcerns.Type }

    @Test func `there is one for each kind`() {
        #expect(Self.kinds.map { $0.kind } == [.unseen, .undecided, .unowned, .unshared, .late, .unrecorded, .adrift])
        #expect(Set(Self.kinds.map { $0.kind }) == Set(ConcernKind.allCases))
    }

    @Test(arguments: ["2026-02-02", "2026-03-16", "2026-06-01", "2027-01-04"] as [Day])
    func `on any day as many children are counted as have one standing that Today shows`(day: Day) {
        var tally = MeasureTally([.day(day)])
        var standing: [ConcernKind: Int] = [:]
        for child in Stories.all {
            let check = Check(child, .record, workers: Stories.workers)
            tally.add(MeasureTaker(check.setting).take(child.journey, check.concerns))
            for kind in Set(check.concerns.filter { $0.inToday && $0.stands(on: day) }.map(\.kind)) {
                standing[kind, default: 0] += 1
            }
        }
        #expect(!standing.isEmpty)
        for measure in Self.kinds {
            let count = standing[measure.kind] ?? 0
            #expect(tally.sum(measure.id, 0) == MeasureSum(numerator: count, denominator: count), "\(measure.id)")
        }
    }

    @Test func `a kind is answered where any of its checks is, and otherwise says why not`() {
        let nothing = Cover(source: "an empty file", extents: [:], until: nil)
        for measure in Self.kinds {
            #expect(measure.because(.record) == nil)
            #expect(measure.because(nothing) == "an empty file answers no check of this kind")
        }
        #expect(UnseenOpen.because(.record(without: [.flags])) == nil)
    }
}
