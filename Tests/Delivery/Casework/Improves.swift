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

/// An improvement plan of an invented council whose record is kept here. Today is Sat 21 Nov 2026.
protocol Improves: Assures {}

extension Improves {
    func frameworks(_ fixture: ServerFixture) throws -> InspectionFrameworks {
        try #require(fixture.record).standards.frameworks
    }

    /// Ana, who keeps plans, on a day at noon.
    func keeper(_ fixture: ServerFixture, on day: Day = on("2026-11-21")) throws -> Assurer {
        try worker(fixture, "ana", .manager, on: day)
    }

    func worker(_ fixture: ServerFixture, _ user: UserID, _ role: Role, on day: Day, minute: Int = 720) throws
        -> Assurer
    {
        let record = try #require(fixture.record)
        return Assurer(
            store: record.store, person: SignedIn(council: record.council, user: user, role: role),
            now: { Moment(londonDay: day, minute: minute) })
    }

    /// People with accounts here.
    func accounts(_ fixture: ServerFixture) async throws {
        let record = try #require(fixture.record)
        for (id, role) in [("ana", Role.manager), ("ben", .socialWorker), ("cleo", .chair), ("mo", .member)] {
            try await record.store.save(
                User(
                    council: record.council, id: UserID(id),
                    name: "\(id.prefix(1).uppercased() + id.dropFirst()) Invented", role: role))
        }
    }

    func keep(_ fixture: ServerFixture, on day: Day = on("2026-11-21")) throws -> KeepPlan {
        KeepPlan(try keeper(fixture, on: day), try frameworks(fixture))
    }

    func file(_ fixture: ServerFixture, _ id: String = "plan-1") async throws -> PlanFile {
        try await SeePlan(try keeper(fixture)).file(id)
    }

    func action(_ edit: (inout ImprovementAction) -> Void = { _ in }) -> ImprovementAction {
        var action = ImprovementAction(
            what: "Managers decide referrals in a day", theme: "theme-1", answers: ["point-1"], owner: "ben",
            byOn: on("2026-10-30"), beganOn: on("2026-09-01"))
        action.measure = ActionMeasure(
            id: "referrals-decided-in-one-working-day", period: "quarter", team: nil, target: 900, floor: 700, step: 50)
        edit(&action)
        return action
    }

    /// A plan of September with one point and one action, written on Tue 1 Sep 2026.
    func planned(
        _ edit: (inout ImprovementAction) -> Void = { _ in }
    ) async throws -> ServerFixture {
        let fixture = try await fixture()
        try await accounts(fixture)
        let keep = try keep(fixture, on: on("2026-09-01"))
        var plan = ImprovementPlan(name: "After the report", beganOn: on("2026-09-01"), keptBy: "")
        plan.themes = [PlanTheme(id: "theme-1", name: "The front door")]
        try await keep.open(plan, id: "plan-1")
        try await keep.answer(
            AnsweredPoint(on: on("2026-08-20"), origin: .audit, words: "Referrals wait", isPriority: true),
            id: "point-1",
            in: "plan-1")
        try await keep.act(
            action {
                $0.begunShownBy = nil
                edit(&$0)
            }, id: "action-1", in: "plan-1")
        return fixture
    }

    /// So many referrals of a day, of which so many were decided the same day; the others on the day a week after.
    func referrals(_ count: Int, inTime: Int, on day: Day, _ fixture: ServerFixture) async throws {
        for number in 0..<count {
            let decided = number < inTime ? day : day + 7
            try await fixture.record?.record(
                [
                    ("person", Person(forename: "C\(number)", surname: "Invented", bornOn: on("2016-03-03"))),
                    (
                        "R1",
                        Referral(receivedOn: day, noFurtherAction: true, decidedOn: decided, closedOn: decided)
                    ),
                ], about: SubjectID("record:\(day)-\(number)"))
        }
    }

    func freeze(_ fixture: ServerFixture, on day: Day, minute: Int = 18 * 60) async throws -> Int {
        let record = try #require(fixture.record)
        return try await FreezeSnapshots(
            store: record.store, council: record.council, calendar: record.standards.calendar,
            now: { Moment(londonDay: day, minute: minute) })()
    }

    func standing(_ fixture: ServerFixture, on day: Day) async throws -> PlanStanding {
        let see = SeePlan(try keeper(fixture, on: day))
        return try await see.standing(of: try await see.file("plan-1"), to: day)
    }
}

/// A day in a story is written as it is in a file: on("2026-03-03").
func on(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is not a day") }
    return day
}
