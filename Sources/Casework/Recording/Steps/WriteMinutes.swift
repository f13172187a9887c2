import AccessRules
import ChildJourney
import WorkingDays

/// What was said at a meeting is written down, part by part.
package enum WriteMinutes: Step {
    package static let name = "minutes"
    package static let words = StepWords(
        "Write the minutes of a meeting", done: "Minutes written",
        lede: "Part by part: a version for one parent can then leave out what the other said.")
    package static let verb = Verb.recordConference

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        let written = Set(journey.casework.meetingMinutes.map(\.body.of))
        return journey.conferences.filter { $0.heldOn != nil && !written.contains($0.id) }.map {
            $0.opening("conference", of: $0.heldOn)
        }
            + journey.strategyDiscussions.filter { !written.contains($0.id) }.map {
                $0.opening("strategy discussion", of: $0.heldOn)
            }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let isAbuse = scene.journey.casework.risksToChild.contains {
            $0.body.kind == .domesticAbuse && $0.body.endedOn == nil
        }
        let separately = StepField(
            "separately", "Did people come separately, because of domestic abuse?",
            called: "whether they came separately",
            .yesNo, hint: isAbuse ? "Domestic abuse is recorded as a risk to the child" : nil)
        return [separately]
            + PartOfMeeting.allCases.flatMap { part in
                [
                    StepField(
                        part.rawValue, part.words.atSentenceStart, called: part.words, .longText, required: false),
                    StepField(
                        "present-\(part.rawValue)", "Who was there for that part?", called: "who was there", .text,
                        required: false),
                ]
            }
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let of = scene.opening.record,
            let on = scene.journey.conferences.last(where: { $0.id == of })?.heldOn
                ?? scene.journey.strategyDiscussions.last(where: { $0.id == of })?.heldOn,
            let separately = answers.yes("separately")
        else { return [] }
        let body = MeetingMinutes(
            on: on, of: of, parts: parts(&answers, separately: separately), separately: separately,
            writtenOn: scene.today, writtenBy: scene.me)
        return [StepRecord(body, id: scene.id)]
    }

    /// The parts that were filled in, each with who was there where people came separately.
    static func parts(_ answers: inout StepAnswers, separately: Bool) -> [MinutesPart] {
        var parts: [MinutesPart] = []
        for part in PartOfMeeting.allCases {
            guard let said = answers.text(part.rawValue) else { continue }
            let present = answers.text("present-\(part.rawValue)")
            if separately, present == nil {
                answers.note("present-\(part.rawValue)", "They came separately: enter who was there for \(part.words)")
            }
            parts.append(MinutesPart(part: part, said: said, present: present))
        }
        if parts.isEmpty { answers.note(PartOfMeeting.together.rawValue, "Enter what was said in at least one part") }
        return parts
    }
}

/// A version of the minutes for one of those who get them, with parts left out. A second person releases it.
package enum PrepareMinutes: Step {
    package static let name = "minutes-version"
    package static let words = StepWords(
        "Prepare minutes for somebody", done: "Minutes prepared",
        lede: "Somebody else reads this version and releases it. What is withheld is taken out of it.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.meetingMinutes.map { $0.opening("meeting", of: $0.body.on) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let written = scene.journey.casework.meetingMinutes.last { $0.id == scene.opening.record }
        let minutes = written?.body
        let parts = minutes?.parts.map(\.part) ?? []
        let again = written.map(scene.journey.toBeTold) ?? []
        return [
            StepField(
                "recipient", "Who is it for?", called: "who it is for", .text,
                hint: again.isEmpty
                    ? nil : "Have the minutes as they were before they were corrected: \(again.joined(separator: "; "))"
            ),
            StepField(
                "relation", "Who are they to the child?", called: "who they are to the child",
                .choice(MinutesReader.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField(
                "leaveOut", "Which parts are left out?", called: "what is left out",
                .several(parts.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }), required: false,
                hint: minutes?.separately == true ? "People came separately, because of domestic abuse" : nil),
            StepField("why", "Why are they left out?", called: "why they are left out", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let minutes = scene.journey.casework.meetingMinutes.last(where: { $0.id == scene.opening.record }),
            let recipient = answers.text("recipient"), let reader: MinutesReader = answers.choice("relation")
        else { return [] }
        let leftOut: [PartOfMeeting] = answers.several("leaveOut")
        if !leftOut.isEmpty, answers.text("why") == nil { answers.note("why", "Enter why they are left out") }
        if minutes.body.separately {
            for part in reader.mustNotRead where minutes.body.parts.contains(where: { $0.part == part }) {
                if !leftOut.contains(part) {
                    answers.note("leaveOut", "They came separately: leave out \(part.words)")
                }
            }
        }
        if leftOut.count == minutes.body.parts.count { answers.note("leaveOut", "Nothing would be left to tell") }
        var body = OutgoingDocument(
            content: .minutes, recipient: recipient, relation: reader.words, preparedOn: scene.today,
            preparedBy: scene.me)
        body.upTo = scene.journey.lastPlace
        (body.minutes, body.leftOut, body.leftOutWhy) = (minutes.id, leftOut, answers.text("why"))
        return [StepRecord(body, id: scene.id)]
    }
}

/// Who gets a version of minutes.
package enum MinutesReader: String, Sendable, CaseIterable {
    case mother, father, child
    case carer
    case agency, other

    package var words: String {
        switch self {
        case .mother: "mother"
        case .father: "father"
        case .child: "the child"
        case .carer: "somebody else who cares for the child"
        case .agency: "an agency that works with the child"
        case .other: "somebody else"
        }
    }

    /// Parts of others than this reader, where people came separately: nobody of the family reads what the agencies said
    /// among themselves, nor what the other parent said.
    var mustNotRead: [PartOfMeeting] {
        switch self {
        case .mother: [.father, .agencies]
        case .father: [.mother, .agencies]
        case .child, .carer, .other: [.mother, .father, .agencies]
        case .agency: []
        }
    }
}
