import ChildJourney
import WorkingDays

/// An enquiry found the child at continuing risk and nobody called a conference: first nobody has decided, and once
/// the time is up the conference is late too.
struct ConferenceNeverCalled: Departure {
    let name = "ConferenceNeverCalled"
    let suits: [Story: Int] = [.inNeed: 16, .underAssessment: 24]

    func plant(in life: inout Life, _ scene: inout Scene) -> [PlannedConcern]? {
        let practice = scene.practice
        guard life.last.isOpenInNeedThroughout, life.last.enquiries.isEmpty, !life.last.assessments.isEmpty,
            let day = scene.workingDay(
                from: max(practice.later(0, life.last.referral.receivedOn), scene.setting.yearStart, scene.today - 70),
                through: practice.earlier(6, scene.today))
        else { return nil }
        let ended = practice.later(5, day)
        life.addEnquiry(on: day, practice)
        life.concludeEnquiry(endedOn: ended)
        let about = PlannedConcern.about(.section47Enquiry, day)
        let late = practice.onset(practice.conference, after: day)
        var stated = [
            PlannedConcern(
                "conference-not-called", about: about, onset: ended, visibleIn: PlannedConcern.fullRecords)
        ]
        if scene.stands(late) {
            stated.append(
                PlannedConcern("conference-late", about: about, onset: late, visibleIn: PlannedConcern.everywhere))
        }
        return stated
    }
}

extension Life {
    /// The only enquiry of the latest episode ends: substantiated, at continuing risk.
    mutating func concludeEnquiry(endedOn ended: Day) {
        last.enquiries[0].endedOn = ended
        last.enquiries[0].outcome = .conference
        last.enquiries[0].conferenceRequired = true
    }
}
