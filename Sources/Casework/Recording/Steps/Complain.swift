import AccessRules
import ChildJourney
import WorkingDays

/// Somebody of the family complains, or makes a representation.
package enum RecordComplaint: Step {
    package static let name = "complaint"
    package static let words = StepWords(
        "Record a complaint or representation", done: "Complaint recorded",
        lede: "In their own words. It changes nothing of what was recorded.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it received?", called: "the day it was received", scene.today),
            StepField(
                "by", "Who complains?", called: "who complains", .text, hint: "Name, and who they are to the child"),
            StepField("words", "What is it about, in their own words?", called: "what it is about", .longText),
            .stage,
            StepField(
                "promised", "By when were they told to expect an answer?", called: "the day of the answer", .day,
                required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let by = answers.text("by"),
            let words = answers.text("words"), let stage: ComplaintLevel = answers.choice("stage")
        else { return [] }
        let first = ComplaintStage(at: stage, from: on, promisedBy: answers.day("promised"))
        return [StepRecord(Complaint(receivedOn: on, by: by, words: words, stages: [first]), id: scene.id)]
    }
}

/// A complaint is answered at the stage it is at.
package enum AnswerComplaint: Step {
    package static let name = "complaint-answer"
    package static let words = StepWords("Answer a complaint", done: "Complaint answered")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.complaints.filter(\.body.waits).map { $0.opening("complaint", of: $0.body.receivedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let complaint = scene.journey.casework.complaints.last { $0.id == scene.opening.record }?.body
        return [
            .day("When is it answered?", called: "the day it is answered", scene.today),
            StepField(
                "outcome", "What was found?", called: "what was found",
                .choice(ComplaintOutcome.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                hint: complaint.map { "“\($0.words)”" }),
            StepField("answer", "What is the answer, and what changes?", called: "the answer", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let complaint = scene.journey.casework.complaints.last(where: { $0.id == scene.opening.record }),
            var stage = complaint.body.stages.last,
            let on = answers.pastDay(from: stage.from, today: scene.today)
        else { return [] }
        (stage.answeredOn, stage.answer, stage.answeredBy) = (on, answers.text("answer"), scene.me)
        stage.outcome = answers.choice("outcome")
        var body = complaint.body
        body.stages[body.stages.count - 1] = stage
        return [StepRecord(body, id: complaint.id, corrects: complaint.place)]
    }
}

/// Whoever complained is not content with the answer, and the complaint goes on.
package enum TakeComplaintFurther: Step {
    package static let name = "complaint-further"
    package static let words = StepWords("Take a complaint to its next stage", done: "Complaint taken further")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.complaints.filter { !$0.body.waits }.map { $0.opening("complaint", of: $0.body.receivedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did they ask for it?", called: "the day they asked", scene.today), .stage,
            StepField(
                "promised", "By when were they told to expect an answer?", called: "the day of the answer", .day,
                required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let complaint = scene.journey.casework.complaints.last(where: { $0.id == scene.opening.record }),
            let on = answers.pastDay(from: complaint.body.stages.last?.answeredOn, today: scene.today),
            let stage: ComplaintLevel = answers.choice("stage")
        else { return [] }
        var body = complaint.body
        body.stages.append(ComplaintStage(at: stage, from: on, promisedBy: answers.day("promised")))
        return [StepRecord(body, id: complaint.id, corrects: complaint.place)]
    }
}

extension StepField {
    fileprivate static var stage: StepField {
        StepField(
            "stage", "At which stage is it?", called: "the stage",
            .choice(ComplaintLevel.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }))
    }
}
