import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct FindingsTests {
    private typealias Rule = AssessmentNotStarted
    private static let about = About(.referral, on: "2026-03-03", id: "1")

    private func duty(
        from day: Day = "2026-03-03", days: Int = 2, met: Day? = nil, stop: Day? = nil, doubt: String? = nil,
        level: Int? = nil, raised: Day? = nil
    ) -> Findings {
        var findings = Findings(Setting(calendar: Shipped.calendar, limits: Shipped.limits, cover: .extract))
        findings.duty(
            Rule.self, about: Self.about, from: day, within: Allowance(.workingDays(days)),
            standard: "assessment_started_local",
            met: met.map { Met(on: $0, by: Evidence(.assessment, on: $0, place: 9, says: "started")) },
            stop: stop.map { Stop(on: $0, because: .closed, doubt: doubt) }, raisedFrom: raised, level: level,
            evidence: [Evidence(.referral, on: day, place: 1, says: "received")])
        return findings
    }

    private func condition(from day: Day = "2026-03-03", met: Day? = nil, stop: Day? = nil) -> Findings {
        var findings = Findings(Setting(calendar: Shipped.calendar, limits: Shipped.limits, cover: .extract))
        findings.condition(
            Rule.self, about: Self.about, from: day, met: met.map { Met(on: $0) },
            stop: stop.map { Stop(on: $0, because: .planEnded) }, evidence: [])
        return findings
    }

    @Test(
        arguments: [
            ("2026-03-03", nil), ("2026-03-05", nil), ("2026-03-06", "2026-03-06"), ("2026-03-02", .some(nil)),
        ] as [(Day, Day??)])
    func `done by the due day is no concern, later is, and before it began is not done`(met: Day, cleared: Day??) {
        let concerns = duty(met: met).concerns
        #expect(concerns.map(\.clearedOn) == (cleared.map { [$0] } ?? []))
        #expect(concerns.allSatisfy { $0.due == "2026-03-05" && $0.onset == "2026-03-06" })
    }

    @Test(
        arguments: [
            ("2026-03-05", nil, 0), ("2026-03-06", nil, 0), ("2026-03-07", nil, 1), ("2026-03-06", "2026-03-09", 0),
        ] as [(Day, Day?, Int)])
    func `a duty stopped on or before its onset never becomes a concern`(stop: Day, met: Day?, count: Int) {
        #expect(duty(met: met, stop: stop).concerns.count == count)
    }

    @Test func `whichever comes first of stopping and being done is what happened`() throws {
        let done = try #require(duty(met: "2026-03-09", stop: "2026-03-10").concerns.first)
        #expect(done.clearedOn == "2026-03-09")
        #expect(done.endedOn == nil)
        #expect(done.evidence.map(\.place) == [1, 9])
        let same = try #require(duty(met: "2026-03-09", stop: "2026-03-09").concerns.first)
        #expect(same.clearedOn == "2026-03-09")
        let stopped = try #require(duty(met: "2026-03-10", stop: "2026-03-09").concerns.first)
        #expect(stopped.clearedOn == nil)
        #expect(stopped.endedOn == "2026-03-09")
        #expect(stopped.ending == .closed)
        #expect(stopped.evidence.map(\.place) == [1])
        #expect(stopped.overOn == "2026-03-09")
    }

    @Test func `a stop in doubt leaves a word where it silences, and none where it does not`() {
        let silenced = duty(stop: "2026-03-05", doubt: "the dates disagree")
        #expect(silenced.concerns.isEmpty)
        #expect(silenced.notChecked.map(\.because) == ["the dates disagree"])
        #expect(duty(stop: "2026-03-09", doubt: "the dates disagree").notChecked.isEmpty)
        #expect(duty(stop: "2026-03-05").notChecked.isEmpty)
    }

    @Test func `it stands from its onset up to the day it is over`() throws {
        let concern = try #require(duty(met: "2026-03-09").concerns.first)
        #expect(!concern.stands(on: "2026-03-05"))
        #expect(concern.stands(on: "2026-03-06"))
        #expect(concern.stands(on: "2026-03-08"))
        #expect(!concern.stands(on: "2026-03-09"))
        #expect(concern.daysOver(on: "2026-03-06") == 1)
    }

    @Test func `a condition is a concern from its own day, over by one`() throws {
        let concern = try #require(condition().concerns.first)
        #expect(concern.onset == "2026-03-03")
        #expect(concern.due == nil)
        #expect(concern.daysOver(on: "2026-03-03") == 1)
        // The day before onset is 2 March; the twentieth working day after it is 30 March.
        #expect(concern.raisedFrom == "2026-03-30")
    }

    @Test func `what cleared a condition before it began did not clear it`() throws {
        #expect(try #require(condition(met: "2026-03-02").concerns.first).clearedOn == nil)
        #expect(try #require(condition(met: "2026-03-03").concerns.first).clearedOn == "2026-03-03")
        #expect(condition(stop: "2026-03-03").concerns.isEmpty)
        #expect(condition(stop: "2026-03-04").concerns.count == 1)
    }

    @Test func `it is raised by the earlier of its own day and the council's, and never above act today`() throws {
        #expect(duty().concerns.first?.raisedFrom == "2026-04-02")
        #expect(duty(raised: "2026-03-20").concerns.first?.raisedFrom == "2026-03-20")
        #expect(duty(raised: "2026-05-20").concerns.first?.raisedFrom == "2026-04-02")
        let urgent = try #require(duty(level: 1).concerns.first)
        #expect(urgent.raisedFrom == nil)
        #expect(urgent.level(on: "2027-01-01") == 1)
    }

    @Test(arguments: ["1066-10-14", "1900-01-01", "2004-12-31", "2029-01-01", "2100-01-01", "9999-12-31"] as [Day])
    func `a day outside the calendar is not checkable`(day: Day) {
        #expect(duty(from: day).concerns.isEmpty)
        #expect(duty(from: day).notChecked.count == 1)
        #expect(condition(from: day).concerns.isEmpty)
        #expect(condition(from: day).notChecked.count == 1)
    }

    @Test func `every ending has its words, and a kind escalates only where nobody acts`() {
        for ending in Ending.allCases { #expect(!ending.words.isEmpty) }
        #expect(ConcernKind.allCases.filter(\.escalates) == [.unseen, .undecided, .unowned])
    }
}
