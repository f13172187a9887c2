import AccessRules
import ChildJourney
import WorkingDays

/// What a strategy discussion decided and who does what, written down after it was recorded.
package enum WriteUpStrategyDiscussion: Step {
    package static let name = "strategy-write-up"
    package static let words = StepWords("Write up a strategy discussion", done: "Strategy discussion written up")
    package static let verb = Verb.recordEnquiry

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.strategyDiscussions.filter {
            $0.body.present != nil && $0.body.writtenOn == nil && $0.body.actions == nil
        }.map {
            $0.opening("strategy discussion", of: $0.heldOn, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let decided = scene.journey.strategyDiscussions.last { $0.id == scene.opening.record }?.body.decision
        return [
            StepField(
                "actions", "Who does what, by when?", called: "who does what", .longText,
                hint: decided.map { "Decided: \($0.words)" })
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let discussion = scene.journey.strategyDiscussions.last(where: { $0.id == scene.opening.record }) else {
            return []
        }
        var body = discussion.body
        body.actions = answers.text("actions")
        body.writtenOn = scene.today
        return [StepRecord(body, id: discussion.id, corrects: discussion.place)]
    }
}
