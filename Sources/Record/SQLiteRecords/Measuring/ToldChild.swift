import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// One child of a record that tells everything: one referral, and whatever follows within it.
struct ToldChild {
    private(set) var records: [ImportedRecord] = []
    /// What no file tells, or was written on another day than the file was loaded, by the day it was.
    private(set) var later: [(Day, [NewEntry])] = []
    private let id: String
    private let asAt: Day
    private let received: Day
    private let closed: Day?
    private var random: Numbers

    init(_ number: Int, asAt: Day) {
        self.asAt = asAt
        id = String(100_000 + number)
        random = Numbers(UInt64(number) + 77)
        for _ in 0..<3 { _ = random.next(10) }
        received = asAt - random.next(720)
        let length = 20 + random.next(400)
        closed = random.next(3) > 0 && received + length <= asAt ? received + length : nil
        add(
            Person(
                forename: "Invented", surname: "Child \(number)", bornOn: asAt - 1500 - random.next(2000), sex: "F"),
            "person")
        addFrontDoor()
    }

    var subject: ImportedSubject { ImportedSubject(id: id, records: records) }

    private var lastDay: Day { closed.map { $0 - 1 } ?? asAt }

    private mutating func add(_ body: some EntryBody, _ id: RecordID) {
        records.append(ImportedRecord(id: id, body: body, place: Int64(records.count + 1)))
    }

    /// So many days later at most, where that has come and somebody did it.
    private mutating func decided(after day: Day, within days: Int) -> Day? {
        let decided = day + random.next(days)
        return random.next(8) == 0 || decided > asAt ? nil : decided
    }

    private mutating func addFrontDoor() {
        for number in 0...random.next(3) {
            var contact = Contact(
                receivedOn: received - number * 30, outcome: number == 0 ? .referral : .noFurtherAction)
            contact.decidedOn = decided(after: contact.receivedOn, within: 6)
            add(contact, RecordID("C\(number)"))
        }
        let isTaken = random.next(6) > 0
        let decidedOn = decided(after: received, within: 5)
        add(
            Referral(
                receivedOn: received, source: "1A", primaryNeed: "N1", noFurtherAction: !isTaken,
                decidedOn: decidedOn, closedOn: isTaken ? closed : decidedOn, team: ToldRecord.someTeam(&random)),
            "R1")
        guard isTaken else { return }
        addLeads()
        addAssessments()
        addDiscussions()
        addSupervisions()
        addVisits()
        addAudit()
        addConference()
        addEmergencyPower()
        addSeriousIncident()
        addUnregisteredPlacement()
    }

    private mutating func addLeads() {
        var from = received + random.next(5)
        for number in 0..<1 + random.next(6) where from <= lastDay {
            let until = from + 20 + random.next(150)
            add(
                Allocation(
                    worker: ToldRecord.someWorker(&random), team: ToldRecord.someTeam(&random), role: .lead,
                    from: from, until: until > lastDay ? nil : until),
                RecordID("L\(number)"))
            from = until + 1 + (random.next(4) == 0 ? random.next(20) : 0)
        }
    }

    private mutating func addAssessments() {
        let single = Day(year: 2013, month: 4, day: 15).map { received >= $0 } ?? true
        let kinds: [AssessmentKind] = single ? [.single] : [.initial, .core]
        var began = received + 1 + random.next(4)
        for (number, kind) in kinds.enumerated() {
            let authorised = began + 3 + random.next(kind == .initial ? 20 : 80)
            add(
                Assessment(
                    referral: "R1", kind: kind, startedOn: began, authorisedOn: authorised > lastDay ? nil : authorised,
                    team: ToldRecord.someTeam(&random)),
                RecordID("A\(number)"))
            began = authorised + 1
        }
    }

    private mutating func addDiscussions() {
        for number in 0..<random.next(3) {
            var discussion = StrategyDiscussion(heldOn: min(received + random.next(200), lastDay), referral: "R1")
            if random.next(5) > 0 {
                discussion.present = [.socialCare, .police, .health].filter { _ in random.next(4) > 0 }
            }
            add(discussion, RecordID("S\(number)"))
        }
    }

    private mutating func addSupervisions() {
        var on = received + random.next(60)
        for number in 0..<30 where on <= lastDay {
            later.append((on, [entry(CaseSupervision(on: on, weighed: "Invented."), RecordID("U\(number)"))]))
            on = on + 10 + random.next(80)
        }
    }

    private mutating func addVisits() {
        var on = received + random.next(15)
        for number in 0..<12 where on <= lastDay {
            let visit = Visit(on: on, purpose: .childInNeed, seen: true, seenAlone: random.next(2) == 0)
            let written = on + random.next(12)
            if random.next(4) == 0, written <= asAt {
                later.append((written, [entry(visit, RecordID("V\(number)"))]))
            } else {
                add(visit, RecordID("V\(number)"))
            }
            on = on + 10 + random.next(30)
        }
    }

    private mutating func addAudit() {
        guard random.next(4) == 0 else { return }
        let grades = ["outstanding", "good", "requires-improvement", "inadequate"]
        let readers: [AuditReader] = [.auditor, .auditor, .auditor, .second, .moderator]
        var audit = CaseFileAudit(
            on: min(received + random.next(200), asAt), reader: readers[random.next(readers.count)], by: "reader",
            tool: "case-file")
        audit.grade = grades[random.next(grades.count)]
        audit.isFinished = random.next(6) > 0
        later.append((audit.on, [entry(audit, "F1")]))
    }

    private mutating func addConference() {
        guard random.next(2) == 0 else { return }
        let planned = received + 10 + random.next(40)
        guard planned <= lastDay else { return }
        var held = planned
        let postponements = (0..<random.next(3)).map { _ -> Postponement in
            let from = held
            held = held + 5 + random.next(10)
            return Postponement(decidedOn: from - 1, from: from, to: held, reason: .reportNotReady)
        }
        let isHeld = held <= lastDay
        add(
            Conference(
                kind: .initial, referral: "R1", plannedOn: planned,
                postponements: postponements.isEmpty ? nil : postponements, heldOn: isHeld ? held : nil),
            "M1")
        guard isHeld else { return }
        addPlan(from: held)
    }

    private mutating func addPlan(from began: Day) {
        let ended = began + 60 + random.next(500)
        let isOver = ended <= lastDay
        add(
            ChildProtectionPlan(
                referral: "R1", startedOn: began, endedOn: isOver ? ended : closed, initialCategory: "NEG"),
            "P1")
        var held = began + 60 + random.next(50)
        for number in 0..<8 where held < (isOver ? ended : lastDay + 1) {
            add(PlanReview(plan: "P1", heldOn: held), RecordID("K\(number)"))
            held = held + 100 + random.next(110)
        }
    }

    private mutating func addEmergencyPower() {
        guard random.next(6) == 0 else { return }
        let isPolice = random.next(2) == 0
        var power = EmergencyPower(
            isPolice ? .policeProtection : .emergencyProtectionOrder, beganOn: min(received + random.next(100), lastDay)
        )
        // Midnight too: its 72 hours end with a day.
        if random.next(3) > 0 { power.beganAt = Moment(londonDay: power.beganOn, minute: random.next(4) * 360) }
        if random.next(3) == 0 { power.endsOn = power.beganOn + random.next(isPolice ? 5 : 15) }
        later.append((power.beganOn, [entry(power, "E1")]))
    }

    private mutating func addSeriousIncident() {
        guard random.next(8) == 0 else { return }
        let on = min(received + random.next(200), lastDay)
        var incident = SeriousIncident(on: on, knownOn: min(on + random.next(5), lastDay), harm: .seriouslyHarmed)
        incident.notifiedOn = decided(after: incident.knownOn, within: 14)
        later.append((incident.knownOn, [entry(incident, "I1")]))
    }

    private mutating func addUnregisteredPlacement() {
        guard random.next(8) == 0 else { return }
        let settings = UnregisteredSetting.allCases
        var placement = UnregisteredPlacement(
            settings[random.next(settings.count)], beganOn: min(received + random.next(200), lastDay))
        let ended = placement.beganOn + random.next(60)
        if random.next(4) > 0, ended <= asAt { placement.endedOn = ended }
        later.append((placement.beganOn, [entry(placement, "N1")]))
    }

    private func entry(_ body: some EntryBody, _ id: RecordID) -> NewEntry {
        NewEntry(body, id: id, about: .child(SubjectID(source: "ssd", local: self.id)), by: .user("measure"))
    }
}
