import AccessRules
import Assurance
import Casework
import ChildJourney
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// The lists of an inspection that begins on Mon 2 Nov 2026, drawn from a record that was all written on Sat 21 Nov 2026; and one that
/// begins that very day.
@Suite struct AnnexATests: Assures {
    private func lists(_ fixture: ServerFixture, _ role: Role = .inspector, on: String = "2026-11-21") async throws
        -> [AnnexA.Made]
    {
        try await AnnexA(assurer(fixture, role), try #require(fixture.record).standards.annexA)(on: day(on))
    }

    @Test func `columns come in the order of the template, and lists this record cannot fill say so`() async throws {
        let made = try await lists(fixture())
        #expect(made.map(\.list.number) == Array(1...11) && made.map(\.list.columns.count).reduce(0, +) == 169)
        #expect(made.map(\.isTold) == made.map { $0.list.number <= 8 })
    }

    @Test(arguments: [("2026-05-20", 0), ("2026-05-21", 1), ("2026-11-21", 1)])
    func `a referral is on its list from six months before the inspection to its day`(on: String, rows: Int)
        async throws
    {
        let fixture = try await fixture(Referral(receivedOn: try day(on), source: "3A", harmAlleged: true))
        let list = try #require(try await lists(fixture).first { $0.list.number == 3 })
        #expect(list.rows.count == rows)
        if let row = list.rows.first {
            #expect(row["Child Unique ID"] == "tamar" && row["Date of Birth"] == "11/02/2019")
            #expect(row["Age of Child (Years)"] == "7" && row["Referral Source"] == "3A")
            #expect(row["Allocated Worker"] == nil && list.empty.first { $0.column == "Allocated Worker" }?.rows == 1)
            #expect(Set(row.keys).isSubset(of: list.list.columns + ["Does the Child have a Disability"]))
        }
    }

    /// Whether each child is on list 6 on 21 Nov 2026, from when and until when, as a row for each referral.
    @Test(
        arguments: [
            // plan ended, referral open: open.
            ("2026-01-05", nil, "2026-01-20", "2026-06-30", ["Open"], ""),
            // never had a plan, closed two months before.
            ("2026-03-02", "2026-09-21", nil, nil, ["Closed"], "21/09/2026"),
            ("2026-03-02", "2026-05-21", nil, nil, ["Closed"], "21/05/2026"),
            ("2026-03-02", "2026-05-20", nil, nil, [], ""),
            ("2026-03-02", nil, nil, nil, ["Open"], ""),
        ] as [(String, String?, String?, String?, [String], String)])
    func `a child is in need from referral to closure, with a plan or without`(
        received: String, closed: String?, from: String?, until: String?, states: [String], closedOn: String
    ) throws {
        var journey = Journey()
        journey.referrals = [
            Recorded(
                Referral(receivedOn: try day(received), noFurtherAction: false, closedOn: try closed.map(day)), id: "R1"
            )
        ]
        if let from {
            let plan = ChildInNeedPlan(referral: "R1", startedOn: try day(from), endedOn: try until.map(day))
            journey.inNeedPlans = [Recorded(plan, id: "P1")]
        }
        let rows = AnnexARows(journey, of: .init("a"), on: try day("2026-11-21")).rows(of: 6)
        #expect(rows.compactMap { $0["Case Status"] } == states)
        #expect(rows.first?["CIN Closure Date"] ?? "" == closedOn)
        #expect((rows.first?["CIN Start Date"] != nil) == (from != nil))
    }

    @Test func `a child referred again has a row for each referral, and one from which nothing followed has none`()
        throws
    {
        var journey = Journey()
        journey.referrals = [
            Recorded(
                Referral(receivedOn: try day("2026-01-05"), noFurtherAction: false, closedOn: try day("2026-08-03")),
                id: "R1"),
            Recorded(Referral(receivedOn: try day("2026-09-01"), noFurtherAction: true), id: "R2"),
            Recorded(Referral(receivedOn: try day("2026-10-01"), noFurtherAction: false), id: "R3"),
        ]
        let plan = ChildInNeedPlan(startedOn: try day("2026-02-02"), endedOn: try day("2026-08-03"))
        journey.inNeedPlans = [Recorded(plan, id: "P1")]
        let rows = AnnexARows(journey, of: .init("a"), on: try day("2026-11-21")).rows(of: 6)
        #expect(rows.map { $0["Case Status"] } == ["Closed", "Open"])
        #expect(rows.map { $0["CIN Start Date"] } == ["02/02/2026", nil])
    }

    @Test func `what was written after the day of the inspection is not on its lists`() async throws {
        let made = try await lists(fixture(), on: "2026-11-20")
        #expect(made.allSatisfy { $0.rows.isEmpty })
    }

    @Test func `a restricted child's rows are counted and not handed over`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let manager = SignedIn(council: record.council, user: "other", role: .manager)
        let access = try AccessRules.access(
            for: manager, to: .restrictChild, .child(child, in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict(child, to: ["other"], access: access, at: ServerFixture.moment)
        let list = try #require(try await lists(fixture).first { $0.list.number == 3 })
        #expect(list.rows.isEmpty && list.restricted == 1)
    }

    @Test func `every column that is ever filled is one of the template's`() async throws {
        let fixture = try await fixture()
        let journey = try await journey(fixture)
        for list in try await lists(fixture) {
            for row in AnnexARows(journey, of: .init("tamar"), on: try day("2026-11-21")).rows(of: list.list.number) {
                let unknown = Set(row.keys).subtracting(list.list.columns).subtracting(Self.common)
                #expect(unknown.isEmpty, "list \(list.list.number)")
            }
        }
    }

    @Test func `what is counted of each list is what is on it`() async throws {
        let fixture = try await fixture()
        try await children(12, in: fixture)
        let record = try #require(fixture.record)
        let annex = AnnexA(try assurer(fixture, .inspector), record.standards.annexA)
        let (made, counted) = (try await annex(on: day("2026-11-21")), try await annex.counted(on: day("2026-11-21")))
        #expect(counted.map(\.rows) == made.map(\.rows.count) && counted.map(\.isTold) == made.map(\.isTold))
        #expect(counted.contains { $0.rows == 13 })
        for (one, other) in zip(counted, made) {
            #expect(one.empty.map(\.rows) == other.empty.map(\.rows), "list \(one.list.number)")
        }
        let looks = try await record.looks()
        #expect(looks.contains { $0.query == "lists of an inspection" && $0.shown.count == 13 })
        #expect(looks.contains { $0.query == "counts of the lists of an inspection" && $0.shown.isEmpty })
    }

    @Test
    func `how complete lists are is worked out again once anything changes, for each reader, and logged each time`()
        async throws
    {
        let fixture = try await fixture()
        let ina = try fixture.signIn(.inspector, user: "ina")
        _ = try await fixture.post(
            "/audit/inspections/new", ina,
            "csrf=\(fixture.formToken(ina))&form=inspection-1&framework=ilacs-2026&visit=standard&council=Invented&began=21+Nov+2026&announced=no&team=I.+Invented"
        )
        let (record, mo) = (try #require(fixture.record), try fixture.signIn(.manager, user: "mo"))
        // One server for all requests: what it keeps is what is asked about.
        let live = try fixture.live()
        try await Serving.application(Serving.router(live), fixture.settings, logger: .init(label: "test")).test(
            .router
        ) { client in
            func row(_ token: SecretToken) async throws -> String {
                let page = try await client.execute(
                    uri: "/audit/inspections/inspection-1/lists", method: .get, headers: .form(token)
                ).text
                let row = try #require(page.split(separator: "<tr").first { $0.contains("List 3: Referrals") })
                return row.split(separator: ">").map { $0.prefix { $0 != "<" } }.joined(separator: " ")
            }
            let first = try await row(ina)
            #expect(try await row(ina) == first)
            #expect(try await row(mo) == first)
            try await children(1, in: fixture)
            let second = try await row(ina)
            #expect(second != first && second.contains(" 2 "), "\(second)")
            try await record.restrict("record:child1", to: ["ina"])
            #expect(try await row(mo).contains("1, of restricted children"))
            #expect(try await row(ina) == second, "whoever is named is told of it as before")
        }
        let counts = try await record.looks().filter { $0.query == "counts of the lists of an inspection" }
        #expect(counts.count == 6)
    }

    @Test(
        arguments: [
            (1, "Gender", "F", ["female"], "b) Female"), (1, "Gender", "M", ["male"], "a) Male"),
            (1, "Gender", "U", ["unknown"], "U"), (1, "Ethnicity", "WBRI", [], "a) WBRI"),
            (1, "Ethnicity", "NOBT", [], "s) NOBT"), (1, "Contact Source", "6", [], "q) 6: Police"),
            (1, "Contact Source", "1A", [], "a) 1A: Individual"), (3, "Referral Source", "5D", [], "5D"),
            (3, "Referral NFA?", "No", [], "b) No"), (3, "Referral NFA?", "", [], ""),
            (6, "Primary Need Code", "N1", [], "N1 - Abuse or neglect"),
            (7, "Latest Category of Abuse", "NEG", ["Neglect"], "a) Neglect"),
            (7, "Latest Category of Abuse", "PHY", ["Physical abuse"], "b) Physical abuse"),
            (8, "Child's Legal Status", "C2", [], "C2: FCO"), (6, "Case Status", "Open", [], "Open"),
            (1, "Date of Contact", "01/02/2026", [], "01/02/2026"),
        ] as [(Int, String, String, [String], String)])
    func `a code is written as the tools that read lists call it, and stays as it is where they have none`(
        list: Int, column: String, value: String, words: [String], written: String
    ) async throws {
        let lists = try #require(try await fixture().record).standards.annexA
        let one = try #require(lists.first { $0.number == list })
        #expect(one.columns.contains(column))
        #expect(one.lettered(value, meaning: words, in: column) == written)
    }

    @Test func `the second file of a list has the tools' letters, and the first the national codes`() async throws {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-11-20"), source: "3A", noFurtherAction: false, harmAlleged: true))
        let ina = try fixture.signIn(.inspector, user: "ina")
        _ = try await fixture.post(
            "/audit/inspections/new", ina,
            "csrf=\(fixture.formToken(ina))&form=inspection-1&framework=ilacs-2026&visit=standard&council=Invented&began=21+Nov+2026&announced=no&team=I.+Invented"
        )
        let path = "/audit/inspections/inspection-1/lists/3"
        let national = try await fixture.get(path, ina).text
        #expect(national.contains("\"3A\"") && !national.contains("3A: Health services"))
        let lettered = try await fixture.get("\(path)?codes=letters", ina)
        #expect(lettered.text.contains("\"g) 3A: Health services\"") && lettered.text.contains("\"b) No\""))
        #expect(lettered.headers[.contentDisposition]?.contains("list-3-with-letters.csv") == true)
    }

    /// Not asked for on every list.
    private static let common: Set<String> = ["Does the Child have a Disability", "Allocated Team", "Allocated Worker"]

    @Test func `lists are for inspectors, auditors and those who answer them`() async throws {
        let fixture = try await fixture()
        let ina = try fixture.signIn(.inspector, user: "ina")
        _ = try await fixture.post(
            "/audit/inspections/new", ina,
            "csrf=\(fixture.formToken(ina))&form=inspection-1&framework=ilacs-2026&visit=standard&council=Invented&began=21+Nov+2026&announced=no&team=I.+Invented"
        )
        let path = "/audit/inspections/inspection-1/lists"
        for role in [Role.inspector, .auditor, .director, .manager] {
            let token = try fixture.signIn(role, user: role == .inspector ? "ina" : UserID(role.rawValue))
            #expect(try await fixture.get(path, token).text.contains("List 3: Referrals"), "\(role)")
            let csv = try await fixture.get("\(path)/3", token)
            #expect(csv.headers[.contentType]?.hasPrefix("text/csv") == true && csv.text.contains("\"tamar\""))
            #expect(!csv.text.contains("Okoro"))
            #expect(try await fixture.get("\(path)/9", token).status == .notFound)
        }
        for role in [Role.chair, .socialWorker, .member] {
            let token = try fixture.signIn(role, user: UserID(role.rawValue))
            #expect(try await fixture.get(path, token).status == .forbidden, "\(role)")
            #expect(try await fixture.get("\(path)/3", token).status == .forbidden, "\(role)")
        }
    }
}
