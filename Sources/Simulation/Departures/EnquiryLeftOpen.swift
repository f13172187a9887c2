import ChildJourney
import WorkingDays

/// A section 47 enquiry begun and never concluded. A census has no outcome and must say of every enquiry whether a
/// conference was not required, so there the same enquiry shows as one whose conference is late.
struct EnquiryLeftOpen: Departure {
    let name = "EnquiryLeftOpen"
    let suits: [Story: Int] = [.inNeed: 18, .underAssessment: 20]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard let day = scene.overdueEnquiryDay(in: life.last) else { return nil }
        let practice = scene.practice
        life.addEnquiry(on: day, practice)
        let about = PlannedConcern.about(.section47Enquiry, day)
        return [
            PlannedConcern(
                "enquiry-open", about: about, onset: practice.onset(practice.enquiry, after: day),
                visibleIn: PlannedConcern.fullRecords),
            PlannedConcern(
                "conference-late", about: about, onset: practice.onset(practice.conference, after: day),
                visibleIn: [.census]),
        ]
    }
}

extension Scene {
    /// A day in the census year on which an enquiry may begin whose conference would be overdue today.
    mutating func overdueEnquiryDay(in episode: Episode) -> Day? {
        guard episode.isOpenInNeedThroughout, episode.enquiries.isEmpty, !episode.assessments.isEmpty else {
            return nil
        }
        let limit = max(practice.conference.number, practice.enquiry.number)
        return workingDay(
            from: max(practice.later(0, episode.referral.receivedOn), setting.yearStart),
            through: practice.earlier(limit + 1, today))
    }
}

extension Life {
    /// An enquiry without an end, on the day of its strategy discussion, with the child seen that day.
    mutating func addEnquiry(on day: Day, _ practice: Practice) {
        let episode = last.id
        last.strategyDiscussions.append(
            Draft(StrategyDiscussion(heldOn: day, referral: episode), id: ids.next("S")))
        last.enquiries.append(
            Draft(
                Section47Enquiry(
                    referral: episode, startedOn: day,
                    conferenceTargetOn: practice.due(practice.conference, after: day), team: post.team,
                    worker: post.worker(on: day)), id: ids.next("E")))
        guard let born = bornOn, born <= day else { return }
        last.visits.append(
            Draft(Visit(on: day, purpose: .childInNeed, seen: true, seenAlone: true), id: ids.next("V")))
    }
}
