import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Ways round what is withheld, each held shut through the real router. Tamar's places are withheld from John since 5 Oct 2026;
/// Kacper is her brother. Today is Sat 21 Nov 2026.
@Suite struct WithheldEverywhereTests: TakesSteps {
    private let brother = "/children/record:kacper"
    private let home = Address(
        kind: "Grandmother Joan Invented's", text: "9, Secret Lane\nInvented Town ZZ98 7QX")

    private func tells(_ text: String) -> Bool {
        let text = text.lowercased()
        return ["secret l", "zz98", "newer st", "joan"].contains { text.contains($0) }
    }

    private func held(_ facts: [PrivateFact] = PrivateFact.allCases) throws -> WithheldFact {
        WithheldFact(
            facts: facts, from: ["John Okoro, her father"], why: "He hit her mother", since: try day("2026-10-05"),
            on: try day("2026-10-05"), by: "ben")
    }

    /// What is recorded about Tamar before and after it is withheld, and about Kacper; they are tied unless said.
    private func withheld(
        _ before: [(RecordID, any EntryBody)] = [], then after: [(RecordID, any EntryBody)] = [],
        brother his: [(RecordID, any EntryBody)] = [], areTied: Bool = true, facts: [PrivateFact] = PrivateFact.allCases
    ) async throws -> (ServerFixture, ben: SecretToken, ana: SecretToken) {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.record(before + [("W1", try held(facts))] + after, about: child)
        try await record.record(
            [("person", Person(forename: "Kacper", surname: "Okoro", bornOn: try day("2017-02-11")))] + his,
            about: "record:kacper")
        if areTied {
            try await record.record([("T1", Relationship(other: "kacper", kind: "sibling"))], about: child)
            try await record.record([("T1", Relationship(other: "tamar", kind: "sibling"))], about: "record:kacper")
        }
        return (
            fixture, try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana")
        )
    }

    private func note(_ text: String) throws -> CaseNote {
        CaseNote(on: try day("2026-10-06"), text: text, significant: true)
    }

    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        try await fixture.post(path, token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    private func mother(_ fixture: ServerFixture, _ ben: SecretToken, of child: String, form: String) async throws
        -> String
    {
        let sent = try await send(
            "\(child)/adults/new",
            "form=form-\(form)&forename=Ann&surname=Okoro&sex=F&kind=mother&lives=yes&carer=yes&responsibility=yes"
                + "&address=9+Secret+Lane&postcode=ZZ98+7QX", fixture, ben)
        try #require(sent.status == .seeOther, "\(sent.text.suffix(1500))")
        return "/adults/record:form-\(form)-adult"
    }

    // MARK: Adults

    @Test func `saving an adult's other details leaves the withheld address withheld, and so does moving again`()
        async throws
    {
        let (fixture, ben, _) = try await withheld(then: [("N1", try note("Met at 9 Secret Lane"))])
        let mother = try await mother(fixture, ben, of: address, form: "ann")
        let form = try await fixture.get("\(mother)/steps/details", ben).text
        #expect(!form.contains("withheld]") && form.contains("It is withheld, and stays as it is"))
        let name = "forename=Ann&surname=Okoro"
        let saved = try await send(
            "\(mother)/steps/details", "form=form-2&\(name)&knownAs=Annie&address=&postcode=", fixture, ben)
        #expect(saved.status == .seeOther)
        for page in [mother, address, "\(address)?on=2026-11-21", brother] {
            #expect(!tells(try await fixture.get(page, ben).text), "\(page)")
        }
        #expect(try await fixture.get(mother, ben).text.contains("until") == false, "nobody moved")
        let moved = try await send(
            "\(mother)/steps/details", "form=form-3&\(name)&address=40+Newer+Street&postcode=ZZ97+1AB", fixture, ben)
        #expect(moved.status == .seeOther)
        for page in [mother, address, brother] { #expect(!tells(try await fixture.get(page, ben).text), "\(page)") }
    }

    @Test func `what is recorded about an adult is asked to leave it out`() async throws {
        let (fixture, ben, _) = try await withheld()
        let mother = try await mother(fixture, ben, of: address, form: "ann")
        let told = try await send(
            "\(mother)/steps/risk",
            "form=form-2&what=Followed+her+to+Secret+Lane&basis=alleged&source=Police&on=20+Nov+2026", fixture, ben)
        #expect(told.text.contains("This tells the address"), "\(told.status)")
    }

    @Test func `sealing the tie to the mother does not tell where she lives`() async throws {
        let (fixture, ben, ana) = try await withheld(then: [("N1", try note("Met at 9 Secret Lane"))])
        let mother = try await mother(fixture, ben, of: address, form: "ann")
        let tie = try #require(try await journey(fixture).relationships.first { $0.isAdult == true }).place
        let sealed = try await send("\(address)/wrong-child", "recording=\(tie)&to=nobody&why=Not+hers", fixture, ana)
        #expect(sealed.status == .seeOther)
        #expect(!tells(try await fixture.get(address, ben).text))
        #expect(!tells(try await fixture.get(mother, ben).text))
    }

    // MARK: Brothers and sisters

    @Test func `what only the mother's record tells is hidden on the brother's too`() async throws {
        let (fixture, ben, _) = try await withheld(brother: [("N1", try note("Lives at 9 Secret Lane now"))])
        _ = try await mother(fixture, ben, of: address, form: "ann")
        #expect(!tells(try await fixture.get(brother, ben).text))
    }

    @Test(arguments: [true, false])
    func `a refuge recorded on the brother alone is hidden on both`(areTied: Bool) async throws {
        let shared: [(RecordID, any EntryBody)] = [("T2", tie("ann"))]
        let (fixture, ben, ana) = try await withheld(
            shared, then: [("N1", try note("Met in Secret Lane"))], brother: [("A1", home)] + shared, areTied: areTied)
        for page in [brother, "\(brother)/details", address, "\(address)/details"] {
            #expect(!tells(try await fixture.get(page, ben).text), "\(page)")
            #expect(!tells(try await fixture.get(page, ana).text), "\(page)")
        }
        #expect(try await fixture.get(brother, ben).text.contains("Address withheld"))
        #expect(try await fixture.get("\(brother)/details", ben).text.contains("John Okoro, her father"))
    }

    private func tie(_ adult: String) -> Relationship {
        var tie = Relationship(other: adult, kind: "mother")
        (tie.isAdult, tie.livesWith) = (true, true)
        return tie
    }

    @Test func `a kind withheld before it has words keeps the brother's documents too`() async throws {
        let letter = Array("She is at 9 Secret Lane".utf8)
        let (fixture, ben, _) = try await withheld(facts: [.placement])
        let document = ReceivedDocument(
            what: .letter, fileName: "letter.txt", type: .text, size: letter.count, hash: DocumentHash.text(of: letter),
            sentBy: "A neighbour", receivedOn: try day("2026-10-09"), about: nil)
        let record = try #require(fixture.record)
        let entry = NewEntry(document, id: "document-1", about: .child("record:kacper"), by: .user("u1"))
        _ = try await record.store.append(entry, with: letter, in: record.council, at: ServerFixture.moment)
        #expect(!tells(try await fixture.get("\(brother)/documents/document-1", ben).text))
    }

    @Test func `a child nobody is tied to keeps what is theirs`() async throws {
        let (fixture, ben, _) = try await withheld([("A1", home)], brother: [("A1", home)], areTied: false)
        #expect(tells(try await fixture.get("\(brother)/details", ben).text))
    }

    // MARK: Words of other kinds

    @Test func `what a visitor must know and who works with the child are told without it`() async throws {
        let advice = StaffSafetyAdvice(on: try day("2026-10-06"), advice: "He waits in Secret Lane")
        var teacher = Professional(agency: .education, role: "Nurse near Secret Ln.", name: "Fay of Secret Lane")
        teacher.contact = "At \u{201C}9 Secret\u{A0}Lane\u{201D}"
        let (fixture, ben, _) = try await withheld(
            [("A1", home)], then: [("S1", advice), ("P1", teacher), ("P2", teacher)])
        for page in [
            address, "\(address)/family", "\(address)/steps", "\(address)/steps/professional?of=P1",
            "\(address)/steps/safety-advice?of=S1", "\(address)/visits/new", "\(address)/tonight",
        ] {
            let answer = try await fixture.get(page, ben)
            #expect(answer.status == .ok && !tells(answer.text), "\(page)")
        }
    }

    @Test func `the kind of an address and the reason it is withheld are told without it`() async throws {
        var held = try held()
        held.why = "John knows nobody in Secret Lane"
        held.from = ["John, who drives past ZZ98 7QX"]
        let (fixture, ben, _) = try await withheld([("A1", home)], then: [("W2", held)])
        let page = try await fixture.get("\(address)/details", ben).text
        #expect(page.contains("John knows nobody in [address withheld]") && !tells(page))
        let ended = try await fixture.get(
            "\(address)/steps/withholding-ended?of=W2", try fixture.signIn(.manager, user: "dee")
        ).text
        #expect(!tells(ended))
    }

    // MARK: Reasons

    @Test func `a reason for withholding is asked to leave out what is about to be withheld`() async throws {
        let fixture = try await fixture()
        try await fixture.record?.record([("A1", home)], about: child)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for (from, why) in [("John", "He+must+not+find+Secret+Lane"), ("John+of+Secret+Ln", "Fear")] {
            let sent = try await take(
                "withholding", "facts=address&from=\(from)&why=\(why)&since=5+Oct+2026", fixture, ben)
            #expect(sent.status == .unprocessableContent && sent.text.contains("This tells the address"), "\(why)")
        }
        let fine = try await take("withholding", "facts=address&from=John&why=Fear&since=5+Oct+2026", fixture, ben)
        #expect(fine.status == .seeOther)
    }

    @Test func `a stated reason is asked to leave it out`() async throws {
        let (fixture, ben, ana) = try await withheld([("A1", home)], then: [("N1", try note("x"))])
        let why = "why=Going+to+Secret+Lane"
        let place = try #require(try await journey(fixture).casework.notes.first).place
        for (path, body, token) in [
            ("/details", why, ben), ("/wrong-child", "recording=\(place)&to=nobody&\(why)", ana),
            ("/restriction", "do=restrict&seen=0&named=ana&named=ben&\(why)", ana),
        ] {
            let sent = try await send("\(address)\(path)", body, fixture, token)
            #expect(sent.status == .unprocessableContent && sent.text.contains("This tells the address"), "\(path)")
        }
        #expect(!tells(try await fixture.get("/access-log", ana).text))
    }

    @Test func `nothing stands in the way of an emergency, and what was said of it is masked where it is read`()
        async throws
    {
        let (fixture, _, ana) = try await withheld([("A1", home)])
        let restricted = try await send(
            "\(address)/restriction", "do=restrict&seen=0&named=ana&without-lead=yes&why=A+relative+works+here",
            fixture,
            ana)
        try #require(restricted.status == .seeOther)
        let eve = try fixture.signIn(.emergencyDuty, user: "eve")
        let broken = try await send(
            "\(address)/break-glass", "why=Police+rang+from+9+Secret+Lane+she+is+hurt", fixture, eve)
        #expect(broken.status == .seeOther)
        _ = try await fixture.get(address, eve)
        for page in [address, "/access-log", "/break-glass", "\(address)/restriction"] {
            let text = try await fixture.get(page, ana).text
            #expect(text.contains("Police rang from [address withheld] she is hurt") && !tells(text), "\(page)")
        }
    }

    // MARK: Sealing

    @Test func `sealing the address as another child's does not end its withholding`() async throws {
        let (fixture, ben, ana) = try await withheld([("A1", home)], then: [("N1", try note("Met in Secret Lane"))])
        let place = try #require(try await journey(fixture).addresses.first).place
        let sealed = try await send("\(address)/wrong-child", "recording=\(place)&to=nobody&why=Not+hers", fixture, ana)
        #expect(sealed.status == .seeOther)
        #expect(try await journey(fixture).addresses.isEmpty)
        for page in [address, brother] { #expect(!tells(try await fixture.get(page, ben).text), "\(page)") }
        try await take(
            "withholding-ended", "why=He+has+died", fixture, try fixture.signIn(.manager, user: "dee"), form: "dee")
        #expect(tells(try await fixture.get(address, ben).text), "a second person ended it")
    }

    // MARK: What goes out

    @Test func `who a document is for is told without it, counted, and the brother's says from whom it is withheld`()
        async throws
    {
        func out(_ id: RecordID) throws -> (RecordID, any EntryBody) {
            var body = OutgoingDocument(
                content: .chronology, recipient: "Ann at 9 Secret Lane", relation: "mother, of ZZ98 7QX",
                preparedOn: try day("2026-11-20"), preparedBy: "eve")
            body.upTo = .max
            return (id, body)
        }
        let (fixture, ben, ana) = try await withheld(
            [("A1", home)], then: [try out("O1"), try out("O2")], brother: [try out("O1")])
        for child in [address, brother] {
            for page in [
                "\(child)/outgoing/O1", "\(child)/details", "\(child)/steps",
                "\(child)/steps/outgoing-document-release?of=O1",
            ] { #expect(!tells(try await fixture.get(page, ben).text), "\(page)") }
            let page = try await fixture.get("\(child)/outgoing/O1", ben).text
            #expect(page.contains("For Ann at [address withheld], mother, of [address withheld]."))
            #expect(page.contains("address, in what is said of who it is for"))
            let release = try await fixture.get("\(child)/steps/outgoing-document-release?of=O1", ana).text
            #expect(release.contains("Withheld on this record from: John Okoro, her father."), "\(child)")
        }
    }
}
