import AccessRules
import ChildJourney
import Concerns
import Foundation
import GRDB
import RecordKeeping
import Retention
import Testing
import WorkingDays

/// What is past its retention, what keeps it, and that nothing is left of what was destroyed. Today is 10 Mar 2026.
struct RetentionTests {
    private let tamar: SubjectID = "record:tamar"
    private let secret = "Zarquonville"

    private func record(
        _ bodies: [(RecordID, any EntryBody)], about subject: Subject, _ made: TemporaryStore, by user: UserID = "ben"
    ) async throws {
        let entries = bodies.map { NewEntry($0.1, id: $0.0, about: subject, by: .user(user)) }
        _ = try await made.store.append(entries, in: made.council, at: noon("2026-03-02"))
    }

    /// A contact of 2010, decided: past the six years of the shipped schedule.
    private func past(_ child: SubjectID? = nil) async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        var contact = Contact(receivedOn: try day("2010-03-01"), outcome: .noFurtherAction)
        contact.about = "Seen in \(secret)"
        try await record(
            [
                ("person", Person(forename: "Tamar\(secret)", surname: "Okoro", bornOn: try day("2000-02-11"))),
                ("C1", contact), ("N1", CaseNote(on: try day("2010-03-01"), text: "At \(secret) Road")),
                ("W1", Address(text: "1 \(secret) Street")),
            ], about: .child(child ?? tamar), made)
        return made
    }

    private func propose(_ made: TemporaryStore, by user: String = "ben") async throws -> Int64 {
        let proposal = DestructionProposal(
            on: try day("2026-03-02"), by: user, row: "contact_only", keptUntil: try day("2016-03-01"), authority: "S")
        let outcome = try await made.store.append(
            [NewEntry(proposal, id: "D1", about: .child(tamar), by: .user(UserID(user)))], in: made.council,
            at: noon("2026-03-02"))
        guard case .recorded(let numbers) = outcome else { throw Missing() }
        return try require(numbers.first)
    }

    private func destroy(
        _ made: TemporaryStore, seen: Int64, by user: UserID = "ana"
    ) async throws -> DestructionOutcome {
        try await made.store.destroy(
            tamar, seen: seen, authority: "End of retention",
            access: made.access(.destroyRecord, to: tamar, user: user),
            at: noon("2026-03-10"))
    }

    private func listed(_ made: TemporaryStore, on text: String = "2026-03-10") async throws -> RetentionPage {
        try await made.store.pastRetention(
            on: day(text), after: nil, limit: 10, access: made.access(.seeRetention), at: noon("2026-03-10"))
    }

    @Test(arguments: [("2016-02-29", 0), ("2016-03-01", 1)])
    func `a record is listed from the day its time has run`(on: String, count: Int) async throws {
        let page = try await listed(past(), on: on)
        #expect(page.total == count && page.lines.count == count)
    }

    @Test func `nothing is left of it in any file, and the chain says erased`() async throws {
        let made = try await past()
        // Every place a word of the record can come to stand besides its entries.
        let manager = try await made.access(.openChild, to: tamar, user: "ben")
        _ = try await made.store.open(tamar, access: manager, at: noon("2026-03-02"))
        _ = try await made.store.search(
            "tamar\(secret)", on: day("2026-03-02"), limit: 5, access: made.access(.search), at: noon("2026-03-02"))
        let letter = Array("A letter from \(secret)".utf8)
        let document = ReceivedDocument(
            what: .letter, fileName: "\(secret).txt", type: .text, size: letter.count,
            hash: DocumentHash.text(of: letter), sentBy: secret, receivedOn: try day("2010-03-01"))
        _ = try await made.store.append(
            NewEntry(document, id: "doc", about: .child(tamar), by: .user("ben")), with: letter, in: made.council,
            at: noon("2026-03-02"))
        let note = try await made.access(.recordNote, to: tamar, user: "ben")
        try await made.store.keep(
            Draft(
                id: "form-1", owner: "ben", child: tamar, form: "note", fields: "text=\(secret)",
                savedAt: noon("2026-03-02")), access: note)
        for user: UserID in ["ana", "ben"] {
            try await made.store.save(User(council: made.council, id: user, name: user.text, role: .manager))
        }
        _ = try await made.store.restrict(
            tamar, to: ["ana", "ben"], why: "Near \(secret)", seen: 0,
            access: made.access(.restrictChild, to: tamar, user: "ben"), at: noon("2026-03-02"))
        #expect(try made.allBytes().contains(secret))
        let seen = try await propose(made)
        #expect(try await destroy(made, seen: seen) == .destroyed(entries: 6))
        let left = try made.allBytes()
        #expect(!left.contains(secret))
        #expect(!left.lowercased().contains(secret.lowercased()))
        #expect(!left.contains("Okoro"))
        let report = try await made.store.verify(made.council, expecting: nil)
        #expect(report.isWhole && report.erased == 6)
        #expect(try await made.store.firstBrokenLook(of: made.council) == nil)
        #expect(try await made.store.firstBrokenNeedToKnowChange(of: made.council) == nil)
        #expect(try await made.store.firstBrokenDocument(of: made.council) == nil)
        #expect(try await listed(made).total == 0)
        #expect(left.contains("End of retention. Proposed by ben, confirmed by ana"))
    }

    @Test func `a line of a log whose words are gone without authority is broken`() async throws {
        let made = try await past()
        _ = try await made.store.search(
            "okoro", on: day("2026-03-02"), limit: 5, access: made.access(.search), at: noon("2026-03-02"))
        #expect(try await made.store.firstBrokenLook(of: made.council) == nil)
        let path = made.folder.appendingPathComponent("record.access.db").path
        try await TemporaryStore.queue(path).write { db in
            try db.execute(sql: "UPDATE look SET why = '', query = '', erased = 1")
        }
        #expect(try await made.store.firstBrokenLook(of: made.council) == 1)
        await #expect(throws: DatabaseError.self) {
            try await TemporaryStore.queue(path).write { try $0.execute(sql: "UPDATE look SET query = 'other'") }
        }
    }

    @Test func `whoever proposed it does not confirm it, and without a proposal nobody does`() async throws {
        let made = try await past()
        #expect(try await destroy(made, seen: 0) == .notProposed)
        let seen = try await propose(made, by: "ana")
        #expect(try await destroy(made, seen: seen, by: "ana") == .ownProposal)
        #expect(try await destroy(made, seen: seen - 1, by: "ben") == .notProposed)
        #expect(try await destroy(made, seen: seen, by: "ben") == .destroyed(entries: 5))
    }

    @Test func `a legal hold keeps it, on the child or on every record, and so from every other way of erasing`()
        async throws
    {
        for subject in [Subject.child(tamar), .wholeCouncil] {
            let made = try await past()
            let seen = try await propose(made)
            var hold = LegalHold(on: try day("2026-03-02"), why: "Claim", authority: "Court", by: "ana")
            try await record([("H1", hold)], about: subject, made)
            let block: RetentionBlock = subject == .wholeCouncil ? .holdOnAll : .hold
            #expect(try await destroy(made, seen: seen) == .kept([block]))
            #expect(try await listed(made).lines.compactMap { $0?.blocks } == [[block]])
            await #expect(throws: StoreFailure.onHold) {
                try await made.store.erase(
                    .child(tamar), records: nil, authority: "a", in: made.council, by: "ana", at: noon("2026-03-03"))
            }
            await #expect(throws: StoreFailure.onHold) {
                try await made.store.erase(
                    .child(tamar), records: [.init(kind: .contact, id: "C1")], authority: "a", in: made.council,
                    by: "ana", at: noon("2026-03-03"))
            }
            (hold.endedOn, hold.endedBy) = (try day("2026-03-09"), "dee")
            let number = try await made.store.head(of: made.council).sequence
            _ = try await made.store.append(
                [NewEntry(hold, id: "H1", about: subject, by: .user("dee"), corrects: number)], in: made.council,
                at: noon("2026-03-09"))
            guard case .destroyed = try await destroy(made, seen: seen) else {
                Issue.record("not destroyed once the hold ended")
                return
            }
        }
    }

    @Test func `what is recorded after the proposal stops it`() async throws {
        let made = try await past()
        let seen = try await propose(made)
        try await record([("C2", Contact(receivedOn: try day("2026-03-05")))], about: .child(tamar), made)
        #expect(try await destroy(made, seen: seen) == .notPast)
        #expect(try await listed(made).total == 0)
    }

    @Test func `a request for access that waits keeps it`() async throws {
        let made = try await past()
        let seen = try await propose(made)
        let request = SubjectAccessRequest(
            receivedOn: try day("2010-03-01"), askedBy: "Tamar", relation: "herself", dueOn: try day("2010-04-01"))
        try await record([("S1", request)], about: .child(tamar), made)
        #expect(try await destroy(made, seen: seen) == .kept([.accessRequest]))
    }

    @Test func `a brother who is open keeps it`() async throws {
        let made = try await past()
        let seen = try await propose(made)
        try await record(
            [
                ("person", Person(forename: "Kacper", bornOn: try day("2018-01-01"))),
                ("R1", Referral(receivedOn: try day("2026-01-05"), noFurtherAction: false)),
                ("L1", Relationship(other: "tamar", kind: "sibling")),
            ], about: .child("record:kacper"), made)
        #expect(try await destroy(made, seen: seen) == .kept([.openRelative]))
    }

    @Test func `a restricted child is counted and not named to whoever is not named`() async throws {
        let made = try await past()
        try await made.store.restrict(
            tamar, to: ["dee"], access: made.access(.restrictChild, to: tamar), at: noon("2026-03-03"))
        let page = try await listed(made)
        #expect(page.total == 1 && page.lines.count == 1 && page.lines.allSatisfy { $0 == nil })
    }

    @Test func `what is derived after it is what a rebuild makes`() async throws {
        let made = try await past()
        try await record(
            [
                ("person", Person(forename: "Kacper", bornOn: try day("2018-01-01"))),
                ("R1", Referral(receivedOn: try day("2026-01-05"), noFurtherAction: true)),
                ("L1", Relationship(other: "tamar", kind: "sibling")),
            ], about: .child("record:kacper"), made)
        let seen = try await propose(made)
        guard case .destroyed = try await destroy(made, seen: seen) else {
            Issue.record("not destroyed")
            return
        }
        func dump() async throws -> [String] {
            try await TemporaryStore.queue(made.path).read { db in
                try ["child", "concern", "reads", "not_checked", "search_key"].flatMap { table in
                    try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
                }
            }
        }
        let before = try await dump()
        _ = try await made.store.rebuild(made.council, on: day("2026-03-10")) { _ in }
        #expect(try await dump() == before)
    }

    @Test func `what was erased is no absence a rule may count: the check is not made, and says why`() async throws {
        let made = try await past()
        func notChecked() async throws -> Set<String> {
            let access = try await made.access(.openChild, to: tamar)
            let opened = try await made.store.open(tamar, access: access, at: noon("2026-03-10"))
            return Set(opened.notChecked.map(\.because))
        }
        #expect(try await notChecked().contains { $0.contains("erased") } == false)
        _ = try await made.store.erase(
            .child(tamar), records: [.init(kind: .contact, id: "C1")], authority: "court", in: made.council, by: "ana",
            at: noon("2026-03-03"))
        #expect(try await notChecked().contains("part of this record was erased with authority"))
    }

    @Test(arguments: [true, false])
    func `a hold or a request that somebody sealed keeps it all the same`(isHold: Bool) async throws {
        let made = try await past()
        let body: any EntryBody =
            isHold
            ? LegalHold(on: try day("2026-03-02"), why: "Claim", authority: "Court", by: "ana")
            : SubjectAccessRequest(
                receivedOn: try day("2026-03-02"), askedBy: "Tamar", relation: "herself", dueOn: try day("2026-04-02"))
        let entry = NewEntry(body, id: "H1", about: .child(tamar), by: .user("ana"))
        guard
            case .recorded(let numbers) = try await made.store.append(
                [entry], in: made.council, at: noon("2026-03-02"))
        else { throw Missing() }
        let seal = MisfiledEntry(
            sealed: numbers, what: "Hold", why: "In the way", on: try day("2026-03-02"), by: "ana", isMoved: false)
        try await record([("misfiled-1", seal)], about: .child(tamar), made)
        let found = try await made.store.retention(
            of: tamar, on: day("2026-03-10"), access: made.access(.destroyRecord, to: tamar, user: "ben"))
        #expect(found.blocks == [isHold ? .hold : .accessRequest])
        guard isHold else { return }
        await #expect(throws: StoreFailure.onHold) {
            try await made.store.erase(
                .child(tamar), records: nil, authority: "a", in: made.council, by: "ana", at: noon("2026-03-03"))
        }
    }
}
