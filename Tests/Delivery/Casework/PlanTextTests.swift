import AccessRules
import Assurance
import Casework
import ChildJourney
import Improvement
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// What people write in plans names no child of the record: it is read by people who may open none, and stands in packs.
@Suite struct PlanTextTests: Improves {
    private static let named = "as for OKORO, Tamar"

    @Test func `no free text of a plan takes the name of a child, and nothing is recorded of it`() async throws {
        let fixture = try await planned()
        let (keep, ben) = (
            try keep(fixture), UpdateAction(try worker(fixture, "ben", .socialWorker, on: on("2026-10-30")))
        )
        let words = Self.named
        var plan = ImprovementPlan(name: words, beganOn: on("2026-09-01"), keptBy: "")
        plan.themes = [PlanTheme(id: "t", name: "T")]
        let named = plan
        let point = AnsweredPoint(on: on("2026-08-20"), origin: .audit, words: words, isPriority: false)
        let act = action { $0.what = words }
        let october = PlanMonth(of: on("2026-10-01"))
        let before = try await file(fixture)
        let tried: [(String, () async throws -> Void)] = [
            ("What it is called", { try await keep.open(named, id: "plan-2") }),
            ("A theme", { try await keep.change("plan-1") { $0.themes.append(PlanTheme(id: "u", name: words)) } }),
            ("What was found", { try await keep.answer(point, id: "point-2", in: "plan-1") }),
            ("What is done", { try await keep.act(act, id: "action-2", in: "plan-1") }),
            (
                "Why it is changed",
                { try await keep.change("action-1", in: "plan-1", because: words) { $0.byOn = on("2026-12-01") } }
            ),
            ("How it goes", { try await ben.write(words, for: october, of: "action-1", in: "plan-1") }),
            (
                "Why the number is what it is",
                { try await ben.write("Well", explaining: words, for: october, of: "action-1", in: "plan-1") }
            ),
            (
                "What shows that it is complete",
                { try await ben.complete("action-1", in: "plan-1", on: on("2026-10-30"), shownBy: words) }
            ),
        ]
        for (field, work) in tried {
            #expect(await refusal(of: work) == "\(field) names a child: leave the name out")
        }
        let after = try await file(fixture)
        #expect(after.actions.map(\.body) == before.actions.map(\.body) && after.updates.isEmpty)
        #expect(after.points.count == before.points.count)
    }

    @Test func `minutes, resolutions and their answers name no child either`() async throws {
        let fixture = try await planned()
        let (ana, keep) = (try keeper(fixture), try keep(fixture))
        let meetings = HoldPlanMeeting(ana, keep)
        try await meetings.plan(PlanMeeting(sort: .committee, on: on("2026-10-20")), id: "m", in: "plan-1")
        func held(_ minutes: String?, _ present: String = "The chair") async throws {
            try await meetings.held(
                "m", on: on("2026-10-20"), present: [present], absent: [], minutes: minutes, in: "plan-1")
        }
        func resolve(_ words: String) async throws {
            try await meetings.resolve(
                MeetingResolution(
                    on: on("2026-10-20"), meeting: "m", words: words, owner: "ben", dueOn: on("2026-11-16")), id: "r",
                in: "plan-1")
        }
        #expect(await refusal { try await held(Self.named) } == "The minutes names a child: leave the name out")
        #expect(
            await refusal { try await held(nil, "Tamar Okoro") } == "Who was there names a child: leave the name out")
        try await held("Agreed")
        #expect(
            await refusal { try await resolve(Self.named) } == "What was resolved names a child: leave the name out")
        try await resolve("A report")
        #expect(
            await refusal { try await meetings.answer("r", with: Self.named, on: on("2026-11-01"), in: "plan-1") }
                == "What answered it names a child: leave the name out")
        #expect(try await file(fixture).openResolutions.count == 1)
    }

    @Test func `that words were compared is in the log, and shows nobody`() async throws {
        let fixture = try await planned()
        _ = await refusal { try await keep(fixture).act(action { $0.what = Self.named }, id: "a", in: "plan-1") }
        let looks = try #require(try await fixture.record?.looks())
        #expect(
            looks.contains { $0.query == "whether words tell of any child" && $0.shown.isEmpty && $0.user == "ana" })
    }

    @Test func `an action names only audits of this record`() async throws {
        let fixture = try await planned()
        let keep = try keep(fixture)
        #expect(
            await refusal {
                try await keep.change("action-1", in: "plan-1", because: "Asked again") { $0.auditedAgain = "no-such" }
            } == "There is no sample with this name: take it from the page of the sample")
        #expect(try await file(fixture).actions.first?.body.auditedAgain == nil)
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "sample-1")
        try await keep.change("action-1", in: "plan-1", because: "Asked again") { $0.auditedAgain = "sample-1" }
        #expect(try await file(fixture).actions.first?.body.auditedAgain == "sample-1")
    }
}
