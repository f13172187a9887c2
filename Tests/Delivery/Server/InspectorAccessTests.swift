import AccessRules
import Assurance
import Casework
import ChildJourney
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Inspectors are let in for the days of an inspection, with accounts and sessions of the record itself. Today is Sat 21 Nov 2026.
@Suite struct InspectorAccessTests {
    private let path = "/audit/inspections/inspection-1"
    private let child = "/children/record:tamar"

    /// An inspection set up by `aud`, and the accounts of those who take part.
    private func fixture() async throws -> AccountFixture {
        let fixture = try await AccountFixture()
        let accounts: [(UserID, Role)] = [
            ("mo", .manager), ("di", .director), ("ina", .inspector), ("ivo", .inspector), ("aud", .auditor),
        ]
        for (name, role) in accounts { try await fixture.add(name, role) }
        for (id, forename) in [("tamar", "Tamar"), ("kit", "Kit")] {
            try await fixture.record.record(
                [
                    ("person", Person(forename: forename, surname: "Okoro", bornOn: try #require(Day("2019-02-11")))),
                    ("R1", Referral(receivedOn: try #require(Day("2026-09-01")), harmAlleged: true)),
                ], about: SubjectID("record:\(id)"))
        }
        return fixture
    }

    private func setUp(_ aud: Browser, lead: String = "I.+Invented") async throws {
        try await aud.signIn("aud")
        try await aud.get("/audit/inspections/new")
        let sent = try await aud.post(
            "/audit/inspections/new",
            "form=inspection-1&framework=ilacs-2026&visit=standard&council=Invented&began=2+Nov+2026&announced=no&team=\(lead)"
        )
        try #require(sent.status == .seeOther, "\(sent.text.suffix(600))")
    }

    private func ask(_ browser: Browser, _ from: String = "2+Nov+2026", _ until: String = "30+Nov+2026") async throws
        -> TestResponse
    {
        try await browser.get("\(path)/access")
        return try await browser.post(
            "\(path)/access", "form=item-ina&user=ina&from=\(from)&until=\(until)")
    }

    private func letIn(_ aud: Browser, _ from: String = "2+Nov+2026", _ until: String = "30+Nov+2026") async throws {
        try await setUp(aud)
        try #require(try await ask(aud, from, until).status == .seeOther)
        let mo = aud.another()
        try await mo.signIn("mo")
        try await mo.get("\(path)/access")
        try #require(try await mo.post("\(path)/access/item-ina", "decision=confirm").status == .seeOther)
    }

    @Test func `an inspector opens nobody until a second person of the council has confirmed it`() async throws {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await setUp(aud)
            let ina = aud.another()
            try await ina.signIn("ina")
            #expect(try await ina.get(child).status == .forbidden, "an account is not enough")
            #expect(try await ina.get("/search?q=Okoro").status == .forbidden)
            #expect(try await ina.get("/today").status == .forbidden)
            #expect(try await ina.get("/").location == "/audit")
            #expect(try await ina.get("/api/v1/children/record:tamar").status == .forbidden)
            #expect(try await ask(aud).status == .seeOther)
            #expect(try await ina.get(child).status == .forbidden, "asked is not confirmed")
            #expect(try await aud.post("\(path)/access/item-ina", "decision=confirm").status != .seeOther)
            #expect(try await ina.get(child).status == .forbidden, "whoever asked does not confirm")
            let mo = aud.another()
            try await mo.signIn("mo")
            try await mo.get("\(path)/access")
            #expect(try await mo.post("\(path)/access/item-ina", "decision=confirm").status == .seeOther)
            let page = try await ina.get(child)
            #expect(page.status == .ok && page.text.contains("Tamar"))
        }
    }

    @Test func `a manager who asked does not confirm, and the director does`() async throws {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await setUp(aud)
            let (mo, di, ina) = (aud.another(), aud.another(), aud.another())
            try await mo.signIn("mo")
            try await di.signIn("di")
            try await ina.signIn("ina")
            #expect(try await ask(mo).status == .seeOther)
            let sent = try await mo.post("\(path)/access/item-ina", "decision=confirm")
            #expect(sent.status == .unprocessableContent && sent.text.contains("Somebody else confirms this"))
            #expect(try await ina.get(child).status == .forbidden)
            try await di.get("\(path)/access")
            #expect(try await di.post("\(path)/access/item-ina", "decision=confirm").status == .seeOther)
            #expect(try await ina.get(child).status == .ok)
        }
    }

    @Test(arguments: [
        ("20+Nov+2026", "20+Nov+2026", false), ("21+Nov+2026", "21+Nov+2026", true),
        ("22+Nov+2026", "30+Nov+2026", false), ("2+Nov+2026", "21+Nov+2026", true),
    ])
    func `records are open from the first day to the last, both included`(
        from: String, until: String, isOpen: Bool
    ) async throws {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud, from, until)
            let ina = aud.another()
            try await ina.signIn("ina")
            #expect(try await ina.get(child).status == (isOpen ? .ok : .forbidden))
        }
    }

    @Test func `access ends at once when it is withdrawn, and whoever was sent away writes nothing more`() async throws
    {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud)
            let (ina, mo) = (aud.another(), aud.another())
            try await ina.signIn("ina")
            #expect(try await ina.get(child).status == .ok)
            try await mo.signIn("mo")
            try await mo.get("\(path)/access")
            let silent = try await mo.post("\(path)/access/item-ina", "decision=withdraw&why-item-ina=")
            #expect(silent.status == .unprocessableContent)
            #expect(
                try await mo.post("\(path)/access/item-ina", "decision=withdraw&why-item-ina=Left").status == .seeOther)
            #expect(try await ina.get(child).status == .forbidden, "the page was kept, and is not shown")
            try await ina.get("/account")
            let sent = try await ina.post("\(path)/evidence", "form=item-1&source=data&shows=Visits+are+late")
            #expect(sent.status == .forbidden)
            #expect(try await ina.get(path).status == .forbidden)
        }
    }

    @Test func `the council's own auditor writes, judges, closes and publishes nothing where inspectors are let in`()
        async throws
    {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud)
            try await aud.get(path)
            for (what, body) in [
                ("evidence", "form=item-1&source=data&shows=Visits+are+late"),
                ("findings", "form=item-2&category=x&found=Late&evidence=item-1"),
                ("judgements", "judged=overall&grade=good&reason=x"), ("publication", "published=21+Nov+2026"),
                ("closing", "closed=21+Nov+2026"),
                ("requests", "form=item-r&sort=document&what=Policy&due=30+Nov+2026"),
            ] {
                let sent = try await aud.post("\(path)/\(what)", body)
                #expect(
                    sent.status == .unprocessableContent && sent.text.contains("Inspectors who are let in write this"),
                    "\(what): \(sent.status)")
            }
            #expect(!(try await aud.get("\(path)/access").text.contains("/closing")))
        }
    }

    @Test func `comments on the draft are answered by the lead alone, where the team names one who is let in`()
        async throws
    {
        let fixture = try await fixture()
        let frameworks = fixture.record.standards.frameworks
        let category = try #require(frameworks["ilacs-2026"]?.findingCategories.last { $0.weight == .development }).id
        try await fixture.visit { aud in
            try await setUp(aud, lead: "ina+%28invented%29")
            let (ina, ivo, mo) = (aud.another(), aud.another(), aud.another())
            try await mo.signIn("mo")
            for user in ["ina", "ivo"] {
                try await aud.get("\(path)/access")
                let asked = try await aud.post(
                    "\(path)/access", "form=item-\(user)&user=\(user)&from=2+Nov+2026&until=30+Nov+2026")
                #expect(asked.status == .seeOther)
                try await mo.get("\(path)/access")
                #expect(try await mo.post("\(path)/access/item-\(user)", "decision=confirm").status == .seeOther)
            }
            try await ina.signIn("ina")
            try await ivo.signIn("ivo")
            try await ina.get(path)
            for (what, body) in [
                ("evidence", "form=item-1&source=data&shows=Visits+are+late"),
                ("findings", "form=item-2&category=\(category)&found=Visits+are+late&evidence=item-1"),
            ] { #expect(try await ina.post("\(path)/\(what)", body).status == .seeOther, "\(what)") }
            try await mo.get("\(path)/draft")
            let comment = "form=item-c&of=item-2&words-item-2=Not+since+October"
            #expect(try await mo.post("\(path)/draft/comments", comment).status == .seeOther)
            try await ivo.get("\(path)/draft")
            let answer = "answer-item-c=It+was+looked+at"
            let other = try await ivo.post("\(path)/draft/comments/item-c", answer)
            #expect(other.status == .unprocessableContent && other.text.contains("The lead inspector answers"))
            try await ina.get("\(path)/draft")
            #expect(try await ina.post("\(path)/draft/comments/item-c", answer).status == .seeOther)
        }
    }

    @Test func `a sample inspectors choose is not seen by the council before the inspection closes`() async throws {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud)
            let (ina, mo) = (aud.another(), aud.another())
            try await ina.signIn("ina")
            try await mo.signIn("mo")
            try await ina.get("/audit/draw")
            let drawn = try await ina.post(
                "/audit/draw", "form=sample-1&purpose=Files+tracked&method=whole-frame&frame=open&tool=case-file")
            #expect(drawn.status == .seeOther, "\(drawn.text.suffix(400))")
            #expect(try await ina.get("/audit").text.contains("Files tracked"))
            for browser in [aud, mo] {
                #expect(try await browser.get("/audit/samples/sample-1").status == .notFound)
                for page in ["/audit", path] {
                    #expect(!(try await browser.get(page).text.contains("Files tracked")), "\(page)")
                }
            }
            try await ina.get("\(path)/access")
            #expect(try await ina.post("\(path)/closing", "closed=21+Nov+2026").status == .seeOther)
            #expect(try await mo.get("/audit").text.contains("Files tracked"))
        }
    }

    @Test func `what is written of an inspection names no child whose file is read in it`() async throws {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud)
            let ina = aud.another()
            try await ina.signIn("ina")
            let early = "form=item-0&source=data&shows=Tamar+waited"
            try await ina.get(path)
            #expect(try await ina.post("\(path)/evidence", early).status == .seeOther, "of no sample yet")
            #expect(try await ina.get(child).status == .ok)
            try await ina.get(path)
            for words in ["Tamar+waited", "The+file+of+tamar+okoro", "The+Okoro+family"] {
                let sent = try await ina.post("\(path)/evidence", "form=item-1&source=data&shows=\(words)")
                #expect(
                    sent.status == .unprocessableContent && sent.text.contains("What it shows names a child"),
                    "\(words)")
            }
            #expect(
                try await ina.post("\(path)/evidence", "form=item-1&source=data&shows=The+child+waited").status
                    == .seeOther)
        }
    }

    @Test func `an inspector of another inspection is not let in, and records nothing of this one`() async throws {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud)
            let ivo = aud.another()
            try await ivo.signIn("ivo")
            #expect(try await ivo.get(child).status == .forbidden)
            #expect(try await ivo.get(path).status == .forbidden)
            #expect(try await ivo.get("\(path)/draft").status == .forbidden)
            try await ivo.get("/account")
            let sent = try await ivo.post("\(path)/evidence", "form=item-1&source=data&shows=Visits+are+late")
            #expect(sent.status == .forbidden)
        }
    }

    @Test func `an inspector changes nothing of a child, and may flag them`() async throws {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud)
            let ina = aud.another()
            try await ina.signIn("ina")
            #expect(try await ina.get("\(child)/visits/new").status == .forbidden)
            #expect(try await ina.get("\(child)/steps/note").status == .forbidden)
            #expect(try await ina.get("/referrals/new?searched=x").status == .forbidden)
            #expect(try await ina.get("\(child)/steps/unsafe").status == .ok)
        }
    }

    @Test func `whom inspectors open is in their chosen sample at once, and told to the council when it closes`()
        async throws
    {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud)
            let (ina, mo) = (aud.another(), aud.another())
            try await ina.signIn("ina")
            try await mo.signIn("mo")
            #expect(try await ina.get(child).status == .ok)
            try await ina.get(child)
            let sample = "/audit/samples/opened-inspection-1"
            let seen = try await ina.get(sample)
            #expect(seen.text.contains("Tamar") && seen.text.contains("0 of 1 files are read"))

            for page in [sample, "/audit", path, "\(path)/looks", "\(child)", "/access-log"] {
                let answer = try await mo.get(page)
                #expect(!answer.text.contains("Children inspectors opened"), "\(page)")
                #expect(!answer.text.contains("ina (invented), inspector</") || page == "/access-log", "\(page)")
            }
            #expect(try await mo.get(sample).status == .notFound)
            #expect(!(try await mo.get(child).text.contains("ina (invented), inspector")), "who has looked")
            let log = try await mo.get("/access-log?user=ina").text
            #expect(log.contains("told when the inspection closes") && !log.contains("child tamar"))
            #expect(try await mo.get("\(path)/looks").text.contains("told when the inspection closes"))

            try await ina.get("\(path)/access")
            #expect(try await ina.post("\(path)/closing", "closed=21+Nov+2026").status == .seeOther)
            #expect(try await ina.get(child).status == .forbidden, "it ends at once when it closes")
            let looks = try await mo.get("\(path)/looks").text
            #expect(
                looks.contains("Child tamar") && looks.contains("ina (invented)") && looks.contains("Opened a child"))
            #expect(!looks.contains("Child kit"), "nobody opened the other child")
            #expect(try await mo.get(sample).text.contains("Tamar"))
            #expect(try await mo.get("/access-log?user=ina").text.contains("child tamar"))
            #expect(try await mo.get(child).text.contains("ina (invented), inspector"))
        }
    }

    @Test func `a restricted child is not opened by being let in, and is counted among what was looked at`()
        async throws
    {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await letIn(aud)
            let (ina, mo) = (aud.another(), aud.another())
            try await ina.signIn("ina")
            #expect(try await ina.get(child).status == .ok)
            let manager = SignedInPerson(council: fixture.record.council, user: "other", role: .manager)
            let access = try AccessRules.access(
                for: manager, to: .restrictChild, .child("record:tamar", in: fixture.record.council, .none),
                because: .work
            ).get()
            try await fixture.record.store.restrict(
                "record:tamar", to: ["other"], access: access, at: fixture.clock.value)
            #expect(try await ina.get(child).status == .forbidden)
            try await ina.get("\(path)/access")
            try await ina.post("\(path)/closing", "closed=21+Nov+2026")
            try await mo.signIn("mo")
            let looks = try await mo.get("\(path)/looks").text
            #expect(looks.contains("1 restricted child") && !looks.contains("tamar"))
        }
    }

    @Test(arguments: [Role.socialWorker, .chair, .administrator])
    func `nobody else lets anybody in or closes an inspection`(role: Role) async throws {
        let fixture = try await fixture()
        try await fixture.add("other", role)
        try await fixture.visit { aud in
            try await setUp(aud)
            _ = try await ask(aud)
            let other = aud.another()
            try await other.signIn("other")
            try await other.get("/account")
            for (what, body) in [
                ("access", "form=item-x&user=ina&from=2+Nov+2026&until=30+Nov+2026"),
                ("access/item-ina", "decision=confirm"), ("access/item-ina", "decision=withdraw&why-item-ina=x"),
                ("closing", "closed=21+Nov+2026"),
            ] {
                #expect(try await other.post("\(path)/\(what)", body).status == .forbidden, "\(what)")
            }
        }
    }

    @Test func `only an inspector's active account is let in, for days of the inspection`() async throws {
        let fixture = try await fixture()
        try await fixture.visit { aud in
            try await setUp(aud)
            for (user, from, until, said) in [
                ("jo", "2+Nov+2026", "30+Nov+2026", "not the name of an active inspector"),
                ("ina", "1+Nov+2026", "30+Nov+2026", "the inspection has begun"),
                ("ina", "3+Nov+2026", "2+Nov+2026", "a last day that is not before the first"),
            ] {
                try await aud.get("\(path)/access")
                let sent = try await aud.post(
                    "\(path)/access", "form=item-y&user=\(user)&from=\(from)&until=\(until)")
                #expect(sent.status == .unprocessableContent && sent.text.contains(said), "\(user) \(from) \(until)")
            }
        }
    }
}
