import AccessRules
import ChildJourney
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Server
import Testing
import WorkingDays

/// The matrix of every role against every route, held against the router itself.
@Suite struct RouteLeavesTests {
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: try #require(Day("2026-01-05")))
        try await record.record(
            [
                ("person", Person(forename: "Tamar", surname: "Okoro", bornOn: try #require(Day("2019-02-11")))),
                ("R1", Referral(receivedOn: try #require(Day("2026-09-01")), harmAlleged: true)),
            ], about: "record:tamar")
        fixture.record = record
        return fixture
    }

    @Test func `every address of the router is in the matrix, and none that is not there`() async throws {
        let router = Serving.router(try await fixture().live())
        let known = Set(
            router.routes.filter { [.get, .post].contains($0.method) }.map { "\($0.method.rawValue) \($0.path)" })
        let listed = Set(RouteLeave.all.map { "\($0.method) \($0.pattern)" })
        // Routes that only refuse a method that is not taken are beside each other address.
        let answering = known.filter { route in
            listed.contains(route) || !listed.contains { $0.split(separator: " ")[1] == route.split(separator: " ")[1] }
        }
        #expect(answering == listed)
    }

    @Test(arguments: Role.allCases)
    func `each role is let in where the matrix says, and nowhere else`(role: Role) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(role, user: "somebody")
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        for route in RouteLeave.all where route.need != .nothing && route.path != "/sign-out" {
            let path = route.path.replacing("{child}", with: "record:tamar").replacing("{id}", with: "record:tamar")
                .replacing("{code}", with: "referral-undecided").replacing("{number}", with: "1")
                .replacing("{visit}", with: "v").replacing("{form}", with: "form-1")
            let asked =
                path == "/referrals/new" ? "\(path)?searched=x" : path == "/api/v1/search" ? "\(path)?q=x" : path
            // A load is sent as a file, which has its own tests.
            if route.method == "POST", route.path == "/imports" { continue }
            let answer =
                route.method == "GET"
                ? try await fixture.get(asked, token)
                : try await fixture.post(path, token, "csrf=\(csrf)&form=form-x&record=referral-x")
            let isRefused = answer.status == .forbidden
            #expect(isRefused == !route.admits(role), "\(role.rawValue) \(route.method) \(path): \(answer.status)")
            #expect(answer.status.code < 500, "\(route.method) \(path)")
        }
    }
}
