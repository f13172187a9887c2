import AccessRules
import Casework
import ChildJourney
import WorkingDays

/// One thing somebody does in a story, on a day; `place` orders those of one day.
struct StoryEvent: Sendable {
    enum Act: Sendable {
        case referral(Person, need: String)
        case startAssessment
        case authoriseAssessment
        case planConference(on: Day)
        case postpone(to: Day, PostponementReason, lateReport: String?)
        case hold
    }

    let on: Day
    let place: Int
    let child: SubjectID
    let act: Act

    /// Social workers record; managers authorise.
    func play(_ workers: Recorder, _ managers: Recorder) async throws {
        switch act {
        case .referral(let person, let need):
            let referral = Referral(
                receivedOn: on, source: "6", primaryNeed: need, noFurtherAction: false, decidedOn: on)
            try await ReceiveReferral(workers)(referral, id: "referral", about: child, who: person)
        case .startAssessment:
            try await StartAssessment(workers)(on: on, id: "assessment", of: "referral", about: child)
        case .authoriseAssessment:
            try await AuthoriseAssessment(managers)(on: on, id: "assessment", about: child)
        case .planConference(let day):
            try await PlanConference(workers)(.initial, on: day, id: "conference", of: "referral", about: child)
        case .postpone(let day, let reason, let report):
            try await PostponeConference(managers)(
                to: day, because: reason, lateReport: report, decidedOn: on, id: "conference", about: child)
        case .hold:
            try await HoldConference(managers)(
                on: on, quorate: true, decidedPlan: true, id: "conference", about: child)
        }
    }
}
