import AccessRules
import ChildJourney
import Concerns
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Adults of the record, through the real router. Today is Sat 21 Nov 2026; Tamar and Levan are children known here.
@Suite struct AdultRoutesTests {
    private static let form =
        "form=form-1&forename=Rex&surname=Marlow&sex=M&born=3+Mar+1985&address=1+Nowhere+Street&postcode=ZZ99+3WZ"
    private static let tie = "kind=partner&responsibility=no&carer=yes&lives=yes&from=10+Nov+2026"

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        for name in ["Tamar", "Levan"] {
            try await record.record(
                [
                    ("person", Person(forename: name, surname: "Okoro", bornOn: try day("2019-02-11"), sex: "F")),
                    ("R1", Referral(receivedOn: try day("2026-11-02"), noFurtherAction: false)),
                ], about: SubjectID("record:\(name.lowercased())"))
        }
        fixture.record = record
        return fixture
    }

    private func send(
        _ fixture: ServerFixture, _ token: SecretToken, _ path: String, _ body: String
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(path, token, "csrf=\(csrf)&\(body)")
    }

    /// Rex lives with Tamar since 10 Nov.
    private func withRex() async throws -> (ServerFixture, SecretToken) {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let sent = try await send(
            fixture, ben, "/children/record:tamar/adults/new", "\(Self.form)&\(Self.tie)")
        #expect(sent.status == .seeOther, "\(sent.text)")
        return (fixture, ben)
    }

    private static let rex = "/adults/record:form-1-adult"

    private func restrict(_ child: String, in fixture: ServerFixture) async throws {
        try await fixture.record?.restrict(SubjectID(child), to: ["ana"])
    }

    private func concerns(_ child: String, _ fixture: ServerFixture) async throws -> [Concern] {
        let record = try #require(fixture.record)
        let access = try AccessRules.access(
            for: SignedIn(council: record.council, user: "ana", role: .manager), to: .openChild,
            .child(SubjectID(child), in: record.council, .none), because: .work
        ).get()
        return try await record.store.open(SubjectID(child), access: access, at: ServerFixture.moment).concerns
    }

    @Test func `an adult is recorded once, after a search, and told on both`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let unsearched = try await fixture.get("/children/record:tamar/adults/new", ben)
        #expect(unsearched.status == .seeOther)
        let found = try await fixture.get("/children/record:tamar/family?q=Rex+Marlow", ben).text
        #expect(found.contains("/children/record:tamar/adults/new?searched="))
        for _ in 0..<2 {
            let sent = try await send(
                fixture, ben, "/children/record:tamar/adults/new", "\(Self.form)&\(Self.tie)")
            #expect(sent.status == .seeOther)
        }
        let family = try await fixture.get("/children/record:tamar/family", ben).text
        #expect(family.contains("<svg class=\"tree\"") && family.contains("The same in words"))
        #expect(family.contains("Rex Marlow") && !family.contains("Nowhere Street") && !family.contains("ZZ99"))
        let adult = try await fixture.get(Self.rex, ben).text
        #expect(adult.contains("Tamar Okoro") && adult.contains("1 Nowhere Street") && !adult.contains("Levan"))
    }

    @Test func `a name known here already is shown first, and one of them is tied instead of made again`() async throws
    {
        let (fixture, ben) = try await withRex()
        let again = Self.form.replacing("form-1", with: "form-2")
        let asked = try await send(fixture, ben, "/children/record:levan/adults/new", "\(again)&\(Self.tie)")
        #expect(asked.status == .unprocessableContent && asked.text.contains("who are known here"))
        let tied = try await send(
            fixture, ben, "/children/record:levan/adults/new", "\(again)&\(Self.tie)&known=form-1-adult")
        #expect(tied.status == .seeOther)
        let adult = try await fixture.get(Self.rex, ben).text
        #expect(adult.contains("Tamar Okoro") && adult.contains("Levan Okoro"))
    }

    @Test func `an adult is no child: not in lists, counts or a search for children, only marked beside it`()
        async throws
    {
        let (fixture, ben) = try await withRex()
        let search = try await fixture.get("/search?q=Marlow", ben).text
        #expect(search.contains("<h2 id=\"adults\">Adults</h2>") && search.contains(Self.rex))
        #expect(!search.contains("Children found"))
        let record = try #require(fixture.record)
        let hits = try await record.store.search(
            "Marlow", on: ServerFixture.moment.londonDay, limit: 10, access: record.access(.search),
            at: ServerFixture.moment)
        #expect(hits.hits.isEmpty)
        #expect(try await fixture.get("/children/record:form-1-adult", ben).status == .notFound)
    }

    @Test func `somebody under eighteen is no adult`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let young = Self.form.replacing("1985", with: "2010")
        let sent = try await send(fixture, ben, "/children/record:tamar/adults/new", "\(young)&\(Self.tie)")
        #expect(sent.status == .unprocessableContent && sent.text.contains("Somebody under 18 is a child"))
    }

    @Test func `whoever may open none of the children is not told that there is such an adult`() async throws {
        let (fixture, ben) = try await withRex()
        try await restrict("record:tamar", in: fixture)
        #expect(try await fixture.get(Self.rex, ben).status == .notFound)
        #expect(!(try await fixture.get("/search?q=Marlow", ben).text.contains("Marlow,")))
        let post = try await send(fixture, ben, "\(Self.rex)/steps/risk", Self.risk)
        #expect(post.status == .notFound)
        let tie = try await send(
            fixture, ben, "/children/record:levan/adults/new",
            "form=form-9&adult=form-1-adult&known=form-1-adult&\(Self.tie)")
        #expect(tie.status == .notFound)
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get(Self.rex, ana).status == .ok)
        let member = try fixture.signIn(.member, user: "cllr")
        #expect(try await fixture.get(Self.rex, member).status == .forbidden)
    }

    @Test func `every reading of an adult is a line in the log, with the children shown`() async throws {
        let (fixture, _) = try await withRex()
        let eve = try fixture.signIn(.auditor, user: "eve")
        _ = try await fixture.get(Self.rex, eve)
        let looks = try await #require(fixture.record).looks().filter { $0.user == "eve" }
        #expect(looks.map(\.verb) == ["open-adult"] && looks.first?.shown == ["record:tamar"])
        #expect(looks.first?.query == "adult record:form-1-adult")
    }

    private static let risk =
        "form=form-r&on=20+Nov+2026&basis=alleged&what=Violence&source=neighbour&answer=Denies+it&review="

    @Test func `what is recorded about an adult is looked at for every child of the home at once`() async throws {
        let (fixture, ben) = try await withRex()
        #expect(try await concerns("record:tamar", fixture).allSatisfy { $0.code != "risk-adult-in-home" })
        #expect(try await send(fixture, ben, "\(Self.rex)/steps/risk", Self.risk).status == .seeOther)
        let concern = try #require(
            await concerns("record:tamar", fixture).first { $0.code == "risk-adult-in-home" })
        #expect(concern.clockStart.description == "2026-11-20" && concern.onset.description == "2026-11-22")
        let page = try await fixture.get(Self.rex, ben).text
        #expect(page.contains("Denies it") && page.contains("looked at again by Thu 20 May 2027"))
        let levan = try await send(
            fixture, ben, "/children/record:levan/adults/new",
            "form=form-3&adult=form-1-adult&known=form-1-adult&\(Self.tie)")
        #expect(levan.status == .seeOther)
        #expect(try await concerns("record:levan", fixture).contains { $0.code == "risk-adult-in-home" })
        #expect(
            try await send(
                fixture, ben, "\(Self.rex)/steps/risk-review",
                "form=form-e&of=form-r&on=21+Nov+2026&stands=no&why=Not+so"
            ).status == .seeOther)
        for child in ["record:tamar", "record:levan"] {
            let left = try await concerns(child, fixture).filter { $0.code == "risk-adult-in-home" }
            #expect(left.isEmpty)
        }
    }

    @Test func `an allegation cannot be put off beyond the council's limit`() async throws {
        let (fixture, ben) = try await withRex()
        let sent = try await send(fixture, ben, "\(Self.rex)/steps/risk", Self.risk + "1+Dec+2027")
        #expect(sent.status == .unprocessableContent && sent.text.contains("up to 20 May 2027"))
    }

    @Test func `evidence about a child who may not be opened is hidden, and the concern stands`() async throws {
        let (fixture, ben) = try await withRex()
        let record = try #require(fixture.record)
        _ = try await send(fixture, ben, "/children/record:tamar/family", "other=levan&tie=sibling")
        try await record.record(
            [("E1", Section47Enquiry(referral: "R1", startedOn: try day("2026-11-03")))], about: "record:levan")
        let why = "/children/record:tamar/why/sibling-undecided"
        #expect(try await fixture.get(why, ben).text.contains("section 47 enquiry: began on another child"))
        try await restrict("record:levan", in: fixture)
        let page = try await fixture.get(why, ben).text
        #expect(page.contains("may not open") && !page.contains("section 47 enquiry: began") && !page.contains("Levan"))
        #expect(try await concerns("record:tamar", fixture).contains { $0.code == "sibling-undecided" })
        let family = try await fixture.get("/children/record:tamar/family", ben).text
        #expect(family.contains("Somebody you may not open") && !family.contains("Levan"))
        let json = try await fixture.get("/api/v1/children/record:tamar/concerns", ben).text
        #expect(json.contains("sibling-undecided") && !json.contains("began on another child"))
    }

    @Test func `an adult known only from a sibling's record is not told from here, and the concern stands`()
        async throws
    {
        let (fixture, ben) = try await withRex()
        _ = try await send(fixture, ben, "/children/record:tamar/family", "other=levan&tie=same-home")
        _ = try await send(fixture, ben, "\(Self.rex)/steps/risk", Self.risk)
        #expect(try await concerns("record:levan", fixture).contains { $0.code == "risk-adult-in-home" })
        try await restrict("record:tamar", in: fixture)
        let why = try await fixture.get("/children/record:levan/why/risk-adult-in-home", ben).text
        #expect(why.contains("may not open"))
        for told in ["Rex", "Tamar", "recorded as posing a risk</", "Violence", "neighbour"] {
            #expect(!why.contains(told), "\(told)")
        }
    }

    @Test func `what comes step by step is what a rebuild makes`() async throws {
        let (fixture, ben) = try await withRex()
        _ = try await send(fixture, ben, "\(Self.rex)/steps/risk", Self.risk)
        _ = try await send(
            fixture, ben, "/children/record:levan/adults/new",
            "form=form-3&adult=form-1-adult&known=form-1-adult&\(Self.tie)")
        let before = try await (concerns("record:tamar", fixture), concerns("record:levan", fixture))
        let record = try #require(fixture.record)
        _ = try await record.store.rebuild(record.council, on: ServerFixture.moment.londonDay) { _ in }
        #expect(try await concerns("record:tamar", fixture) == before.0)
        #expect(try await concerns("record:levan", fixture) == before.1)
        #expect(before.0.contains { $0.code == "risk-adult-in-home" })
        #expect(try await fixture.get("/search?q=Marlow", ben).text.contains(Self.rex))
    }

    @Test func `an unborn baby is referred from the mother's page, visited through her, and born on the same record`()
        async throws
    {
        let (fixture, ben) = try await withRex()
        let mother = "form=form-m&forename=Ann&surname=Okoro&sex=F&kind=mother&responsibility=yes&carer=yes&lives=yes"
        _ = try await send(fixture, ben, "/children/record:tamar/adults/new", mother)
        let ask = try await fixture.get("/referrals/new?searched=unborn&mother=form-m-adult", ben).text
        #expect(ask.contains("Ann Okoro") && ask.contains("When is the birth expected?"))
        let referral =
            "record=referral-b&mother=form-m-adult&born=1+Feb+2027&received=20+Nov+2026&harm=no&what=referral"
        #expect(try await send(fixture, ben, "/referrals/new", referral).status == .seeOther)
        let baby = "/children/record:referral-b"
        let page = try await fixture.get(baby, ben).text
        #expect(page.contains("Unborn baby of Ann Okoro") && page.contains("due Mon 1 Feb 2027"))
        #expect(try await fixture.get("\(baby)/steps", ben).text.contains("Record the birth"))
        let visit = try await fixture.get("\(baby)/visits/new", ben).text
        #expect(visit.contains("Was the expectant mother seen?") && !visit.contains("seen alone?"))
        _ = try await send(
            fixture, ben, "\(baby)/visits/new", "record=visit-1&on=21+Nov+2026&seen=yes&place=home")
        #expect(try await fixture.get("\(baby)/visits/visit-1", ben).text.contains("The expectant mother was seen"))
        let early = try await send(fixture, ben, "\(baby)/steps/birth", "form=form-x&on=21+Nov+2025&sex=F")
        #expect(early.status == .unprocessableContent)
        let born = try await send(
            fixture, ben, "\(baby)/steps/birth", "form=form-y&on=21+Nov+2026&sex=F&forename=Cleo&surname=Okoro")
        #expect(born.status == .seeOther)
        let child = try await fixture.get(baby, ben).text
        #expect(child.contains("<bdi>Cleo Okoro</bdi>") && !child.contains("Unborn baby of"))
        let history = try await concerns("record:referral-b", fixture)
        #expect(history.contains { $0.code == "unborn-unplanned" && $0.limb == "newborn-unseen" })
        let other = try fixture.signIn(.analyst, user: "paul")
        #expect(try await fixture.get("/referrals/new?searched=x&mother=form-m-adult", other).status == .forbidden)
    }

    @Test func `a professional, a risk to the child and safety advice are one step each, and shown where they matter`()
        async throws
    {
        let (fixture, ben) = try await withRex()
        let child = "/children/record:tamar"
        for (step, body) in [
            ("professional", "form=form-p&agency=health&role=Health+visitor&name=J.+Pell&from=20+Nov+2026"),
            ("risk-to-child", "form=form-q&kind=neglect&level=high&on=20+Nov+2026&review=20+Dec+2026"),
            ("safety-advice", "form=form-s&on=20+Nov+2026&advice=A+dog+in+the+yard&alone=yes&review=20+May+2027"),
        ] {
            #expect(try await send(fixture, ben, "\(child)/steps/\(step)", body).status == .seeOther, "\(step)")
        }
        let page = try await fixture.get(child, ben).text
        #expect(page.contains("J. Pell") && page.contains("Neglect: high") && page.contains("A dog in the yard"))
        #expect(try await fixture.get("\(child)/visits/new", ben).text.contains("A dog in the yard"))
        let ended =
            "form=form-t&of=form-s&on=20+Nov+2026&advice=A+dog+in+the+yard&alone=yes&review=20+May+2027&ended=21+Nov+2026"
        #expect(try await send(fixture, ben, "\(child)/steps/safety-advice", ended).status == .seeOther)
        #expect(!(try await fixture.get("\(child)/visits/new", ben).text.contains("A dog in the yard")))
        let eve = try fixture.signIn(.auditor, user: "eve")
        #expect(try await send(fixture, eve, "\(child)/steps/risk-to-child", "form=form-z").status == .forbidden)
    }

    @Test func `somebody who moves out ends the clock of the home`() async throws {
        let (fixture, ben) = try await withRex()
        _ = try await send(fixture, ben, "\(Self.rex)/steps/risk", Self.risk)
        let left =
            "form=form-l&of=form-1-tie&kind=partner&responsibility=no&carer=no&lives=yes&from=10+Nov+2026&until=21+Nov+2026"
        #expect(try await send(fixture, ben, "/children/record:tamar/steps/family-tie", left).status == .seeOther)
        #expect(try await concerns("record:tamar", fixture).allSatisfy { $0.code != "risk-adult-in-home" })
    }

    @Test func `what is more than alleged is ended by a manager who did not record it, and from today`() async throws {
        let (fixture, ben) = try await withRex()
        let risk = Self.risk.replacing("20+Nov", with: "12+Nov").replacing("alleged", with: "conviction")
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        #expect(try await send(fixture, ana, "\(Self.rex)/steps/risk", risk).status == .seeOther)
        func end(_ token: SecretToken, _ form: String) async throws -> TestResponse {
            try await send(
                fixture, token, "\(Self.rex)/steps/risk-review",
                "form=form-\(form)&of=form-r&on=12+Nov+2026&stands=no&why=Not+so")
        }
        #expect(try await end(ben, "b").text.contains("A manager ends what was found"))
        #expect(try await end(ana, "a").text.contains("You recorded this yourself"))
        #expect(try await concerns("record:tamar", fixture).contains { $0.code == "risk-adult-in-home" })
        #expect(try await end(dee, "d").status == .seeOther)
        let left = try await concerns("record:tamar", fixture).filter { $0.code == "risk-adult-in-home" }
        #expect(left.map { $0.endedOn?.description } == ["2026-11-21"], "what stood until today is not written away")
    }

    @Test func `that he lives elsewhere now leaves the days he lived here`() async throws {
        let (fixture, ben) = try await withRex()
        let risk = Self.risk.replacing("20+Nov", with: "12+Nov")
        _ = try await send(fixture, ben, "\(Self.rex)/steps/risk", risk)
        let moved =
            "form=form-l&of=form-1-tie&kind=partner&responsibility=no&carer=no&lives=no&from=11+Nov+2026"
        #expect(try await send(fixture, ben, "/children/record:tamar/steps/family-tie", moved).status == .seeOther)
        let left = try await concerns("record:tamar", fixture).filter { $0.code == "risk-adult-in-home" }
        #expect(left.map { $0.endedOn?.description } == ["2026-11-21"])
        let later = moved.replacing("form-l", with: "form-m").replacing("lives=no", with: "lives=yes")
        #expect(try await send(fixture, ben, "/children/record:tamar/steps/family-tie", later).status == .conflict)
    }
}
