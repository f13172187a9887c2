import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Maya is sixteen, a child of the record and the mother of Noor. Ann is Maya's mother. Today is Sat 21 Nov 2026.
@Suite struct PeopleTwiceTests: TakesSteps {
    private static let maya = "/children/record:maya"
    private static let noor = "/children/record:noor"
    private static let mother = "/adults/record:form-m-adult"
    private static let same = "form=form-same&child=maya&why=Told+by+both+of+them"

    private func people(_ more: [(RecordID, any EntryBody)] = [], baby: Person? = nil) async throws -> (
        ServerFixture, ben: SecretToken, ana: SecretToken
    ) {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.record(
            [
                ("person", Person(forename: "Maya", surname: "Invented", bornOn: try day("2010-05-04"), sex: "F")),
                ("R1", Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false)),
            ] + more, about: "record:maya")
        try await record.record(
            [
                (
                    "person",
                    try baby ?? Person(forename: "Noor", surname: "Invented", bornOn: day("2026-10-04"), sex: "F")
                ), ("R1", Referral(receivedOn: try day("2026-09-20"), noFurtherAction: false)),
            ], about: "record:noor")
        let (ben, ana) = (try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana"))
        let told = try await send(
            "\(Self.noor)/adults/new",
            "form=form-m&forename=Maya&surname=Invented&sex=F&kind=mother&responsibility=yes&carer=yes&lives=yes",
            fixture, ben)
        try #require(told.status == .seeOther, "\(told.text.suffix(900))")
        return (fixture, ben, ana)
    }

    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        try await fixture.post(path, token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    private func say(_ fixture: ServerFixture, _ ben: SecretToken) async throws {
        let said = try await send("\(Self.mother)/steps/same-person", Self.same, fixture, ben)
        try #require(said.status == .seeOther, "\(said.text.suffix(900))")
    }

    // MARK: A mother who is a child herself

    @Test func `she is told on both, drawn in both family trees, and each look is logged`() async throws {
        let (fixture, ben, _) = try await people()
        #expect(!(try await fixture.get(Self.maya, ben).text.contains("Has a child")))
        let form = try await fixture.get("\(Self.mother)/steps/same-person", ben).text
        #expect(form.contains("Maya Invented, born") && form.contains("the same person. Same name"))
        try await say(fixture, ben)
        let hers = try await fixture.get(Self.maya, ben).text
        #expect(hers.contains("Has a child of her own on this record") && hers.contains("Noor Invented"))
        let tree = try await fixture.get("\(Self.maya)/family", ben).text
        #expect(tree.contains("<svg class=\"tree\"") && tree.contains("Their own child"))
        let baby = try await fixture.get("\(Self.noor)/family", ben).text
        #expect(baby.contains("is also a child of this record, Maya Invented"))
        let adult = try await fixture.get(Self.mother, ben).text
        #expect(adult.contains("Also a child of this record") && adult.contains(Self.maya))
        #expect(adult.contains("Told by both of them"))
        let looks = try await #require(fixture.record).looks().filter { $0.user == "ben" }
        #expect(looks.contains { $0.verb == "open-adult" && $0.shown == ["record:maya", "record:noor"] })
        #expect(looks.contains { $0.query == "family" && $0.shown.contains("record:maya") })
        let again = try await send(
            "\(Self.mother)/steps/same-person", Self.same.replacing("form-same", with: "form-2"), fixture, ben)
        #expect(again.status == .conflict, "of one child alone")
    }

    @Test func `it is ended with a reason, and then neither page tells it`() async throws {
        let (fixture, ben, _) = try await people()
        try await say(fixture, ben)
        let end = "\(Self.mother)/steps/same-person-end"
        #expect(try await send(end, "form=form-e&of=form-same", fixture, ben).status == .unprocessableContent)
        #expect(
            try await send(end, "form=form-e&of=form-same&why=Her+cousin", fixture, ben).status == .seeOther)
        #expect(!(try await fixture.get(Self.maya, ben).text.contains("Has a child")))
        #expect(!(try await fixture.get("\(Self.noor)/family", ben).text.contains("also a child of this record")))
    }

    @Test(arguments: ["child=another&number=nobody", "child=another", "child=tamar-2"])
    func `it is said of no child who is not there`(answer: String) async throws {
        let (fixture, ben, _) = try await people()
        let sent = try await send(
            "\(Self.mother)/steps/same-person", "form=form-x&\(answer)&why=Looks+like+her", fixture, ben)
        #expect(sent.status == .unprocessableContent)
    }

    @Test func `it is said of no child whom the writer may not open, and by nobody who only reads`() async throws {
        let (fixture, ben, _) = try await people()
        try await fixture.record?.restrict("record:maya", to: ["ana"])
        let sent = try await send(
            "\(Self.mother)/steps/same-person", "form=form-x&child=another&number=maya&why=It+is+her", fixture, ben)
        #expect(sent.status == .unprocessableContent && sent.text.contains("No child you may open"))
        let eve = try fixture.signIn(.auditor, user: "eve")
        #expect(try await send("\(Self.mother)/steps/same-person", Self.same, fixture, eve).status == .forbidden)
    }

    @Test func `a mother who is restricted as a child is counted and never named, on any page of her baby's`()
        async throws
    {
        let unborn = Person(expectedOn: try day("2027-02-02"))
        let (fixture, ben, ana) = try await people(baby: unborn)
        try await say(fixture, ben)
        #expect(try await fixture.get(Self.noor, ben).text.contains("Unborn baby of Maya Invented"))
        try await fixture.record?.restrict("record:maya", to: ["ana"])
        for path in [
            Self.noor, "\(Self.noor)/family", "\(Self.noor)/steps", "\(Self.noor)/steps/family-tie",
            "\(Self.noor)/adults/new?searched=x", "\(Self.noor)/together", "\(Self.noor)?on=2026-11-20",
            "/today", "/api/v1/children/record:noor",
        ] {
            let page = try await fixture.get(path, ben).text
            #expect(!page.contains("Maya"), "\(path)")
        }
        #expect(!(try await fixture.get("/search?q=Maya", ben).text.contains("Maya Invented")))
        #expect(try await fixture.get("\(Self.noor)/family", ben).text.contains("1 you may not open"))
        #expect(try await fixture.get(Self.mother, ben).status == .notFound)
        let alike = try await send(
            "\(address)/adults/new", "form=form-9&forename=Maya&surname=Invented&sex=F&kind=other", fixture, ben)
        #expect(!alike.text.contains("who are known here"))
        // Whoever is named on her record is told.
        #expect(try await fixture.get("\(Self.noor)/family", ana).text.contains("Maya Invented"))
        #expect(try await fixture.get(Self.mother, ana).status == .ok)
    }

    @Test func `a baby who is restricted is counted on her mother's page and not named`() async throws {
        let (fixture, ben, ana) = try await people()
        try await say(fixture, ben)
        try await fixture.record?.restrict("record:noor", to: ["ana"])
        let page = try await fixture.get(Self.maya, ben).text
        #expect(page.contains("Has a child of her own on this record") && page.contains("1 you may not open"))
        #expect(!page.contains("Noor"))
        #expect(!(try await fixture.get("\(Self.maya)/family", ben).text.contains("Noor")))
        #expect(try await fixture.get(Self.maya, ana).text.contains("Noor"))
    }

    private func held() throws -> WithheldFact {
        WithheldFact(
            facts: [.address], from: ["John"], why: "He hit her", since: try day("2026-10-05"),
            on: try day("2026-10-05"), by: "ben")
    }

    @Test(arguments: ["record:maya", "record:noor"])
    func `what is withheld for the one is hidden for the other, and stays so when it is ended`(who: String)
        async throws
    {
        let (fixture, ben, _) = try await people()
        let record = try #require(fixture.record)
        try await say(fixture, ben)
        try await record.record(
            [("A1", Address(postcode: "ZZ98 7QX", text: "9 Secret Lane")), ("W1", try held())], about: SubjectID(who))
        let note = CaseNote(on: try day("2026-11-06"), text: "Met them at 9 Secret Ln", significant: true)
        for other in ["record:maya", "record:noor"] {
            try await record.record([("N1", note)], about: SubjectID(other))
        }
        for ended in [false, true] {
            if ended {
                let end = "form=form-e&of=form-same&why=Her+cousin"
                #expect(try await send("\(Self.mother)/steps/same-person-end", end, fixture, ben).status == .seeOther)
            }
            for page in [Self.maya, Self.noor, "\(Self.maya)/details", "\(Self.noor)/details", Self.mother] {
                let text = try await fixture.get(page, ben).text.lowercased()
                #expect(!text.contains("secret l") && !text.contains("zz98"), "\(page), ended: \(ended)")
            }
        }
    }

    // MARK: Ties between adults

    private func withRex(_ fixture: ServerFixture, _ ben: SecretToken) async throws {
        let told = try await send(
            "\(Self.noor)/adults/new",
            "form=form-r&forename=Rex&surname=Marlow&sex=M&kind=father&responsibility=no&carer=no&lives=no", fixture,
            ben)
        try #require(told.status == .seeOther)
    }

    private static let rex = "/adults/record:form-r-adult"

    @Test func `a tie is entered once, read from both, drawn, and over when it is`() async throws {
        let (fixture, ben, _) = try await people()
        try await withRex(fixture, ben)
        let tie = "form=form-t&kind=partner&other=form-r-adult&from=1+Feb+2026"
        for _ in 0..<2 {
            #expect(try await send("\(Self.mother)/steps/tie", tie, fixture, ben).status == .seeOther)
        }
        let hers = try await fixture.get(Self.mother, ben).text
        #expect(hers.contains("Partner of") && hers.contains("Rex Marlow") && hers.contains("since Sun 1 Feb 2026"))
        let his = try await fixture.get(Self.rex, ben).text
        #expect(his.contains("Partner of") && his.contains("Maya Invented"))
        #expect(his.contains("\(Self.mother)/steps/tie-change?of=form-t"), "it is changed where it stands")
        let tree = try await fixture.get("\(Self.noor)/family", ben).text
        #expect(tree.contains("partner of Rex Marlow") && tree.lowercased().contains("partner of maya invented"))
        let again = tie.replacing("form-t", with: "form-u")
        #expect(try await send("\(Self.mother)/steps/tie", again, fixture, ben).text.contains("recorded already"))
        let other = "form=form-v&kind=partner&other=form-m-adult"
        #expect(try await send("\(Self.rex)/steps/tie", other, fixture, ben).text.contains("recorded already"))
        let over = "form=form-o&of=form-t&kind=former-partner&from=1+Feb+2026&until=1+Nov+2026"
        #expect(try await send("\(Self.mother)/steps/tie-change", over, fixture, ben).status == .seeOther)
        #expect(try await fixture.get(Self.rex, ben).text.contains("until Sun 1 Nov 2026"))
        #expect(try await fixture.get("\(Self.noor)/family", ben).text.contains("former partner of Rex Marlow"))
    }

    @Test(
        arguments: [
            ("parent", "Parent of", "Son or daughter of"),
            ("sibling", "Brother or sister of", "Brother or sister of"),
        ])
    func `each kind reads from the other's side as it should`(kind: String, here: String, there: String) async throws {
        let (fixture, ben, _) = try await people()
        try await withRex(fixture, ben)
        let sent = try await send(
            "\(Self.mother)/steps/tie", "form=form-t&kind=\(kind)&other=form-r-adult", fixture, ben)
        #expect(sent.status == .seeOther)
        #expect(try await fixture.get(Self.mother, ben).text.contains(here))
        #expect(try await fixture.get(Self.rex, ben).text.contains(there))
    }

    @Test func `an adult whose children may not be opened is counted, cannot be chosen, and nobody else ties them`()
        async throws
    {
        let (fixture, ben, _) = try await people()
        let record = try #require(fixture.record)
        let told = try await send(
            "\(address)/adults/new",
            "form=form-r&forename=Rex&surname=Marlow&sex=M&kind=father&responsibility=no&carer=no&lives=no", fixture,
            ben)
        try #require(told.status == .seeOther)
        let found = try await fixture.get("\(Self.mother)/steps/tie?with=Marlow", ben).text
        #expect(found.contains("Rex Marlow"))
        let tie = "form=form-t&with=Marlow&kind=former-partner&other=form-r-adult"
        #expect(try await send("\(Self.mother)/steps/tie", tie, fixture, ben).status == .seeOther)
        try await record.restrict("record:tamar", to: ["ana"])
        let page = try await fixture.get(Self.mother, ben).text
        #expect(page.contains("1 you may not see") && !page.contains("Rex"))
        #expect(!(try await fixture.get("\(Self.mother)/steps/tie?with=Marlow", ben).text.contains("Rex")))
        let again = tie.replacing("form-t", with: "form-u").replacing("former-partner", with: "sibling")
        #expect(try await send("\(Self.mother)/steps/tie", again, fixture, ben).status == .unprocessableContent)
        let eve = try fixture.signIn(.auditor, user: "eve")
        #expect(try await send("\(Self.mother)/steps/tie", tie, fixture, eve).status == .forbidden)
    }

    // MARK: Adults alike

    private static let rexAsked = "&sex=M&kind=other&responsibility=no&carer=no&lives=no"

    @Test func `adults alike are shown with the reasons before somebody new is recorded, a twin too`() async throws {
        let (fixture, ben, _) = try await people()
        let first =
            "form=form-r&forename=Rex&surname=Marlow&born=3+Apr+1985&address=9+High+Street&postcode=ZZ99+3WZ"
        #expect(try await send("\(address)/adults/new", first + Self.rexAsked, fixture, ben).status == .seeOther)
        let same = "form=form-2&forename=Reks&surname=Marlowe&born=4+Mar+1985&address=9+High+St&postcode=ZZ993WZ"
        let asked = try await send("\(Self.noor)/adults/new", same + Self.rexAsked, fixture, ben)
        #expect(asked.status == .unprocessableContent)
        #expect(asked.text.contains("the same person.") && asked.text.contains("day and month of birth swapped"))
        #expect(asked.text.contains("same address"))
        let twin = "form=form-3&forename=Dominic&surname=Marlow&born=3+Apr+1985"
        let other = try await send("\(Self.noor)/adults/new", twin + Self.rexAsked, fixture, ben)
        #expect(other.text.contains("Possibly the same person") && other.text.contains("it may be a twin"))
        let new = try await send("\(Self.noor)/adults/new", twin + Self.rexAsked + "&known=none", fixture, ben)
        #expect(new.status == .seeOther)
    }

    @Test func `a withheld address answers as no address would`() async throws {
        let (fixture, ben, _) = try await people([("W1", try held())])
        try await say(fixture, ben)
        let moved = "form=form-d&forename=Maya&surname=Invented&address=9+Secret+Lane&postcode=ZZ98+7QX"
        #expect(try await send("\(Self.mother)/steps/details", moved, fixture, ben).status == .seeOther)
        func alike(_ names: String, _ place: String) async throws -> String {
            let sent = try await send(
                "\(address)/adults/new", "form=form-9&\(names)\(place)\(Self.rexAsked)", fixture, ben)
            let parts = sent.text.split(separator: "who are known here", maxSplits: 1)
            return parts.count > 1 ? String(parts[1].prefix(1200)) : ""
        }
        let place = "&address=9+Secret+Lane&postcode=ZZ98+7QX"
        #expect(try await alike("forename=Maya&surname=Invented", place).contains("Maya Invented"))
        for names in ["forename=Maya&surname=Invented", "forename=Zora&surname=Invanted", "surname=Quill"] {
            let (with, without) = (try await alike(names, place), try await alike(names, ""))
            #expect(!with.contains("same address") && !with.contains("same postcode"))
            #expect(with.isEmpty == without.isEmpty, "\(names)")
        }
    }
}
