import AccessRules
import ChildJourney
import RecordKeeping
import Testing
import WorkingDays

struct AppendTests {
    private let child: SubjectID = "record:1"

    private func referral(_ id: RecordID = "R1", need: String = "N1", corrects: Int64? = nil) throws -> NewEntry {
        NewEntry(
            Referral(receivedOn: try day("2026-03-03"), primaryNeed: need), id: id, about: .child(child),
            by: .user("ana"), corrects: corrects)
    }

    private func open(_ made: TemporaryStore) async throws -> OpenedChild {
        try await made.store.open(
            child, access: made.access(.openChild, to: child), at: noon("2026-03-10"))
    }

    @Test func `what is recorded is read back`() async throws {
        let made = try await TemporaryStore()
        let outcome = try await made.store.append([referral()], in: made.council, at: noon("2026-03-04"))
        #expect(outcome == .recorded([1]))
        let journey = try await open(made).history.journey()
        #expect(journey.referrals.map(\.primaryNeed) == ["N1"])
        #expect(journey.referrals.first?.recordedAt == (try noon("2026-03-04")))
    }

    @Test func `the same form sent twice is recorded once`() async throws {
        let made = try await TemporaryStore()
        let first = try await made.store.append([referral()], in: made.council, at: noon("2026-03-04"))
        let again = try await made.store.append([referral()], in: made.council, at: noon("2026-03-05"))
        #expect(first == again)
        #expect(try await made.store.head(of: made.council).sequence == 1)
    }

    @Test func `a correction replaces what it corrects from the moment it was recorded`() async throws {
        let made = try await TemporaryStore()
        _ = try await made.store.append([referral()], in: made.council, at: noon("2026-03-04"))
        let outcome = try await made.store.append(
            [referral(need: "N4", corrects: 1)], in: made.council, at: noon("2026-03-06"))
        #expect(outcome == .recorded([2]))
        let history = try await open(made).history
        #expect(history.journey().referrals.map(\.primaryNeed) == ["N4"])
        #expect(history.journey(asKnownAt: try noon("2026-03-05")).referrals.map(\.primaryNeed) == ["N1"])
        #expect(history.journey(asKnownAt: try noon("2026-03-03")).referrals.isEmpty)
    }

    @Test func `a correction of what somebody else has changed since is refused`() async throws {
        let made = try await TemporaryStore()
        _ = try await made.store.append([referral()], in: made.council, at: noon("2026-03-04"))
        _ = try await made.store.append([referral(need: "N4", corrects: 1)], in: made.council, at: noon("2026-03-05"))
        let outcome = try await made.store.append(
            [referral("R2"), referral(need: "N5", corrects: 1)], in: made.council, at: noon("2026-03-06"))
        #expect(outcome == .changedSince(entry: 1, by: 2))
        #expect(try await made.store.head(of: made.council).sequence == 2)
    }

    @Test func `where a correction was sealed, what it corrected can be corrected again`() async throws {
        let made = try await TemporaryStore()
        _ = try await made.store.append([referral()], in: made.council, at: noon("2026-03-04"))
        _ = try await made.store.append([referral(need: "N4", corrects: 1)], in: made.council, at: noon("2026-03-05"))
        let moment = try noon("2026-03-06")
        let seal = MisfiledEntry(
            sealed: [2], what: "Referral", why: "Another child", on: moment.londonDay, isMoved: false)
        let sealed = NewEntry(seal, id: "misfiled-2", about: .child(child), by: .user("ana"))
        _ = try await made.store.append([sealed], in: made.council, at: moment)
        #expect(
            try await made.store.append([referral(need: "N4", corrects: 1)], in: made.council, at: moment)
                == .recorded([2]), "what was sealed is not recorded again")
        let outcome = try await made.store.append([referral(need: "N5", corrects: 1)], in: made.council, at: moment)
        #expect(outcome == .recorded([4]))
        #expect(try await open(made).history.journey().referrals.map(\.primaryNeed) == ["N5"])
    }

    @Test func `an entry for a council nobody has added is refused by the database`() async throws {
        let made = try await TemporaryStore()
        let other = try #require(CouncilCode("999"))
        await #expect(throws: StoreFailure.self) {
            try await made.store.append([referral()], in: other, at: noon("2026-03-04"))
        }
    }

    @Test func `erased text is gone from every table and the chain says erased`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        let tamar: SubjectID = "ssd:tamar"
        let erased = try await made.store.erase(
            .child(tamar), records: nil, authority: "order 1 of an invented court", in: made.council, by: "ana",
            at: noon("2026-03-03"))
        #expect(erased.count == 5)
        let report = try await made.store.verify(made.council, expecting: nil)
        #expect(report.isWhole)
        #expect(report.erased == 5)
        #expect(try await made.store.restriction(of: tamar, in: made.council, at: noon("2026-03-10")) == nil)
        let found = try await made.store.search(
            "okoro", on: day("2026-03-03"), limit: 10, access: made.access(.search), at: noon("2026-03-03"))
        #expect(found.hits.isEmpty)
        #expect(try made.bytes().contains("Okoro") == false)
        #expect(try made.bytes().contains("okoro") == false)
        #expect(try made.bytes().contains("Nowak"))
    }

    @Test func `what was erased is not taken in again by the next load`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        _ = try await made.store.erase(
            .child("ssd:tamar"), records: nil, authority: "an invented court", in: made.council, by: "ana",
            at: noon("2026-03-03"))
        let load = try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-04")
        #expect(load.counts.erasedBefore == 5)
        #expect(load.counts.added == 0)
        #expect(load.counts.withdrawn == 0)
        #expect(try await made.store.restriction(of: "ssd:tamar", in: made.council, at: noon("2026-03-10")) == nil)
    }

    @Test func `one record erased leaves the rest of the story`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        let erased = try await made.store.erase(
            .child("ssd:tamar"), records: [.init(kind: .person, id: "person")], authority: "retention",
            in: made.council, by: "ana", at: noon("2026-03-03"))
        #expect(erased == [1])
        let opened = try await made.store.open(
            "ssd:tamar", access: made.access(.openChild, to: "ssd:tamar"), at: noon("2026-03-03"))
        #expect(opened.summary.name == nil)
        #expect(opened.history.journey().protectionPlans.count == 1)
    }
}
