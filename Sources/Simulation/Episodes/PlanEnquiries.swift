import ChildJourney
import WorkingDays

/// Section 47 enquiries and initial conferences.
extension EpisodePlanner {
    mutating func enquire(_ episode: inout Episode) {
        for phase in episode.shape.phases where phase.kind == .protection {
            guard let day = phase.enquiryOn else { continue }
            enquire(on: day, conferenceOn: phase.from, decidesPlan: true, in: &episode)
        }
        let leadsToPlan = episode.shape.phases.contains { $0.kind == .protection }
        guard episode.shape.mayHaveEnquiry, !leadsToPlan else { return }
        if chance.happens(perThousand: NationalProfile.conferenceWithoutPlanPerThousand) {
            conferenceWithoutPlan(in: &episode)
        } else if chance.happens(perThousand: NationalProfile.enquiriesWithoutPlanPerThousand) {
            enquiryWithoutConference(in: &episode)
        }
    }

    /// An enquiry whose conference is held on a day that may lie beyond the reference day: then it is only planned.
    mutating func enquire(on day: Day, conferenceOn held: Day, decidesPlan: Bool, in episode: inout Episode) {
        let latest = min(practice.due(practice.enquiry, after: day), held - 1)
        let ended = min(practice.later(3 + chance.below(8), day), latest)
        let isEnded = ended <= today
        let enquiry = beginEnquiry(
            on: day, endedOn: isEnded ? ended : nil, outcome: isEnded ? .conference : nil,
            required: isEnded ? true : nil, in: &episode)
        guard isEnded else { return }
        episode.conferences.append(
            Draft(
                Conference(
                    kind: .initial, referral: episode.id, enquiry: enquiry, plannedOn: held,
                    heldOn: held <= today ? held : nil, quorate: held <= today ? true : nil,
                    decidedPlan: held <= today ? decidesPlan : nil), id: ids.next("C")))
    }

    /// The strategy discussion, the enquiry, and the child seen on the day it begins.
    @discardableResult
    mutating func beginEnquiry(
        on day: Day, endedOn: Day?, outcome: EnquiryOutcome?, required: Bool?, in episode: inout Episode
    ) -> RecordID {
        let id = ids.next("E")
        episode.strategyDiscussions.append(
            Draft(StrategyDiscussion(heldOn: day, referral: episode.id), id: ids.next("S")))
        episode.enquiries.append(
            Draft(
                Section47Enquiry(
                    referral: episode.id, startedOn: day, endedOn: endedOn,
                    conferenceTargetOn: practice.due(practice.conference, after: day), conferenceRequired: required,
                    outcome: outcome, team: post.team, worker: post.worker(on: day)), id: id))
        if isBorn(on: day) { addVisit(on: day, .childInNeed, seen: true, alone: true, to: &episode) }
        return id
    }

    private mutating func enquiryWithoutConference(in episode: inout Episode) {
        guard let day = enquiryDay(in: episode) else { return }
        let length = 3 + chance.below(practice.enquiry.number - 3)
        let ended = practice.later(length, day)
        guard ended < end(of: episode) else { return }
        let isEnded = ended <= today
        let outcome = chance.pick([
            EnquiryOutcome.noFurtherAction, .continueAssessment, .continueAssessment, .services, .monitor, .other,
        ])
        beginEnquiry(
            on: day, endedOn: isEnded ? ended : nil, outcome: isEnded ? outcome : nil,
            required: isEnded ? false : nil, in: &episode)
    }

    private mutating func conferenceWithoutPlan(in episode: inout Episode) {
        guard let day = enquiryDay(in: episode) else { return }
        let held = practice.later(practice.conference.number - chance.below(5), day)
        guard held < end(of: episode) else { return }
        enquire(on: day, conferenceOn: held, decidesPlan: false, in: &episode)
    }

    private mutating func enquiryDay(in episode: Episode) -> Day? {
        let day = practice.later(chance.below(8), episode.referral.receivedOn)
        return day < min(today, end(of: episode)) ? day : nil
    }

    /// The day the first phase ends; far off when it runs.
    private func end(of episode: Episode) -> Day { episode.shape.phases[0].until ?? Day(number: .max) }
}
