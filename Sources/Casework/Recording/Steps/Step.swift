import AccessRules
import ChildJourney
import Concerns
import Duties
import RecordKeeping
import Retention
import WorkingDays

/// One step of a child's journey that somebody records on one page: what is asked, when it can be taken, and what is
/// recorded. Adding a step is one file and one line in `Steps`.
package protocol Step: Sendable {
    /// Stands in the address of its page, so it never changes.
    static var name: String { get }
    static var words: StepWords { get }
    static var verb: Verb { get }
    /// Whether it is recorded here whatever system keeps the casework: what nobody else's file holds.
    static var isBesideAnySource: Bool { get }
    /// Which of its answers are an address or school, and may hold what is withheld: any other is asked to leave it out.
    static var privateAnswers: Set<String> { get }
    /// What the step can be taken on, as the child stands; empty when it cannot be taken now.
    static func openings(_ journey: Journey, on day: Day) -> [StepOpening]
    /// The same, for a step that is taken on something found missing.
    static func openings(_ journey: Journey, _ concerns: [Concern], on day: Day) -> [StepOpening]
    static func fields(_ scene: StepScene) -> [StepField]
    /// What is recorded. What is wrong with an answer is noted in `answers`, and then nothing is recorded.
    static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord]
}

extension Step {
    package static var isBesideAnySource: Bool { false }
    package static var privateAnswers: Set<String> { [] }

    package static func openings(_ journey: Journey, _ concerns: [Concern], on day: Day) -> [StepOpening] {
        openings(journey, on: day)
    }
}

package struct StepWords: Sendable {
    /// "Record a strategy discussion": a heading and a link.
    package let title: String
    /// "Strategy discussion recorded".
    package let done: String
    /// Said above the form, when anything needs saying.
    package var lede: String

    package init(_ title: String, done: String, lede: String = "") {
        self.title = title
        self.done = done
        self.lede = lede
    }
}

/// Something a step can be taken on.
package struct StepOpening: Sendable, Hashable {
    /// The record the step goes on with; nil where it begins a record of its own.
    package let record: RecordID?
    /// "the referral of 3 Mar 2026"; empty where there is nothing to say.
    package let words: String
    /// Whether it is what comes next, and so is offered first.
    package let isNext: Bool

    package init(_ record: RecordID? = nil, words: String = "", isNext: Bool = false) {
        self.record = record
        self.words = words
        self.isNext = isNext
    }
}

/// Where a step is taken: the child as they stand, what it goes on with, who asks and when.
package struct StepScene: Sendable {
    package let journey: Journey
    package let opening: StepOpening
    package let today: Day
    package let now: Moment
    package let person: SignedIn
    /// Ids and names of those a child can be allocated to.
    package let workers: [StepChoice]
    /// Those the record names already.
    package let workforce: Workforce
    /// National code sets: name of the set, code, words.
    package let codes: [String: [String: String]]
    /// The id of a record the step begins: from the form, so that a form sent twice is recorded once.
    package let id: RecordID
    /// Adults known here whom the answers may be about.
    package var adults: [StepChoice] = []
    /// Whether one of them was chosen before the form was opened.
    package var isAdultChosen = false
    /// Children known here whom the answers may be about.
    package var children: [StepChoice] = []
    /// Of an adult: the adults they are tied to already.
    package var ties: [TiedAdult] = []
    /// The council's limits, where the step needs one.
    package var limits: Limits?
    /// For days that are counted from another; nil for a step about an adult.
    package var calendar: WorkingCalendar?
    /// What was found missing, or will be.
    package var concerns: [Concern] = []
    /// Teams that have a manager.
    package var teams: [StepChoice] = []
    /// The team of each worker who has one.
    package var teamOf: [String: String] = [:]
    /// What must not be told, on whosever record it was withheld.
    package var withholding = Withholding()
    /// Who may open the record.
    package var restriction = Restriction.none
    /// All that is recorded on this record: for what would be withheld, if something more were.
    package var history = History()
    /// By when a request for access is answered, where the step needs it.
    package var accessTerms: AccessTerms?

    package init(
        journey: Journey, opening: StepOpening, now: Moment, person: SignedIn, workers: [StepChoice],
        workforce: Workforce,
        codes: [String: [String: String]], id: RecordID
    ) {
        self.journey = journey
        self.opening = opening
        self.today = now.londonDay
        self.now = now
        self.person = person
        self.workers = workers
        self.workforce = workforce
        self.codes = codes
        self.id = id
    }

    /// Whoever records, as records name workers.
    var me: String { person.user.text }

    /// A protection plan is ended by a conference: by its chair or a manager, and never by whoever carries the plan out.
    func refuseToEndAlone(_ plan: Recorded<ChildProtectionPlan>, _ answers: inout StepAnswers, _ field: String) {
        if worked(since: plan.startedOn) {
            answers.note(field, "You hold this child yourself, or did on this plan: somebody else ends it")
        } else if person.role != .chair, !person.role.mayDo.contains(.decide) {
            answers.note(field, "A chair or a manager ends a protection plan")
        }
    }

    /// An end before what was done for the plan, or long ago, would make what was missing meanwhile look as if it never had been.
    func refuseToEndBefore(_ plan: Recorded<ChildProtectionPlan>, _ day: Day, _ answers: inout StepAnswers) {
        let done =
            journey.visits.filter { $0.plan == plan.id }.map(\.on)
            + journey.casework.coreGroups.filter { $0.body.plan == plan.id }.map(\.body.heldOn)
            + journey.planReviews.filter { $0.plan == plan.id }.compactMap(\.heldOn)
        if let last = done.max(), day < last {
            answers.note("on", "Enter a day from \(last.shortWords), when something was last recorded for the plan")
        }
        // What stands of the plan must not be ended before it began: nobody did then what is said to have been left.
        let standing = concerns.filter { $0.about.id == plan.id && $0.stands(on: today) }
        if let onset = standing.map(\.onset).max(), day <= onset, day < today {
            answers.note(
                "on",
                "Enter a day after \(onset.shortWords), since when something the plan calls for is missing, or today")
        }
    }

    /// An id for something else that the step begins.
    func also(_ what: String) -> RecordID { RecordID("\(id.text)-\(what)") }

    func choices(_ set: String) -> [StepChoice] {
        (codes[set] ?? [:]).sorted { $0.key < $1.key }.map { StepChoice($0.key, $0.value) }
    }
}

/// A record a step makes or replaces.
package struct StepRecord: Sendable {
    package let id: RecordID
    package let body: any EntryBody
    /// The number of the entry it replaces, as the form was opened on it.
    package let corrects: Int64?
    /// Nil for the child the step is about.
    package let subject: Subject?

    package init(_ body: any EntryBody, id: RecordID, corrects: Int64? = nil, about subject: Subject? = nil) {
        self.id = id
        self.body = body
        self.corrects = corrects
        self.subject = subject
    }
}
