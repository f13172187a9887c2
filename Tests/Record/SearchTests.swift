import AccessRules
import ChildJourney
import Matching
import RecordKeeping
import Testing
import WorkingDays

struct SearchTests {
    private static let people: [(id: String, forename: String, surname: String, former: [String], born: String)] = [
        ("1", "Tamar", "Okoro", [], "2019-02-11"), ("2", "Kacper", "Nowak", ["Kuba Nowak"], "2012-08-30"),
        ("3", "Zoë", "O'Brien", [], "2015-03-04"), ("4", "Sophie", "Smith", [], "2016-01-01"),
        ("5", "Sofia", "Smyth", [], "2016-01-01"), ("6", "Mary-Ann", "Firth", [], "2010-10-10"),
    ]

    private func filled() async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        let subjects = try Self.people.map { person in
            ImportedSubject(
                id: person.id,
                records: [
                    ImportedRecord(
                        id: "person",
                        body: Person(
                            forename: person.forename, surname: person.surname,
                            formerNames: person.former.isEmpty ? nil : person.former, bornOn: try day(person.born),
                            uniquePupilNumber: "A\(person.id)00"),
                        place: 0)
                ])
        }
        try await made.load(subjects, on: "2026-03-02")
        return made
    }

    private func find(_ made: TemporaryStore, _ question: String) async throws -> [String] {
        try await made.store.search(
            question, on: day("2026-03-02"), limit: 10, access: made.access(.search), at: noon("2026-03-02")
        ).hits.compactMap { $0.line.child?.child.local }
    }

    @Test(arguments: [
        ("tamar okoro", ["1"]), ("OKORO", ["1"]), ("okoro tamar", ["1"]), ("tam", ["1"]), ("zoe obrien", ["3"]),
        ("Zoë O’Brien", ["3"]), ("o'brein", ["3"]), ("kasper novak", ["2"]), ("kuba", ["2"]), ("nowack", ["2"]),
        ("smith", ["4", "5"]), ("smyth", ["5", "4"]), ("sofie smith", ["4", "5"]), ("mary firth", ["6"]),
        ("ann", ["6"]),
        ("2015-03-04", ["3"]), ("4/3/2015", ["3"]), ("1.1.2016 smith", ["4", "5"]), ("A200", ["2"]), ("2", ["2"]),
        ("okoro nowak", []), ("", []), ("xyzzy", []), ("%", []),
    ])
    func `children are found by what people type`(question: String, ids: [String]) async throws {
        #expect(try await find(filled(), question) == ids)
    }

    @Test func `a new name finds the child and an erased one does not`() async throws {
        let made = try await filled()
        let person = Person(
            forename: "Tamar", surname: "Bello", formerNames: ["Tamar Okoro"], bornOn: try day("2019-02-11"))
        let first = try await made.store.open(
            "ssd:1", access: made.access(.openChild, to: "ssd:1"), at: noon("2026-03-03")
        ).history.entries[0].sequence
        _ = try await made.store.append(
            [NewEntry(person, id: "person", about: .child("ssd:1"), by: .user("ana"), corrects: first)],
            in: made.council, at: noon("2026-03-03"))
        #expect(try await find(made, "bello") == ["1"])
        #expect(try await find(made, "okoro") == ["1"])
        #expect(try await find(made, "A100") == [])
    }

    @Test func `a search is one line of the access log with its question and whom it showed`() async throws {
        let made = try await filled()
        _ = try await find(made, "smith")
        let admin = try made.access(.seeAccessLog)
        let look = try #require(try await made.store.looks(access: admin, before: nil, limit: 1).first)
        #expect(look.verb == "search")
        #expect(look.query == "smith")
        #expect(look.shown == ["ssd:4", "ssd:5"])
    }

    @Test(arguments: [
        ("smith", "smyth", 1), ("smith", "simth", 1), ("smith", "smit", 1), ("smith", "smith", 0), ("ann", "bob", 3),
        ("a", "abcd", 3),
    ])
    func `a slip is a letter more, fewer, other, or two swapped`(left: String, right: String, slips: Int) {
        #expect(NameText.distance(left, right) == slips)
    }
}
