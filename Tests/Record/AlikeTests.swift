import AccessRules
import ChildJourney
import GRDB
import Matching
import RecordKeeping
import Testing
import WorkingDays

/// Children known here who may be the one somebody describes, found by keys and not by looking at everybody.
struct AlikeTests {
    private func filled() async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        try await put("tamar", "Tamar", "Okoro", "2019-02-11", in: made)
        try await put("kacper", "Kacper", "Okoro", "2017-06-30", in: made)
        try await put("other", "Ella", "Barton", "2010-10-10", in: made)
        return made
    }

    private func put(
        _ id: String, _ forename: String, _ surname: String, _ born: String, in made: TemporaryStore
    ) async throws {
        var person = Person(
            forename: forename, surname: surname, formerNames: id == "tamar" ? ["Tamar Pryce"] : nil,
            bornOn: try day(born), uniquePupilNumber: "A\(id)")
        person.nhsNumber = id == "tamar" ? "9434765919" : nil
        try await made.tell(
            [("person", person), ("A1", Address(postcode: "ZZ98 7QX", text: "9 Secret Lane"))], of: id)
        guard id != "other" else { return }
        try await made.tell(
            [("tie-1", Relationship(other: id == "tamar" ? "kacper" : "tamar", kind: "sibling"))], of: id)
    }

    private func find(
        _ made: TemporaryStore, _ asked: ChildDescription, by user: UserID = "ana"
    ) async throws -> AlikePage {
        try await made.store.alike(
            asked, besides: nil, limit: 10, access: made.access(.search, user: user), at: noon("2026-03-02"))
    }

    private func asked(_ forename: String?, _ surname: String?, _ born: String? = nil) throws -> ChildDescription {
        ChildDescription(forename: forename, surname: surname, bornOn: try born.map(day))
    }

    @Test(
        arguments: [
            ("Tamar", "Okoro", "2019-02-11"), ("Tamar", "Okorro", nil), ("Okoro", "Tamar", "2019-02-11"),
            ("Tamar", "Okoro", "2019-11-02"), ("Tamar", "Zzyzx", "2019-02-11"), ("Tamar", "Pryce", nil),
            ("Thamar", "Ockoro", "2018-02-11"), (nil, "Okoro", "2019-02-12"),
        ] as [(String?, String?, String?)])
    func `a child is found however they are described`(forename: String?, surname: String?, born: String?) async throws
    {
        let page = try await find(filled(), asked(forename, surname, born))
        #expect(page.children.first?.listed.child == "record:tamar")
        #expect(!page.children.contains { $0.listed.child == "record:other" })
    }

    @Test func `a number or an address finds them under another name`() async throws {
        let made = try await filled()
        var byNumber = try asked("Nobody", "Else")
        byNumber.nhsNumber = "943 476 5919"
        #expect(try await find(made, byNumber).children.map(\.listed.child) == ["record:tamar"])
        var byPlace = try asked("Tamar", "Else")
        byPlace.places = [PlaceText(postcode: "zz987qx", text: nil)]
        byPlace.bornOn = try day("2019-02-20")
        #expect(try await find(made, byPlace).children.map(\.listed.child) == ["record:tamar"])
        var bySibling = try asked("Tamar", "Okoro")
        bySibling.siblings = ["Kasper"]
        #expect(
            try await find(made, bySibling).children.first?.match.words == "Same name; a brother or sister of that name"
        )
    }

    @Test func `what is withheld neither finds a child nor changes what is said of one`() async throws {
        let made = try await filled()
        var typed = try asked("Tamar", "Okoro")
        let without = try await find(made, typed)
        typed.places = [PlaceText(postcode: "ZZ98 7QX", text: "9 Secret Lane")]
        #expect(try await find(made, typed).children.first?.match.words == "Same name; same address")
        try await made.tell(
            [
                (
                    "W1",
                    WithheldFact(
                        facts: [.address], from: ["John"], why: "Fear", since: try day("2026-01-01"),
                        on: try day("2026-01-01"))
                )
            ],
            of: "tamar")
        #expect(try await find(made, typed) == without, "typing the address says nothing")
        var place = try asked("Tamar", "Zzyzx", "2019-02-20")
        place.places = typed.places
        #expect(try await find(made, place).children.isEmpty)
        // The brother lives behind the same door.
        place = try asked("Kacper", "Zzyzx", "2017-06-19")
        place.places = typed.places
        #expect(try await find(made, place).children.isEmpty)
        let database = try TemporaryStore.queue(made.path)
        let keys = try await database.read { db in
            try String.fetchAll(db, sql: "SELECT child FROM search_key WHERE key LIKE 'postcode%'")
        }
        #expect(keys == ["record:other"])
    }

    @Test func `a restricted record is counted by name and number alone, and nothing is said of it`() async throws {
        let made = try await filled()
        let access = try await made.access(.restrictChild, to: "record:tamar")
        _ = try await made.store.restrict(
            "record:tamar", to: ["ana"], why: "Known family", seen: 0, access: access, at: noon("2026-03-02"))
        let page = try await find(made, asked("Tamar", "Okoro", "2019-02-11"), by: "ben")
        #expect(page.children.isEmpty && page.restricted == ["record:tamar"])
        #expect(try await find(made, asked("Tamar", "Okoro", "2019-02-11"), by: "ana").children.count == 1)
        var typed = try asked("Tamar", "Zzyzx", "2019-02-20")
        typed.places = [PlaceText(postcode: "ZZ98 7QX", text: "9 Secret Lane")]
        typed.siblings = ["Kacper"]
        #expect(try await find(made, typed, by: "ben").restricted.isEmpty, "where she lives is not told by a count")
        var brother = try asked("Kacper", "Okoro")
        brother.siblings = ["Tamar"]
        let words = try await find(made, brother, by: "ben").children.first?.match.words
        #expect(words == "Same name", "a restricted sister is not confirmed")
    }

    @Test func `each search is in the log, without the address that was typed`() async throws {
        let made = try await filled()
        var typed = try asked("Tamar", "Okoro", "2019-02-11")
        typed.places = [PlaceText(postcode: "ZZ98 7QX", text: "9 Secret Lane")]
        _ = try await find(made, typed)
        let look = try #require(
            try await made.store.looks(access: made.access(.seeAccessLog), before: nil, limit: 1).first)
        #expect(look.verb == "search" && look.shown == ["record:tamar"])
        #expect(look.query == "alike: Tamar Okoro 2019-02-11 (an address)")
    }

    @Test func `what is withheld for somebody stays withheld where the tie to them is sealed`() async throws {
        for isWithheldFirst in [true, false] {
            let made = try await filled()
            let held = WithheldFact(
                facts: [.address], from: ["John"], why: "Fear", since: try day("2026-01-01"), on: try day("2026-01-01"))
            if isWithheldFirst { try await made.tell([("W1", held)], of: "tamar") }
            for child: SubjectID in ["record:kacper", "record:tamar"] {
                let opened = try await made.store.open(
                    child, access: made.access(.openChild, to: child), at: noon("2026-03-02"))
                let tie = try require(opened.history.entries.first { $0.body is Relationship })
                try await made.tell(
                    [
                        (
                            "misfiled-1",
                            MisfiledEntry(
                                sealed: [tie.sequence], what: "Tie", why: "Not his", on: try day("2026-03-02"),
                                isMoved: false)
                        )
                    ], of: child.local)
            }
            if !isWithheldFirst { try await made.tell([("W1", held)], of: "tamar") }
            var place = try asked("Kacper", "Zzyzx", "2017-06-19")
            place.places = [PlaceText(postcode: "ZZ98 7QX", text: "9 Secret Lane")]
            #expect(try await find(made, place).children.isEmpty, "\(isWithheldFirst)")
            let keys = try await TemporaryStore.queue(made.path).read { db in
                try String.fetchAll(db, sql: "SELECT child FROM search_key WHERE key LIKE 'postcode%'")
            }
            #expect(keys == ["record:other"], "\(isWithheldFirst)")
        }
    }
}

extension TemporaryStore {
    /// Recorded here about a child.
    func tell(_ bodies: [(RecordID, any EntryBody)], of child: String, at moment: Moment? = nil) async throws {
        let subject = SubjectID(source: SourceName.record.text, local: child)
        _ = try await store.append(
            bodies.map { NewEntry($0.1, id: $0.0, about: .child(subject), by: .user("ana")) }, in: council,
            at: moment ?? noon("2026-03-02"))
    }
}
