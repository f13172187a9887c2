import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// The calendar of somebody who holds children, read with its address alone. Ben leads Tamar, who is on a plan; it is
/// Sat 21 Nov 2026. Another program reads it in Tests/Program.
@Suite struct CalendarTests: TakesSteps {
    private func held() async throws -> ServerFixture {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [
                ("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-02"))),
                (
                    "P1",
                    ChildProtectionPlan(
                        referral: "R1", startedOn: try day("2026-10-01"), initialCategory: "NEG", latestCategory: "NEG")
                ),
                (
                    "V1",
                    Visit(
                        on: try day("2026-11-18"), purpose: .childProtectionPlan, plan: "P1", seen: true,
                        seenAlone: true)
                ),
            ], about: child)
        return fixture
    }

    /// The path of a new address, as the account's page shows it once.
    private func make(_ fixture: ServerFixture, _ token: SecretToken) async throws -> String {
        let page = try await fixture.post(
            "/account/calendar", token, "csrf=\(fixture.formToken(token))&do=make"
        ).text
        let start = try #require(page.firstRange(of: "/calendar/"))
        return String(page[start.lowerBound...].prefix { $0 != "<" && $0 != "\"" })
    }

    @Test func `it tells what is due and on which day, and nothing of whom`() async throws {
        let fixture = try await held()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let address = try await make(fixture, ben)
        #expect(try await fixture.get("/account", ben).text.contains(address) == false, "shown once")
        let calendar = try await fixture.get(address, nil)
        #expect(calendar.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(calendar.headers[.cacheControl]?.contains("no-store") == true)
        let text = calendar.text
        #expect(text.contains("SUMMARY:Visit due\r\n") && text.contains("SUMMARY:Review conference due\r\n"))
        #expect(text.contains("/work\r\n"))
        for secret in ["Tamar", "tamar", "Okoro", "ben", "record:", "2019", "P1"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        // The same again is the same, so that no program shows it twice.
        #expect(try await fixture.get(address, nil).text == text)
        let looks = try #require(try await fixture.record?.looks().filter { $0.why == "own calendar" })
        #expect(looks.count == 2 && looks.allSatisfy { $0.user == "ben" && Set($0.shown) == [child] })
    }

    @Test func `nobody else's children are in it, nor one its owner may not open`() async throws {
        let fixture = try await held()
        let ana = try await make(fixture, try fixture.signIn(.manager, user: "ana"))
        #expect(try await fixture.get(ana, nil).text.contains("VEVENT") == false)
        let ben = try await make(fixture, try fixture.signIn(.socialWorker, user: "ben"))
        try await fixture.record?.restrict(child, to: ["ana"])
        #expect(try await fixture.get(ben, nil).text.contains("SUMMARY:Visit due") == false)
    }

    @Test func `an address that was renewed, stopped or lost its owner opens nothing, like one that never was`()
        async throws
    {
        let fixture = try await held()
        let record = try #require(fixture.record)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let first = try await make(fixture, ben)
        let second = try await make(fixture, ben)
        let never = try await fixture.get("/calendar/\(SecretToken().text)", nil)
        #expect(never.status == .notFound)
        #expect(try await fixture.get(first, nil).status == .notFound)
        #expect(try await fixture.get(second, nil).status == .ok)
        for (role, isActive, status) in [
            (Role.socialWorker, false, HTTPResponse.Status.notFound), (.analyst, true, .notFound),
            (.administrator, true, .notFound), (.socialWorker, true, .ok),
        ] {
            try await record.store.save(
                User(council: record.council, id: "ben", name: "Ben Adeyemi", role: role, isActive: isActive))
            #expect(try await fixture.get(second, nil).status == status, "\(role) \(isActive)")
        }
        let stopped = try await fixture.post("/account/calendar", ben, "csrf=\(fixture.formToken(ben))&do=stop")
        #expect(stopped.status == .ok && stopped.text.contains("The calendar is stopped"))
        #expect(try await fixture.get(second, nil).status == .notFound)
        for path in ["/calendar/x", "/calendar/..", "/calendar/\(String(repeating: "0", count: 63))"] {
            #expect(try await fixture.get(path, nil).status == .notFound)
        }
    }

    @Test func `the address opens nothing else, and the log of requests does not hold it`() async throws {
        let fixture = try await held()
        let address = try await make(fixture, try fixture.signIn(.socialWorker, user: "ben"))
        _ = try await fixture.get(address, nil)
        let key = String(address.dropFirst("/calendar/".count))
        #expect(fixture.lines.all.contains { $0.contains("route=/calendar/{key}") })
        #expect(!fixture.lines.all.contains { $0.contains(key) })
        let token = try #require(SecretToken(key))
        #expect(try await fixture.get("/work", token).status == .seeOther, "no session")
    }
}
