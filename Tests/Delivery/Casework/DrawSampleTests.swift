import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import Testing
import WorkingDays

@Suite struct DrawSampleTests: Assures {
    private func council(_ others: Int = 19) async throws -> ServerFixture {
        let fixture = try await fixture()
        try await children(others, in: fixture)
        return fixture
    }

    @Test func `a drawn sample keeps what anybody needs to draw it again, and nobody chose its seed`() async throws {
        let fixture = try await council()
        let drawn = try await DrawSample(assurer(fixture))(request(5), id: "s")
        let kept = try await sample("s", fixture)
        #expect(kept.sample == drawn.sample && kept.cases.count == 5 && kept.sample.reserve.count == 10)
        #expect(kept.sample.frameCount == 20 && kept.sample.draw == 1 && kept.sample.seed?.count == 64)
        #expect(Set(kept.cases.map(\.child)).union(kept.sample.reserve.map(\.child)).count == 15)
        #expect(kept.cases.allSatisfy { $0.chance == 0.25 })
        let again = try await DrawSample(assurer(fixture))(request(5), id: "s2")
        #expect(again.sample.draw == 2 && again.sample.seed != drawn.sample.seed, "a second draw is another one")
    }

    @Test func `a draw that nobody uses is a draw, and counts`() async throws {
        let fixture = try await council()
        for number in 1...3 {
            #expect(try await DrawSample(assurer(fixture))(request(2), id: "s\(number)").sample.draw == number)
        }
    }

    @Test func `a restricted child is counted, left out and not named to whoever may not open them`() async throws {
        let fixture = try await council()
        try await fixture.record?.restrict("record:child7", to: ["ana"])
        let drawn = try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "s").sample
        #expect(drawn.frameCount == 19 && !drawn.cases.contains { $0.child == "record:child7" })
        #expect(drawn.exclusions.map(\.children) == [1] && drawn.exclusions[0].words.contains("restricted"))
        // Whoever may open the child has them in the frame.
        let named = try await DrawSample(assurer(fixture, .director, "ana"))(
            request(0) { $0.method = .wholeFrame }, id: "s2"
        ).sample
        #expect(named.frameCount == 20 && named.exclusions.isEmpty)
    }

    @Test func `files audited in the last 12 months are left out and counted, but for a re-audit`() async throws {
        let fixture = try await council()
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "s")
        for number in 1...3 {
            try await AuditFile(assurer(fixture))(
                finished(), id: RecordID("audit-\(number)"), about: SubjectID("record:child\(number)"))
        }
        let since = try day("2025-11-21")
        let drawn = try await DrawSample(assurer(fixture))(
            request(0) { ($0.method, $0.leavingOutAuditedSince) = (.wholeFrame, since) }, id: "s2"
        ).sample
        #expect(drawn.frameCount == 17 && drawn.exclusions.map(\.children) == [3])
        let again = try await DrawSample(assurer(fixture))(
            request(0) { ($0.method, $0.leavingOutAuditedSince, $0.reauditOf) = (.wholeFrame, since, "s") }, id: "s3"
        ).sample
        #expect(again.frameCount == 20 && again.exclusions.isEmpty)
    }

    @Test func `a child once flagged unsafe is never left out`() async throws {
        let fixture = try await council()
        try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "s")
        try await AuditFile(assurer(fixture))(finished(), id: "audit-1", about: "record:child1")
        try await AuditFile(assurer(fixture))(finished(), id: "audit-2", about: "record:child2", unsafeNow: "Alone")
        let since = try day("2025-11-21")
        let drawn = try await DrawSample(assurer(fixture))(
            request(0) { ($0.method, $0.leavingOutAuditedSince) = (.wholeFrame, since) }, id: "s2"
        ).sample
        #expect(drawn.frameCount == 19)
        #expect(drawn.cases.contains { $0.child == "record:child2" })
        #expect(!drawn.cases.contains { $0.child == "record:child1" })
    }

    @Test func `the frame is who is open, and a draw without anybody, a purpose or a size is refused`() async throws {
        let fixture = try await council(2)
        try await fixture.record?.record(
            [
                (
                    "R2",
                    Referral(receivedOn: try day("2026-02-02"), closedOn: try day("2026-03-02"), closureReason: "RC8")
                )
            ],
            about: "record:gone")
        let drawn = try await DrawSample(assurer(fixture))(request(0) { $0.method = .wholeFrame }, id: "s").sample
        #expect(Set(drawn.cases.map(\.child)) == ["record:tamar", "record:child1", "record:child2"])
        for (edit, said) in [
            ({ $0.frame = .status(.inCare) }, "No child is in the frame"),
            ({ $0.purpose = "" }, "Say what the sample is for"), ({ $0.size = 0 }, "Say how many files are read"),
        ] as [((inout DrawSample.Request) -> Void, String)] {
            #expect(await refusal { try await DrawSample(assurer(fixture))(request(2, edit), id: "x") } == said)
        }
    }

    @Test func `the next in the drawn order takes the place of a case that cannot be read, and both stay`() async throws
    {
        let fixture = try await council()
        let drawn = try await DrawSample(assurer(fixture))(request(5), id: "s").sample
        let gone = SubjectID(drawn.cases[1].child)
        let next = try await ReplaceCase(assurer(fixture))(gone, in: "s", because: "Moved to another council")
        #expect(next == drawn.reserve[0])
        let kept = try await sample("s", fixture)
        #expect(kept.cases.map(\.child) == [0, -1, 2, 3, 4].map { $0 < 0 ? next.child : drawn.cases[$0].child })
        #expect(kept.replacements.map(\.body.replaced) == [gone.text] && kept.sample == drawn)
        // One that was replaced is not replaced again, and what is not there neither; a reason is given.
        let refused = "This case cannot be replaced"
        #expect(
            await refusal { _ = try await ReplaceCase(assurer(fixture))(gone, in: "s", because: "Again") } == refused)
        #expect(
            await refusal { _ = try await ReplaceCase(assurer(fixture))("record:tom", in: "s", because: "x") }
                == refused)
        #expect(
            await refusal { _ = try await ReplaceCase(assurer(fixture))(SubjectID(next.child), in: "s", because: "") }
                == "Say why it is replaced")
        // Whoever took the place may be replaced in turn.
        let third = try await ReplaceCase(assurer(fixture))(SubjectID(next.child), in: "s", because: "Abroad")
        #expect(try await sample("s", fixture).cases[1] == third && third == drawn.reserve[1])
    }

    @Test func `chosen children are named with the reason and whoever chose, once each, and say nothing of others`()
        async throws
    {
        let fixture = try await council(3)
        try await ChooseSample(assurer(fixture))(
            ["record:child2", "record:tamar", "record:child2"], purpose: "Complaints", why: "Each complained",
            tool: "case-file", id: "s")
        let kept = try await sample("s", fixture)
        #expect(kept.cases.map(\.child) == ["record:child2", "record:tamar"] && kept.sample.chosenBy == "auditor")
        #expect(kept.sample.seed == nil && kept.sample.draw == nil && !kept.supportsEstimates)
        let see = SeeAssurance(try assurer(fixture), try #require(fixture.record).standards.frameworks)
        #expect(try await see.read("s").estimate { _ in true } == nil)
        #expect(
            await refusal {
                _ = try await ReplaceCase(assurer(fixture))("record:tamar", in: "s", because: "x")
            } == "This case cannot be replaced")
        #expect(
            await refusal {
                try await ChooseSample(assurer(fixture))(["record:tamar"], purpose: "P", why: "", tool: "t", id: "x")
            } == "Say why these children")
    }

    @Test func `a child who is not there and one who is restricted are refused alike`() async throws {
        let fixture = try await council(2)
        try await fixture.record?.restrict("record:child1", to: ["ana"])
        func choose(_ child: SubjectID) async -> String? {
            await refusal {
                try await ChooseSample(assurer(fixture))([child], purpose: "P", why: "W", tool: "case-file", id: "x")
            }
        }
        let hidden = await choose("record:child1")
        #expect(hidden == "1 of these are not children of this record whom you may open")
        #expect(await choose("record:nobody") == hidden)
    }

    @Test(arguments: Role.allCases)
    func `who draws, chooses and replaces: auditors, inspectors and the director, and nobody else`(role: Role)
        async throws
    {
        let fixture = try await council(2)
        try await DrawSample(assurer(fixture))(request(1), id: "s")
        let may: Set<Role> = [.auditor, .inspector, .director]
        guard !may.contains(role) else {
            try await DrawSample(assurer(fixture, role))(request(1), id: "mine")
            return
        }
        #expect(await refusal { try await DrawSample(assurer(fixture, role))(request(1), id: "x") } == "access")
        #expect(
            await refusal {
                try await ChooseSample(assurer(fixture, role))([child], purpose: "P", why: "W", tool: "t", id: "x")
            } == "access")
        #expect(
            await refusal { _ = try await ReplaceCase(assurer(fixture, role))(child, in: "s", because: "x") }
                == "access")
    }
}
