import AccessRules
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing

@Suite struct NumbersRoutesTests {
    private func fixture(_ children: Int) async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load(LeftOut.many(children))
        fixture.record = record
        return fixture
    }

    private func row(_ csv: String, _ words: String) -> Substring? {
        csv.split(separator: "\r\n").first { $0.contains(words) }
    }

    @Test func `every number opens onto the children it counts`() async throws {
        let fixture = try await fixture(7)
        let token = try fixture.signIn()
        let page = try await fixture.get("/numbers", token)
        #expect(page.status == .ok)
        #expect(page.text.contains("/numbers/children?heading=kind-unseen&amp;on=2026-11-21"))
        let children = try await fixture.get("/numbers/children?heading=kind-unseen&on=2026-11-21", token)
        #expect(children.status == .ok)
        #expect(children.text.contains("7 children on Sat 21 Nov 2026"))
        #expect(children.text.contains("Invented7 Okoro"))
        let look = try await fixture.record?.looks().first
        #expect(look?.verb == "drill-down" && look?.shown.count == 7)
    }

    @Test func `what began in a year opens onto its children, whether or not it still stands`() async throws {
        let fixture = try await fixture(30)
        let token = try fixture.signIn()
        let page = try await fixture.get("/numbers?on=30+June+2026", token)
        #expect(page.text.contains("These are the numbers of Tue 30 Jun 2026."))
        let address = "/numbers/children?heading=plan-child-unseen&amp;on=2026-06-30&amp;began=year"
        #expect(page.text.contains(address))
        let children = try await fixture.get(address.replacing("&amp;", with: "&"), token)
        #expect(children.text.contains("30 children, for whom it began from Tue 1 Jul 2025 to Tue 30 Jun 2026"))
        let next = try await fixture.get(address.replacing("&amp;", with: "&") + "&after=ssd:child5&from=26", token)
        #expect(next.text.contains("Invented6 Okoro"))
        let before = try await fixture.get(
            "/numbers/children?heading=plan-child-unseen&on=2026-01-31&began=year", token)
        #expect(before.text.contains("0 children"))
        #expect(try await fixture.get("/api/v1/numbers?on=2026-06-30", token).text.contains("\"beganInYear\""))
    }

    @Test(arguments: ["/numbers?on=2026-06-30", "/numbers.csv?on=2026-06-30", "/api/v1/numbers?on=2026-06-30"])
    func `a member is shown today only, so that no two days give away one child`(address: String) async throws {
        let fixture = try await fixture(7)
        #expect(try await fixture.get(address, fixture.signIn(.member)).status == .forbidden)
    }

    @Test(arguments: ["tomorrow", "22 Nov 2026", "31/02/2026"])
    func `a day that cannot be shown is answered with today and a message`(typed: String) async throws {
        let fixture = try await fixture(7)
        let page = try await fixture.get("/numbers?on=\(typed.replacing(" ", with: "+"))", fixture.signIn())
        #expect(page.status == .ok)
        #expect(page.text.contains("Enter a day up to today"))
        #expect(!page.text.contains("These are the numbers of"))
    }

    @Test func `a list longer than a page goes on where it stopped`() async throws {
        let fixture = try await fixture(30)
        let token = try fixture.signIn(.socialWorker)
        let first = try await fixture.get("/numbers/children?heading=plan-child-unseen&on=2026-11-21", token)
        #expect(first.text.contains("1 to 25 of 30"))
        let next = try await fixture.get(
            "/numbers/children?heading=plan-child-unseen&on=2026-11-21&after=ssd:child5&from=26", token)
        #expect(next.text.contains("Invented6 Okoro"))
        #expect(!next.text.contains("Invented5 Okoro"))
    }

    @Test func `a check nobody can make is not checkable and never nought`() async throws {
        let fixture = try await fixture(7)
        let csv = try await fixture.get("/numbers.csv", fixture.signIn()).text
        #expect(row(csv, "\"connected-carer-unapproved\"")?.hasSuffix("\"not checkable\"") == true)
        // Flags are of this record itself, whatever was loaded: nobody flagged anybody.
        #expect(row(csv, "\"unsafe now\"")?.hasSuffix("\"0\"") == true)
        #expect(row(csv, "\"plan-child-unseen\"")?.hasSuffix("\"7\"") == true)
    }

    @Test func `before anything is loaded no number is nought`() async throws {
        let fixture = ServerFixture()
        let page = try await fixture.get("/numbers", fixture.signIn())
        #expect(page.status == .ok)
        #expect(page.text.contains("no load has been completed"))
        let csv = try await fixture.get("/numbers.csv", fixture.signIn()).text
        #expect(!csv.contains("\"0\""))
        #expect(try await !fixture.get("/numbers/trend.csv", fixture.signIn()).text.contains("\"0\""))
    }

    @Test(arguments: [(3, true), (4, true), (5, false)])
    func `a member sees no number from 1 to 4, nor one that holds it`(children: Int, isHidden: Bool) async throws {
        let fixture = try await fixture(children)
        let token = try fixture.signIn(.member)
        let csv = try await fixture.get("/numbers.csv", token).text
        for words in ["\"plan-child-unseen\"", "\"unseen\"", "left at potential risk", "\"T1\""] {
            let cell = isHidden ? "\"hidden\"" : "\"\(children)\""
            #expect(row(csv, words)?.hasSuffix(cell) == true, "\(words)")
        }
        let trend = try await fixture.get("/numbers/trend.csv", token).text
        #expect(trend.contains("\"2026-10-31\",\"\(isHidden ? "hidden" : "\(children)")\""))
        let page = try await fixture.get("/numbers", token).text
        #expect(!page.contains("/numbers/children"))
        if isHidden { #expect(page.contains(">hidden<")) }
    }

    @Test func `a member sees no count that holds a hidden one, on the day or on any other`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load(LeftOut.many(7) + [LeftOut.kacper("k1"), LeftOut.kacper("k2")])
        fixture.record = record
        let manager = try await fixture.get("/numbers.csv", fixture.signIn()).text
        #expect(row(manager, "\"in-need-child-unseen\"")?.hasSuffix("\"2\"") == true)
        #expect(row(manager, "\"unseen\"")?.hasSuffix("\"9\"") == true)
        let member = try await fixture.get("/numbers.csv", fixture.signIn(.member)).text
        #expect(row(member, "\"plan-child-unseen\"")?.hasSuffix("\"7\"") == true)
        for words in ["\"in-need-child-unseen\"", "\"unseen\"", "left at potential risk", "duties overdue"] {
            #expect(row(member, words)?.hasSuffix("\"hidden\"") == true, "\(words)")
        }
        let months = try await fixture.get("/numbers/trend.csv", fixture.signIn(.member)).text
        #expect(row(months, "2026-10-31") == "\"2026-10-31\",\"hidden\",\"hidden\"")
    }

    @Test(arguments: [Role.member, .administrator])
    func `somebody who may see no child gets none behind a number`(role: Role) async throws {
        let fixture = try await fixture(7)
        let answer = try await fixture.get(
            "/numbers/children?heading=kind-unseen&on=2026-11-21", fixture.signIn(role))
        #expect(answer.status == .forbidden)
        #expect(!answer.text.contains("Okoro"))
    }

    @Test func `a restricted child is counted and not named`() async throws {
        let fixture = try await fixture(7)
        try await fixture.record?.restrict("ssd:child3", to: ["someone-else"])
        let answer = try await fixture.get(
            "/numbers/children?heading=kind-unseen&on=2026-11-21", fixture.signIn())
        #expect(answer.text.contains("7 children on"))
        #expect(answer.text.contains("1 restricted child is counted and not shown."))
        #expect(!answer.text.contains("Invented3"))
    }

    @Test(arguments: [
        "heading=kind-safe", "heading=x", "heading=kind-unseen&began=year", "heading=kind-unseen&on=yesterday",
        "on=2026-02-30",
    ])
    func `an address that asks for nothing there is says so, and shows no empty list`(query: String) async throws {
        let fixture = try await fixture(1)
        let answer = try await fixture.get("/numbers/children?\(query)", fixture.signIn())
        #expect(answer.status == .badRequest)
    }

    @Test(arguments: ["/numbers", "/numbers.csv", "/numbers/trend.csv", "/numbers/children"])
    func `another council's people and those not signed in get no number`(address: String) async throws {
        let fixture = try await fixture(7)
        #expect(try await fixture.get(address, nil).status == .seeOther)
        #expect(try await fixture.get(address, fixture.signIn(of: "other")).status == .notFound)
    }
}
