import ChildJourney
import WorkingDays

/// One referral and everything that hangs on it, before it becomes part of a journey.
struct Episode: Sendable {
    let id: RecordID
    let shape: EpisodeShape
    var referral: Referral
    var assessments: [Draft<Assessment>] = []
    var strategyDiscussions: [Draft<StrategyDiscussion>] = []
    var enquiries: [Draft<Section47Enquiry>] = []
    var conferences: [Draft<Conference>] = []
    var protectionPlans: [Draft<ChildProtectionPlan>] = []
    var reviews: [Draft<PlanReview>] = []
    var inNeedPlans: [Draft<ChildInNeedPlan>] = []
    var visits: [Draft<Visit>] = []
    var careEpisodes: [Draft<CareEpisode>] = []
    var legalStatuses: [Draft<LegalStatus>] = []
    var preProceedings: [Draft<PreProceedings>] = []
    var allocations: [Draft<Allocation>] = []
    var earlyHelp: [Draft<EarlyHelpEpisode>] = []

    init(id: RecordID, shape: EpisodeShape, referral: Referral) {
        self.id = id
        self.shape = shape
        self.referral = referral
    }

    /// In need from the day received, still open, and never anything else.
    var isOpenInNeedThroughout: Bool {
        shape.phases.count == 1 && shape.phases[0].kind == .inNeed && referral.closedOn == nil
    }

    /// Closed, having been in need throughout.
    var wasInNeedThroughout: Bool {
        shape.phases.count == 1 && shape.phases[0].kind == .inNeed && referral.closedOn != nil
    }

    /// The protection plan that runs, in an episode whose last phase is one.
    var runningPlan: Int? {
        guard shape.phases.last?.kind == .protection else { return nil }
        return protectionPlans.lastIndex { $0.endedOn == nil }
    }

    func add(to journey: inout Journey) {
        journey.add(referral, id: id)
        func put<Body>(_ drafts: [Draft<Body>]) {
            for draft in drafts { journey.add(draft.body, id: draft.id) }
        }
        put(assessments)
        put(strategyDiscussions)
        put(enquiries)
        put(conferences)
        put(protectionPlans)
        put(reviews)
        put(inNeedPlans)
        put(visits)
        put(careEpisodes)
        put(legalStatuses)
        put(preProceedings)
        put(allocations)
        put(earlyHelp)
    }
}
