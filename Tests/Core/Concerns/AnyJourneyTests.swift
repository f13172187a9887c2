import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// What holds for every journey there could be, tried on a few thousand made at random from fixed seeds.
@Suite struct AnyJourneyTests {
    private static let evaluator = Evaluator(
        Setting(
            calendar: Shipped.calendar, limits: Shipped.limits, cover: .extract,
            workforce: Workforce(workers: Stories.workers)))

    private func found(_ journey: Journey, _ evaluator: Evaluator = Self.evaluator) -> Findings {
        var findings = Findings(evaluator.setting)
        evaluator.evaluate(journey, into: &findings)
        return findings
    }

    @Test(arguments: [2, 5, 1000])
    func `no dates stop the program, and every interval is the right way round`(wildEvery: Int) {
        let census = Evaluator(Setting(calendar: Shipped.calendar, limits: Shipped.limits, cover: .census))
        var wrong: [String] = []
        for seed in 1...700 as ClosedRange<UInt64> {
            var any = AnyChild(seed: seed, wildEvery: wildEvery)
            let journey = any.make().journey
            for evaluator in [Self.evaluator, census] {
                for concern in found(journey, evaluator).concerns {
                    let isOrdered =
                        (concern.clearedOn.map { $0 >= concern.onset } ?? true)
                        && (concern.endedOn.map { $0 > concern.onset } ?? true)
                        && (concern.due.map { $0 == concern.onset - 1 || (concern.dueAt != nil && $0 == concern.onset) }
                            ?? true)
                        && (concern.clearedOn == nil || concern.endedOn == nil)
                        && (concern.endedOn == nil) == (concern.ending == nil)
                        && (1...3).contains(concern.baseLevel)
                        && Shipped.calendar.knows.contains(concern.due ?? concern.onset)
                    let why = concern.explanation(on: "2026-06-01", evaluator.setting)?.why ?? ""
                    if !isOrdered || why.isEmpty { wrong.append("seed \(seed): \(concern.code) \(concern.about.key)") }
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `the order in which records were added does not matter, on days of their own`() {
        var wrong: [UInt64] = []
        for seed in 1...500 as ClosedRange<UInt64> {
            var any = AnyChild(seed: seed)
            let child = any.make()
            let days = child.journey.records.compactMap(\.body.happenedOn)
            guard Set(days).count == days.count else { continue }
            let shuffled = child.story(child.records.shuffled(using: &any.dice))
            let straight = found(child.journey)
            let other = found(shuffled)
            if Set(straight.concerns) != Set(other.concerns) || Set(straight.notChecked) != Set(other.notChecked) {
                wrong.append(seed)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `seeing the child alone never leaves them unseen on a day they were not`() {
        var wrong: [String] = []
        for seed in 1...700 as ClosedRange<UInt64> {
            var any = AnyChild(seed: seed)
            let before = any.make()
            var after = before
            let seen = any.day()
            // A visit after the death, or the closing, on record contradicts it; then what was silent may speak.
            let contradicts = before.journey.referrals.contains { $0.closedOn.map { $0 < seen } ?? false }
            guard !contradicts, before.journey.person?.diedOn == nil else { continue }
            after.visited(seen, .childProtectionPlan, seen: true, alone: true)
            let unseenBefore = unseen(found(before.journey))
            let more = unseen(found(after.journey)).subtracting(unseenBefore)
            if !more.isEmpty { wrong.append("seed \(seed): \(more.sorted { $0.day < $1.day }[0])") }
        }
        #expect(wrong.isEmpty)
    }

    private struct UnseenDay: Hashable {
        let code: String
        let about: String
        let day: Day
    }

    private func unseen(_ findings: Findings) -> Set<UnseenDay> {
        let first: Day = "2023-01-01"
        let last: Day = "2027-12-31"
        var days: Set<UnseenDay> = []
        for concern in findings.concerns where concern.kind == .unseen {
            var day = max(concern.onset, first)
            while day <= last, concern.stands(on: day) {
                days.insert(UnseenDay(code: concern.code.text, about: concern.about.key, day: day))
                day = day + 1
            }
        }
        return days
    }

    @Test func `the same journey is judged the same twice`() {
        for seed in 1...50 as ClosedRange<UInt64> {
            var any = AnyChild(seed: seed, wildEvery: 10)
            let journey = any.make().journey
            #expect(found(journey).concerns == found(journey).concerns)
        }
    }

    @Test func `what a whole source finds, one that begins later finds too or says it cannot`() {
        let late = Cover(
            source: "a late source",
            extents: Dictionary(
                uniqueKeysWithValues: CoveredFact.allCases.map { ($0, Cover.Extent(from: "2025-04-01")) }),
            until: "2027-12-31")
        let evaluator = Evaluator(
            Setting(
                calendar: Shipped.calendar, limits: Shipped.limits, cover: late,
                workforce: Workforce(workers: Stories.workers)))
        var wrong: [String] = []
        for seed in 1...300 as ClosedRange<UInt64> {
            var any = AnyChild(seed: seed)
            let journey = any.make().journey
            let whole = found(journey)
            let part = found(journey, evaluator)
            let answered = Set(part.concerns.map { "\($0.code) \($0.about.key)" })
            let open = Set(part.notChecked.map(\.code))
            for concern in whole.concerns
            where !answered.contains("\(concern.code) \(concern.about.key)") && !open.contains(concern.code) {
                wrong.append("seed \(seed): \(concern.code) \(concern.limb) \(concern.about.key)")
            }
        }
        #expect(wrong.isEmpty)
    }
}
