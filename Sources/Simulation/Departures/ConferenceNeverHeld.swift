import ChildJourney
import WorkingDays

/// An enquiry found the child at continuing risk; a conference was planned, and never held.
struct ConferenceNeverHeld: Departure {
    let name = "ConferenceNeverHeld"
    let suits: [Story: Int] = [.inNeed: 18, .underAssessment: 20]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        guard let day = scene.overdueEnquiryDay(in: life.last) else { return nil }
        let practice = scene.practice
        let planned = practice.due(practice.conference, after: day)
        life.addEnquiry(on: day, practice)
        life.concludeEnquiry(endedOn: practice.later(7, day))
        let enquiry = life.last.enquiries[0].id
        let conference = Conference(kind: .initial, referral: life.last.id, enquiry: enquiry, plannedOn: planned)
        life.last.conferences.append(Draft(conference, id: life.ids.next("C")))
        return [
            PlannedConcern(
                "conference-late", about: PlannedConcern.about(.section47Enquiry, day),
                onset: practice.onset(practice.conference, after: day), visibleIn: PlannedConcern.everywhere)
        ]
    }
}
