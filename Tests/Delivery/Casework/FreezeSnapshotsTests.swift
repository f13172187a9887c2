import AccessRules
import Casework
import ChildJourney
import Improvement
import RecordKeeping
import SQLiteRecords
import Testing
import WorkingDays

/// Months of the plan of `Improves`, written on Tue 1 Sep 2026. Wed 30 Sep and Fri 30 Oct are last working days.
@Suite struct FreezeSnapshotsTests: Improves {
    private func ben(_ fixture: ServerFixture, _ day: Day) throws -> UpdateAction {
        UpdateAction(try worker(fixture, "ben", .socialWorker, on: day))
    }

    @Test func `a month is frozen once, on the evening of its last working day and not before`() async throws {
        let fixture = try await planned()
        #expect(try await freeze(fixture, on: on("2026-09-30"), minute: 18 * 60 - 1) == 0)
        #expect(try await freeze(fixture, on: on("2026-09-30")) == 1)
        for day: Day in [on("2026-09-30"), on("2026-10-01"), on("2026-10-29")] {
            #expect(try await freeze(fixture, on: day) == 0)
        }
        #expect(try await freeze(fixture, on: on("2026-10-31"), minute: 0) == 1)
        let file = try await file(fixture)
        #expect(file.snapshots.map { PlanMonth(of: $0.body.month).text } == ["2026-09", "2026-10"])
        #expect(file.snapshots.map(\.body.asAt) == [on("2026-09-30"), on("2026-10-30")])
        #expect(SnapshotSignature.firstBroken(of: file) == nil)
        #expect(file.snapshots[1].body.previous == file.snapshots[0].body.digest)
    }

    @Test func `two that freeze at once freeze it once`() async throws {
        let fixture = try await planned()
        let frozen = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<6 { group.addTask { try await freeze(fixture, on: on("2026-09-30")) } }
            return try await group.reduce(0, +)
        }
        #expect(frozen >= 1)
        #expect(try await file(fixture).snapshots.count == 1)
    }

    @Test func `a month in which nothing ran has no snapshot, and is not made up for`() async throws {
        let fixture = try await planned()
        #expect(try await freeze(fixture, on: on("2026-11-02")) == 1)
        #expect(try await file(fixture).snapshots.map(\.body.asAt) == [on("2026-10-30")])
    }

    @Test func `a plan that was written after the day, or had ended, is not frozen`() async throws {
        let fixture = try await planned()
        #expect(try await freeze(fixture, on: on("2026-09-01")) == 0, "August was over before it was written")
        try await keep(fixture).change("plan-1") { $0.endedOn = on("2026-11-20") }
        #expect(try await freeze(fixture, on: on("2026-11-30")) == 0)
    }

    @Test func `what is frozen stays as it was when the record changes later`() async throws {
        let fixture = try await planned()
        try await referrals(10, inTime: 6, on: on("2026-08-24"), fixture)
        try await ben(fixture, on("2026-09-29")).write(
            "Six of ten", for: PlanMonth(of: on("2026-09-01")), of: "action-1", in: "plan-1")
        _ = try await freeze(fixture, on: on("2026-09-30"))
        let frozen = try #require(try await file(fixture).snapshots.first).body
        #expect(frozen.lines.first?.colour == "red" && frozen.lines.first?.update == "Six of ten")
        #expect(frozen.lines.first?.denominator == 11)
        try await referrals(40, inTime: 40, on: on("2026-09-07"), fixture)
        try await ben(fixture, on("2026-10-02")).write(
            "All of them", for: PlanMonth(of: on("2026-09-01")), of: "action-1", in: "plan-1")
        try await keep(fixture).change("action-1", in: "plan-1", because: "Longer") { $0.byOn = on("2027-01-29") }
        let after = try #require(try await file(fixture).snapshots.first).body
        #expect(after == frozen)
        #expect(try await standing(fixture, on: on("2026-09-30")).lines.first?.judgement.colour == .green)
        #expect(SnapshotSignature.firstBroken(of: try await file(fixture)) == nil)
    }

    @Test func `the next month shows what moved, what was re-dated and what is said to be done`() async throws {
        let fixture = try await planned()
        try await referrals(10, inTime: 6, on: on("2026-08-24"), fixture)
        _ = try await freeze(fixture, on: on("2026-09-30"))
        try await referrals(20, inTime: 20, on: on("2026-10-05"), fixture)
        let keep = try keep(fixture, on: on("2026-10-12"))
        try await keep.change("action-1", in: "plan-1", because: "Longer") { $0.byOn = on("2027-01-29") }
        try await keep.act(
            action { ($0.measure, $0.noMeasureBecause) = (nil, "Nothing counts it") }, id: "action-2", in: "plan-1")
        _ = try await freeze(fixture, on: on("2026-10-30"))
        let snapshots = try await file(fixture).snapshots.map(\.body)
        let changes = SnapshotChange.between(snapshots[0], snapshots[1])
        #expect(Set(changes.map(\.action)) == ["action-1", "action-2"])
        let first = try #require(changes.first { $0.action == "action-1" })
        #expect(
            first.sorts == [
                .coloured(from: "red", to: "amber"), .moved(from: 545, to: 839),
                .redated(from: on("2026-10-30"), to: on("2027-01-29")),
            ])
        #expect(changes.first { $0.action == "action-2" }?.sorts == [.new])
    }

    @Test func `a snapshot somebody tampers with is found, and so is one that does not follow from the one before`()
        async throws
    {
        let fixture = try await planned()
        let record = try #require(fixture.record)
        _ = try await freeze(fixture, on: on("2026-09-30"))
        _ = try await freeze(fixture, on: on("2026-10-30"))
        let verify = VerifySnapshots(store: record.store, person: try keeper(fixture).person)
        #expect(try await verify() == nil)
        let kept = try #require(try await file(fixture).snapshots.first)
        for tamper: @Sendable (inout PlanSnapshot) -> Void in [
            { $0.lines[0].colour = "green" }, { $0.lines[0].update = "It went well" },
            { snapshot in
                // Signed again with the change in it: then the next one does not follow.
                snapshot.lines[0].colour = "green"
                snapshot.digest = SnapshotSignature.of(snapshot, plan: "plan-1")
            },
        ] {
            var body = kept.body
            tamper(&body)
            let latest = try #require(try await file(fixture).snapshots.first)
            _ = try await record.store.append(
                [
                    NewEntry(
                        body, id: kept.id, about: Assurer.plan("plan-1"), by: .user("ana"), corrects: latest.place)
                ], in: record.council, at: ServerFixture.moment)
            #expect(try await verify() != nil)
        }
    }

    @Test func `owners are told in the last days of the month, and it stays until they write`() async throws {
        let fixture = try await planned()
        let calendar = try #require(fixture.record).standards.calendar
        func waiting(_ user: UserID, _ day: Day) async throws -> [PlanWork] {
            try await SeePlan(try worker(fixture, user, user == "ben" ? .socialWorker : .chair, on: day)).mine(calendar)
        }
        #expect(try await waiting("ben", on("2026-09-22")).isEmpty)
        #expect(try await waiting("ben", on("2026-09-23")).map(\.dueOn) == [on("2026-09-30")])
        #expect(try await waiting("ben", on("2026-10-07")).map(\.dueOn) == [on("2026-09-30")])
        #expect(try await waiting("cleo", on("2026-10-07")).isEmpty)
        try await ben(fixture, on("2026-10-07")).write(
            "Late", for: PlanMonth(of: on("2026-09-01")), of: "action-1", in: "plan-1")
        #expect(try await waiting("ben", on("2026-10-07")).isEmpty)
        #expect(try await file(fixture).overdueUpdates(on: on("2026-10-07"), calendar).isEmpty)
    }

    @Test func `a message about it has a number and neither names nor words`() async throws {
        let fixture = try await planned()
        let record = try #require(fixture.record)
        let count = CountWaitingWork(store: record.store, calendar: record.standards.calendar, because: .notice)
        let ben = SignedIn(council: record.council, user: "ben", role: .socialWorker)
        let moment = Moment(londonDay: on("2026-10-07"), minute: 480)
        let work = try await count(of: ben, at: moment)
        #expect(work.improvement == 1)
        let message = try #require(
            NoticeMessage(daily: work, on: on("2026-10-07"), isManager: false, address: "https://x.example/work"))
        let text = message.lines.joined(separator: "\n")
        #expect(text.contains("1 thing in an improvement plan waits for you"))
        #expect(!text.contains("Managers decide") && !text.contains("front door") && !text.contains("After the report"))
        let mo = SignedIn(council: record.council, user: "mo", role: .member)
        #expect(try await count(of: mo, at: moment).improvement == 0)
    }
}
