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

/// What tells where Tamar and her mother live, and each fact as people write it.
enum FledWords {
    static let secrets = [
        "secret l", "secret+l", "secret\u{A0}l", "zz98", "7qx", "900123", "900\u{A0}123", "hidden hill",
        "hidden\u{A0}hill",
        "hollow r", "hollow\u{A0}r", "joan inv",
    ]

    /// Each fact as people write it: with quotation marks, dashes and spaces of other kinds, shortened, and in part.
    static let written = [
        "\u{201C}9, Secret Lane Invented Town ZZ98\u{A0}7QX\u{201D}", "they are in Secret Ln. now",
        "9\u{A0}Secret\u{A0}Lane",
        "said\u{2026}9 SECRET LANE\u{2014}twice", "the Secret Lane\u{2019}s neighbours", "zz98\u{2011}7qx",
        "ring +44 7700 900123", "ring 0044 7700\u{A0}900\u{A0}123", "tel07700900123", "only 900123",
        "Hidden Hill Primary\u{2019}s head", "Hidden\u{A0}Hill\u{A0}Primary School", "Hidden Hill School",
        "GP\u{2013}Hollow Road Surgery\u{2013}registered", "Hollow Rd Surgery", "Hollow\u{A0}Road\u{A0}Practice",
        "with Grandmother Joan Invented\u{2019}s dog",
    ]
}

/// A mother has fled with Tamar: where they live must not reach the father, by any page or paper. Today is Sat 21 Nov 2026.
protocol FledFamily: TakesSteps {}

extension FledFamily {
    func tells(_ text: String) -> [String] {
        let text = text.lowercased()
        return FledWords.secrets.filter { text.contains($0) }
    }

    /// Everything about Tamar that tells where she is was written before it was withheld.
    func fled() async throws -> ServerFixture {
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
        let all = FledWords.written.joined(separator: "; ")
        var teacher = Professional(agency: .education, role: all, name: "Ms Invented")
        teacher.contact = all
        let advice = StaffSafetyAdvice(on: try day("2026-10-06"), advice: all)
        let notes: [(RecordID, any EntryBody)] = try FledWords.written.enumerated().map { number, text in
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
    func audited(_ fixture: ServerFixture) async throws {
        let record = try #require(fixture.record)
        let (all, on) = (FledWords.written.joined(separator: "; "), try day("2026-10-09"))
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
                    ("own", AuditReply(on: on, audit: "audit", by: "ben", isFamily: false, words: all)),
                    (
                        "action",
                        ActionFromAudit(on: on, audit: "audit", what: all, owner: all, byOn: try day("2026-10-20"))
                    ),
                    ("reply", AuditReply(on: on, audit: "audit", by: "ben", isFamily: true, words: all)),
                ], about: child)
        }
        for (id, cases) in [("sample-hunt", [child.text, "record:kacper"]), ("sample-replaced", [child.text])] {
            var sample = CaseSample(
                on: on, purpose: "Hunt", method: "simple-random", tool: "case-file", frame: "every open child",
                frameAsOf: on, frameCount: 2, cases: cases.map { SampledCase(child: $0, chance: 1) },
                reserve: [SampledCase(child: "record:kacper", chance: 1)])
            sample.inspection = "inspection-hunt"
            var entries = [NewEntry(sample, id: "sample", about: Assurer.sample(id), by: .user("u1"))]
            if id == "sample-replaced" {
                let moved = SampleReplacement(
                    on: on, replaced: child.text, by: SampledCase(child: "record:kacper", chance: 1), why: all)
                entries.append(NewEntry(moved, id: "replacement-1", about: Assurer.sample(id), by: .user("u1")))
            }
            _ = try await record.store.append(entries, in: record.council, at: ServerFixture.moment)
        }
        try await inspected(record, all)
        try await planned(record)
    }

    /// An inspection that has closed, so that its page tells whom inspectors looked at; and a programme.
    private func inspected(_ record: RecordFixture, _ all: String) async throws {
        var inspection = Inspection(
            framework: "ilacs-2026", visit: "standard", council: "Hunted", beganOn: try day("2026-11-21"),
            isAnnounced: true)
        inspection.closedOn = try day("2026-11-21")
        var access = InspectorAccess(
            user: "reader", from: try day("2026-11-21"), until: try day("2026-11-21"), askedBy: "ana")
        access.confirmedBy = "dot"
        let on = try day("2026-11-21")
        let programme = InspectionProgramme(
            name: "Hunt", framework: "ilacs-2026", from: try day("2026-11-01"), until: try day("2026-11-30"),
            councils: ["Hunted"])
        let subject = Assurer.inspection("inspection-hunt")
        _ = try await record.store.append(
            [
                NewEntry(inspection, id: "inspection", about: subject, by: .user("u1")),
                NewEntry(access, id: "access", about: subject, by: .user("u1")),
                NewEntry(
                    InspectionEvidence(on: on, source: .caseFile, isPolicy: false, shows: all, by: "reader"),
                    id: "item-1",
                    about: subject, by: .user("u1")),
                NewEntry(
                    InspectionFinding(
                        on: on, category: "what_needs_to_improve", area: nil, words: all, evidence: ["item-1"]),
                    id: "item-2", about: subject, by: .user("u1")),
                NewEntry(
                    InspectionJudgement(
                        on: on, area: "leaders", grade: "good", reason: all, findings: ["item-2"], by: "reader"),
                    id: "judgement-leaders", about: subject, by: .user("u1")),
                NewEntry(
                    AccuracyComment(on: on, of: "item-2", paragraph: all, words: all, by: "ana"), id: "item-3",
                    about: subject, by: .user("u1")),
                NewEntry(
                    Engagement(on: on, with: all, asked: all, answered: all, by: "ana"), id: "item-5", about: subject,
                    by: .user("u1")),
                NewEntry(programme, id: "programme", about: Assurer.inspection("programme-hunt"), by: .user("u1")),
            ], in: record.council, at: ServerFixture.moment)
        // A file that tells it, under a name that does.
        let told = Array(all.utf8)
        var request = InspectionRequest(sort: .document, what: all, askedOn: on, dueOn: on, askedBy: "reader")
        (request.metOn, request.doneBy, request.answer) = (on, "ana", all)
        (request.fileName, request.fileType) = ("\(all).txt", .text)
        (request.fileHash, request.fileSize) = (DocumentHash.text(of: told), told.count)
        _ = try await record.store.append(
            NewEntry(request, id: "item-4", about: subject, by: .user("u1")), with: told, in: record.council,
            at: ServerFixture.moment)
    }

    /// A plan with a month that is frozen, a meeting and what it resolved.
    private func planned(_ record: RecordFixture) async throws {
        let on = try day("2026-10-30")
        var plan = ImprovementPlan(name: "Hunt", beganOn: try day("2026-10-01"), keptBy: "ana")
        (plan.themes, plan.inspection) = ([PlanTheme(id: "t", name: "Hunt")], "inspection-hunt")
        var action = ImprovementAction(
            what: "Hunt", theme: "t", answers: ["point-hunt"], owner: "ben", byOn: on, beganOn: try day("2026-10-01"))
        action.measure = ActionMeasure(
            id: "children-left-at-potential-risk", period: "day", team: nil, target: 0, floor: 10, step: 10)
        var point = AnsweredPoint(on: on, origin: .audit, words: "Hunt", isPriority: true)
        point.pattern = "plans_not_smart"
        let line = SnapshotLine(
            action: "action-hunt", what: "Hunt", theme: "t", owner: "ben", byOn: on, colour: "red", because: "Hunt",
            state: "open")
        let snapshot = PlanSnapshot(
            month: try day("2026-10-01"), asAt: on, takenAt: ServerFixture.moment, toldUntil: nil, recordHead: "1:0a",
            lines: [line], previous: nil)
        let meeting = PlanMeeting(sort: .committee, on: on)
        let resolution = MeetingResolution(on: on, meeting: "meeting-hunt", words: "Hunt", owner: "ben", dueOn: on)
        let change = PlannedChange(
            name: "Hunt", why: "Hunt", from: on, until: on, teams: [], watch: ["children-left-at-potential-risk"])
        let bodies: [(RecordID, any EntryBody)] = [
            ("plan", plan), ("point-hunt", point), ("action-hunt", action), ("snapshot-2026-10", snapshot),
            ("meeting-hunt", meeting), ("resolution-hunt", resolution), ("change-hunt", change),
        ]
        _ = try await record.store.append(
            bodies.map { NewEntry($0.1, id: $0.0, about: Assurer.plan("plan-hunt"), by: .user("u1")) },
            in: record.council, at: ServerFixture.moment)
    }

    func withhold(_ fixture: ServerFixture) async throws {
        let sent = try await take(
            "withholding",
            "facts=address&facts=school&facts=telephone&facts=general-practitioner&facts=placement&"
                + "from=John+Okoro,+her+father&why=He+hit+her+mother&since=5+Oct+2026", fixture,
            try fixture.signIn(.socialWorker, user: "ben"))
        #expect(sent.status == .seeOther)
    }
}
