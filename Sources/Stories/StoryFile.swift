import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// What lies in the file of one invented child of a story, page by page as it was written.
struct StoryFile: Sendable {
    struct Page: Sendable {
        let at: Moment
        let subject: Subject
        let id: RecordID
        let body: any EntryBody
    }

    let child: SubjectID
    private(set) var pages: [Page] = []

    /// Invented: two lists of names that go round at different speeds.
    init(_ prefix: String, _ number: Int, on day: Day) {
        child = SubjectID(source: "record", local: "\(prefix)\(number)")
        let forenames = ["Ada", "Bram", "Cleo", "Dev", "Esme", "Farid", "Gwen", "Hal", "Iris", "Jude", "Kit"]
        let surnames = ["Ashgrove", "Birchmere", "Cobblewick", "Dunmarsh", "Elderfold", "Fernhollow", "Gorsefield"]
        let born = day - 365 * (5 + number % 9) - number % 300
        write(
            Person(
                forename: forenames[number % forenames.count], surname: surnames[number % surnames.count], bornOn: born),
            "person", on: day, 8 * 60)
    }

    /// - Parameter minute: Of the London day.
    mutating func write(_ body: any EntryBody, _ id: RecordID, on day: Day, _ minute: Int) {
        pages.append(Page(at: Moment(londonDay: day, minute: minute), subject: .child(child), id: id, body: body))
    }

    /// Received at ten, accepted the same day, and given to a registered worker.
    mutating func refer(on day: Day, harm: [HarmSign]? = nil, isOwned: Bool = true) {
        var referral = Referral(
            receivedOn: day, source: "1A", primaryNeed: "N1", noFurtherAction: false, harmAlleged: harm != nil,
            decidedOn: day, team: "T1")
        referral.receivedAt = Moment(londonDay: day, minute: 600)
        referral.harmSigns = harm
        (referral.decidedBy, referral.decisionWhy) = ("story-manager", "Meets the threshold")
        write(referral, "referral", on: day, 605)
        if isOwned { write(Allocation(worker: "W1", team: "T1", role: .lead, from: day), "lead", on: day, 610) }
    }

    mutating func see(on day: Day, _ minute: Int, id: RecordID = "visit", alone: Bool = true) {
        var visit = Visit(on: day, purpose: .childInNeed, seen: true, seenAlone: alone, bedroomSeen: true, place: .home)
        visit.at = Moment(londonDay: day, minute: minute)
        write(visit, id, on: day, minute + 60)
    }

    mutating func discuss(
        on day: Day, _ minute: Int, with partners: [Agency] = [.socialCare, .police, .health], isWritten: Bool = true
    ) {
        var discussion = StrategyDiscussion(heldOn: day, referral: "referral")
        discussion.heldAt = Moment(londonDay: day, minute: minute)
        (discussion.present, discussion.invited) = (partners, partners)
        discussion.immediateSafety = "With the grandmother tonight"
        if isWritten {
            discussion.decision = .jointEnquiry
            discussion.actions = "Visit with the police; medical; review on Friday"
            discussion.writtenOn = day
        }
        write(discussion, "strategy", on: day, minute + 20)
    }

    mutating func decideThreshold(on day: Day, _ minute: Int) {
        var decision = ManagementDecision(
            on: day, point: .threshold, decision: "Reasonable cause", why: "What the child said", by: "story-manager")
        decision.hasReasonableCause = true
        write(decision, "threshold", on: day, minute)
    }

    mutating func enquire(from day: Day, _ minute: Int, until end: Day? = nil) {
        var enquiry = Section47Enquiry(referral: "referral", startedOn: day, team: "T1", worker: "W1")
        enquiry.startedAt = Moment(londonDay: day, minute: minute)
        guard let end else { return write(enquiry, "enquiry", on: day, minute) }
        enquiry.endedOn = end
        (enquiry.outcome, enquiry.conferenceRequired) = (.continueAssessment, false)
        (enquiry.childSeen, enquiry.childSeenAlone, enquiry.decidedBy) = (true, true, "story-manager")
        write(enquiry, "enquiry", on: end, minute)
    }

    mutating func assess(from day: Day, authorisedOn: Day? = nil, kind: AssessmentKind = .initial) {
        var assessment = Assessment(
            referral: "referral", kind: kind, startedOn: day, authorisedOn: authorisedOn,
            childSeen: authorisedOn.map { _ in true },
            outcome: authorisedOn.map { _ in .noFurtherAction }, noFurtherAction: authorisedOn.map { _ in true },
            team: "T1", worker: "W1")
        assessment.authorisedBy = authorisedOn.map { _ in "story-manager" }
        write(assessment, "assessment", on: authorisedOn ?? day, 660)
    }

    /// Received on one day and decided on another: advice, and closed.
    mutating func decideLate(received day: Day, decided: Day) {
        var referral = Referral(
            receivedOn: day, source: "1A", primaryNeed: "N9", noFurtherAction: true, harmAlleged: false,
            decidedOn: decided, closedOn: decided, closureReason: "RC8")
        (referral.decidedBy, referral.decisionWhy) = ("story-manager", "Advice given")
        write(referral, "referral", on: decided, 640)
    }

    mutating func refuse(on day: Day) {
        var referral = Referral(
            receivedOn: day, source: "1A", primaryNeed: "N9", noFurtherAction: true, harmAlleged: false, decidedOn: day,
            closedOn: day, closureReason: "RC8")
        (referral.decidedBy, referral.decisionWhy) = ("story-manager", "Advice given")
        write(referral, "referral", on: day, 640)
    }

    /// The people who hold the children of a story: invented, and registered.
    static func workforce(on day: Day) -> StoryFile {
        var file = StoryFile(people: "workforce")
        file.pages.append(
            Page(
                at: Moment(londonDay: day, minute: 480),
                subject: Subject(.worker, SubjectID(source: "record", local: "W1")), id: "worker",
                body: Worker(name: "An invented social worker", registration: "SW0")))
        return file
    }

    private init(people: String) {
        child = SubjectID(source: "record", local: people)
    }
}
