import AccessRules
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Logging
import Server
import Testing

@Suite struct KeptPagesTests {
    @Test func `a page asked for again is the page of what is recorded now`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar("a", forename: "Asha")])
        fixture.record = record
        let token = try fixture.signIn()
        // One server for all requests: what it keeps is what is asked about.
        let live = try fixture.live()
        try await Serving.application(Serving.router(live), fixture.settings, logger: .init(label: "test")).test(
            .router
        ) {
            client in
            func today() async throws -> String {
                try await client.execute(uri: "/today", method: .get, headers: .form(token)).text
            }
            #expect(try await today().contains("Asha Okoro"))
            #expect(try await today().contains("Asha Okoro"))
            try await record.load([LeftOut.tamar("a", forename: "Asha"), LeftOut.tamar("b", forename: "Bilal")])
            #expect(try await today().contains("Bilal Okoro"))
            try await record.restrict("ssd:b", to: ["someone-else"])
            #expect(try await !today().contains("Bilal"))
        }
        #expect(try await record.looks().filter { $0.verb == "see-today" }.count >= 4)
    }

    @Test func `what is kept for one person is not shown to another`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar("a", forename: "Asha")])
        try await record.restrict("ssd:a", to: ["u1"])
        fixture.record = record
        let (first, second) = (try fixture.signIn(), try fixture.signIn(user: "u2"))
        let live = try fixture.live()
        try await Serving.application(Serving.router(live), fixture.settings, logger: .init(label: "test")).test(
            .router
        ) {
            client in
            let own = try await client.execute(uri: "/today", method: .get, headers: .form(first)).text
            let others = try await client.execute(uri: "/today", method: .get, headers: .form(second)).text
            #expect(own.contains("Asha Okoro"))
            #expect(!others.contains("Asha"))
        }
    }

    @Test func `a child's page opened again is logged again, shows the look, and is the child as recorded now`()
        async throws
    {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar("a", forename: "Asha")])
        fixture.record = record
        let (first, second) = (try fixture.signIn(), try fixture.signIn(user: "u2"))
        let live = try fixture.live()
        try await Serving.application(Serving.router(live), fixture.settings, logger: .init(label: "test")).test(
            .router
        ) {
            client in
            func page(_ token: SecretToken) async throws -> TestResponse {
                try await client.execute(uri: "/children/ssd:a", method: .get, headers: .form(token))
            }
            #expect(try await page(first).text.contains("Asha Okoro"))
            #expect(try await page(first).text.contains("Asha Okoro"))
            #expect(try await page(second).text.contains("u1, manager"))
            #expect(try await record.looks().filter { $0.verb == "open-child" }.count == 3)
            try await record.load([LeftOut.tamar("a", forename: "Aisha")])
            #expect(try await page(first).text.contains("Aisha Okoro"))
            try await record.restrict("ssd:a", to: ["u2"])
            let closed = try await page(first)
            #expect(closed.status == .forbidden && !closed.text.contains("Okoro"))
            #expect(try await page(second).text.contains("Aisha Okoro"))
        }
    }
}
