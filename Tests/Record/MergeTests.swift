import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import Testing
import WorkingDays

/// Tamar was recorded twice: with a plan nobody visits on one record, and with a visit on the other.
struct MergeTests {
    private let kept: SubjectID = "record:kept"
    private let other: SubjectID = "record:other"

    private func twice() async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        let cover = Cover(
            source: "this record",
            extents: Dictionary(uniqueKeysWithValues: CoveredFact.allCases.map { ($0, Cover.Extent()) }), until: nil)
        _ = try await made.store.append(
            [
                NewEntry(
                    .cover(StoredCover(cover)), id: "go-live", about: Subject(.source, SubjectID("record")),
                    by: .user("ana"))
            ],
            in: made.council, at: noon("2025-01-01"))
        var tamar = Person(forename: "Tamar", surname: "Okoro", bornOn: try day("2019-02-11"))
        try await made.tell(
            [
                ("person", tamar),
                (
                    "R1",
                    Referral(
                        receivedOn: try day("2026-01-05"), noFurtherAction: false, decidedOn: try day("2026-01-05"))
                ),
            ], of: "kept")
        (tamar.surname, tamar.bornOn, tamar.uniquePupilNumber) = ("Pryce", try day("2019-11-02"), "A1")
        try await made.tell(
            [
                ("person", tamar),
                ("R2", Referral(receivedOn: try day("2026-01-12"), harmAlleged: true)),
                ("A2", Address(postcode: "ZZ98 7QX", text: "9 Secret Lane")),
                ("tie", Relationship(other: "brother", kind: "sibling")),
            ], of: "other")
        try await made.tell(
            [
                ("person", Person(forename: "Kacper", surname: "Okoro")),
                ("tie", Relationship(other: "other", kind: "sibling")),
            ], of: "brother")
        return made
    }

    private func merge(_ made: TemporaryStore, confirmed: String? = "2026-03-04", undone: String? = nil) async throws {
        for (record, isKept) in [("kept", true), ("other", false)] {
            let subject = SubjectID(source: SourceName.record.text, local: record)
            var body = RecordMerge(
                other: isKept ? "other" : "kept", isKept: isKept, why: "One mother", on: try day("2026-03-03"),
                by: "ana")
            let before = try await entries(of: subject, made).last { $0.kind == RecordKind.recordMerge.rawValue }?
                .sequence
            if let confirmed { (body.confirmedAt, body.confirmedBy) = (try noon(confirmed), "dee") }
            if let undone { (body.undoneAt, body.undoneBy) = (try noon(undone), "ana") }
            _ = try await made.store.append(
                [NewEntry(body, id: "merge-1", about: .child(subject), by: .user("dee"), corrects: before)],
                in: made.council, at: noon(undone ?? confirmed ?? "2026-03-03"))
        }
    }

    private func entries(of child: SubjectID, _ made: TemporaryStore) async throws -> [(sequence: Int64, kind: String)]
    {
        try await TemporaryStore.queue(made.path).read { db in
            try Row.fetchAll(
                db, sql: "SELECT seq, kind FROM entry WHERE subject = ? ORDER BY seq",
                arguments: ["child/\(child.text)"]
            ).map { ($0["seq"], $0["kind"]) }
        }
    }

    private func open(_ made: TemporaryStore, _ child: SubjectID) async throws -> OpenedChild {
        try await made.store.open(
            child, access: made.access(.openChild, to: child), at: noon("2026-03-10"))
    }

    /// Everything derived about children, as text.
    private func derived(_ made: TemporaryStore) async throws -> [String] {
        try await TemporaryStore.queue(made.path).read { db in
            try ["child", "concern", "standing", "search_key", "reads", "merged_child", "name_part"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
            }
        }
    }

    private func difference(_ one: [String], _ other: [String]) -> [String] {
        Set(one).symmetricDifference(other).sorted()
    }

    @Test func `both records are read as one, the child is counted once, and a rebuild comes to the same`() async throws
    {
        let made = try await twice()
        _ = try await made.store.rebuild(made.council, on: day("2026-03-10")) { _ in }
        let standing = Set(try await open(made, other).concerns.map(\.code) + open(made, kept).concerns.map(\.code))
        #expect(!standing.isEmpty)
        try await merge(made)
        let journey = try await open(made, kept).journey()
        #expect(journey.referrals.map(\.id.text) == ["R1", "R2"])
        #expect(journey.person?.forename == "Tamar" && journey.person?.surname == "Okoro")
        #expect(journey.person?.formerNames == ["Tamar Pryce"] && journey.person?.uniquePupilNumber == "A1")
        #expect(journey.person?.bornOn == (try day("2019-11-02")), "the later day, so that no duty ends sooner")
        #expect(journey.relationships.map(\.other) == ["brother"])
        let brother = try await open(made, "record:brother").journey()
        #expect(brother.relationships.map(\.other) == ["kept"] && brother.family.children.map(\.id) == ["kept"])
        #expect(try await made.store.recordKept(insteadOf: other, in: made.council) == kept)
        #expect(try await made.store.restriction(of: other, in: made.council, at: noon("2026-03-10")) == nil)
        let found = try await made.store.search(
            "tamar", on: day("2026-03-10"), limit: 10, access: made.access(.search), at: noon("2026-03-10"))
        #expect(found.hits.compactMap { $0.line.child?.child } == [kept])
        let gone = standing.subtracting(try await open(made, kept).concerns.map(\.code)).map(\.text)
        #expect(gone.isEmpty, "nothing is cleared by merging")
        let before = try await derived(made)
        _ = try await made.store.rebuild(made.council, on: day("2026-03-10")) { _ in }
        let changed = try await difference(derived(made), before)
        #expect(changed.isEmpty, "\(changed)")
        #expect(try await made.store.verify(made.council, expecting: nil).isWhole)
    }

    @Test(arguments: [false, true])
    func `closing the one record ends nothing of the other's, and a visit on the one counts for both`(isSeen: Bool)
        async throws
    {
        let made = try await twice()
        try await made.tell(
            [
                (
                    "P1",
                    ChildProtectionPlan(
                        referral: nil, startedOn: try day("2026-01-14"), initialCategory: "NEG", latestCategory: "NEG")
                )
            ], of: "other")
        try await made.tell(
            [
                (
                    "R0",
                    Referral(
                        receivedOn: try day("2026-01-13"), noFurtherAction: false, decidedOn: try day("2026-01-13"),
                        closedOn: try day("2026-01-20"), closureReason: "RC8")
                )
            ], of: "kept")
        if isSeen {
            try await made.tell(
                [("V1", Visit(on: try day("2026-01-15"), purpose: .other, seen: true, seenAlone: true))], of: "kept")
        }
        let today = try day("2026-03-10")
        func unseen(_ child: SubjectID) async throws -> [Concern] {
            try await open(made, child).concerns.filter { $0.code == "plan-child-unseen" && $0.stands(on: today) }
        }
        #expect(!(try await unseen(other).isEmpty))
        try await merge(made)
        let after = try await unseen(kept)
        #expect(!after.isEmpty, "the plan runs on, and the last visit is long ago")
        let found = try await open(made, kept)
        #expect(
            found.concerns.contains { $0.code == "harm-alleged-unseen" && $0.stands(on: today) } == !isSeen,
            "seen on the one is seen")
        _ = try await made.store.rebuild(made.council, on: day("2026-03-10")) { _ in }
        let rebuilt = try await unseen(kept)
        #expect(rebuilt == after)
    }

    @Test func `a hold on either keeps both, and restricted on either hides both on every list`() async throws {
        let made = try await twice()
        try await made.tell(
            [("H1", LegalHold(on: try day("2026-03-01"), why: "Claim", authority: "Court", by: "dee"))], of: "other")
        _ = try await made.store.restrict(
            other, to: ["dee"], why: "Known", seen: 0, access: made.access(.restrictChild, to: other),
            at: noon("2026-03-02"))
        try await merge(made)
        for child in [kept, other] {
            await #expect(throws: StoreFailure.self) {
                try await made.store.erase(
                    .child(child), records: nil, authority: "an invented court", in: made.council, by: "ana",
                    at: noon("2026-03-09"))
            }
        }
        let found = try await made.store.search(
            "tamar", on: day("2026-03-10"), limit: 10, access: made.access(.search), at: noon("2026-03-10"))
        #expect(found.hits.allSatisfy { $0.line.child == nil })
        let looks = try await made.store.shown(
            made.store.looks(access: made.access(.seeAccessLog), before: nil, limit: 50),
            access: made.access(.seeAccessLog))
        #expect(looks.filter { $0.look.shown.contains(kept) || $0.look.shown.contains(other) }.isEmpty)
    }

    @Test func `a proposal joins nothing, and on a day before the merge each is as it was`() async throws {
        let made = try await twice()
        try await merge(made, confirmed: nil)
        #expect(try await open(made, kept).journey().referrals.count == 1)
        #expect(try await open(made, other).journey().referrals.count == 1)
        try await merge(made)
        let opened = try await open(made, kept)
        #expect(opened.journey(asKnownAt: try noon("2026-03-03")).referrals.map(\.id.text) == ["R1"])
        #expect(opened.journey(asKnownAt: try noon("2026-03-03")).person?.formerNames == nil)
        #expect(opened.journey(asKnownAt: try noon("2026-03-05")).referrals.count == 2)
    }

    @Test func `undone, both stand as before, and what was recorded since stays where it was recorded`() async throws {
        let made = try await twice()
        try await merge(made, confirmed: nil)
        _ = try await made.store.rebuild(made.council, on: day("2026-03-10")) { _ in }
        let before = try await derived(made)
        try await merge(made)
        try await merge(made, undone: "2026-03-06")
        let changed = try await difference(derived(made), before)
        #expect(changed.isEmpty, "\(changed)")
        try await merge(made, confirmed: "2026-03-07")
        try await made.tell(
            [("V9", Visit(on: try day("2026-03-08"), purpose: .other, seen: true))], of: "kept", at: noon("2026-03-08"))
        // A record of the other is put right through the one that is kept.
        let second = try #require(try await open(made, kept).history.entries.first { $0.id == "R2" })
        var referral = try #require(second.body as? Referral)
        referral.noFurtherAction = false
        let corrected = NewEntry(referral, id: "R2", about: .child(kept), by: .user("ana"), corrects: second.sequence)
        _ = try await made.store.append([corrected], in: made.council, at: noon("2026-03-08"))
        #expect(try await open(made, kept).journey().referrals.last?.noFurtherAction == false)
        let stale = NewEntry(
            Referral(receivedOn: try day("2026-01-13")), id: "R2", about: .child(kept), by: .user("ben"),
            corrects: second.sequence)
        guard case .changedSince = try await made.store.append([stale], in: made.council, at: noon("2026-03-08")) else {
            Issue.record("the second of two is told what the first recorded")
            return
        }
        try await merge(made, undone: "2026-03-09")
        #expect(try await open(made, kept).journey().visits.count == 1)
        #expect(try await open(made, other).journey().visits.isEmpty)
        #expect(try await open(made, other).journey().referrals.first?.noFurtherAction == nil)
        #expect(try await open(made, "record:brother").journey().relationships.map(\.other) == ["other"])
    }

    @Test func `what is closed or withheld on either is closed and withheld on both`() async throws {
        let made = try await twice()
        let held = WithheldFact(
            facts: [.address], from: ["John"], why: "Fear", since: try day("2026-01-01"), on: try day("2026-01-01"))
        try await made.tell([("W1", held)], of: "kept")
        let access = try await made.access(.restrictChild, to: other)
        _ = try await made.store.restrict(
            other, to: ["ana", "dee"], why: "Known", seen: 0, access: access, at: noon("2026-03-02"))
        _ = try await made.store.restrict(
            kept, to: ["ana", "ben"], why: "Known", seen: 0, access: made.access(.restrictChild, to: kept),
            at: noon("2026-03-02"))
        try await merge(made)
        let restriction = try await made.store.restriction(of: kept, in: made.council, at: noon("2026-03-10"))
        #expect(restriction?.admits("ana") == true)
        #expect(restriction?.admits("ben") == false && restriction?.admits("dee") == false)
        #expect(try await open(made, kept).withholding.masked("Seen at 9 Secret Ln") == "Seen at [address withheld]")
        let keys = try await derived(made).filter { $0.contains("postcode") }
        #expect(keys.isEmpty, "\(keys)")
        try await merge(made, undone: "2026-03-06")
        let apart = try await made.store.restriction(of: other, in: made.council, at: noon("2026-03-10"))
        #expect(apart?.admits("dee") == true && apart?.admits("ben") == false)
    }

    @Test func `what is erased is erased on both`() async throws {
        let made = try await twice()
        try await merge(made)
        _ = try await made.store.erase(
            .child(kept), records: nil, authority: "an invented court", in: made.council, by: "ana",
            at: noon("2026-03-09"))
        let texts = try await TemporaryStore.queue(made.path).read { db in
            try Int.fetchOne(
                db,
                sql:
                    "SELECT count(*) FROM entry WHERE subject IN ('child/record:kept', 'child/record:other') AND body IS NOT NULL AND kind <> 'erased'"
            )
        }
        #expect(texts == 0)
        let left = try await derived(made).filter { $0.contains("record:kept") || $0.contains("record:other") }
        #expect(left.filter { !$0.hasPrefix("reads") && !$0.contains("record:brother") }.isEmpty, "\(left)")
        #expect(try await made.store.verify(made.council, expecting: nil).isWhole)
    }
}
