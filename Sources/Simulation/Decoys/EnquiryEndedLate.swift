import ChildJourney
import WorkingDays

/// An enquiry ended after its time, with no conference required: late then, and over now.
struct EnquiryEndedLate: Decoy {
    let name = "EnquiryEndedLate"
    let suits: [Story: Int] = [.inNeed: 8]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let practice = scene.practice
        guard let day = scene.overdueEnquiryDay(in: life.last) else { return nil }
        let ended = practice.later(practice.enquiry.number + 1 + scene.chance.below(10), day)
        guard ended <= scene.today else { return nil }
        life.addEnquiry(on: day, practice)
        life.last.enquiries[0].endedOn = ended
        life.last.enquiries[0].outcome = .services
        life.last.enquiries[0].conferenceRequired = false
        return []
    }
}
