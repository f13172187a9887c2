import AccessRules
import ChildJourney
import Concerns
import Foundation
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

@Suite struct MeasureRoutesTests {
    private func fixture(_ children: Int) async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load(LeftOut.many(children))
        fixture.record = record
        return fixture
    }

    @Test func `every measure has its number, and each number opens onto the children it counts`() async throws {
        let fixture = try await fixture(7)
        let token = try fixture.signIn()
        let page = try await fixture.get("/numbers/measures", token)
        #expect(page.status == .ok)
        let address = "/numbers/measures/children-on-a-protection-plan/children?period=day&to=2026-11-21&part=numerator"
        #expect(page.text.contains(address.replacing("&", with: "&amp;")))
        let children = try await fixture.get(address, token)
        #expect(children.text.contains("7 children, Sat 21 Nov 2026."))
        #expect(children.text.contains("Invented7 Okoro"))
        let look = try await fixture.record?.looks().first
        #expect(look?.verb == "drill-down" && look?.shown.count == 7)
    }

    @Test func `a measure says what it counts, and is shown by month, day, team and group`() async throws {
        let fixture = try await fixture(7)
        let page = try await fixture.get("/numbers/measures/children-on-a-protection-plan", fixture.signIn())
        #expect(page.status == .ok)
        for words in [
            "In the numerator", "Left out", "For example", "In all, and by team", "By age", "By ethnicity", "By month",
            "By day", "Oct 2026",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(page.text.contains("by=age&amp;key=5-9"))
        #expect(try await fixture.get("/numbers/measures/no-such-thing", fixture.signIn()).status == .notFound)
    }

    @Test func `what nobody can answer says why and is no nought`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.store.addCouncil(record.council, name: "Invented council")
        fixture.record = record
        let page = try await fixture.get("/numbers/measures", fixture.signIn())
        #expect(page.text.contains("nothing has been loaded"))
        let csv = try await fixture.get("/numbers/measures.csv", fixture.signIn()).text
        #expect(csv.contains("\"not checkable\",\"nothing has been loaded\"") && !csv.contains("\"0\""))
    }

    @Test(arguments: [(3, true), (4, true), (5, false)])
    func `a member sees months that are over, no number from 1 to 4, and no child`(
        children: Int, isHidden: Bool
    ) async throws {
        let fixture = try await fixture(children)
        let token = try fixture.signIn(.member)
        let csv = try await fixture.get("/numbers/measures.csv", token).text
        let row = csv.split(separator: "\r\n").first {
            $0.hasPrefix("\"children-on-a-protection-plan\",\"2026-10\"")
        }
        #expect(row?.contains(isHidden ? "\"hidden\"" : "\"\(children)\"") == true)
        #expect(!csv.contains("2026-11"))
        #expect(!csv.contains("\"T1\""))
        for path in ["/numbers/measures", "/numbers/measures/children-on-a-protection-plan"] {
            let page = try await fixture.get(path, token).text
            #expect(!page.contains("/children?"), "\(path)")
            #expect(!page.contains("By ethnicity"), "\(path)")
        }
        for path in ["/numbers/measures/children-in-need/children", "/numbers/equality"] {
            #expect(try await fixture.get(path, token).status == .forbidden, "\(path)")
        }
    }

    @Test func `a restricted child is counted and not named`() async throws {
        let fixture = try await fixture(7)
        try await fixture.record?.restrict("ssd:child3", to: ["someone-else"])
        let answer = try await fixture.get(
            "/numbers/measures/children-on-a-protection-plan/children?period=day&to=2026-11-21", fixture.signIn())
        #expect(answer.text.contains("7 children,"))
        #expect(answer.text.contains("1 restricted child is counted and not shown."))
        #expect(!answer.text.contains("Invented3"))
    }

    @Test(arguments: ["period=week&to=2026-11-21", "period=day", "period=day&to=x", "by=height&key=1", "part=half"])
    func `an address that asks for nothing there is says so, and shows no empty list`(query: String) async throws {
        let fixture = try await fixture(1)
        let answer = try await fixture.get(
            "/numbers/measures/children-in-need/children?\(query)", fixture.signIn())
        #expect(answer.status == .badRequest)
    }

    @Test func `children per worker open onto the children, and a member sees no number of workers`() async throws {
        let fixture = try await fixture(7)
        let page = try await fixture.get("/numbers/measures/caseload", fixture.signIn())
        #expect(page.status == .ok && page.text.contains("7 children, 1 worker"))
        #expect(!page.text.contains("By ethnicity"))
        let children = try await fixture.get(
            "/numbers/measures/caseload/children?period=day&to=2026-11-21", fixture.signIn())
        #expect(children.text.contains("7 children, Sat 21 Nov 2026."))
        let member = try fixture.signIn(.member)
        for id in ["caseload", "turnover", "concerns-open-unseen"] {
            for path in ["", "/figures.csv", "/charts/\(id).csv"] {
                let answer = try await fixture.get("/numbers/measures/\(id)\(path)", member)
                #expect(answer.status == .notFound, "\(id)\(path)")
            }
        }
        let all = try await fixture.get("/numbers/measures.csv", member).text
        #expect(!all.contains("caseload") && !all.contains("turnover") && !all.contains("concerns-open"))
        #expect(try await !fixture.get("/numbers/measures", member).text.contains("Children per worker"))
    }

    @Test func `turnover opens onto nobody, and where no source says who left it is no nought`() async throws {
        let fixture = try await fixture(1)
        let answer = try await fixture.get(
            "/numbers/measures/turnover/children?period=year&to=2026-11-21", fixture.signIn())
        #expect(answer.status == .notFound)
        var other = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()], telling: Set(CoveredFact.allCases).subtracting([.leavers]))
        other.record = record
        let page = try await other.get("/numbers/measures/turnover", other.signIn()).text
        #expect(page.contains("Not checkable.") && page.contains("does not say when workers left"))
    }

    @Test func `by kind there are as many children as on Numbers`() async throws {
        let fixture = try await fixture(7)
        let numbers = try await fixture.get("/numbers.csv", fixture.signIn()).text
        let measures = try await fixture.get("/numbers/measures.csv", fixture.signIn()).text
        for kind in ConcernKind.allCases {
            let shown = numbers.split(separator: "\r\n").first {
                $0.contains("\"children, by kind\",\"\(kind.rawValue)\"")
            }
            let count = try #require(shown?.split(separator: ",").last)
            let row = measures.split(separator: "\r\n").first {
                $0.hasPrefix("\"concerns-open-\(kind.rawValue)\",\"2026-11-21\",\"\",\(count),")
            }
            #expect(row != nil, "\(kind): \(count)")
        }
    }

    @Test func `a measure has its months and teams beside what chance would make, each to keep and to print`()
        async throws
    {
        let fixture = try await fixture(7)
        let token = try fixture.signIn()
        let page = try await fixture.get("/numbers/measures/plan-children-seen-on-time", token).text
        #expect(page.contains("What chance would make of it"))
        let chart = "/numbers/measures/plan-children-seen-on-time/charts/plan-children-seen-on-time"
        for (kind, words) in [("svg", "<svg xmlns"), ("csv", "\"Beyond chance\""), ("html", "<!DOCTYPE html>")] {
            #expect(page.contains("\(chart).\(kind)"))
            let file = try await fixture.get("\(chart).\(kind)", token)
            #expect(file.status == .ok && file.text.localizedStandardContains(words), "\(kind)")
        }
        for name in ["plan-children-seen-on-time.txt", "plan-children-seen-on-time", "other.svg"] {
            let answer = try await fixture.get(
                "/numbers/measures/plan-children-seen-on-time/charts/\(name)", token)
            #expect(answer.status == .notFound, "\(name)")
        }
        let member = try await fixture.get("/numbers/measures/plan-children-seen-on-time", fixture.signIn(.member)).text
        #expect(!member.contains("-by-team"))
    }

    @Test func `groups stand beside each other for those who may open the children`() async throws {
        let fixture = try await fixture(7)
        let page = try await fixture.get("/numbers/equality", fixture.signIn())
        #expect(page.status == .ok)
        for words in ["By ethnicity", "By disability", "By age", "By primary need", "no rate is of a population"] {
            #expect(page.text.contains(words), "\(words)")
        }
    }

    @Test func `a worker sees their own figures, a manager those of a worker, and another worker neither`() async throws
    {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: try #require(Day("2026-01-05")))
        try await record.record(
            [
                ("person", Person(forename: "Tamar", surname: "Okoro", bornOn: try #require(Day("2019-02-11")))),
                ("R1", Referral(receivedOn: try #require(Day("2026-09-01")), noFurtherAction: false)),
                (
                    "lead",
                    Allocation(worker: "ben", team: "T1", role: .lead, from: try #require(Day("2026-09-02")))
                ),
            ], about: "record:tamar")
        fixture.record = record
        let own = try await fixture.get("/work/measures", fixture.signIn(.socialWorker, user: "ben"))
        #expect(own.status == .ok)
        #expect(own.text.contains("1 child held") && own.text.contains("Children in need"))
        let others = try await fixture.get("/work/measures", fixture.signIn(.socialWorker, user: "cat"))
        #expect(!others.text.contains("Children in need"))
        let refused = try await fixture.get(
            "/team/workers/ben/measures", fixture.signIn(.socialWorker, user: "cat"))
        #expect(refused.status == .forbidden)
    }
}
