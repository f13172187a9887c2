import Casework
import ChildJourney
import WorkingDays

/// What a record says, field by field, for setting two versions of it side by side.
enum VersionFields {
    /// Kinds people write again and again.
    static let kinds: Set<RecordKind> = [
        .assessment, .childProtectionPlan, .childInNeedPlan, .caseNote, .visit, .conference, .strategyDiscussion,
        .managementDecision, .meetingMinutes,
    ]

    /// Empty for a kind that is not compared.
    static func of(_ body: any EntryBody) -> [(words: String, text: String)] {
        let fields: [(String, String?)] =
            switch body {
            case let body as Assessment: assessment(body)
            case let body as ChildProtectionPlan:
                [
                    ("Began", body.startedOn.words), ("Category", CategoryWords.words(body.latestCategory)),
                    ("If it does not hold", body.contingency), ("Ended", body.endedOn?.words),
                    ("Why it ended", body.endedWhy),
                ]
            case let body as ChildInNeedPlan:
                [
                    ("Began", body.startedOn.words), ("If it does not hold", body.contingency),
                    ("Ended", body.endedOn?.words), ("Why it ended", body.endedWhy),
                ]
            case let body as CaseNote:
                [
                    ("Day", body.on.words), ("What happened", body.text), ("Who was spoken to", body.spokenTo),
                    ("For the chronology", body.significant.map { $0 ? "Yes" : "No" }),
                ]
            case let body as Visit:
                [
                    ("Day", body.on.words), ("Seen", VisitWords.words(body)),
                    ("In the child's words", body.childsWords),
                    ("Note", body.note),
                ]
            case let body as Conference:
                [
                    ("Planned for", body.plannedOn?.words), ("Held", body.heldOn?.words),
                    ("What the child said or wants", body.childsViews), ("What the parents said", body.parentsViews),
                    ("Why it decided so", body.whyDecided), ("Who disagreed", body.dissent),
                ]
            case let body as StrategyDiscussion:
                [
                    ("Held", body.heldOn.words), ("Safe tonight", body.immediateSafety),
                    ("Decided", body.decision?.words), ("Who does what", body.actions),
                ]
            case let body as ManagementDecision:
                [("Day", body.on.words), ("Decision", body.decision), ("Why", body.why)]
            case let body as MeetingMinutes: minutes(body)
            default: []
            }
        return fields.map { (words: $0, text: $1 ?? "") }
    }

    private static func minutes(_ body: MeetingMinutes) -> [(String, String?)] {
        body.parts.flatMap { part -> [(String, String?)] in
            let name = part.part.words.atSentenceStart
            return [(name, part.said), ("\(name): who was there", part.present)]
        } + [("What was wrong before", body.correctedWhy)]
    }

    private static func assessment(_ body: Assessment) -> [(String, String?)] {
        func found(_ part: AssessmentPart) -> String? {
            let all = ((body.findings ?? []) + (body.addedLater ?? [])).filter { $0.part == part }
            return all.isEmpty ? nil : all.map(\.found).joined(separator: "\n")
        }
        let views = [body.childsViews, body.viewsAddedLater].compactMap { $0 }
        return [("Started", body.startedOn.words)]
            + AssessmentPart.allCases.map { ($0.words.atSentenceStart, found($0)) }
            + [
                ("The child's own views", views.isEmpty ? nil : views.joined(separator: "\n")),
                ("What follows", body.analysis), ("Outcome", body.outcome?.words),
                ("Handed in", body.submittedOn?.words), ("Given back", body.returnedOn?.words),
                ("Why it was given back", body.returnedWhy), ("Authorised", body.authorisedOn?.words),
            ]
    }

    /// What a plan says somebody does; nil for what is no plan.
    static func actions(_ body: any EntryBody) -> [PlanAction]? {
        switch body {
        case let body as ChildProtectionPlan: body.actions ?? []
        case let body as ChildInNeedPlan: body.actions ?? []
        default: nil
        }
    }
}
