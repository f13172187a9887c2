import AccessRules
import ChildJourney
import WorkingDays

/// A child is placed where nobody is registered to care for them, or under 16 in supported accommodation.
package enum RecordUnregisteredPlacement: Step {
    package static let name = "unregistered-placement"
    package static let words = StepWords(
        "Record an unregistered placement", done: "Unregistered placement recorded",
        lede:
            "The director sees how many there are. It stands until the child has moved or the provider is registered: a reason clears nothing."
    )
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.unregisteredPlacements.contains { $0.body.endedOn == nil } ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was the child placed there?", called: "the day the child was placed", scene.today),
            StepField(
                "setting", "Where does the child live?", called: "where the child lives",
                .choice(UnregisteredSetting.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField(
                "why", "Why there?", called: "why the child was placed there", .longText,
                hint: "Write no address here that must not be told"
            ),
            StepField("agreed", "Who agreed to it?", called: "who agreed to it", .text),
            StepField(
                "safe", "How is the child kept safe there?", called: "how the child is kept safe", .longText,
                hint: "Who visits, how often, and who is there at night"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today),
            let setting: UnregisteredSetting = answers.choice("setting"), let why = answers.text("why"),
            let agreed = answers.text("agreed"), let safe = answers.text("safe")
        else { return [] }
        if let born = scene.journey.person?.bornOn {
            let isUnder16 = on < born.birthday(16)
            switch setting {
            case .supportedAccommodation where isUnder16:
                answers.note("setting", "The child was under 16 that day: choose supported accommodation under 16")
            case .supportedAccommodationUnder16 where !isUnder16:
                answers.note("setting", "The child was 16 or older that day: choose one of the others")
            default: break
            }
        }
        var body = UnregisteredPlacement(setting, beganOn: on)
        (body.why, body.agreedBy, body.keptSafe) = (why, agreed, safe)
        return [StepRecord(body, id: scene.id)]
    }
}

/// A manager records that the child has moved, or that the provider is registered.
package enum EndUnregisteredPlacement: Step {
    package static let name = "unregistered-placement-end"
    package static let words = StepWords(
        "End an unregistered placement", done: "End of the unregistered placement recorded")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.unregisteredPlacements.filter { $0.body.endedOn == nil }.map {
            $0.opening("unregistered placement", of: $0.body.beganOn, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let endings = UnregisteredPlacementEnding.allCases.filter { ending in
            ending == .moved
                || opened(scene).map { registers(from: $0.body, scene).map { $0 <= scene.today } ?? false } ?? false
        }
        return [
            StepField(
                "ending", "How did it end?", called: "how it ended",
                .choice(endings.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            .day("When?", called: "the day it ended", scene.today),
            StepField(
                "shown", "What shows it?", called: "what shows it", .longText,
                hint:
                    "Such as the registration number, or who saw the child where they live now. Write no address here that must not be told"
            ),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let opened = opened(scene), let ending: UnregisteredPlacementEnding = answers.choice("ending"),
            let on = answers.pastDay(from: opened.body.beganOn, today: scene.today), let shown = answers.text("shown")
        else { return [] }
        if ending == .registered, let from = registers(from: opened.body, scene), on < from {
            answers.note("on", "Under 16 it does not matter who is registered: enter \(from.shortWords) or a later day")
        }
        var body = opened.body
        (body.ending, body.endedOn, body.endedWords, body.endedBy) = (ending, on, shown, scene.me)
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }

    /// The first day on which a registration makes the placement right: under 16 none does. Nil where nobody knows the age.
    private static func registers(from placement: UnregisteredPlacement, _ scene: StepScene) -> Day? {
        guard placement.setting == .supportedAccommodationUnder16 else { return placement.beganOn }
        return (scene.journey.person?.bornOn?.birthday(16)).map { max($0, placement.beganOn) }
    }

    private static func opened(_ scene: StepScene) -> Recorded<UnregisteredPlacement>? {
        scene.journey.casework.unregisteredPlacements.last { $0.id == scene.opening.record }
    }
}
