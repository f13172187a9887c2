import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import Testing
import WorkingDays

/// Four of 40 children, each drawn with a chance of its own, and two of those read are left at potential risk.
@Suite struct ReadSampleTests {
    private let on = Day(year: 2026, month: 10, day: 9) ?? Day(number: 0)

    private func sample(_ method: String, reading read: Int, replacing: Bool = false) throws -> ReadSample {
        try sample(method, places: Set(0..<read), replacing: replacing)
    }

    private func sample(_ method: String, places: Set<Int>, replacing: Bool = false) throws -> ReadSample {
        let children = (1...4).map { "record:\($0)" }
        let body = CaseSample(
            on: on, purpose: "Plans", method: method, tool: "case-file", frame: "every open child", frameAsOf: on,
            frameCount: 40,
            cases: zip(children, [0.5, 0.1, 0.1, 0.1]).map { SampledCase(child: $0, chance: $1) })
        var entries = [entry(1, "sample", body)]
        if replacing {
            let other = SampledCase(child: "record:9", chance: 0.1)
            entries.append(
                entry(
                    2, "replacement-1",
                    SampleReplacement(on: on, replaced: "record:4", by: other, why: "Moved away")))
        }
        let file = try #require(SampleFile("record:s", History(entries: entries)))
        var files: [SubjectID: AuditedFile?] = [:]
        for (place, child) in file.cases.map(\.child).enumerated() where places.contains(place) {
            var audit = CaseFileAudit(on: on, reader: .auditor, by: "aud", tool: "case-file", sample: "s")
            (audit.isFinished, audit.leftAtPotentialRisk) = (true, place < 2)
            files[SubjectID(child)] = AuditedFile(
                summary: ChildSummary(), audits: [Recorded(audit, id: "audit")], replies: [], flags: [], seen: [],
                concerns: [])
        }
        return ReadSample(file: file, files: files)
    }

    private func entry(_ number: Int64, _ id: RecordID, _ body: any EntryBody) -> JourneyEntry {
        JourneyEntry(sequence: number, id: id, body: body, recordedAt: Moment(londonDay: on))
    }

    @Test func `a sample of unequal chances says something of everybody once every case is read`() throws {
        let estimate = try sample("risk-weighted", reading: 4).estimate { $0.leftAtPotentialRisk == true }
        #expect(estimate?.likeliest == 12)
        #expect(estimate?.isExact == false)
    }

    @Test func `and nothing while a case is unread or another child stands in a place: it would count too few`() throws
    {
        #expect(try sample("risk-weighted", reading: 3).estimate { $0.leftAtPotentialRisk == true } == nil)
        #expect(try sample("stratified", reading: 3).estimate { $0.leftAtPotentialRisk == true } == nil)
        let replaced = try sample("risk-weighted", reading: 4, replacing: true)
        #expect(replaced.estimate { $0.leftAtPotentialRisk == true } == nil)
    }

    @Test
    func `which files are read first is nobody's choice: an estimate rests on those without a gap from the first on`()
        throws
    {
        let gap = try sample("simple-random", places: [1, 2, 3])
        #expect(gap.estimate { $0.leftAtPotentialRisk == true } == nil && gap.firstRead.isEmpty)
        let later = try sample("simple-random", places: [0, 2, 3])
        #expect(
            later.estimate { $0.leftAtPotentialRisk == true }
                == SampleEstimate.equal(found: 1, of: 1, from: 40), "of the first alone")
        #expect(try sample("every-nth", places: [0, 1, 2]).estimate { $0.leftAtPotentialRisk == true } == nil)
        #expect(try sample("every-nth", places: [0, 1, 2, 3]).estimate { $0.leftAtPotentialRisk == true } != nil)
    }

    @Test(arguments: ["risk-weighted", "stratified"])
    func `nobody found by unequal chances does not mean that there is nobody`(method: String) throws {
        let read = try sample(method, reading: 4)
        #expect(read.estimate { _ in false } == nil && read.estimate { _ in true } == nil)
        let all = SampleEstimate.weighted(found: [], others: [1, 1, 1], from: 3)
        #expect(all?.lowest == 0 && all?.highest == 0, "where the whole frame was read it does")
    }

    /// What counts of one file that two read.
    private func deciding(_ read: CaseFileAudit, _ moderated: CaseFileAudit) throws -> CaseFileAudit? {
        let file = AuditedFile(
            summary: ChildSummary(), audits: [Recorded(read, id: "a"), Recorded(moderated, id: "m")], replies: [],
            flags: [], seen: [], concerns: [])
        return ReadSample(file: try sample("simple-random", reading: 0).file, files: ["record:1": file]).cases.first?
            .deciding
    }

    @Test func `a moderator says which grade stands, and what the auditor answered stays answered`() throws {
        var read = CaseFileAudit(on: on, reader: .auditor, by: "aud", tool: "case-file", sample: "s")
        (read.isFinished, read.grade, read.leftAtPotentialRisk) = (true, "good", false)
        (read.answers, read.cannotTell, read.failure) = (
            [AuditAnswer(question: "seen", answer: .cannotTell)], true, "assessment"
        )
        var moderated = CaseFileAudit(on: on, reader: .moderator, by: "mod", tool: "case-file", sample: "s")
        (moderated.isFinished, moderated.grade, moderated.leftAtPotentialRisk) = (true, "inadequate", true)
        let deciding = try #require(try self.deciding(read, moderated))
        #expect(deciding.grade == "inadequate" && deciding.leftAtPotentialRisk == true && deciding.by == "mod")
        #expect(deciding.answers == read.answers && deciding.cannotTell == true && deciding.failure == "assessment")
        moderated.cannotTell = false
        #expect(try self.deciding(read, moderated)?.cannotTell == false, "what they said themselves counts")
    }

    @Test func `where chances are equal what is read so far has its own wider range`() throws {
        let some = try sample("simple-random", reading: 3).estimate { $0.leftAtPotentialRisk == true }
        let all = try sample("simple-random", reading: 4).estimate { $0.leftAtPotentialRisk == true }
        #expect(some?.isExact == true && all?.isExact == true)
    }

    @Test func `a chosen sample says nothing of anybody else`() throws {
        #expect(try sample("chosen", reading: 4).estimate { $0.leftAtPotentialRisk == true } == nil)
    }
}
