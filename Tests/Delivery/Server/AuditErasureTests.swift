import AccessRules
import Assurance
import Casework
import ChildJourney
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Of a child whose record is destroyed a sample keeps that a case existed, and nothing that leads to whom.
@Suite struct AuditErasureTests: Assures {
    private func sampled() async throws -> ServerFixture {
        let fixture = try await fixture()
        try await children(3, in: fixture)
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "s")
        for number in 1...2 {
            var audit = finished()
            audit.leftAtPotentialRisk = number == 1
            audit.actions = [AuditAction(what: "See her", owner: "ben", byOn: try day("2026-11-01"))]
            try await AuditFile(assurer(fixture))(
                audit, id: RecordID("a-\(number)"), about: SubjectID("record:child\(number)"),
                unsafeNow: number == 1 ? "Alone" : nil)
        }
        return fixture
    }

    private func erase(_ child: String, _ fixture: ServerFixture) async throws {
        let record = try #require(fixture.record)
        _ = try await record.store.erase(
            .child(SubjectID(child)), records: nil, authority: "Destroyed at the end of retention",
            in: record.council, by: "ana", at: ServerFixture.moment)
    }

    @Test func `no entry, page or list leads to the child any more, and the other cases stay as they were`()
        async throws
    {
        let fixture = try await sampled()
        let record = try #require(fixture.record)
        let before = try await sample("s", fixture)
        try await erase("record:child1", fixture)
        let file = try await sample("s", fixture)
        #expect(file.cases.count == 4 && file.cases.count { $0.isDestroyed } == 1)
        #expect(!file.sample.cases.contains { $0.child == "record:child1" })
        #expect(
            file.cases.map(\.child).filter { !$0.hasPrefix("destroyed") }
                == before.cases.map(\.child).filter { $0 != "record:child1" }, "in their places, in the order drawn")
        #expect(file.sample.seed == before.sample.seed && file.sample.frameCount == before.sample.frameCount)
        let access = try record.access(.seeAssurance)
        let history = try await record.store.assuranceWork(Assurer.sample("s"), access: access)
        #expect(history.entries.count == 1, "the earlier text is gone, too")
        let director = try fixture.signIn(.director, user: "dot")
        for path in ["/audit/samples/s", "/audit", "/today", "/team"] {
            let page = try await fixture.get(path, director).text
            #expect(!page.contains("child1") && !page.contains("Child1"), "\(path)")
        }
    }

    @Test func `counts are of those who are left, and the destroyed case is said to have been one`() async throws {
        let fixture = try await sampled()
        let director = try fixture.signIn(.director, user: "dot")
        #expect(try await fixture.get("/audit/samples/s", director).text.contains("2 of 4 files are read"))
        try await erase("record:child1", fixture)
        let page = try await fixture.get("/audit/samples/s", director).text
        #expect(
            page.contains("1 of 3 files are read") && page.contains("1 more was a case, whose record was destroyed"))
        #expect(!page.contains("restricted, and not shown"))
        #expect(page.contains("1 of 3 files read, 0 children flagged"))
    }

    @Test func `its flags, actions and audits wait for nobody`() async throws {
        let fixture = try await sampled()
        try await erase("record:child1", fixture)
        let record = try #require(fixture.record)
        let access = try record.access(.seeToday)
        let day = ServerFixture.moment.londonDay
        #expect(try await record.store.unansweredFlags(on: day, access: access).isEmpty)
        let actions = try await record.store.auditActions(
            of: "ben", on: day, access: access, at: ServerFixture.moment)
        #expect(actions.compactMap { $0?.child } == ["record:child2"])
        let grades = try await record.store.gradesGiven(
            since: try self.day("2026-01-01"), access: record.access(.seeAssurance), at: ServerFixture.moment)
        #expect(grades.count == 1)
    }

    @Test func `the chain still holds, and says what was taken out of it`() async throws {
        let fixture = try await sampled()
        try await erase("record:child1", fixture)
        let record = try #require(fixture.record)
        #expect(try await record.store.verify(record.council, expecting: nil).fault == nil)
    }

    @Test func `a case that was replaced, and the one in its place, go alike`() async throws {
        let fixture = try await fixture()
        try await children(4, in: fixture)
        let drawn = try await DrawSample(assurer(fixture))(request(1), id: "s").sample
        let gone = SubjectID(drawn.cases[0].child)
        let next = try await ReplaceCase(assurer(fixture))(gone, in: "s", because: "Moved to Leafy Street")
        try await erase(gone.text, fixture)
        var file = try await sample("s", fixture)
        #expect(file.cases.map(\.child) == [next.child], "whoever took the place keeps it")
        #expect(
            file.replacements.first?.body.why == ""
                && file.replacements.first?.body.replaced.hasPrefix("destroyed") == true)
        try await erase(next.child, fixture)
        file = try await sample("s", fixture)
        #expect(file.cases.map(\.isDestroyed) == [true])
    }

    @Test
    func `after one who took a place is gone the next in the order takes the next place, and nobody is passed over`()
        async throws
    {
        let fixture = try await fixture()
        try await children(5, in: fixture)
        let drawn = try await DrawSample(assurer(fixture))(request(2), id: "s").sample
        let first = try await ReplaceCase(assurer(fixture))(SubjectID(drawn.cases[0].child), in: "s", because: "Moved")
        try await erase(first.child, fixture)
        let next = try await ReplaceCase(assurer(fixture))(SubjectID(drawn.cases[1].child), in: "s", because: "Moved")
        #expect(next.child == drawn.reserve[1].child)
    }

    @Test func `a child an inspector opened goes from the sample, and no id tells of one`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let subject = Assurer.sample("opened-i")
        var sample = CaseSample(
            on: ServerFixture.moment.londonDay, purpose: "Opened", method: "chosen", tool: "case-file", frame: "named",
            frameAsOf: ServerFixture.moment.londonDay, frameCount: 0, cases: [])
        (sample.chosenBy, sample.whyChosen, sample.inspection) = ("ina", "opened", "i")
        _ = try await record.store.append(
            [
                NewEntry(sample, id: "sample", about: subject, by: .user("ina")),
                NewEntry(
                    SampleAddition(child: "record:tamar", by: "ina", at: ServerFixture.moment),
                    id: "opened-record:tamar",
                    about: subject, by: .user("ina")),
            ], in: record.council, at: ServerFixture.moment)
        try await erase("record:tamar", fixture)
        let history = try await record.store.assuranceWork(subject, access: record.access(.seeAssurance))
        let additions = history.standing(SampleAddition.self)
        #expect(additions.count == 1 && additions.allSatisfy { SampledCase(child: $0.body.child).isDestroyed })
        #expect(additions.allSatisfy { !$0.id.text.contains("tamar") })
        #expect(try await record.store.verify(record.council, expecting: nil).fault == nil)
    }

    @Test func `a sample that names other children alone is left as it is`() async throws {
        let fixture = try await sampled()
        let place = try await sample("s", fixture).place
        try await fixture.record?.record([("person", Person(forename: "Later"))], about: "record:later")
        try await erase("record:later", fixture)
        #expect(try await sample("s", fixture).place == place)
    }

    @Test func `a look-back of many is shown in pages, each case on one of them`() async throws {
        let fixture = try await fixture()
        try await children(204, in: fixture)
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "s")
        let director = try fixture.signIn(.director, user: "dot")
        var found: [String] = []
        for (page, shown) in [(1, "1 to 200 of 205"), (2, "201 to 205 of 205")] {
            let text = try await fixture.get("/audit/samples/s?page=\(page)", director).text
            #expect(text.contains(shown), "page \(page)")
            found += text.split(separator: "\"").map(String.init).filter { $0.hasPrefix("/children/record") }
        }
        #expect(found.count == 205 && Set(found).count == 205)
    }

    @Test func `a look-back says how far it has got, by team and by day`() async throws {
        let fixture = try await sampled()
        let page = try await fixture.get("/audit/samples/s", fixture.signIn(.director, user: "dot")).text
        #expect(page.contains("2 of 4 files read, 1 child flagged"))
        #expect(page.contains("By team today") && page.contains("No team") && page.contains("Files first read, by day"))
        #expect(page.contains("somebody with no account here (auditor)") == false)
    }
}
