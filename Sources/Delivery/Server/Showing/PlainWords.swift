import Casework
import ChildJourney
import Pages
import WorkingDays

/// What is recorded and planned, for the child or a parent to read.
///
/// The child's own words go to the child alone: told to a parent they can put the child at risk. What the parents said at a
/// conference goes to a parent only where nothing at all is withheld on the record, since one of them may have said it of
/// the other.
struct PlainWords {
    private let journey: Journey
    private let document: OutgoingDocument
    private let isAnythingWithheld: Bool

    init(_ journey: Journey, _ document: OutgoingDocument, isAnythingWithheld: Bool) {
        self.journey = journey
        self.document = document
        self.isAnythingWithheld = isAnythingWithheld
    }

    private var relation: String { document.relation.lowercased().split { !$0.isLetter }.joined(separator: " ") }
    // NB: the whole of it. "The child's father" names the child too.
    private var isForTheChild: Bool {
        ["child", "the child", "herself", "himself", "themselves", "young person", "the young person"].contains(
            relation)
    }
    private var isForAParent: Bool { ["mother", "father", "parent", "parents"].contains(relation) }

    var lines: [OutgoingPage.Line] {
        [
            section("Why we are involved", why), section("What was decided", decided),
            section("What is planned", planned),
            section("What you said", said), section("What happens next", next),
            section("If you do not agree", disagree),
        ]
    }

    private func section(_ title: String, _ parts: [String]) -> OutgoingPage.Line {
        OutgoingPage.Line(
            date: "", title: title,
            words: parts.isEmpty ? "Nothing is recorded here yet." : parts.joined(separator: "\n"))
    }

    private var why: [String] {
        var parts: [String] = []
        if let referral = journey.referrals.last {
            parts.append("Somebody was worried, and told us on \(referral.receivedOn.words).")
            if let why = referral.body.decisionWhy { parts.append(why) }
        }
        if let plan = journey.protectionPlans.last(where: { $0.endedOn == nil }) {
            let category = CategoryWords.words(plan.latestCategory)
            parts.append("There is a child protection plan since \(plan.startedOn.words). \(category)")
        }
        if let plan = journey.inNeedPlans.last(where: { $0.endedOn == nil }) {
            parts.append("There is a plan to help since \(plan.startedOn.words).")
        }
        return parts
    }

    private var decided: [String] {
        var parts: [String] = []
        for conference in journey.conferences {
            guard let on = conference.heldOn, let plan = conference.decidedPlan else { continue }
            let what = plan ? "there is to be a child protection plan" : "there is to be no child protection plan"
            parts.append(
                "\(on.words): at the conference it was decided that \(what). \(conference.body.whyDecided ?? "")")
        }
        for assessment in journey.assessments {
            guard let on = assessment.authorisedOn, let outcome = assessment.outcome else { continue }
            parts.append("\(on.words): the assessment ended. What follows: \(outcome.words).")
        }
        return parts
    }

    private var running: [PlanAction] {
        (journey.protectionPlans.last { $0.endedOn == nil }?.body.actions ?? [])
            + (journey.inNeedPlans.last { $0.endedOn == nil }?.body.actions ?? [])
    }

    private var planned: [String] {
        running.map { action in
            let done = action.doneOn.map { " Done on \($0.words)." } ?? ""
            return "\(action.aim). Who does it: \(action.owner). By \(action.by.words).\(done)"
        }
    }

    private var said: [String] {
        var parts: [String] = []
        if isForTheChild {
            parts += journey.visits.compactMap { visit in visit.childsWords.map { "\(visit.on.words): “\($0)”" } }
            parts += journey.assessments.compactMap { assessment in assessment.body.childsViews.map { "“\($0)”" } }
            parts += journey.conferences.compactMap { conference in conference.body.childsViews.map { "“\($0)”" } }
        } else if isForAParent, !isAnythingWithheld {
            parts += journey.conferences.compactMap { conference in
                conference.body.parentsViews.map { "What the parents said: “\($0)”" }
            }
        }
        let own = journey.casework
        parts += own.disputedStatements.filter { document.isRead(by: $0.body.by) }.map(\.body.told)
        parts += own.complaints.filter { document.isRead(by: $0.body.by) }.map { "You complained: “\($0.body.words)”" }
        return parts
    }

    private var next: [String] {
        var parts: [String] = []
        for conference in journey.conferences where conference.heldOn == nil {
            if let on = conference.standsOn { parts.append("A conference is planned for \(on.words).") }
        }
        for action in running.filter({ $0.doneOn == nil }).sorted(by: { $0.by < $1.by }).prefix(3) {
            parts.append("By \(action.by.words): \(action.aim).")
        }
        return parts
    }

    private var disagree: [String] {
        [
            "Tell the social worker, or anybody who works with them. What you say is kept in your own words, beside what you do not agree with.",
            "You can complain. Whoever answers tells you what they found, and what you can do if you do not agree with that.",
            "A child or young person can ask for an advocate: somebody who speaks for them.",
        ]
    }
}
