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
        for (place, child) in file.cases.map(\.child).enumerated() where place < read {
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

    @Test func `where chances are equal what is read so far has its own wider range`() throws {
        let some = try sample("simple-random", reading: 3).estimate { $0.leftAtPotentialRisk == true }
        let all = try sample("simple-random", reading: 4).estimate { $0.leftAtPotentialRisk == true }
        #expect(some?.isExact == true && all?.isExact == true)
    }

    @Test func `a chosen sample says nothing of anybody else`() throws {
        #expect(try sample("chosen", reading: 4).estimate { $0.leftAtPotentialRisk == true } == nil)
    }
}
