import ChildJourney
import WorkingDays

/// A child nobody knows, made from a number, with something of every kind that the dataset can hold.
struct InventedChild {
    let id: String
    let journey: Journey

    static let workforce = Workforce(
        workers: [
            "W1": Worker(staffNumber: "1", name: "A, \"B\"", registration: "SW1", agency: true, jobTitle: "Worker"),
            "W2": Worker(name: "C", department: "D"),
        ],
        teams: ["T1": Team(name: "North", parent: "T0"), "T2": Team()])

    init(number: Int) {
        id = "P\(number)"
        var maker = Maker(child: number)
        maker.addPerson(id)
        for _ in 0..<maker.pick(3) { maker.addFamily() }
        for _ in 0..<maker.pick(4) { maker.addEpisode() }
        maker.addCare()
        maker.journey.arrange()
        journey = maker.journey
    }
}

/// Picks, always the same for the same number.
private struct Maker {
    let child: Int
    var journey = Journey()
    private var state: UInt64
    private var key = 0

    init(child: Int) {
        self.child = child
        state = UInt64(child)
    }

    mutating func pick(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }

    mutating func maybe<Value>(_ value: Value) -> Value? { pick(3) == 0 ? nil : value }
    mutating func flag() -> Bool? { [true, false, nil][pick(3)] }
    mutating func anyDay() -> Day { Day(number: 18_000 + Int32(pick(2500))) }
    mutating func anyOf<Value: CaseIterable>(_: Value.Type) -> Value where Value.AllCases == [Value] {
        Value.allCases[pick(Value.allCases.count)]
    }
    mutating func newID() -> RecordID {
        key += 1
        return RecordID("\(child)-\(key)")
    }

    mutating func addPerson(_ id: String) {
        var person = Person(
            forename: maybe("Zoë, \"Z\""), surname: maybe("O'Invented\nLine"), bornOn: maybe(anyDay()))
        person.sex = maybe("F")
        person.genderIdentity = maybe("02")
        person.ethnicity = maybe("WBRI")
        person.uniquePupilNumber = maybe("A1")
        person.pupilNumberUnknown = maybe("UN2")
        person.expectedOn = maybe(anyDay())
        person.diedOn = maybe(anyDay())
        person.nationality = maybe("GB")
        journey.add(person, id: RecordID(id))
    }

    mutating func addFamily() {
        journey.add(Disability(code: "MOB"), id: newID())
        journey.add(
            Address(
                kind: maybe("HOME"), postcode: maybe("ZZ1 1ZZ"), text: maybe("1 \"Row\", \\ Town"),
                from: maybe(anyDay()), until: maybe(anyDay())), id: newID())
        journey.add(FamilyLink(family: "F1"), id: newID())
        journey.add(Relationship(other: "P0", kind: "mother"), id: newID())
        let outcome = maybe(anyOf(ContactOutcome.self))
        journey.add(Contact(receivedOn: anyDay(), source: maybe("1A"), outcome: outcome), id: newID())
        journey.add(
            EarlyHelpEpisode(
                startedOn: anyDay(), endedOn: maybe(anyDay()), reason: maybe("a;b"), endReason: maybe("c"),
                organisation: maybe("d"), worker: maybe("W1")), id: newID())
    }

    mutating func addEpisode() {
        let referral = newID()
        journey.add(
            Referral(
                receivedOn: anyDay(), source: maybe("6"), primaryNeed: maybe("N4"), noFurtherAction: flag(),
                closedOn: maybe(anyDay()), closureReason: maybe("RC9"), team: maybe("T1"), worker: maybe("W1")),
            id: referral)
        let worker = maybe("W1")
        // No file tells who covers for whom: a cover is written as a second worker.
        let told = anyOf(AllocationRole.self)
        let role = told == .cover ? AllocationRole.second : told
        journey.add(
            Allocation(
                worker: worker, team: maybe("T1"), role: worker == nil ? .other : role, from: anyDay(),
                until: maybe(anyDay()),
                changeReason: maybe("LEFTRL")), id: newID())
        addAssessment(referral)
        addEnquiry(referral)
        addPlan(referral)
    }

    mutating func addAssessment(_ referral: RecordID) {
        var assessment = Assessment(referral: maybe(referral), kind: .unspecified, startedOn: anyDay())
        assessment.authorisedOn = maybe(anyDay())
        assessment.childSeen = flag()
        assessment.outcome = maybe(anyOf(AssessmentOutcome.self))
        assessment.noFurtherAction = assessment.outcome == nil ? nil : flag()
        assessment.factors = [nil, [], ["1A"], ["3B", "16A"]][pick(4)]
        assessment.team = maybe("T1")
        assessment.worker = maybe("W1")
        journey.add(assessment, id: newID())
    }

    mutating func addEnquiry(_ referral: RecordID) {
        let enquiry = newID()
        let outcome = maybe(anyOf(EnquiryOutcome.self))
        let isLinked = pick(2) == 0
        journey.add(
            Section47Enquiry(
                referral: maybe(referral), startedOn: anyDay(), endedOn: maybe(anyDay()),
                conferenceRequired: isLinked ? true : outcome.map { $0 == .conference }, outcome: outcome,
                team: maybe("T1"), worker: maybe("W1")), id: enquiry)
        guard isLinked else { return }
        let held = maybe(anyDay())
        journey.add(
            Conference(
                kind: [.initial, .transferIn][pick(2)], referral: maybe(referral), enquiry: enquiry,
                plan: maybe(RecordID("PL")), plannedOn: held == nil ? maybe(anyDay()) : nil, heldOn: held,
                decidedPlan: flag()), id: newID())
    }

    mutating func addPlan(_ referral: RecordID) {
        let plan = newID()
        let category = maybe(["NEG", "PHY", "SAB", "EMO", "MUL"][pick(5)])
        journey.add(
            ChildProtectionPlan(
                referral: maybe(referral), conference: maybe(RecordID("IC")), startedOn: anyDay(),
                endedOn: maybe(anyDay()), initialCategory: category, latestCategory: category), id: plan)
        let held = maybe(anyDay())
        journey.add(
            PlanReview(
                plan: maybe(plan), dueOn: held == nil ? anyDay() : maybe(anyDay()), heldOn: held, quorate: flag(),
                continues: flag(), participation: maybe("PN3")), id: newID())
        for purpose in [VisitPurpose.childProtectionPlan, .childInNeed, .care] {
            journey.add(
                Visit(
                    on: anyDay(), purpose: purpose, plan: purpose == .childProtectionPlan ? maybe(plan) : nil,
                    seen: flag(), seenAlone: flag(), bedroomSeen: purpose == .care ? nil : flag()), id: newID())
        }
        journey.add(
            ChildInNeedPlan(
                referral: maybe(referral), startedOn: anyDay(), endedOn: maybe(anyDay()), team: maybe("T1"),
                worker: maybe("W2")), id: newID())
    }

    mutating func addCare() {
        journey.add(
            CareEpisode(
                beganOn: anyDay(), ceasedOn: maybe(anyDay()), ceasedReason: maybe("X1"), primaryNeed: maybe("N1"),
                referral: maybe(RecordID("R"))), id: newID())
        journey.add(LegalStatus(code: "V2", from: anyDay(), until: maybe(anyDay())), id: newID())
        journey.add(
            ImmigrationStatus(status: "Refugee Status", from: maybe(anyDay()), until: maybe(anyDay())), id: newID())
        let kind = anyOf(MissingKind.self)
        journey.add(
            MissingEpisode(
                kind: kind, from: anyDay(), until: maybe(anyDay()), interviewOffered: flag(),
                interviewAccepted: flag()),
            id: newID())
        var steps = PreProceedings(
            startedOn: anyDay(), letterSentOn: maybe(anyDay()), firstMeetingOn: maybe(anyDay()))
        steps.reviewMeetings = maybe(pick(9))
        steps.stepDecidedOn = maybe(anyDay())
        steps.outcome = maybe("Decision to step down")
        steps.carePlanLetterOn = maybe(anyDay())
        journey.add(steps, id: newID())
    }
}
