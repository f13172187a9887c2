import AccessRules
import ChildJourney
import Duties
import WorkingDays

/// A conference is held, and decides. A plan it decides begins with it, so that nothing is typed twice.
package enum HoldPlannedConference: Step {
    package static let name = "conference-held"
    package static let words = StepWords(
        "Record the conference", done: "Conference recorded",
        lede: "A child protection plan that is decided begins on the day of the conference.")
    package static let verb = Verb.recordConference

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.conferences.filter { $0.heldOn == nil }.map {
            $0.opening("conference", of: $0.standsOn, isNext: $0.standsOn.map { $0 <= day } ?? false)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it held?", called: "the day it was held", scene.today),
            .agencies("present", "Who took part?", called: "who took part"),
            StepField(
                "family", "Did the family take part?", called: "whether the family took part", .yesNo,
                hint: scene.journey.interpreterWords(on: scene.today)),
            StepField(
                "reports", "Had the family the reports beforehand?", called: "whether the family had the reports",
                .yesNo),
            StepField("quorate", "Was it quorate?", called: "whether it was quorate", .yesNo),
            StepField(
                "childsViews", "What did the child say or want?", called: "what the child wants", .longText,
                required: false),
            StepField(
                "parentsViews", "What did the parents say?", called: "what the parents said", .longText,
                required: false),
            StepField(
                "plan", "Is there to be a child protection plan?", called: "whether there is to be a plan", .yesNo),
            StepField(
                "category", "For which category?", called: "the category", .choice(AbuseCategory.choices),
                required: false, hint: "Where there is to be a plan"),
            StepField(
                "nextReview", "By which day is the plan reviewed next?", called: "the day of the next review", .day,
                required: false, hint: reviewHint(scene),
                initial: [reviewDue(after: scene.today, scene)?.shortWords].compactMap { $0 }),
            StepField("why", "Why?", called: "why", .longText),
            StepField("dissent", "Who disagreed, and why?", called: "who disagreed", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let conference = scene.journey.conferences.last(where: { $0.id == scene.opening.record }),
            let on = answers.pastDay(from: first(scene, conference), today: scene.today), let plan = answers.yes("plan")
        else { return [] }
        if !plan, let running = scene.journey.runningProtectionPlan {
            scene.refuseToEndAlone(running, &answers, "plan")
            scene.refuseToEndBefore(running, on, &answers)
        }
        let category = answers.text("category")
        if plan, category == nil { answers.note("category", "Choose the category of the plan") }
        let nextReview = nextReview(&answers, plan, on, scene)
        let present: [Agency] = answers.several("present")
        if present.isEmpty { answers.note("present", "Choose who took part") }
        var body = conference.body
        body.heldOn = on
        body.present = present
        body.familyPresent = answers.yes("family")
        body.reportsShared = answers.yes("reports")
        body.quorate = answers.yes("quorate")
        body.childsViews = answers.text("childsViews")
        body.parentsViews = answers.text("parentsViews")
        body.decidedPlan = plan
        body.whyDecided = answers.text("why")
        body.dissent = answers.text("dissent")
        body.nextReviewBy = nextReview
        let held = StepRecord(body, id: conference.id, corrects: conference.place)
        return [held] + follows(plan, category, on, body, conference, scene)
    }

    /// The latest day the standard in force allows: of a first plan its first review, of one that runs the next. Nil where the
    /// standard or the calendar does not reach.
    private static func reviewDue(after held: Day, _ scene: StepScene) -> Day? {
        let limit: LimitID = scene.journey.runningProtectionPlan == nil ? "cp_review_first_3m" : "cp_review_next_6m"
        return scene.limits?.allowance(limit, on: held).flatMap { scene.calendar?.due($0, after: held) }
    }

    private static func reviewHint(_ scene: StepScene) -> String {
        let within = scene.journey.runningProtectionPlan == nil ? "3 months of the first conference" : "6 months"
        return "Where there is to be a plan: within \(within), or sooner. Left empty it is the last day allowed"
    }

    private static func nextReview(
        _ answers: inout StepAnswers, _ plan: Bool, _ held: Day, _ scene: StepScene
    ) -> Day? {
        guard plan else { return nil }
        let due = reviewDue(after: held, scene)
        guard let day = answers.day("nextReview") else { return due }
        if day <= held { answers.note("nextReview", "Enter a day after the conference") }
        // The form offers the last day as of today: for a conference held before, that is not said against whoever left it.
        if let due, day == reviewDue(after: scene.today, scene) { return min(day, due) }
        if let due, day > due {
            answers.note("nextReview", "Enter a day up to \(due.shortWords), the last day the standard allows")
        }
        return day
    }

    /// No conference is held before what it is about began: an end before its plan's start could never be put right.
    private static func first(_ scene: StepScene, _ conference: Recorded<Conference>) -> Day? {
        scene.journey.runningProtectionPlan?.startedOn ?? scene.journey.referral(conference.referral)?.receivedOn
    }

    /// What becomes of the plan: a first one begins, one that runs is reviewed or ends.
    private static func follows(
        _ plan: Bool, _ category: String?, _ on: Day, _ held: Conference, _ conference: Recorded<Conference>,
        _ scene: StepScene
    ) -> [StepRecord] {
        guard let running = scene.journey.runningProtectionPlan else {
            guard plan else { return [] }
            let body = ChildProtectionPlan(
                referral: conference.referral, conference: conference.id, startedOn: on, initialCategory: category,
                latestCategory: category, previousPlans: scene.journey.protectionPlans.count)
            return [StepRecord(body, id: scene.also("plan"))]
        }
        var body = running.body
        if plan { body.latestCategory = category ?? body.latestCategory } else { body.endedOn = on }
        var review = PlanReview(plan: running.id, heldOn: on, quorate: held.quorate, continues: plan)
        review.why = held.whyDecided
        return [
            StepRecord(body, id: running.id, corrects: running.place), StepRecord(review, id: scene.also("review")),
        ]
    }
}

/// National categories of abuse. Source: children in need census guide, code set of CIN00112 and CIN00113.
enum AbuseCategory {
    static let choices = [
        StepChoice("NEG", "Neglect"), StepChoice("PHY", "Physical abuse"), StepChoice("SAB", "Sexual abuse"),
        StepChoice("EMO", "Emotional abuse"), StepChoice("MUL", "More than one category"),
    ]
}
