import ChildJourney
import WorkingDays

/// Whether managers, and teams, decide alike on like facts: referrals in the 12 months to a day, whether nothing followed, and by
/// whom, or in which team, that was decided. Like facts are whether harm is alleged, its signs and the primary need.
///
/// It tells about decisions, and holds nobody to a number: what is outside the limits is to be looked into, and may be right.
package struct DecisionsOnLikeFacts: Sendable {
    package static let needs: [CoveredFact] = [.referrals, .referralDecisions]
    /// Of decisions on facts that somebody else decided on too; fewer say nothing.
    package static let fewest = 10

    package struct Facts: Hashable, Sendable, Comparable {
        package let isHarmAlleged: Bool
        package let signs: [HarmSign]
        /// National code N0 to N9.
        package let need: String

        private var key: String { "\(isHarmAlleged) \(need) \(signs.map(\.rawValue).joined(separator: " "))" }

        package static func < (left: Facts, right: Facts) -> Bool { left.key < right.key }
    }

    package struct Tally: Hashable, Sendable {
        package fileprivate(set) var all = 0
        package fileprivate(set) var turnedAway = 0
    }

    /// One manager's or team's decisions beside what everybody decided on the same facts.
    package struct Comparison: Hashable, Sendable {
        /// The manager or the team.
        package let who: String
        /// On facts that others decided on too.
        package let all: Int
        package let turnedAway: Int
        /// How many would have been turned away at the council's own rates, and the least and the most that chance alone explains in
        /// 998 of 1,000.
        package let expected: Double
        package let least: Int
        package let most: Int

        package var isOutside: Bool { turnedAway < least || turnedAway > most }
    }

    private let day: Day
    private let from: Day
    /// By manager, and by team.
    private var managers: [Facts: [String: Tally]] = [:]
    private var teams: [Facts: [String: Tally]] = [:]

    package init(on day: Day) {
        self.day = day
        from = day.adding(months: -12)
    }

    package mutating func add(_ journey: Journey) {
        for referral in journey.referrals {
            guard let turnedAway = referral.noFurtherAction, referral.receivedOn > from, referral.receivedOn <= day
            else { continue }
            let signs = Set(referral.harmSigns ?? []).sorted { $0.rawValue < $1.rawValue }
            let facts = Facts(
                isHarmAlleged: referral.harmAlleged ?? false, signs: signs, need: referral.primaryNeed ?? "N0")
            if let by = referral.decidedBy {
                Self.count(turnedAway, &managers[facts, default: [:]][by, default: Tally()])
            }
            if let team = referral.team { Self.count(turnedAway, &teams[facts, default: [:]][team, default: Tally()]) }
        }
    }

    private static func count(_ turnedAway: Bool, _ tally: inout Tally) {
        tally.all += 1
        if turnedAway { tally.turnedAway += 1 }
    }

    /// What each manager decided on one set of facts, where several did.
    package var byFacts: [(facts: Facts, managers: [(manager: String, tally: Tally)])] {
        managers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { facts, managers in
            (facts, managers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }

    /// Managers who decided often enough, by name and in no other order.
    package var comparisons: [Comparison] { Self.compared(managers) }

    /// Teams in which it was decided often enough, by id and in no other order.
    package var teamComparisons: [Comparison] { Self.compared(teams) }

    private static func compared(_ tallies: [Facts: [String: Tally]]) -> [Comparison] {
        let shared = tallies.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
        return Set(shared.flatMap { $0.value.keys }).sorted().compactMap { who in
            var (own, expected) = (Tally(), 0.0)
            var chances = [1.0]
            for (_, tallies) in shared {
                guard let mine = tallies[who] else { continue }
                let all = tallies.values.reduce(0) { $0 + $1.all }
                let rate = Double(tallies.values.reduce(0) { $0 + $1.turnedAway }) / Double(all)
                own.all += mine.all
                own.turnedAway += mine.turnedAway
                expected += rate * Double(mine.all)
                for _ in 0..<mine.all { chances = adding(rate, to: chances) }
            }
            guard own.all >= fewest else { return nil }
            let limits = limits(chances)
            return Comparison(
                who: who, all: own.all, turnedAway: own.turnedAway, expected: expected, least: limits.least,
                most: limits.most)
        }
    }

    /// The chances of each number once one more decision is made, turned away at a rate: exact, without a normal approximation.
    private static func adding(_ rate: Double, to chances: [Double]) -> [Double] {
        var next = [Double](repeating: 0, count: chances.count + 1)
        for (number, chance) in chances.enumerated() {
            next[number] += chance * (1 - rate)
            next[number + 1] += chance * rate
        }
        return next
    }

    /// One in 1,000 lies below and one above, at most.
    private static func limits(_ chances: [Double]) -> (least: Int, most: Int) {
        var (below, above) = (0.0, 0.0)
        let least = chances.firstIndex { chance in
            below += chance
            return below > 0.001
        }
        let most = chances.lastIndex { chance in
            above += chance
            return above > 0.001
        }
        return (least ?? 0, most ?? chances.count - 1)
    }
}
