import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import Testing
import WorkingDays

@Suite struct AuditFileTests: Assures {
    @Test func `two readers' grades stand side by side, and nobody writes over another's`() async throws {
        let fixture = try await fixture()
        try await AuditFile(assurer(fixture))(finished(), id: "audit-1", about: child)
        var second = finished(.second)
        second.grade = "inadequate"
        try await AuditFile(assurer(fixture, .auditor, "sec"))(second, id: "audit-2", about: child)
        let audits = try await journey(fixture).casework.fileAudits
        #expect(audits.map(\.body.grade) == ["good", "inadequate"] && audits.map(\.body.by) == ["auditor", "sec"])
        let place = audits[0].place
        #expect(
            await refusal {
                try await AuditFile(assurer(fixture, .auditor, "sec"))(
                    second, id: "audit-1", about: child, corrects: place)
            }?.contains("nobody changes what another reader wrote") == true)
        // Their own they put right.
        try await AuditFile(assurer(fixture))(finished(), id: "audit-1", about: child, corrects: place)
        #expect(try await journey(fixture).casework.fileAudits.count == 2)
    }

    @Test(arguments: [AuditReader.second, .moderator])
    func `whoever read first is no second reader`(reader: AuditReader) async throws {
        let fixture = try await fixture()
        try await AuditFile(assurer(fixture))(finished(), id: "audit-1", about: child)
        #expect(
            await refusal { try await AuditFile(assurer(fixture))(finished(reader), id: "audit-2", about: child) }
                == "You have read this file already: somebody else gives the second opinion")
        // Of another sample it is no second opinion.
        try await AuditFile(assurer(fixture))(finished(reader, sample: "other"), id: "audit-3", about: child)
    }

    @Test func `an inspector reads as an inspector, and nobody else does`() async throws {
        let fixture = try await fixture()
        for (role, reader) in [(Role.auditor, AuditReader.inspector), (.inspector, .auditor)] {
            #expect(
                await refusal { try await AuditFile(assurer(fixture, role))(finished(reader), id: "a", about: child) }?
                    .hasPrefix("Inspectors read as inspectors") == true)
        }
        try await AuditFile(assurer(fixture, .inspector))(finished(.inspector), id: "b", about: child)
    }

    @Test func `a question about safety nobody can answer starts the clock, once`() async throws {
        let fixture = try await fixture()
        var audit = finished()
        audit.cannotTell = true
        try await AuditFile(assurer(fixture))(audit, id: "audit-1", about: child)
        let place = try await journey(fixture).casework.fileAudits[0].place
        try await AuditFile(assurer(fixture, hoursOn: 1))(audit, id: "audit-1", about: child, corrects: place)
        let flags = try await flags(fixture)
        #expect(flags.count == 1 && flags[0].body.isCannotTell && flags[0].body.origin == "s")
        #expect(flags[0].body.at == ServerFixture.moment && flags[0].body.isReferredBack == false)
    }

    @Test
    func `a child held unsafe after the same reading could not tell is flagged anew, and so is one after an answer`()
        async throws
    {
        let fixture = try await fixture()
        var audit = finished()
        audit.cannotTell = true
        try await AuditFile(assurer(fixture))(audit, id: "audit-1", about: child)
        let first = try await journey(fixture).casework.fileAudits[0].place
        for hours in [1, 2] {
            let place = try await journey(fixture).casework.fileAudits[0].place
            try await AuditFile(assurer(fixture, hoursOn: hours))(
                audit, id: "audit-1", about: child, unsafeNow: "He is back in the house", corrects: place)
        }
        #expect(try await flags(fixture).map(\.body.isCannotTell) == [true, false], "sent twice, flagged once")
        let unsafe = try #require(try await flags(fixture).last)
        #expect(unsafe.body.at == ServerFixture.moment.adding(hours: 1))
        try await AnswerFlag(assurer(fixture, .manager, "ana", hoursOn: 3)).decide("Seen", unsafe.id, about: child)
        let place = try await journey(fixture).casework.fileAudits[0].place
        try await AuditFile(assurer(fixture, hoursOn: 4))(
            audit, id: "audit-1", about: child, unsafeNow: "He is back in the house", corrects: place)
        let waiting = try await flags(fixture).filter(\.body.waits)
        #expect(waiting.contains { !$0.body.isCannotTell && $0.body.at == ServerFixture.moment.adding(hours: 4) })
        #expect(first < place)
    }

    @Test func `a child held unsafe is flagged though the reading itself is refused`() async throws {
        let fixture = try await fixture()
        try await AuditFile(assurer(fixture))(finished(), id: "audit-1", about: child)
        let tries: [(String, CaseFileAudit, RecordID, Int64?)] = [
            ("somebody else changed it", finished(), "audit-1", 1),
            ("own second reading", finished(.second), "a-2", nil),
            ("no inspector", finished(.inspector), "a-3", nil),
        ]
        for (why, audit, id, seen) in tries {
            #expect(
                await refusal {
                    try await AuditFile(assurer(fixture))(audit, id: id, about: child, unsafeNow: why, corrects: seen)
                } != nil)
        }
        #expect(try await flags(fixture).map(\.body.why) == tries.map(\.0))
        #expect(try await journey(fixture).casework.fileAudits.count == 1)
    }

    @Test func `a reading stays what it was: putting it right makes no second or moderator's reading of it`()
        async throws
    {
        let fixture = try await fixture()
        try await AuditFile(assurer(fixture))(finished(), id: "audit-1", about: child)
        let place = try await journey(fixture).casework.fileAudits[0].place
        for reader in [AuditReader.second, .moderator] {
            #expect(
                await refusal {
                    try await AuditFile(assurer(fixture))(
                        finished(reader), id: "audit-1", about: child, corrects: place)
                }?.contains("nobody changes what another reader wrote") == true)
        }
        #expect(
            await refusal {
                try await ModerateAudit(assurer(fixture))(
                    grade: "good", leftAtPotentialRisk: false, because: "Mine", tool: "case-file", sample: "s",
                    id: "audit-1", about: child)
            } != nil)
        #expect(try await journey(fixture).casework.fileAudits.map(\.body.reader) == [.auditor])
    }

    @Test func `nobody reads or moderates the file of a child they ever worked with, or whose worker they supervised`()
        async throws
    {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [
                (
                    "A1",
                    Allocation(
                        worker: "once", role: .second, from: try day("2026-09-02"), until: try day("2026-09-09"))
                ),
                ("S1", CaseSupervision(on: try day("2026-10-02"), supervisor: "above", weighed: "What next")),
            ], about: child)
        for user in ["once", "above"] {
            #expect(
                await refusal {
                    try await AuditFile(assurer(fixture, .auditor, UserID(user)))(finished(), id: "a", about: child)
                } == "You worked with this child, or supervised the work: somebody else reads the file", "\(user)")
        }
        try await AuditFile(assurer(fixture))(finished(), id: "a", about: child)
        #expect(
            await refusal {
                try await ModerateAudit(assurer(fixture, .auditor, "above"))(
                    grade: "good", leftAtPotentialRisk: false, because: "x", tool: "case-file", sample: "s", id: "m",
                    about: child)
            } != nil)
    }

    @Test func `what an inspector holds unsafe is referred back to the council`() async throws {
        let fixture = try await fixture()
        try await AuditFile(assurer(fixture, .inspector))(
            finished(.inspector), id: "audit-1", about: child, unsafeNow: "Bruised, and nobody came")
        let flag = try #require(try await flags(fixture).first).body
        #expect(!flag.isCannotTell && flag.isReferredBack == true && flag.why == "Bruised, and nobody came")
    }

    @Test func `an audit that worries about nothing starts no clock`() async throws {
        let fixture = try await fixture()
        try await AuditFile(assurer(fixture))(finished(), id: "audit-1", about: child)
        #expect(try await flags(fixture).isEmpty)
    }

    @Test func `a restricted file is read by nobody who may not open it`() async throws {
        let fixture = try await fixture()
        try await fixture.record?.restrict(child, to: ["ana"])
        #expect(await refusal { try await AuditFile(assurer(fixture))(finished(), id: "a", about: child) } == "access")
    }

    @Test(arguments: Role.allCases.filter { ![.auditor, .inspector].contains($0) })
    func `nobody else audits a file`(role: Role) async throws {
        let fixture = try await fixture()
        #expect(
            await refusal { try await AuditFile(assurer(fixture, role))(finished(), id: "a", about: child) } == "access"
        )
    }
}
