import AccessRules
import Foundation
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing

/// Papers for committee, from making to a member who reads them.
@Suite struct PackRoutesTests {
    private func fixture(_ children: Int = 7) async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load(LeftOut.many(children))
        fixture.record = record
        return fixture
    }

    private func send(
        _ fixture: ServerFixture, _ address: String, _ token: SecretToken, _ fields: String = ""
    ) async throws -> TestResponse {
        try await fixture.post(address, token, "csrf=\(fixture.formToken(token))\(fields)")
    }

    @discardableResult
    private func make(
        _ fixture: ServerFixture, _ token: SecretToken, kind: String = "committee", form: String = "pack-1"
    ) async throws -> TestResponse {
        try await send(fixture, "/packs", token, "&kind=\(kind)&form=\(form)")
    }

    private static let files = ["", "/pack.html", "/pack.docx", "/charts/children-on-a-protection-plan.svg"]

    @Test func `a member opens the released pack and finds no child in it`() async throws {
        let fixture = try await fixture()
        let maker = try fixture.signIn(.director, user: "dana")
        #expect(try await make(fixture, maker).headers[.location] == "/packs/1")
        let releaser = try fixture.signIn(.manager, user: "mona")
        #expect(try await send(fixture, "/packs/1/release", releaser).status == .seeOther)
        let member = try fixture.signIn(.member, user: "cllr")
        #expect(try await fixture.get("/packs", member).text.contains("/packs/1"))
        for file in Self.files {
            let answer = try await fixture.get("/packs/1\(file)", member)
            #expect(answer.status == .ok, "\(file)")
            for number in 1...7 {
                #expect(!answer.text.contains("Invented\(number)") && !answer.text.contains("child\(number)"))
            }
            #expect(!answer.text.contains("Okoro") && !answer.text.contains("/children/"))
        }
        let page = try await fixture.get("/packs/1", member).text
        #expect(page.contains("Recommendations") && page.contains("Released to members"))
    }

    @Test func `a pack that is not released is not there for members and partners`() async throws {
        let fixture = try await fixture()
        try await make(fixture, fixture.signIn(.director, user: "dana"))
        for role in [Role.member, .partner] {
            let token = try fixture.signIn(role, user: "cllr")
            for file in Self.files {
                #expect(try await fixture.get("/packs/1\(file)", token).status == .notFound)
            }
            #expect(try await !fixture.get("/packs", token).text.contains("/packs/1"))
        }
        let worker = try fixture.signIn(.socialWorker, user: "ana")
        #expect(try await fixture.get("/packs/1", worker).status == .notFound)
    }

    @Test func `whoever made it does not release it, and a member neither makes nor releases`() async throws {
        let fixture = try await fixture()
        let maker = try fixture.signIn(.manager, user: "mona")
        try await make(fixture, maker)
        #expect(try await send(fixture, "/packs/1/release", maker).status == .forbidden)
        let member = try fixture.signIn(.member, user: "cllr")
        #expect(try await make(fixture, member, form: "pack-2").status == .forbidden)
        #expect(try await send(fixture, "/packs/1/release", member).status == .forbidden)
        #expect(try await fixture.get("/packs/1", member).status == .notFound)
    }

    @Test func `the director's page keeps the three counts apart and is never released`() async throws {
        let fixture = try await fixture()
        let director = try fixture.signIn(.director, user: "dana")
        try await make(fixture, director, kind: "director")
        let page = try await fixture.get("/packs/1", director).text
        #expect(page.contains("never added") && page.contains("Children left at potential risk"))
        #expect(page.contains("Emergency powers, unregistered placements and serious incidents"))
        #expect(page.contains("Children in unregistered placements: "))
        #expect(!page.contains("Okoro"))
        #expect(try await send(fixture, "/packs/1/release", fixture.signIn(.manager, user: "mona")).status != .seeOther)
        #expect(try await fixture.get("/packs/1", fixture.signIn(.member, user: "cllr")).status == .notFound)
    }

    @Test func `it stays as it was made, and a form sent twice makes one`() async throws {
        let fixture = try await fixture()
        let director = try fixture.signIn(.director, user: "dana")
        try await make(fixture, director)
        let before = try await fixture.get("/packs/1/pack.html", director).text
        try await fixture.record?.load(LeftOut.many(30))
        #expect(try await make(fixture, director).headers[.location] == "/packs/1")
        #expect(try await fixture.get("/packs/1/pack.html", director).text == before)
        #expect(try await make(fixture, director, form: "pack-2").headers[.location] == "/packs/2")
        #expect(try await fixture.get("/packs/2/pack.html", director).text != before)
    }

    @Test(arguments: ["kind=", "kind=none", "kind=team", "kind=committee&on=tomorrow"])
    func `a form that cannot be used says so and keeps nothing`(fields: String) async throws {
        let fixture = try await fixture()
        let director = try fixture.signIn(.director, user: "dana")
        #expect(try await send(fixture, "/packs", director, "&form=pack-1&\(fields)").status == .unprocessableContent)
        #expect(try await fixture.get("/packs/1", director).status == .notFound)
    }

    @Test func `words of the council's own stand in it, and those that name a child are refused and keep nothing`()
        async throws
    {
        let fixture = try await fixture()
        let director = try fixture.signIn(.director, user: "dana")
        for field in ["covering", "purpose", "background"] {
            let named = try await send(
                fixture, "/packs", director, "&kind=committee&form=pack-1&\(field)=Invented3+Okoro+waited")
            #expect(named.status == .unprocessableContent && named.text.contains("names a child: leave the name out"))
        }
        #expect(try await fixture.get("/packs/1", director).status == .notFound)
        let made = try await send(
            fixture, "/packs", director,
            "&kind=committee&form=pack-1&covering=Read+this+first&purpose=As+asked+in+May&background=We+began+late")
        #expect(made.headers[.location] == "/packs/1")
        let page = try await fixture.get("/packs/1/pack.html", director).text
        let at = ["Read this first", "As asked in May", "What changed", "What is red", "We began late"].map {
            page.range(of: $0)?.lowerBound
        }
        #expect(at.allSatisfy { $0 != nil } && at.compactMap(\.self) == at.compactMap(\.self).sorted())
    }

    @Test func `every chart of a short pack is a file, whether it is drawn first or further down`() async throws {
        let fixture = try await fixture()
        let director = try fixture.signIn(.director, user: "dana")
        try await make(fixture, director)
        let page = try await fixture.get("/packs/1", director).text
        let charts = Set(page.matches(of: /packs\/1\/charts\/([a-z0-9-]+)\.svg/).map { String($0.1) })
        #expect(charts.count > 10)
        for chart in charts {
            #expect(try await fixture.get("/packs/1/charts/\(chart).csv", director).status == .ok, "\(chart)")
        }
        let ids = page.matches(of: /id="(chart-[0-9]+-title)"/).map { String($0.1) }
        #expect(ids.count == charts.count && Set(ids).count == ids.count, "no id stands twice")
    }
}
