import AccessRules
import ChildJourney
import Foundation
import GRDB
import RecordKeeping
import SQLiteRecords
import Testing
import WorkingDays

/// Bytes of documents: kept once, erased with the last who names them, and missed by `verify` when they are gone.
struct DocumentTests {
    private static let bytes = Array("An invented letter about nobody".utf8)

    private func filled() async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        for child in ["tamar", "kacper"] { try await add(Self.bytes, "document-1", child, made) }
        return made
    }

    @discardableResult
    private func add(
        _ bytes: [UInt8], _ id: RecordID, _ child: String, _ made: TemporaryStore, hash: String? = nil
    ) async throws -> Appended {
        let body = ReceivedDocument(
            what: .letter, fileName: "letter.txt", type: .text, size: bytes.count,
            hash: hash ?? DocumentHash.text(of: bytes), sentBy: "Dr Invented", receivedOn: try day("2026-03-02"))
        let entry = NewEntry(
            body, id: id, about: .child(SubjectID(source: "record", local: child)), by: .user("ana"))
        return try await made.store.append(entry, with: bytes, in: made.council, at: noon("2026-03-02"))
    }

    private func kept(_ made: TemporaryStore) throws -> Int {
        try DatabaseQueue(path: made.path).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM document_bytes") ?? 0
        }
    }

    private func erase(_ child: SubjectID, _ made: TemporaryStore, _ records: Set<History.Key>? = nil) async throws {
        _ = try await made.store.erase(
            .child(child), records: records, authority: "order 1 of an invented court", in: made.council, by: "ana",
            at: noon("2026-03-03"))
    }

    @Test func `the hash is SHA-256 as its standard's own example says`() {
        // FIPS 180-2, appendix B.1.
        #expect(
            DocumentHash.text(of: Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `the same bytes for two children are kept once, and both are whole`() async throws {
        let made = try await filled()
        #expect(try kept(made) == 1)
        #expect(try await made.store.firstBrokenDocument(of: made.council) == nil)
        #expect(try await made.store.verify(made.council, expecting: nil).isWhole)
    }

    @Test func `bytes go with the last child who names them, and not before`() async throws {
        let made = try await filled()
        try await erase("record:tamar", made)
        #expect(try kept(made) == 1)
        #expect(try await made.store.firstBrokenDocument(of: made.council) == nil)
        try await erase("record:kacper", made)
        #expect(try kept(made) == 0)
        #expect(try made.bytes().contains("invented letter") == false)
        #expect(try await made.store.verify(made.council, expecting: nil).isWhole)
    }

    /// Inspectors asked for a document, and were given the same bytes.
    private func give(_ bytes: [UInt8], _ made: TemporaryStore) async throws {
        let subject = Subject(.inspection, SubjectID(source: "record", local: "i"))
        var request = InspectionRequest(
            sort: .document, what: "The policy", askedOn: try day("2026-03-01"), dueOn: try day("2026-03-04"),
            askedBy: "ina")
        let asked = try await made.store.append(
            [NewEntry(request, id: "item-1", about: subject, by: .user("ina"))], in: made.council,
            at: noon("2026-03-01"))
        guard case .recorded(let numbers) = asked else { throw ChangedSince() }
        (request.fileName, request.fileType) = ("policy.txt", .text)
        (request.fileHash, request.fileSize) = (DocumentHash.text(of: bytes), bytes.count)
        let entry = NewEntry(request, id: "item-1", about: subject, by: .user("ana"), corrects: numbers.first)
        _ = try await made.store.append(entry, with: bytes, in: made.council, at: noon("2026-03-02"))
    }

    @Test func `bytes given to inspectors stay when a child's record that names the same is erased`() async throws {
        let made = try await filled()
        try await give(Self.bytes, made)
        #expect(try kept(made) == 1)
        for child in ["record:tamar", "record:kacper"] { try await erase(SubjectID(child), made) }
        #expect(try kept(made) == 1)
        #expect(try await made.store.firstBrokenDocument(of: made.council) == nil)
        let inspection = Subject(.inspection, SubjectID(source: "record", local: "i"))
        let access = try made.access(.answerInspection, role: .manager)
        let handed = try await made.store.document(
            askedFor: "item-1", in: inspection, access: access, at: noon("2026-03-03"))
        #expect(handed == Self.bytes)
        _ = try await made.store.erase(
            inspection, records: [.init(kind: .inspectionRequest, id: "item-1")], authority: "order 2",
            in: made.council,
            by: "ana", at: noon("2026-03-04"))
        #expect(try kept(made) == 0)
        #expect(try await made.store.verify(made.council, expecting: nil).isWhole)
    }

    @Test(arguments: [Verb.seeAssurance, .openChild, .drillDown])
    func `bytes given to inspectors are handed over under no other leave`(verb: Verb) async throws {
        let made = try await TemporaryStore()
        try await give(Self.bytes, made)
        let inspection = Subject(.inspection, SubjectID(source: "record", local: "i"))
        let access =
            verb == .openChild ? try await made.access(verb, to: "record:tamar") : try made.access(verb, role: .manager)
        await #expect(throws: StoreFailure.accessMismatch) {
            try await made.store.document(askedFor: "item-1", in: inspection, access: access, at: noon("2026-03-03"))
        }
    }

    @Test func `bytes given to inspectors that were taken away are found by their entry's number`() async throws {
        let made = try await TemporaryStore()
        try await give(Self.bytes, made)
        try await DatabaseQueue(path: made.path).write { try $0.execute(sql: "DELETE FROM document_bytes") }
        #expect(try await made.store.firstBrokenDocument(of: made.council) == 2)
    }

    @Test func `one document erased leaves another of the same child, and what both name`() async throws {
        let made = try await TemporaryStore()
        try await add(Self.bytes, "one", "tamar", made)
        try await add(Self.bytes, "two", "tamar", made)
        try await add(Self.bytes + [1], "three", "tamar", made)
        try await erase("record:tamar", made, [.init(kind: .document, id: "one"), .init(kind: .document, id: "three")])
        #expect(try kept(made) == 1)
        #expect(try await made.store.firstBrokenDocument(of: made.council) == nil)
    }

    @Test(arguments: ["UPDATE document_bytes SET bytes = x'00'", "DELETE FROM document_bytes"])
    func `bytes that were changed or taken away are found, and are not handed over`(sql: String) async throws {
        let made = try await filled()
        try await DatabaseQueue(path: made.path).write { try $0.execute(sql: sql) }
        #expect(try await made.store.firstBrokenDocument(of: made.council) == 1)
        let access = try await made.access(.openChild, to: "record:tamar")
        await #expect(throws: StoreFailure.damaged(table: "document_bytes")) {
            try await made.store.document("document-1", of: "record:tamar", access: access, at: noon("2026-03-04"))
        }
    }

    @Test func `nothing is recorded for bytes that are not those the entry names`() async throws {
        let made = try await TemporaryStore()
        await #expect(throws: StoreFailure.damaged(table: "document_bytes")) {
            try await add(Self.bytes, "one", "tamar", made, hash: DocumentHash.text(of: [1]))
        }
        #expect(try await made.store.head(of: made.council) == .empty)
        #expect(try kept(made) == 0)
    }

    @Test func `another document under the same id keeps nothing of its bytes`() async throws {
        let made = try await filled()
        let again = try await add(Self.bytes + [2], "document-1", "tamar", made)
        #expect(again == .changedSince(entry: 0, by: 1))
        #expect(try kept(made) == 1)
    }

    @Test func `leave for one child hands over nothing of another's`() async throws {
        let made = try await filled()
        let access = try await made.access(.openChild, to: "record:kacper")
        await #expect(throws: StoreFailure.accessMismatch) {
            try await made.store.document("document-1", of: "record:tamar", access: access, at: noon("2026-03-04"))
        }
    }
}
