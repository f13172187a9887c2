import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A mother has fled with Tamar: where they live must not reach the father, by any page or paper. Today is Sat 21 Nov 2026.
@Suite struct SafeAddressTests: TakesSteps {
    private static let secrets = [
        "secret l", "secret+l", "secret\u{A0}l", "zz98", "7qx", "900123", "900\u{A0}123", "hidden hill",
        "hidden\u{A0}hill",
        "hollow r", "hollow\u{A0}r", "joan inv",
    ]

    /// Each fact as people write it: with quotation marks, dashes and spaces of other kinds, shortened, and in part.
    private static let written = [
        "\u{201C}9, Secret Lane Invented Town ZZ98\u{A0}7QX\u{201D}", "they are in Secret Ln. now",
        "9\u{A0}Secret\u{A0}Lane",
        "said\u{2026}9 SECRET LANE\u{2014}twice", "the Secret Lane\u{2019}s neighbours", "zz98\u{2011}7qx",
        "ring +44 7700 900123", "ring 0044 7700\u{A0}900\u{A0}123", "tel07700900123", "only 900123",
        "Hidden Hill Primary\u{2019}s head", "Hidden\u{A0}Hill\u{A0}Primary School", "Hidden Hill School",
        "GP\u{2013}Hollow Road Surgery\u{2013}registered", "Hollow Rd Surgery", "Hollow\u{A0}Road\u{A0}Practice",
        "with Grandmother Joan Invented\u{2019}s dog",
    ]

    private func tells(_ text: String) -> [String] {
        let text = text.lowercased()
        return Self.secrets.filter { text.contains($0) }
    }

    /// Everything about Tamar that tells where she is was written before it was withheld.
    private func fled() async throws -> ServerFixture {
        let fixture = try await fixture(
            Referral(
                receivedOn: try day("2026-09-01"), noFurtherAction: false, harmAlleged: true,
                decidedOn: try day("2026-09-01")))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take(
            "address", "address=9+Secret+Lane,+Invented+Town&postcode=ZZ98+7QX&kind=Refuge&on=5+Oct+2026", fixture, ben)
        try await take(
            "contact-detail", "fact=telephone&words=07700+900123&on=5+Oct+2026", fixture, ben, form: "phone")
        try await take(
            "contact-detail", "fact=school&words=Hidden+Hill+Primary&on=5+Oct+2026", fixture, ben, form: "school")
        try await take(
            "note", "on=6+Oct+2026&significant=yes&text=Moved+to+9+Secret+Ln,+zz98+7qx,+starts+at+Hidden+Hill+Primary",
            fixture, ben)
        try await take("assessment", "of=R1&on=6+Oct+2026&kind=single", fixture, ben)
        let assessment = try #require(try await journey(fixture).assessments.first).id.text
        try await take(
            "assessment-submission",
            "of=\(assessment)&history=They+live+at+9+Secret+Lane&seen=yes&analysis=Safe+at+ZZ987QX&outcome=other",
            fixture,
            ben)
        try await take(
            "assessment-authorisation", "of=\(assessment)&decision=return&why=Do+not+write+ZZ98+7QX+here", fixture,
            try fixture.signIn(.manager, user: "ana"))
        try await writtenOtherwise(fixture, ben)
        try await audited(fixture)
        // Wherever else words can be written that another page tells.
        try await take(
            "strategy-discussion",
            "of=R1&on=6+Oct+2026&means=call&present=police&present=health&present=social-care&shared=She+is+at+ZZ98+7QX"
                + "&decision=assessment&safety=With+her+mother+at+9+Secret+Lane&actions=Visit+9+Secret+Lane", fixture,
            ben)
        try await take(
            "in-need-plan",
            "of=R1&on=7+Oct+2026&aim=Safe+at+9+Secret+Lane&measure=No+calls+to+07700+900123&owner=Ben&by=1+Dec+2026"
                + "&contingency=Move+on+from+ZZ98+7QX", fixture, ben)
        try await take(
            "supervision", "on=8+Oct+2026&weighed=Is+9+Secret+Lane+safe", fixture,
            try fixture.signIn(.manager, user: "ana"))
        try await take("handover", "to=day-team&items=Look+in+at+9+Secret+Lane", fixture, ben)
        // What the family says, and what was said at a meeting.
        try await take(
            "complaint", "on=8+Oct+2026&by=Jane&words=They+sent+it+to+9+Secret+Lane&stage=first", fixture, ben)
        try await take(
            "disputed-statement",
            "entry=case-note%7Cform-note&on=9+Oct+2026&by=Jane+of+ZZ98+7QX&words=“9+Secret+Lane”", fixture, ben)
        try await fixture.record?.record(
            [("C1", Conference(kind: .initial, heldOn: try day("2026-10-10"), decidedPlan: false))], about: child)
        try await take(
            "minutes",
            "of=C1&separately=no&together=She+lives+at+9+Secret+Lane&present-together=Head+of+Hidden+Hill+Primary",
            fixture, ben)
        try await take(
            "given-to-family",
            "what=letter&which=Sent+to+9+Secret+Lane&to=parents&recipient=Jane&on=9+Oct+2026&means=To+ZZ98+7QX",
            fixture,
            ben)
        let csrfOfBen = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        let chosen = "case-note%7Cform-note%7C2026-10-06"
        _ = try await fixture.post(
            "\(address)/chronology", ben,
            "csrf=\(csrfOfBen)&form=form-chosen&do=prepare&recipient=Jane&relation=mother&shown=\(chosen)&chosen=\(chosen)"
                + "&meant-0=Moved+to+9+Secret+Lane")
        try await take(
            "allocation", "worker=ben&on=8+Oct+2026", fixture, try fixture.signIn(.manager, user: "ana"))
        try await take(
            "escalation", "on=8+Oct+2026&by=partner&from=Nurse+of+ZZ98+7QX&what=Is+9+Secret+Lane+safe&to=Ana", fixture,
            ben)
        try await fixture.record?.record(
            [
                (
                    "D1",
                    DelayExplained(
                        on: try day("2026-10-08"), concern: "assessment-late", aboutKind: .referral, about: "R1",
                        clockStart: try day("2026-09-01"), reason: .familyAsked, why: "They moved to 9 Secret Lane",
                        newDay: try day("2026-12-01"))
                ), ("T1", TransferRequest(on: try day("2026-10-08"), toTeam: "south", why: "Lives at 9 Secret Lane")),
            ], about: child)
        try await fixture.record?.record(
            [("person", Person(forename: "Kacper", surname: "Okoro", bornOn: try day("2017-02-11")))],
            about: "record:kacper")
        let ana = try fixture.signIn(.manager, user: "ana")
        for (number, act) in ["do=restrict&named=ana&named=ben&why=", "do=lift&why-lifted="].enumerated() {
            let sent = try await fixture.post(
                "\(address)/restriction", ana,
                "csrf=\(fixture.formToken(ana))&seen=\(number)&\(act)Somebody+near+9+Secret+Lane")
            try #require(sent.status == .seeOther)
        }
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        let mother = try await fixture.post(
            "\(address)/adults/new", ben,
            "csrf=\(csrf)&form=form-mother&forename=Ann&surname=Okoro&sex=F&kind=mother&lives=yes&carer=yes&responsibility=yes"
                + "&address=9+Secret+Lane,+Invented+Town&postcode=ZZ98+7QX")
        #expect(mother.status == .seeOther, "\(mother.text.suffix(1500))")
        _ = try await fixture.post("\(address)/family", ben, "csrf=\(csrf)&other=kacper&tie=sibling")
        // A document whose name, sender, words and inside tell it.
        let letter = Array("She is at 9 Secret Lane".utf8)
        let document = ReceivedDocument(
            what: .letter, fileName: "9 Secret Lane.txt", type: .text, size: letter.count,
            hash: DocumentHash.text(of: letter), sentBy: "Neighbour of 9 Secret Lane",
            receivedOn: try day("2026-10-09"),
            about: "Move to ZZ98 7QX")
        let record = try #require(fixture.record)
        for child in [child, "record:kacper"] {
            let entry = NewEntry(document, id: "document-1", about: .child(child), by: .user("u1"))
            _ = try await record.store.append(entry, with: letter, in: record.council, at: ServerFixture.moment)
        }
        try await fixture.record?.record(
            [("A1", Address(postcode: "ZZ98 7QX", text: "9 Secret Lane, Invented Town"))], about: "record:kacper")
        return fixture
    }

    /// Each fact as people write it, wherever words stand for themselves.
    private func writtenOtherwise(_ fixture: ServerFixture, _ ben: SecretToken) async throws {
        let doctor = ContactDetail(fact: .generalPractitioner, words: "Hollow Road Surgery")
        let before = Address(
            kind: "Grandmother Joan Invented's", postcode: "ZZ98 7QX", text: "9 Secret Lane",
            until: try day("2026-10-05"))
        let all = Self.written.joined(separator: "; ")
        var teacher = Professional(agency: .education, role: all, name: "Ms Invented")
        teacher.contact = all
        let advice = StaffSafetyAdvice(on: try day("2026-10-06"), advice: all)
        let notes: [(RecordID, any EntryBody)] = try Self.written.enumerated().map { number, text in
            (
                RecordID("written-\(number)"),
                CaseNote(on: try day("2026-10-06"), text: text, significant: true) as any EntryBody
            )
        }
        try await fixture.record?.record(
            [("GP", doctor), ("A-before", before), ("teacher", teacher), ("teacher-2", teacher), ("advice", advice)]
                + notes,
            about: child)
        try await fixture.record?.record(
            [("written", CaseNote(on: try day("2026-10-06"), text: all))], about: "record:kacper")
        let asked = try await fixture.post(
            "\(address)/details", ben, "csrf=\(fixture.formToken(ben))&why=Driving+to+9+Secret+Ln.")
        try #require(asked.status == .ok)
    }

    /// Two files are read, flagged and answered to by the reader who hunts below, and one gives its place to another.
    private func audited(_ fixture: ServerFixture) async throws {
        let record = try #require(fixture.record)
        let (all, on) = (Self.written.joined(separator: "; "), try day("2026-10-09"))
        var audit = CaseFileAudit(on: on, reader: .auditor, by: "reader", tool: "case-file", sample: "sample-hunt")
        audit.answers = [AuditAnswer(question: "seen", answer: .no, evidence: all)]
        (audit.analysis, audit.failure, audit.isFinished) = (all, all, true)
        audit.actions = [AuditAction(what: all, owner: all)]
        var answered = UnsafeFlag(at: Moment(londonDay: on, minute: 600), by: "reader", why: all, isCannotTell: true)
        answered.decide(all, established: all, by: "ana", at: answered.at.adding(hours: 1))
        _ = answered.see(at: answered.at, by: all, now: answered.at)
        for child in [child, "record:kacper"] {
            try await record.record(
                [
                    ("audit", audit), ("answered", answered),
                    ("waits", UnsafeFlag(at: Moment(londonDay: on, minute: 601), by: "aud", why: all)),
                    ("reply", AuditReply(on: on, audit: "audit", by: "ben", isFamily: true, words: all)),
                ], about: child)
        }
        for (id, cases) in [("sample-hunt", [child.text, "record:kacper"]), ("sample-replaced", [child.text])] {
            let sample = CaseSample(
                on: on, purpose: "Hunt", method: "simple-random", tool: "case-file", frame: "every open child",
                frameAsOf: on, frameCount: 2, cases: cases.map { SampledCase(child: $0, chance: 1) },
                reserve: [SampledCase(child: "record:kacper", chance: 1)])
            var entries = [NewEntry(sample, id: "sample", about: Assurer.sample(id), by: .user("u1"))]
            if id == "sample-replaced" {
                let moved = SampleReplacement(
                    on: on, replaced: child.text, by: SampledCase(child: "record:kacper", chance: 1), why: all)
                entries.append(NewEntry(moved, id: "replacement-1", about: Assurer.sample(id), by: .user("u1")))
            }
            _ = try await record.store.append(entries, in: record.council, at: ServerFixture.moment)
        }
    }

    private func withhold(_ fixture: ServerFixture) async throws {
        let sent = try await take(
            "withholding",
            "facts=address&facts=school&facts=telephone&facts=general-practitioner&facts=placement&"
                + "from=John+Okoro,+her+father&why=He+hit+her+mother&since=5+Oct+2026", fixture,
            try fixture.signIn(.socialWorker, user: "ben"))
        #expect(sent.status == .seeOther)
    }

    @Test func `before it is withheld the page tells it, or the hunt below would prove nothing`() async throws {
        let fixture = try await fled()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(tells(try await fixture.get("\(address)/details", ben).text).count >= 3)
        let story = try await fixture.get("\(address)?kind=case-note", ben).text
        for text in Self.written { #expect(story.contains(text), "\(text)") }
        #expect(tells(try await fixture.get("\(address)/documents", ben).text).count >= 2)
        #expect(tells(try await fixture.get("\(address)/documents/document-1", ben).text).count == 1)
        #expect(try await fixture.get("/children/record:kacper", ben).text.contains("Lives at 9 Secret Lane"))
        let reader = try fixture.signIn(.auditor, user: "reader")
        for page in ["/audit/samples/sample-hunt/cases/record:tamar", "/audit/samples/sample-replaced"] {
            #expect(tells(try await fixture.get(page, reader).text).count >= 3, "\(page)")
        }
    }

    @Test func `no address of the program tells it to anybody, on this child's record or their brother's`() async throws
    {
        let fixture = try await fled()
        try await withhold(fixture)
        try await take(
            "outgoing-document", "content=whole-story&recipient=John+Okoro&relation=father", fixture,
            try fixture.signIn(.socialWorker, user: "ben"))
        let document = try #require(try await journey(fixture).casework.outgoingDocuments.first).id.text
        try await take(
            "subject-access", "asked-by=John+Okoro&relation=her+father&proof=Passport&on=18+Nov+2026", fixture,
            try fixture.signIn(.manager, user: "ana"))
        let request = try #require(try await journey(fixture).casework.accessRequests.first).id.text
        let assessment = try #require(try await journey(fixture).assessments.first).id.text
        let adult = try #require(try await journey(fixture).relationships.first { $0.isAdult == true }).other
        #expect(
            try await fixture.get("/adults/record:\(adult)", try fixture.signIn(.manager, user: "ana")).status == .ok)
        var pages = 0
        var telling: Set<String> = []
        for role in Role.allCases {
            let token = try fixture.signIn(role, user: "reader")
            for route in RouteLeave.all where route.method == "GET" && route.admits(role) {
                let isAboutAChild = route.path.contains("{child}") || route.path.contains("{id}")
                for child in isAboutAChild ? ["record:tamar", "record:kacper"] : [""] {
                    let path = route.path.replacing("{child}", with: child).replacing(
                        "{adult}", with: "record:\(adult)"
                    ).replacing("{id}", with: child)
                        .replacing("{code}", with: "assessment-late").replacing("{number}", with: "1")
                        .replacing("{visit}", with: "v").replacing("{worker}", with: "ben").replacing(
                            "{form}", with: "form-note"
                        )
                        .replacing("{request}", with: request).replacing("{sample}", with: "sample-hunt")
                        .replacing("{council}", with: "Darlington")
                        .replacing("documents/{document}", with: "documents/document-1")
                        .replacing("{document}", with: document)
                    let asks = isAboutAChild ? ["", "?of=\(assessment)", "?on=2026-10-20"] : ["", "?q=Okoro"]
                    for query in role == .manager || role == .emergencyDuty ? asks : [""] {
                        let answer = try await fixture.get(path + query, token)
                        if answer.status == .ok { pages += 1 }
                        if !tells(answer.text).isEmpty { telling.insert("\(route.path)\(query)") }
                    }
                }
            }
        }
        for role in [Role.auditor, .inspector, .director, .manager, .chair] {
            let answer = try await fixture.get("/audit/samples/sample-replaced", fixture.signIn(role, user: "reader"))
            #expect(answer.status == .ok && answer.text.contains("Replaced"))
            if !tells(answer.text).isEmpty { telling.insert("a replaced case, as \(role.rawValue)") }
        }
        // Everything that can go out, and everything that was written more than once.
        let (ben, ana) = (try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana"))
        for content in ["chronology", "plan", "plain-words"] {
            let asked = "content=\(content)&recipient=John&relation=father"
            try await take("outgoing-document", asked, fixture, ben, form: content)
        }
        try await take("minutes-version", "of=form-minutes&recipient=John&relation=father", fixture, ben)
        let outgoing = try await journey(fixture).casework.outgoingDocuments
        #expect(outgoing.count == 6)
        for document in outgoing {
            try await take(
                "outgoing-document-release", "of=\(document.id)&read=yes&decision=release", fixture, ana,
                form: "release-\(document.id)")
            for path in ["\(address)/outgoing/\(document.id)", "\(address)/outgoing/\(document.id)/table.csv"] {
                let answer = try await fixture.get(path, ana)
                #expect(answer.status == .ok, "\(path)")
                if !tells(answer.text).isEmpty { telling.insert(path) }
            }
        }
        let changes = try await fixture.get("\(address)/changes", ana).text.split(separator: "\"").filter {
            $0.contains("/changes?from=")
        }
        #expect(changes.count >= 1)
        for href in changes {
            let answer = try await fixture.get(String(href).replacing("&amp;", with: "&"), ana)
            #expect(answer.status == .ok)
            if !tells(answer.text).isEmpty { telling.insert(String(href)) }
        }
        #expect(telling.sorted() == [])
        #expect(pages > 300, "the hunt reached \(pages) pages")
    }

    @Test func `whoever needs it says why, is shown it once, and the log says so`() async throws {
        let fixture = try await fled()
        try await withhold(fixture)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        let silent = try await fixture.post("\(address)/details", ben, "csrf=\(csrf)&why=+")
        #expect(silent.status == .unprocessableContent && tells(silent.text) == [])
        let shown = try await fixture.post("\(address)/details", ben, "csrf=\(csrf)&why=I+am+driving+there+now")
        #expect(tells(shown.text).count >= 3)
        #expect(tells(try await fixture.get("\(address)/details", ben).text) == [], "once")
        let log = try await fixture.get(address, try fixture.signIn(.manager, user: "ana")).text
        #expect(log.contains("I am driving there now"))
        // Nobody who only reads files is shown it, whatever they say.
        for role in [Role.auditor, .inspector, .analyst, .director] {
            let token = try fixture.signIn(role, user: "reader")
            let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
            let refused = try await fixture.post("\(address)/details", token, "csrf=\(csrf)&why=Please")
            #expect(refused.status == .forbidden && tells(refused.text) == [])
        }
    }

    @Test func `a new address is withheld from its first minute, and words that tell it are asked to be left out`()
        async throws
    {
        let fixture = try await fled()
        try await withhold(fixture)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take(
            "address", "address=40+Newer+Street&postcode=ZZ97+1AB&on=20+Nov+2026", fixture, ben, form: "moved")
        let page = try await fixture.get(address, ben).text
        #expect(page.contains("Address withheld") && !page.contains("40 Newer"))
        let told = try await take(
            "note", "on=20+Nov+2026&significant=no&text=Seen+at+40+Newer+St+by+me", fixture, ben, form: "leak")
        #expect(told.status == .unprocessableContent)
        #expect(told.text.contains("This tells the address, which is withheld from John Okoro, her father"))
        #expect(told.text.contains("Seen at 40 Newer St by me"), "what was typed stays for its writer to put right")
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        let visit = try await fixture.post(
            "\(address)/visits/new", ben,
            "csrf=\(csrf)&record=visit-9&on=20+Nov+2026&seen=yes&alone=yes&place=home&note=At+40+Newer+Street")
        #expect(visit.status == .unprocessableContent && visit.text.contains("This tells the address"))
        // On the brother's record too.
        let beside = try await fixture.post(
            "/children/record:kacper/steps/note", ben,
            "csrf=\(csrf)&form=form-k&on=20+Nov+2026&significant=no&text=His+sister+is+at+ZZ97+1AB")
        #expect(beside.status == .unprocessableContent)
    }

    @Test func `it is ended by somebody else than whoever withheld it`() async throws {
        let fixture = try await fled()
        let ana = try fixture.signIn(.manager, user: "ana")
        try await take("withholding", "facts=address&from=John&why=Fear&since=5+Oct+2026", fixture, ana)
        let own = try await take("withholding-ended", "why=He+has+left", fixture, ana, form: "own")
        #expect(own.status == .unprocessableContent && own.text.contains("You withheld it yourself"))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await take("withholding-ended", "why=x", fixture, ben, form: "ben").status == .forbidden)
        let dee = try fixture.signIn(.manager, user: "dee")
        #expect(try await take("withholding-ended", "why=He+has+died", fixture, dee, form: "dee").status == .seeOther)
        #expect(try await fixture.get(address, ben).text.contains("Lives at 9 Secret Lane"))
    }

    @Test func `what goes out names who it is for, is read by a second person, and has what is withheld taken out`()
        async throws
    {
        let fixture = try await fled()
        try await withhold(fixture)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let ana = try fixture.signIn(.manager, user: "ana")
        try await take("outgoing-document", "content=chronology&recipient=Jane&relation=mother", fixture, ben)
        let id = try #require(try await journey(fixture).casework.outgoingDocuments.first).id.text
        let page = try await fixture.get("\(address)/outgoing/\(id)", ana).text
        #expect(page.contains("Not released") && page.contains("For Jane, mother."))
        #expect(page.contains("[address withheld]") && page.contains("address, in "))
        let own = try await take(
            "outgoing-document-release", "of=\(id)&read=yes&decision=release", fixture, ben, form: "own")
        #expect(own.text.contains("You prepared it yourself"))
        let unread = try await take(
            "outgoing-document-release", "of=\(id)&read=no&decision=release", fixture, ana, form: "unread")
        #expect(unread.text.contains("Read all of it before it goes"))
        try await take("outgoing-document-release", "of=\(id)&read=yes&decision=release", fixture, ana, form: "ana")
        #expect(try await fixture.get("\(address)/outgoing/\(id)", ben).text.contains("Not released") == false)
        // What is recorded after it was prepared is not in it.
        try await take("note", "on=20+Nov+2026&significant=yes&text=Written+since", fixture, ben, form: "since")
        #expect(try await fixture.get("\(address)/outgoing/\(id)", ben).text.contains("Written since") == false)
    }
}
