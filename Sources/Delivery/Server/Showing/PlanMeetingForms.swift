import Casework
import ChildJourney
import Pages
import WorkingDays

/// Forms of one meeting an improvement plan is reported to.
struct PlanMeetingForms {
    let address: String
    let meeting: PlanMeeting
    let typed: FormReader
    let people: ImprovementPeople
    /// How many bytes a file may have.
    let limit: Int

    private func value(_ name: String, _ kept: String? = nil) -> String { typed.given(name) ?? kept ?? "" }

    var ofMeeting: [InspectionPartPage.Form] {
        let papers = InspectionPartPage.Form(
            summary: "Papers were sent", action: "\(address)/papers",
            fields: [.init("papers-sent", "On which day?", value: value("papers-sent"))], button: "Record")
        let held = InspectionPartPage.Form(
            summary: meeting.heldOn == nil ? "It was held" : "Put right who was there, or add the minutes",
            action: address,
            fields: [
                .init("held", "On which day?", value: value("held", meeting.heldOn?.shortWords)),
                .init(
                    "present", "Who was there?", hint: "One on each line",
                    value: value("present", meeting.present.joined(separator: "\n")), .long),
                .init(
                    "absent", "Who was not?", hint: "One on each line",
                    value: value("absent", meeting.absent.joined(separator: "\n")), .long),
                .init(
                    "minutes", "Minutes", hint: "No name of a child", value: value("minutes", meeting.minutes), .long),
            ], button: "Record")
        return (meeting.papersSentOn == nil ? [papers] : []) + [held]
    }

    var file: InspectionPartPage.Form {
        let sent = typed.given("form").flatMap { $0.hasPrefix("document-") ? $0 : nil }
        return .init(
            summary: "Keep a file: the minutes, or a paper", action: "\(address)/files",
            hidden: [("form", sent ?? ImprovementDesk.newItem("document"))],
            fields: [
                .init(
                    "part", "What is it?",
                    .select(
                        none: "Choose",
                        [
                            FilterOption(value: "minutes", words: "The minutes", isChosen: value("part") == "minutes"),
                            FilterOption(value: "papers", words: "A paper", isChosen: value("part") == "papers"),
                        ])),
                .init(
                    "file", "File",
                    hint:
                        "A PDF, Word document, Excel workbook, PNG or JPEG picture, plain text or e-mail, of \(limit / 1_000_000) MB at most. What stands in it is not searched for names: whoever sees the plan can take it.",
                    .file),
            ], button: "Keep it")
    }

    var resolution: InspectionPartPage.Form {
        let sent = typed.given("form").flatMap { $0.hasPrefix("resolution-") ? $0 : nil }
        return .init(
            summary: "Record what was resolved", action: "\(address)/resolutions",
            hidden: [("form", sent ?? ImprovementDesk.newItem("resolution"))],
            fields: [
                .init(
                    "resolved", "What was resolved?", hint: "A further report in November", value: value("resolved"),
                    .long),
                .init(
                    "resolved-owner", "Who sees to it?",
                    .select(none: "Choose", people.ownerOptions(typed.given("resolved-owner")))),
                .init("resolved-due", "By when?", value: value("resolved-due")),
            ], button: "Record")
    }

    func answer(_ resolution: Recorded<MeetingResolution>, at address: String) -> InspectionPartPage.Form {
        let id = resolution.id.text
        return .init(
            summary: "Say what answered: \(PlanForms.short(resolution.body.words))", action: address,
            fields: [
                .init(
                    "answer-\(id)", "What answered it?", hint: "The paper, the meeting or the action",
                    value: value("answer-\(id)"), .long),
                .init("answered-\(id)", "On which day?", value: value("answered-\(id)")),
            ], button: "Answered")
    }
}
