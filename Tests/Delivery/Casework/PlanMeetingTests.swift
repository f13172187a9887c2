import AccessRules
import Casework
import ChildJourney
import Improvement
import Measures
import Testing
import WorkingDays

@Suite struct PlanMeetingTests: Improves {
    private func meetings(_ fixture: ServerFixture, _ day: Day = on("2026-11-21")) throws -> HoldPlanMeeting {
        HoldPlanMeeting(try keeper(fixture, on: day), try keep(fixture, on: day))
    }

    /// The committee of Tue 20 Oct 2026 asks Ben for a further report by Mon 16 Nov.
    private func resolved() async throws -> ServerFixture {
        let fixture = try await planned()
        let meetings = try meetings(fixture, on("2026-10-20"))
        var meeting = PlanMeeting(sort: .committee, on: on("2026-10-20"))
        meeting.papersDueOn = on("2026-10-13")
        try await meetings.plan(meeting, id: "meeting-1", in: "plan-1")
        try await meetings.held(
            "meeting-1", on: on("2026-10-20"), present: ["The chair"], absent: ["A member"], minutes: nil, in: "plan-1")
        try await meetings.resolve(
            MeetingResolution(
                on: on("2026-10-20"), meeting: "meeting-1", words: "A further report in November", owner: "ben",
                dueOn: on("2026-11-16")), id: "resolution-1", in: "plan-1")
        return fixture
    }

    @Test func `what was resolved is its owner's dated work until what answered it is recorded`() async throws {
        let fixture = try await resolved()
        let calendar = try #require(fixture.record).standards.calendar
        let ben = try worker(fixture, "ben", .socialWorker, on: on("2026-11-20"))
        let mine = try await SeePlan(ben).mine(calendar).filter { $0.sort == .resolution }
        #expect(mine.map(\.words) == ["A further report in November"])
        #expect(mine.map(\.dueOn) == [on("2026-11-16")])
        let verb = HoldPlanMeeting(ben, try keep(fixture))
        #expect(
            await refusal { try await verb.answer("resolution-1", with: "", on: on("2026-11-20"), in: "plan-1") }
                == "Say what answered it")
        #expect(try await file(fixture).openResolutions.count == 1)
        try await verb.answer(
            "resolution-1", with: "Report to the committee of 17 November", on: on("2026-11-17"), in: "plan-1")
        #expect(try await file(fixture).openResolutions.isEmpty)
        #expect(try await SeePlan(ben).mine(calendar).filter { $0.sort == .resolution }.isEmpty)
        #expect(
            await refusal { try await verb.answer("resolution-1", with: "x", on: on("2026-11-20"), in: "plan-1") }
                == "This was done already")
    }

    @Test func `nobody else answers it, and only whoever keeps the plan writes down meetings`() async throws {
        let fixture = try await resolved()
        let cleo = try worker(fixture, "cleo", .chair, on: on("2026-11-20"))
        let verb = HoldPlanMeeting(cleo, KeepPlan(cleo, try frameworks(fixture)))
        #expect(
            await refusal { try await verb.answer("resolution-1", with: "x", on: on("2026-11-20"), in: "plan-1") }
                == "This is another's: its owner or whoever keeps the plan does this")
        #expect(
            await refusal {
                try await verb.plan(PlanMeeting(sort: .board, on: on("2026-12-01")), id: "m2", in: "plan-1")
            }
                == "access")
        #expect(
            await refusal {
                try await verb.held(
                    "meeting-1", on: on("2026-11-20"), present: ["x"], absent: [], minutes: nil, in: "plan-1")
            } == "access")
    }

    @Test func `papers come before the meeting, and nothing is resolved at one that was not held`() async throws {
        let fixture = try await resolved()
        let meetings = try meetings(fixture)
        var wrong = PlanMeeting(sort: .board, on: on("2026-12-01"))
        wrong.papersDueOn = on("2026-12-02")
        let late = wrong
        #expect(
            await refusal { try await meetings.plan(late, id: "m2", in: "plan-1") }
                == "Say a day for the papers that is not after the meeting")
        wrong.papersDueOn = on("2026-12-01")
        try await meetings.plan(wrong, id: "m2", in: "plan-1")
        let resolution = MeetingResolution(
            on: on("2026-11-21"), meeting: "m2", words: "x", owner: "ben", dueOn: on("2026-12-18"))
        #expect(
            await refusal { try await meetings.resolve(resolution, id: "r2", in: "plan-1") }
                == "Say first that the meeting was held")
    }

    @Test func `minutes that come later are added, and what was written before stays to be read`() async throws {
        let fixture = try await resolved()
        try await meetings(fixture).held(
            "meeting-1", on: on("2026-10-20"), present: ["The chair"], absent: [], minutes: "Agreed", in: "plan-1")
        let meeting = try #require(try await file(fixture).meetings.first).body
        #expect(meeting.minutes == "Agreed" && meeting.absent.isEmpty)
    }

    @Test func `a planned change watches numbers before and after`() async throws {
        let fixture = try await planned()
        try await referrals(10, inTime: 6, on: on("2026-08-24"), fixture)
        try await referrals(20, inTime: 20, on: on("2026-10-05"), fixture)
        var change = PlannedChange(
            name: "One front door", why: "Contacts wait", from: on("2026-10-01"), until: on("2026-12-31"), teams: [],
            watch: ["referrals-decided-in-one-working-day"])
        (change.capacityBefore, change.capacityAfter) = (125, 150)
        try await meetings(fixture).announce(change, id: "change-1", in: "plan-1")
        let standing = try await standing(fixture, on: on("2026-10-31"))
        let measure = try #require(Measures.all.first { $0.id == "referrals-decided-in-one-working-day" })
        let watched = standing.figures.watched(measure, change)
        // 6 of 11 to the day before it began; then 26 of 31.
        #expect(watched.before == 545 && watched.now == 839)
        let empty = PlannedChange(
            name: "x", why: "x", from: on("2026-10-01"), until: on("2026-10-02"), teams: [], watch: [])
        #expect(
            await refusal { try await meetings(fixture).announce(empty, id: "change-2", in: "plan-1") }
                == "Say which numbers are watched")
    }
}
