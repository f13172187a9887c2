import ChildJourney
import Concerns
import Testing
import WorkingDays

@Suite struct DecisionsOnLikeFactsTests {
    private func decided(
        _ count: Int, turnedAway: Int, by manager: String, need: String = "N1", on day: Day = "2026-03-02"
    ) -> [Journey] {
        (0..<count).map { turn in
            var referral = Referral(
                receivedOn: day, primaryNeed: need, noFurtherAction: turn < turnedAway, harmAlleged: false,
                decidedOn: day)
            referral.decidedBy = manager
            var journey = Journey()
            journey.add(referral, id: "R1")
            return journey
        }
    }

    private func compared(_ journeys: [Journey]) -> [DecisionsOnLikeFacts.Comparison] {
        var like = DecisionsOnLikeFacts(on: "2026-06-01")
        for journey in journeys { like.add(journey) }
        return like.comparisons
    }

    /// R: qbinom(c(0.001, 0.999), 20, 0.5) is 3 and 17.
    @Test(arguments: [(18, true), (17, false), (16, false)])
    func `two managers who decide on like facts are outside the limits beyond 17 and 3 of 20`(
        turnedAway: Int, isOutside: Bool
    ) throws {
        let found = compared(
            decided(20, turnedAway: turnedAway, by: "a") + decided(20, turnedAway: 20 - turnedAway, by: "b"))
        #expect(found.map(\.who) == ["a", "b"] && found.map(\.isOutside) == [isOutside, isOutside])
        let first = try #require(found.first)
        #expect(first.least == 3 && first.most == 17 && first.expected == 10)
    }

    @Test func `teams are compared on like facts as managers are, whoever decided`() throws {
        var like = DecisionsOnLikeFacts(on: "2026-06-01")
        for (team, turnedAway) in [("T1", 18), ("T2", 2)] {
            for turn in 0..<20 {
                var journey = Journey()
                journey.add(
                    Referral(
                        receivedOn: "2026-03-02", primaryNeed: "N1", noFurtherAction: turn < turnedAway, team: team),
                    id: "R1")
                like.add(journey)
            }
        }
        #expect(like.comparisons.isEmpty, "nobody is said to have decided")
        #expect(like.teamComparisons.map(\.who) == ["T1", "T2"])
        #expect(like.teamComparisons.map(\.isOutside) == [true, true])
        #expect(like.teamComparisons.map(\.turnedAway) == [18, 2])
    }

    @Test func `different facts are not compared`() {
        #expect(
            compared(decided(20, turnedAway: 20, by: "a") + decided(20, turnedAway: 0, by: "b", need: "N9")).isEmpty)
    }

    @Test func `what a manager decided on facts of their own counts for nothing`() throws {
        let found = compared(
            decided(20, turnedAway: 10, by: "a") + decided(20, turnedAway: 10, by: "b")
                + decided(30, turnedAway: 30, by: "a", need: "N9"))
        #expect(found.map(\.all) == [20, 20] && found.allSatisfy { !$0.isOutside })
    }

    @Test(arguments: [(9, 0), (10, 2)])
    func `fewer than ten decisions say nothing`(count: Int, managers: Int) {
        #expect(
            compared(decided(count, turnedAway: 0, by: "a") + decided(count, turnedAway: 0, by: "b")).count == managers)
    }

    @Test(arguments: [("2025-06-01", 0), ("2025-06-02", 2), ("2026-06-01", 2), ("2026-06-02", 0)])
    func `referrals of the 12 months to the day are compared`(on: String, managers: Int) throws {
        let day = try #require(Day(iso: on))
        #expect(
            compared(decided(10, turnedAway: 1, by: "a", on: day) + decided(10, turnedAway: 9, by: "b", on: day)).count
                == managers)
    }
}
