import ChildJourney
import Diagnostics
import WorkingDays

/// The ends of the groups of a census: each becomes a record of the journey.
///
/// A record's id is its start date, and an ordinal where the child has several of the same kind and day: with the
/// child's own id and the kind of record, the identity by which the next load recognises it.
extension CensusReader {
    /// How many records each kind held when the episode began; those added since belong to it.
    struct Counts {
        var assessments = 0
        var inNeedPlans = 0
        var enquiries = 0
        var conferences = 0
        var plans = 0
        var legal = 0
    }

    var counts: Counts {
        Counts(
            assessments: journey.assessments.count, inNeedPlans: journey.inNeedPlans.count,
            enquiries: journey.enquiries.count, conferences: journey.conferences.count,
            plans: journey.protectionPlans.count, legal: journey.preProceedings.count)
    }

    // NB: callers hand in closures and no key paths, which would be looked up for every record.
    private func id(_ day: Day, among days: some Sequence<Day>) -> RecordID {
        let same = days.reduce(0) { $0 + ($1 == day ? 1 : 0) }
        return RecordID(same == 0 ? day.description : "\(day)/\(same + 1)")
    }

    func endEpisode(endLine: Int) {
        guard let received = episode.receivedOn else {
            return keep(.episode, from: episode.place, missing: .referralDate)
        }
        let name = id(received, among: journey.referrals.lazy.map { $0.receivedOn })
        if let held = episode.conferenceOn { addConference(held, enquiry: nil, place: episode.place) }
        let referral = Referral(
            receivedOn: received, source: episode.source, primaryNeed: episode.primaryNeed,
            noFurtherAction: episode.noFurtherAction, closedOn: episode.closedOn, closureReason: episode.closureReason)
        journey.referrals.append(Recorded(referral, id: name, place: episode.place))
        if let closed = episode.closedOn, closed < received {
            note(
                .warning, "closed-before-received", "An episode was closed before its referral was received.",
                line: Int(episode.place), field: CensusElement.closureDate.rawValue)
        }
        nameEpisode(name)
    }

    private func nameEpisode(_ name: RecordID) {
        for index in beforeEpisode.assessments..<journey.assessments.count {
            journey.assessments[index].body.referral = name
        }
        for index in beforeEpisode.inNeedPlans..<journey.inNeedPlans.count {
            journey.inNeedPlans[index].body.referral = name
        }
        for index in beforeEpisode.enquiries..<journey.enquiries.count {
            journey.enquiries[index].body.referral = name
        }
        for index in beforeEpisode.conferences..<journey.conferences.count {
            journey.conferences[index].body.referral = name
        }
        for index in beforeEpisode.plans..<journey.protectionPlans.count {
            journey.protectionPlans[index].body.referral = name
        }
        for index in beforeEpisode.legal..<journey.preProceedings.count {
            journey.preProceedings[index].body.referral = name
        }
    }

    func endAssessment() {
        guard let started = assessment.startedOn else {
            return keep(.assessment, from: assessment.place, missing: .assessmentStart)
        }
        let body = Assessment(
            kind: .unspecified, startedOn: started,
            internalReviewOn: assessment.internalReviewOn, authorisedOn: assessment.authorisedOn,
            factors: assessment.factors.isEmpty ? nil : assessment.factors)
        journey.add(
            body, id: id(started, among: journey.assessments.lazy.map { $0.startedOn }), place: assessment.place)
    }

    func endInNeedPlan() {
        guard let started = inNeedPlan.startedOn else {
            return keep(.inNeedPlan, from: inNeedPlan.place, missing: .inNeedPlanStart)
        }
        journey.add(
            ChildInNeedPlan(startedOn: started, endedOn: inNeedPlan.endedOn),
            id: id(started, among: journey.inNeedPlans.lazy.map { $0.startedOn }), place: inNeedPlan.place)
    }

    func endEnquiry() {
        inEnquiry = false
        guard let started = enquiry.startedOn else {
            return keep(.enquiry, from: enquiry.place, missing: .enquiryStart)
        }
        let name = id(started, among: journey.enquiries.lazy.map { $0.startedOn })
        journey.add(
            Section47Enquiry(
                startedOn: started, conferenceTargetOn: enquiry.targetOn,
                conferenceRequired: enquiry.notRequired.map { !$0 }),
            id: name, place: enquiry.place)
        if let held = enquiry.conferenceOn { addConference(held, enquiry: name, place: enquiry.place) }
    }

    private func addConference(_ held: Day, enquiry: RecordID?, place: Int64) {
        journey.add(
            Conference(kind: .initial, enquiry: enquiry, heldOn: held),
            id: id(held, among: journey.conferences.lazy.compactMap { $0.heldOn }), place: place)
    }

    func endProtectionPlan() {
        guard let started = plan.startedOn else {
            return keep(.protectionPlan, from: plan.place, missing: .protectionPlanStart)
        }
        let name = id(started, among: journey.protectionPlans.lazy.map { $0.startedOn })
        journey.add(
            ChildProtectionPlan(
                startedOn: started, endedOn: plan.endedOn,
                initialCategory: plan.initialCategory, latestCategory: plan.latestCategory,
                previousPlans: plan.previousPlans),
            id: name, place: plan.place)
        for review in plan.reviews {
            journey.add(
                PlanReview(plan: name, heldOn: review.day),
                id: id(review.day, among: journey.planReviews.lazy.compactMap { $0.heldOn }), place: review.place)
        }
    }

    func endPreProceedings() {
        guard let first = legal.firstDay else {
            return keep(.preProceedings, from: legalPlace, missing: .preProceedingsStart)
        }
        journey.add(
            legal, id: id(first, among: journey.preProceedings.lazy.compactMap { $0.firstDay }), place: legalPlace)
    }
}
