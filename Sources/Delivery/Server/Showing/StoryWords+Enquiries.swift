import Casework
import ChildJourney
import WorkingDays

/// What was done because the child may be harmed, up to the conference.
extension StoryWords {
    func tellEnquiries(_ journey: Journey, _ told: inout [ToldEvent]) {
        for discussion in journey.strategyDiscussions {
            let body = discussion.body
            let words = joined(
                body.heldAt.map { "At \($0.clockWords)" }, body.means?.words, tookPart(body.present),
                body.decision.map { "Decided: \($0.words)" },
                body.immediateSafety.map { "Safe tonight: \($0)" })
            tell(discussion, discussion.heldOn, "Strategy discussion", words, &told)
        }
        for enquiry in journey.enquiries {
            let joint = enquiry.body.joint.map { $0 ? "With the police" : "By social care alone" }
            tell(enquiry, enquiry.startedOn, "Section 47 enquiry began", joined(joint), &told)
            let needed = enquiry.body.conferenceRequired.map {
                $0 ? "A conference is needed" : "No conference is needed"
            }
            tell(
                enquiry, enquiry.endedOn, "Section 47 enquiry ended", joined(needed, enquiry.body.findings), &told)
        }
        for conference in journey.conferences {
            for put in conference.postponements ?? [] {
                let to = put.to.map { " to \($0.words)" } ?? ""
                let report = put.lateReport.map { " (\($0))" } ?? ""
                tell(
                    conference, put.decidedOn, "Conference postponed",
                    "From \(put.from.words)\(to), because \(put.reason.words)\(report).", &told)
            }
            let plan = conference.decidedPlan.map {
                $0 ? "A child protection plan was decided" : "No child protection plan was decided"
            }
            let held = joined(
                conference.quorate == false ? "Not quorate" : nil, tookPart(conference.body.present), plan,
                conference.body.whyDecided, conference.body.dissent.map { "Disagreed: \($0)" },
                conference.body.nextReviewBy.map { "The plan is reviewed next by \($0.words)" })
            tell(conference, conference.heldOn, "Conference held", held, &told)
            if conference.heldOn == nil { tell(conference, conference.plannedOn, "Conference planned", "", &told) }
        }
    }
}
