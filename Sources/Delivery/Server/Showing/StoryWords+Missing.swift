import ChildJourney
import WorkingDays

extension StoryWords {
    /// Times missing and what followed, exploitation, private fostering and homelessness.
    func tellMissing(_ journey: Journey, _ told: inout [ToldEvent]) {
        for episode in journey.missingEpisodes {
            let body = episode.body
            let reported = body.reportedOn.map { day in
                "Reported to the police \(day.words)" + (body.reportedAt.map { ", \($0.clockWords)" } ?? "")
                    + (body.reportedBy.map { ", by \($0)" } ?? "")
            }
            tell(
                episode, episode.from, episode.kind == .away ? "Away without authorisation" : "Missing",
                joined(body.fromAt.map { "Since \($0.clockWords)" }, reported, body.circumstances), &told)
            tell(
                episode, episode.until, "Returned",
                joined(body.returnedAt.map { "At \($0.clockWords)" }, body.returnedHow), &told)
        }
        guard journey.hasCasework else { return }
        for meeting in journey.casework.missingMeetings {
            let present = meeting.body.present.map { "Took part: \($0.map(\.words).joined(separator: ", "))" }
            tell(
                meeting, meeting.body.heldOn, "Strategy meeting about the missing child",
                joined(meeting.body.heldAt.map { "At \($0.clockWords)" }, present, meeting.body.plan), &told)
        }
        for interview in journey.casework.returnInterviews {
            let body = interview.body
            let independent = body.isIndependent.map { $0 ? "Independent of the child's care" : "Not independent" }
            tell(
                interview, body.on, "Return interview: \(body.outcome.words)",
                joined(
                    body.by.map { "By \($0)" }, independent, body.tried.map { "Tried: \($0)" },
                    body.learnt.map { "Learnt: \($0)" }), &told)
        }
        for assessment in journey.casework.exploitationAssessments {
            let body = assessment.body
            tell(
                assessment, body.on,
                "Exploitation assessed: \(body.kinds.map(\.words).joined(separator: ", "))",
                joined(
                    "Level \(body.level.rawValue)", body.plan, body.reviewBy.map { "Again by \($0.words)" }), &told)
        }
        tellFostering(journey, &told)
        tellHomelessness(journey, &told)
    }

    private func tellFostering(_ journey: Journey, _ told: inout [ToldEvent]) {
        for fostering in journey.casework.privateFostering {
            let body = fostering.body
            tell(
                fostering, body.notifiedOn, "Private fostering: the council was told",
                joined(
                    "With \(body.carer)", body.beganOn.map { "From \($0.words)" }, body.arrangement), &told)
            for check in body.checks ?? [] {
                tell(fostering, check.on, "Private fostering checked: \(check.what)", joined(check.found), &told)
            }
            tell(fostering, body.endedOn, "Private fostering ended", joined(body.endedWhy), &told)
        }
    }

    private func tellHomelessness(_ journey: Journey, _ told: inout [ToldEvent]) {
        for homeless in journey.casework.homelessness {
            let body = homeless.body
            tell(
                homeless, body.presentedOn, "Homeless",
                joined(body.presentedAt.map { "At \($0.clockWords)" }, body.what), &told)
            for bed in body.bedsInOrder {
                tell(homeless, bed.on, "Where they sleep", joined(bed.kind.words), &told)
            }
            tell(homeless, body.rightsExplainedOn, "Section 20 explained", "", &told)
            tell(
                homeless, body.decidedOn, "Decided about section 20",
                joined(
                    body.decision?.words, body.wishes.map { "The young person: \($0)" },
                    body.decisionWhy.map { "Because: \($0)" }), &told)
        }
    }

    /// Steps before and in proceedings, and what the family decides for itself.
    func tellLegalSteps(_ journey: Journey, _ told: inout [ToldEvent]) {
        for legal in journey.preProceedings {
            let body = legal.body
            // A file may tell of one whose steps have no day of their own.
            tell(legal, body.planningMeetingOn, "Legal planning meeting", joined(body.planningDecision), &told)
            tell(
                legal, body.startedOn, "Pre-proceedings decided",
                joined(body.planningMeetingOn == nil ? body.planningDecision : nil), &told)
            tell(legal, body.letterSentOn, "Letter before proceedings sent", "", &told)
            tell(legal, body.firstMeetingOn, "First pre-proceedings meeting", joined(body.firstMeetingSaid), &told)
            for review in body.reviews ?? [] {
                tell(legal, review.on, "Pre-proceedings reviewed", joined(review.said), &told)
            }
            tell(
                legal, body.stepDecidedOn, "Pre-proceedings: next step decided",
                joined(body.nextStep?.words, body.stepWhy.map { "Because: \($0)" }), &told)
            tell(legal, body.courtApplicationOn, "Application to the court", joined(body.court), &told)
            for order in body.orders ?? [] {
                tell(legal, order.on, "Court: \(order.order.words)", joined(order.said), &told)
            }
        }
        guard journey.hasCasework else { return }
        for group in journey.casework.familyGroups {
            let body = group.body
            tell(
                group, body.offeredOn, "Family group decision-making offered",
                joined(body.isAccepted.map { $0 ? "Taken up" : "Declined" }, body.answer), &told)
            tell(
                group, body.heldOn, "Family group met", joined(body.present.map { "There: \($0)" }, body.plan), &told)
        }
    }
}
