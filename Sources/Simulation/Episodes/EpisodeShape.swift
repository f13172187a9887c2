import ChildJourney
import WorkingDays

/// The outline of an episode: when it came, the phases it passes through, and how it closed. The planner fills in the
/// steps that a sound service takes.
struct EpisodeShape: Sendable {
    var receivedOn: Day
    var phases: [Phase]
    var closedOn: Day?
    var closureReason: String?
    var primaryNeed: String
    /// What the first assessment decides when nothing else settles it.
    var outcome: AssessmentOutcome = .other
    var isNoFurtherAction = false
    var isAssessed = true
    /// The day the first assessment is authorised, where the story needs one.
    var authorisedOn: Day?
    var mayHaveEnquiry = true
    /// The child came with a child in need plan from elsewhere, running from the day received.
    var broughtInNeedPlan = false
    /// Reviews fall on the very day they are due, and not some days before.
    var reviewsOnDueDay = false
    /// Steps done late and put right since.
    var isAssessedLate = false
    var isReviewedLate = false
    /// Earlier plans this record does not hold.
    var plansElsewhere = 0

    init(receivedOn: Day, phases: [Phase], closedOn: Day? = nil, closureReason: String? = nil, primaryNeed: String) {
        self.receivedOn = receivedOn
        self.phases = phases
        self.closedOn = closedOn
        self.closureReason = closureReason
        self.primaryNeed = primaryNeed
    }
}
