import AccessRules
import ChildJourney
import Foundation
import GRDB
import RecordKeeping
import Testing
import WorkingDays

@testable import SQLiteRecords

/// Whoever is opened to find what has to be taken out of the words of an inspection: those of whom something may be withheld, and
/// nobody else, however many files were read.
struct MaskingTests {
    private func append(_ made: TemporaryStore, _ entries: [NewEntry]) async throws -> [Int64] {
        guard
            case .recorded(let numbers) = try await made.store.append(
                entries, in: made.council, at: noon("2026-03-02"))
        else { throw ChangedSince() }
        return numbers
    }

    private func entry(_ body: some EntryBody, _ id: String, of child: String) -> NewEntry {
        NewEntry(body, id: RecordID(id), about: .child(SubjectID(source: "record", local: child)), by: .user("ana"))
    }

    private func adult(_ body: some EntryBody, _ id: String, of adult: String) -> NewEntry {
        NewEntry(body, id: RecordID(id), about: .adult(SubjectID(source: "record", local: adult)), by: .user("ana"))
    }

    private func tie(_ other: String, isAdult: Bool = false) -> Relationship {
        var tie = Relationship(other: other, kind: isAdult ? "mother" : "sibling")
        (tie.isAdult, tie.livesWith) = (isAdult, isAdult)
        return tie
    }

    private func withheld() throws -> WithheldFact {
        WithheldFact(
            facts: [.address], from: ["John"], why: "invented", since: try day("2026-01-01"), on: try day("2026-01-01"))
    }

    private func people(_ count: Int, _ made: TemporaryStore) async throws {
        _ = try await append(
            made,
            try (1...count).flatMap { number in
                [
                    entry(
                        Person(forename: "C\(number)", surname: "Invented", bornOn: try day("2015-01-01")), "person",
                        of: "c\(number)"),
                    entry(
                        Address(postcode: "ZZ99 \(number % 10)AA", text: "\(number) Secret Lane"), "A", of: "c\(number)"
                    ),
                ]
            })
    }

    private func sample(_ children: [String], _ made: TemporaryStore) async throws {
        var sample = CaseSample(
            on: try day("2026-03-01"), purpose: "Look-back", method: "whole-frame", tool: "case-file",
            frame: "every open child", frameAsOf: try day("2026-03-01"), frameCount: children.count,
            cases: children.map { SampledCase(child: "record:\($0)", chance: 1) })
        sample.inspection = "i"
        let subject = Subject(.sample, SubjectID(source: "record", local: "s"))
        _ = try await append(made, [NewEntry(sample, id: "sample", about: subject, by: .user("ina"))])
    }

    private func toMask(_ made: TemporaryStore) throws -> [String] {
        let store = try TemporaryStore.open(made.path)
        return try store.readHere { db in
            try SQLiteStore.childrenToMask(of: "i", in: made.council, db).map(\.local)
        }
    }

    @Test
    func `of a look-back over 200 children nobody is opened where nothing is withheld, and then the family alone`()
        async throws
    {
        let made = try await TemporaryStore()
        try await people(200, made)
        try await sample((1...199).map { "c\($0)" }, made)
        #expect(try toMask(made) == [])
        // c7 fled; c8 is a brother, c9 has the same mother, and c200 is in no sample.
        _ = try await append(
            made,
            [
                entry(tie("c8"), "T", of: "c7"), entry(tie("mum", isAdult: true), "M", of: "c7"),
                entry(tie("mum", isAdult: true), "M", of: "c9"), entry(tie("other", isAdult: true), "M", of: "c10"),
                entry(try withheld(), "W", of: "c7"), entry(try withheld(), "W", of: "c200"),
            ])
        #expect(try toMask(made) == ["c7", "c8", "c9"])
        let access = try made.access(.seeAssurance, role: .manager)
        let withholding = try await made.store.withholding(ofChildrenIn: "i", access: access)
        for number in [7, 8, 9] {
            #expect(withholding.mentions(in: "At \(number) Secret Lane") == [.address], "\(number)")
        }
    }

    @Test(arguments: Array(1...12) as [UInt64])
    func `whoever has anything withheld is among those who are opened, however records are tied`(seed: UInt64)
        async throws
    {
        let made = try await TemporaryStore()
        var random = SplitMix(seed)
        let count = 24
        try await people(count, made)
        func anyChild() -> String { "c\(Int.random(in: 1...count, using: &random))" }
        func anyAdult() -> String { "a\(Int.random(in: 1...6, using: &random))" }
        var ties: [(child: String, place: Int64)] = []
        for number in 1...14 {
            let child = anyChild()
            let body = number % 2 == 0 ? tie(anyChild()) : tie(anyAdult(), isAdult: true)
            ties.append((child, try await append(made, [entry(body, "T\(number)", of: child)])[0]))
        }
        // An adult of one record is a child of another; a tie was about somebody else, or was put right.
        for number in 1...2 {
            _ = try await append(
                made,
                [
                    adult(
                        SamePerson(child: anyChild(), why: "x", on: try day("2026-02-01")), "S\(number)", of: anyAdult()
                    )
                ])
        }
        for (number, sealed) in ties.prefix(3).enumerated() {
            _ = try await append(
                made,
                [
                    entry(
                        MisfiledEntry(
                            sealed: [sealed.place], what: "x", why: "x", on: try day("2026-02-01"), isMoved: false),
                        "Z\(number)", of: sealed.child)
                ])
        }
        for number in 1...2 {
            var merge = RecordMerge(other: anyChild(), isKept: false, why: "x", on: try day("2026-02-02"))
            (merge.confirmedAt, merge.confirmedBy) = (try noon("2026-02-03"), "dee")
            _ = try await append(made, [entry(merge, "G\(number)", of: anyChild())])
        }
        for number in 1...2 { _ = try await append(made, [entry(try withheld(), "W\(number)", of: anyChild())]) }
        let store = try TemporaryStore.open(made.path)
        let council = made.council
        let found = try store.readHere { db in
            let opened = try WithholdingRows.mayConcern(in: council, db)
            let withheld = try (1...count).map { SubjectID(source: "record", local: "c\($0)") }.filter {
                try !WithholdingRows.withholding(of: $0, in: council, db).isEmpty
            }
            return (opened, withheld)
        }
        #expect(!found.1.isEmpty)
        #expect(found.1.filter { !found.0.contains($0) } == [])
    }
}
