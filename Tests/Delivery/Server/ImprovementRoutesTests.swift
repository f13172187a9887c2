import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import Improvement
import Server
import Testing
import WorkingDays

/// An improvement plan through the real router. Today is Sat 21 Nov 2026; October's last working day is past.
@Suite struct ImprovementRoutesTests: Improves {
    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        try await fixture.post(path, token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    private let action =
        "form=action-2&what=Ask+each+day&answers=point-1&theme=theme-1&owner=ben&by=18+Dec+2026&began=1+Sep+2026"
    private let number =
        "measure=referrals-decided-in-one-working-day&period=quarter&target=95&floor=80.5&step=5"

    @Test func `a plan is set up, answers a paragraph by an action with a number, and its owner writes for the month`()
        async throws
    {
        let fixture = try await planned()
        let ana = try fixture.signIn(.manager, user: "ana")
        let set = try await send(
            "/improvement", "form=plan-2&name=After+the+letter&began=2+Nov+2026&themes=Front+door%0ACourt", fixture, ana
        )
        #expect(set.status == .seeOther && set.headers[.location] == "/improvement/plan-2")
        let point =
            "form=point-9&origin=report-paragraph&reference=4.2&said=Children+wait&found-on=2+Nov+2026&priority=yes"
        #expect(try await send("/improvement/plan-2/points", point, fixture, ana).status == .seeOther)
        #expect(try await fixture.get("/improvement/plan-2", ana).text.contains("Not answered"))
        let sent =
            "form=action-9&what=Ask+each+day&answers=point-9&theme=theme-1&owner=ben&by=18+Dec+2026&began=2+Nov+2026&\(number)"
        #expect(try await send("/improvement/plan-2/actions", sent, fixture, ana).status == .seeOther)
        #expect(try await send("/improvement/plan-2/actions", sent, fixture, ana).status == .seeOther, "sent twice")
        let file = try await file(fixture, "plan-2")
        #expect(file.actions.count == 1 && file.unanswered.isEmpty)
        #expect(file.actions.first?.body.measure?.floor == 805)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("/improvement/plan-2/actions/action-9", ben).text
        #expect(page.contains("Which month?") && page.contains("80.5%") && !page.contains("Change the action"))
        let wrote = try await send(
            "/improvement/plan-2/actions/action-9/updates", "month=2026-11&goes=It+has+begun", fixture, ben)
        #expect(wrote.status == .seeOther)
        #expect(try await fixture.get("/improvement/plan-2/actions/action-9", ana).text.contains("It has begun"))
    }

    @Test func `what is wrong with an action is said beside its field, and nothing is recorded`() async throws {
        let fixture = try await planned()
        let ana = try fixture.signIn(.manager, user: "ana")
        for (body, said) in [
            (action, "Enter which number shows it, or why none does"),
            (
                "\(action)&measure=referrals-decided-in-one-working-day&period=quarter&target=70&floor=80&step=5",
                "The target must be at least as good as the floor"
            ),
            (
                "\(action)&measure=referrals-decided-in-one-working-day&period=quarter&target=many&floor=80&step=5",
                "The target must be a number such as 90 or 92.5"
            ),
            (
                "\(action.replacing("owner=ben", with: "owner=mo"))&no-measure=None",
                "This is not the name of an active account"
            ),
        ] {
            let answer = try await send("/improvement/plan-1/actions", body, fixture, ana)
            #expect(answer.status == .unprocessableContent && answer.text.contains(said), "\(said)")
        }
        #expect(try await file(fixture).actions.count == 1)
    }

    @Test func `marked complete while the number has not moved, the page says so and counts it as not done`()
        async throws
    {
        let fixture = try await planned()
        try await referrals(10, inTime: 6, on: on("2026-08-24"), fixture)
        try await referrals(10, inTime: 6, on: on("2026-10-05"), fixture)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let sent = try await send(
            "/improvement/plan-1/actions/action-1/completion", "completed=2+Nov+2026&completed-shown=A+form", fixture,
            ben)
        #expect(sent.status == .seeOther)
        let page = try await fixture.get("/improvement/plan-1", ben).text
        #expect(page.contains("Marked complete; the number says otherwise"))
        #expect(page.contains("1 action: 0 complete, 1 not done"))
        #expect(page.contains("1 action marked complete whose number says otherwise: counted as not done."))
        #expect(page.contains("1 action past the day"))
    }

    @Test func `late updates are shown and counted, on the plan, among its months and on the owner's work`()
        async throws
    {
        let fixture = try await planned()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await fixture.get("/improvement/plan-1", ben).text.contains("2 monthly updates overdue"))
        let months = try await fixture.get("/improvement/plan-1/months", ben).text
        #expect(months.contains("No snapshot was taken") && months.contains("September 2026"))
        let work = try await fixture.get("/work", ben).text
        #expect(work.contains("September 2026: Managers decide referrals in a day") && work.contains("Overdue"))
        let other = try fixture.signIn(.socialWorker, user: "other")
        #expect(!(try await fixture.get("/work", other).text.contains("Managers decide")))
    }

    @Test func `a frozen month is shown with its signature, and its text has that SHA-256`() async throws {
        let fixture = try await planned()
        _ = try await freeze(fixture, on: on("2026-09-30"))
        _ = try await freeze(fixture, on: on("2026-10-30"))
        let cleo = try fixture.signIn(.chair, user: "cleo")
        let page = try await fixture.get("/improvement/plan-1/months/2026-10", cleo).text
        let text = try await fixture.get("/improvement/plan-1/months/2026-10/signed.txt", cleo).text
        let digest = try #require(try await file(fixture).snapshots.last).body.digest
        #expect(page.contains("It is as it was signed") && page.contains(digest))
        #expect(text.hasPrefix("sightline plan snapshot 1\nplan 6: plan-1\nmonth 10: 2026-10-01\n"))
        #expect(try await fixture.get("/improvement/plan-1/months/2026-08", cleo).status == .notFound)
    }

    @Test func `what a committee resolved stands on its owner's work until what answered it is said`() async throws {
        let fixture = try await planned()
        let (ana, ben) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.socialWorker, user: "ben"))
        let path = "/improvement/plan-1/meetings"
        #expect(
            try await send(path, "form=meeting-1&sort=committee&on=20+Oct+2026&papers=13+Oct+2026", fixture, ana).status
                == .seeOther)
        #expect(try await fixture.get(path, ana).text.contains("Overdue since"))
        _ = try await send("\(path)/meeting-1/papers", "papers-sent=14+Oct+2026", fixture, ana)
        _ = try await send("\(path)/meeting-1", "held=20+Oct+2026&present=The+chair&minutes=Noted", fixture, ana)
        let resolved = try await send(
            "\(path)/meeting-1/resolutions",
            "form=resolution-1&resolved=A+further+report&resolved-owner=ben&resolved-due=16+Nov+2026", fixture, ana)
        #expect(resolved.status == .seeOther)
        #expect(try await fixture.get("/work", ben).text.contains("A further report"))
        let answer = "/improvement/plan-1/resolutions/resolution-1"
        #expect(try await send(answer, "answer-resolution-1=", fixture, ben).status == .unprocessableContent)
        #expect(
            try await send(
                answer, "answer-resolution-1=The+report+of+17+November&answered-resolution-1=17+Nov+2026", fixture, ben
            ).status == .seeOther)
        #expect(!(try await fixture.get("/work", ben).text.contains("A further report")))
        #expect(try await fixture.get("\(path)/meeting-1", ana).text.contains("The report of 17 November"))
    }

    @Test
    func `what next for a point is guidance, what would show it mended and who moved up, once its pattern is said`()
        async throws
    {
        let fixture = try await planned()
        let ana = try fixture.signIn(.manager, user: "ana")
        let path = "/improvement/plan-1/points/point-1"
        #expect(try await fixture.get(path, ana).text.contains("Nobody has said which pattern"))
        #expect(try await send(path, "pattern=plans_not_smart", fixture, ana).status == .seeOther)
        let page = try await fixture.get(path, ana).text
        #expect(page.contains("What would show it mended") && page.contains("Who put things right"))
        #expect(try await send(path, "pattern=no-such", fixture, ana).status == .unprocessableContent)
    }

    @Test func `a planned change shows its numbers before and now`() async throws {
        let fixture = try await planned()
        try await referrals(10, inTime: 6, on: on("2026-08-24"), fixture)
        let ana = try fixture.signIn(.manager, user: "ana")
        let sent = try await send(
            "/improvement/plan-1/changes",
            "form=change-1&name=One+front+door&why=Contacts+wait&from=1+Oct+2026&until=31+Dec+2026&before=12.5&after=15&watch=referrals-decided-in-one-working-day",
            fixture, ana)
        #expect(sent.status == .seeOther)
        let page = try await fixture.get("/improvement/plan-1/changes", ana).text
        #expect(page.contains("before: 12.5; after: 15") && page.contains("54.5%"))
    }

    @Test(arguments: [Role.member, .partner, .administrator])
    func `those who have no part in it open nothing of a plan`(role: Role) async throws {
        let fixture = try await planned()
        _ = try await freeze(fixture, on: on("2026-10-30"))
        let other = try fixture.signIn(role, user: "mo")
        for path in ["", "/plan-1", "/plan-1/months", "/plan-1/months/2026-10", "/plan-1/meetings", "/plan-1/changes"] {
            #expect(try await fixture.get("/improvement\(path)", other).status == .forbidden, "\(path)")
        }
    }
}
