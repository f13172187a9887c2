import AccessRules
import ChildJourney
import WorkingDays

/// What the minutes of a meeting say is put right. What they said first can be read on, and whoever was given it is listed.
package enum CorrectMinutes: Step {
    package static let name = "minutes-correction"
    package static let words = StepWords(
        "Correct the minutes of a meeting", done: "Minutes corrected",
        lede:
            "What they said first stays under \"What was changed\". Versions that went out stay as they were read: whoever has one is listed, to be told again."
    )
    package static let verb = Verb.recordConference

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.meetingMinutes.map { $0.opening("meeting", of: $0.body.on) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let minutes = scene.journey.casework.meetingMinutes.last { $0.id == scene.opening.record }?.body
        let why = StepField(
            "why", "What was wrong, and who said so?", called: "what was wrong", .longText)
        let separately = StepField(
            "separately", "Did people come separately, because of domestic abuse?",
            called: "whether they came separately", .yesNo, initial: [minutes?.separately == true ? "yes" : "no"])
        return [why, separately]
            + PartOfMeeting.allCases.flatMap { part in
                let written = minutes?.parts.first { $0.part == part }
                return [
                    StepField(
                        part.rawValue, part.words.atSentenceStart, called: part.words, .longText, required: false,
                        initial: [written?.said].compactMap { $0 }),
                    StepField(
                        "present-\(part.rawValue)", "Who was there for that part?", called: "who was there", .text,
                        required: false, initial: [written?.present].compactMap { $0 }),
                ]
            }
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let minutes = scene.journey.casework.meetingMinutes.last(where: { $0.id == scene.opening.record }),
            let separately = answers.yes("separately"), let why = answers.text("why")
        else { return [] }
        var body = minutes.body
        body.separately = separately
        body.parts = WriteMinutes.parts(&answers, separately: separately)
        let isSame = body.parts == minutes.body.parts && body.separately == minutes.body.separately
        if isSame { answers.note(PartOfMeeting.together.rawValue, "Nothing is put right: change what was wrong") }
        (body.correctedOn, body.correctedBy, body.correctedWhy) = (scene.today, scene.me, why)
        return [StepRecord(body, id: minutes.id, corrects: minutes.place)]
    }
}

extension Journey {
    /// Those who were given an earlier version of minutes that were corrected, and none since: "Jane Invented, mother".
    package func toBeTold(again minutes: Recorded<MeetingMinutes>) -> [String] {
        guard minutes.body.correctedOn != nil else { return [] }
        let released = casework.outgoingDocuments.filter { $0.body.minutes == minutes.id && $0.body.releasedOn != nil }
        let given = casework.givenToFamily.filter {
            $0.body.what == .minutes && $0.body.withheldWhy == nil
                && [minutes.id, minutes.body.of].contains($0.body.of)
        }
        var told: [String] = []
        func add(_ who: String) { if !told.contains(who) { told.append(who) } }
        for document in released where document.body.isOlder(than: minutes) {
            let isTold = released.contains {
                !$0.body.isOlder(than: minutes) && $0.body.recipient == document.body.recipient
            }
            if !isTold { add("\(document.body.recipient), \(document.body.relation)") }
        }
        for giving in given where giving.place < minutes.place {
            let isTold = given.contains {
                $0.place > minutes.place && $0.body.to == giving.body.to && $0.body.recipient == giving.body.recipient
            }
            if !isTold { add(giving.body.recipient ?? giving.body.to.words) }
        }
        return told
    }
}

extension OutgoingDocument {
    /// Whether it was prepared before the minutes were last put right, and so tells what they said before.
    package func isOlder(than minutes: Recorded<MeetingMinutes>) -> Bool { upTo.map { $0 < minutes.place } ?? true }
}
