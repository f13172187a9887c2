import ChildJourney
import Foundation
import RecordKeeping
import Testing

/// Every kind of entry that can be recorded must stay readable for as long as there are records.
struct EntryRegisterTests {
    private let texts = StoredBody()

    @Test(arguments: RecordKind.allCases)
    func `every kind is registered, has its oldest stored text kept, and reads it`(kind: RecordKind) throws {
        let type = try #require(EntryRegister.body(of: kind), "\(kind) is not in the register")
        #expect(type.kind == kind)
        let oldest = try text(kind, version: 1)
        let body = try texts.body(kind: kind, version: 1, bytes: oldest)
        let newest = try text(kind, version: type.version)
        #expect(try texts.bytes(of: .body(body)) == newest, "version \(type.version) of \(kind) is written differently")
    }

    /// Stands in no child's journey: the workforce, and what has a subject of its own.
    private static let ofNoChild: Set<RecordKind> = [
        .worker, .team, .workerAbsence, .caseSample, .sampleReplacement, .inspection, .inspectionEvidence,
        .inspectionFinding, .inspectionJudgement, .inspectorAccess, .sampleAddition, .accuracyComment,
        .inspectionRequest, .engagement, .inspectionProgramme,
        .improvementPlan, .answeredPoint, .improvementAction, .actionUpdate, .planSnapshot, .planMeeting,
        .meetingResolution, .plannedChange, .reviewGate,
    ]

    @Test(arguments: RecordKind.allCases.filter { !ofNoChild.contains($0) })
    func `every kind about a child is folded into the journey`(kind: RecordKind) throws {
        let body = try texts.body(kind: kind, version: 1, bytes: text(kind, version: 1))
        var journey = Journey()
        fold(body, into: &journey)
        let record = try #require(journey.records.first)
        #expect(journey.records.count == 1)
        #expect(try texts.bytes(of: .body(record.body)) == texts.bytes(of: .body(body)))
    }

    @Test func `a text of a later release is refused by name`() throws {
        let bytes = try text(.visit, version: 1)
        #expect(throws: StoredBody.Unreadable.newerVersion(kind: "visit", version: 2)) {
            try texts.body(kind: .visit, version: 2, bytes: bytes)
        }
    }

    private func fold<Body: EntryBody>(_ body: Body, into journey: inout Journey) {
        journey.add(body, id: "1")
    }

    private func text(_ kind: RecordKind, version: Int) throws -> [UInt8] {
        let file = fixtures.appendingPathComponent("entries/\(kind.rawValue).v\(version).json")
        return Array(try Data(contentsOf: file)).filter { $0 != 0x0A }
    }
}
