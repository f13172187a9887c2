import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Improvement
import Pages
import WorkingDays

/// Meetings a plan is reported to, and what they resolved, as work for somebody by a day.
struct PlanMeetingRoutes {
    private static let path = "\(ImprovementDesk.path)/{plan}/meetings"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in
            try await show(ImprovementDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)") { _, context in try await plan(ImprovementDesk(live, context)) }
        router.get("\(Self.path)/{meeting}") { _, context in
            try await one(ImprovementDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)/{meeting}") { _, context in try await held(ImprovementDesk(live, context)) }
        router.post("\(Self.path)/{meeting}/papers") { _, context in try await papers(ImprovementDesk(live, context)) }
        router.post("\(Self.path)/{meeting}/resolutions") { _, context in
            try await resolve(ImprovementDesk(live, context))
        }
        router.post("\(ImprovementDesk.path)/{plan}/resolutions/{resolution}") { _, context in
            try await answer(ImprovementDesk(live, context))
        }
    }

    private static func address(_ file: PlanFile) -> String { "\(ImprovementDesk.address(file.id))/meetings" }

    static func address(_ file: PlanFile, _ meeting: RecordID) -> String {
        "\(address(file))/\(PercentText.encode(meeting.text))"
    }

    func meeting(_ desk: ImprovementDesk, _ file: PlanFile) throws -> Recorded<PlanMeeting> {
        let id = try desk.context.pathPart("meeting")
        guard let found = file.meetings.first(where: { $0.id.text == id }) else { throw Refused.notFound }
        return found
    }

    // MARK: All meetings

    private func show(_ desk: ImprovementDesk, _ typed: FormReader) async throws -> Response {
        try desk.leave(to: .seePlan)
        let file = try await desk.file()
        let people = try await desk.people()
        let rows = file.meetings.reversed().map { meeting -> [InspectionPartPage.Item] in
            let body = meeting.body
            return [
                .init("\(body.sort.words.atSentenceStart), \(body.on.words)", href: Self.address(file, meeting.id)),
                .init("", tags: papersTags(body)), .init("", tags: heldTags(body)),
                .init(String(file.resolutions.count { $0.body.meeting == meeting.id.text })),
            ]
        }
        func value(_ name: String) -> String { typed.given(name) ?? "" }
        let sent = typed.given("form").flatMap { $0.hasPrefix("meeting-") ? $0 : nil }
        let form = InspectionPartPage.Form(
            summary: "Plan a meeting", action: Self.address(file),
            hidden: [("form", sent ?? ImprovementDesk.newItem("meeting"))],
            fields: [
                .init(
                    "sort", "Which meeting?",
                    .select(
                        none: "Choose",
                        PlanMeetingSort.allCases.map {
                            FilterOption(
                                value: $0.rawValue, words: $0.words.atSentenceStart,
                                isChosen: value("sort") == $0.rawValue)
                        })),
                .init("on", "On which day?", value: value("on")),
                .init("papers", "By which day are papers due?", value: value("papers")),
            ], button: "Plan it")
        return try await desk.respond(
            "Meetings",
            "The reference group, the improvement board and the committee: what they were told, and what they asked for.",
            [
                .init("What was resolved", table: resolutions(file, people, file.resolutions)),
                .init(
                    "All meetings",
                    table: .init(
                        caption: ImprovementShowing.counted(rows.count, "meeting"),
                        columns: ["Meeting", "Papers", "Held", "Resolved"], rows: rows,
                        nothing: "No meeting is planned."),
                    forms: desk.mayKeep && !file.hasEnded ? [form] : []),
            ], plan: file, errors: typed.problems)
    }

    private func papersTags(_ meeting: PlanMeeting) -> [StatusTag] {
        if let sent = meeting.papersSentOn {
            let isLate = meeting.papersDueOn.map { sent > $0 } ?? false
            return [StatusTag(words: "Sent \(sent.shortWords)\(isLate ? ", late" : "")", tone: isLate ? .amber : .need)]
        }
        guard let due = meeting.papersDueOn else { return [StatusTag(words: "No day set", tone: .closed)] }
        return [
            StatusTag(
                words: due < live.today ? "Overdue since \(due.shortWords)" : "Due \(due.shortWords)",
                tone: due < live.today ? .red : .plain)
        ]
    }

    private func heldTags(_ meeting: PlanMeeting) -> [StatusTag] {
        if let held = meeting.heldOn {
            let noMinutes = meeting.minutes == nil && meeting.minutesFile == nil
            return [StatusTag(words: "Held \(held.shortWords)", tone: .need)]
                + (noMinutes ? [StatusTag(words: "No minutes yet", tone: .amber)] : [])
        }
        return meeting.on < live.today
            ? [StatusTag(words: "Not recorded as held", tone: .red)] : [StatusTag(words: "To come")]
    }

    private func resolutions(
        _ file: PlanFile, _ people: ImprovementPeople, _ shown: [Recorded<MeetingResolution>]
    ) -> InspectionPartPage.Table {
        .init(
            caption: "What meetings resolved, first due first",
            columns: ["What was resolved", "Who, and by when", "How it stands", "What answered it"],
            rows: shown.map { one in
                let body = one.body
                let isLate = (body.answeredOn ?? live.today) > body.dueOn
                let tag =
                    if let answered = body.answeredOn {
                        StatusTag(
                            words: "Answered \(answered.shortWords)\(isLate ? ", late" : "")",
                            tone: isLate ? .amber : .need)
                    } else {
                        StatusTag(words: isLate ? "Overdue" : "Open", tone: isLate ? .red : .plain)
                    }
                return [
                    .init(body.words, href: Self.address(file, RecordID(body.meeting))),
                    .init("\(people.names.name(body.owner)), by \(body.dueOn.shortWords)"), .init("", tags: [tag]),
                    .init(body.answer ?? ""),
                ]
            }, nothing: "Nothing was resolved yet.")
    }

    private func plan(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        var form = FormReader(desk.context.form)
        let id = try desk.item(form, "meeting")
        let sort = form.choice("sort", called: "which meeting", of: PlanMeetingSort.self)
        let on = form.day("on", called: "the day of the meeting", around: live.today)
        let papers = form.day("papers", called: "the day papers are due", around: live.today, required: false)
        guard let sort, let on, form.problems.isEmpty else { return try await show(desk, form) }
        var meeting = PlanMeeting(sort: sort, on: on)
        meeting.papersDueOn = papers
        let (verb, body) = (try desk.meetings(), meeting)
        let isDone = try await desk.record(&form, field: "papers") { () throws(AssuranceRefusal) in
            try await verb.plan(body, id: RecordID(id), in: file.id)
        }
        return isDone ? .seeOther(Self.address(file, RecordID(id))) : try await show(desk, form)
    }

    // MARK: One meeting

    func one(_ desk: ImprovementDesk, _ typed: FormReader) async throws -> Response {
        try desk.leave(to: .seePlan)
        let file = try await desk.file()
        let meeting = try meeting(desk, file)
        let people = try await desk.people()
        let body = meeting.body
        let resolved = file.resolutions.filter { $0.body.meeting == meeting.id.text }
        let open = resolved.filter { $0.body.answeredOn == nil && desk.mayTakeOn($0.body.owner) && !file.hasEnded }
        let isKept = desk.mayKeep && !file.hasEnded
        let forms = PlanMeetingForms(
            address: Self.address(file, meeting.id), meeting: body, typed: typed, people: people,
            limit: live.settings.documentLimits.fileBytes)
        var answers: [InspectionPartPage.Form] = []
        for one in open {
            answers.append(
                forms.answer(
                    one, at: "\(ImprovementDesk.address(file.id))/resolutions/\(PercentText.encode(one.id.text))"))
        }
        return try await desk.respond(
            "\(body.sort.words.atSentenceStart), \(body.on.words)", "A meeting of \(file.plan.body.name).",
            [
                .init(
                    table: .init(
                        caption: "How it stands", columns: ["Papers", "Held", "There", "Not there"],
                        rows: [
                            [
                                .init("", tags: papersTags(body)), .init("", tags: heldTags(body)),
                                .init(body.present.joined(separator: ", ")), .init(body.absent.joined(separator: ", ")),
                            ]
                        ], nothing: ""), forms: isKept ? forms.ofMeeting : []),
                minutes(file, meeting, isKept ? [forms.file] : []),
                .init(
                    "What was resolved", table: resolutions(file, people, resolved),
                    forms: answers + (isKept && body.heldOn != nil ? [forms.resolution] : [])),
            ], plan: file, trail: [Link(words: "Meetings", href: Self.address(file))], errors: typed.problems)
    }

    private func minutes(
        _ file: PlanFile, _ meeting: Recorded<PlanMeeting>, _ forms: [InspectionPartPage.Form]
    ) -> InspectionPartPage.Part {
        let body = meeting.body
        let documents = file.documents(of: meeting.id)
        func link(_ id: String, _ what: String) -> Link? {
            documents.last { $0.id.text == id }.map {
                Link(
                    words: "\(what): \($0.body.fileName)",
                    href: "\(Self.address(file, meeting.id))/files/\(PercentText.encode(id))")
            }
        }
        let now = Set(body.files)
        let links =
            [body.minutesFile.flatMap { link($0, "Minutes") }] + (body.paperFiles ?? []).map { link($0, "Paper") }
            + documents.filter { !now.contains($0.id.text) }.map {
                link($0.id.text, "Minutes before they were replaced")
            }
        let none = body.minutesFile == nil ? "No minutes are recorded." : "The minutes are a file."
        return .init(
            "Minutes and papers", paragraphs: [body.minutes ?? none], links: links.compactMap(\.self), forms: forms)
    }

    private func papers(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        let meeting = try meeting(desk, file)
        var form = FormReader(desk.context.form)
        guard let on = form.day("papers-sent", called: "the day papers were sent", around: live.today) else {
            return try await one(desk, form)
        }
        let verb = try desk.meetings()
        let isDone = try await desk.record(&form, field: "papers-sent") { () throws(AssuranceRefusal) in
            try await verb.papersSent(meeting.id, on: on, in: file.id)
        }
        return isDone ? .seeOther(Self.address(file, meeting.id)) : try await one(desk, form)
    }

    private static func lines(_ text: String?) -> [String] {
        (text ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }

    private func held(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        let meeting = try meeting(desk, file)
        var form = FormReader(desk.context.form)
        let on = form.day("held", called: "the day it was held", around: live.today)
        let present = form.text("present", called: "who was there", atMost: 5000)
        let absent = form.text("absent", called: "who was not there", atMost: 5000, required: false)
        let minutes = form.text("minutes", called: "the minutes", atMost: 50_000, required: false)
        guard let on, let present, form.problems.isEmpty else { return try await one(desk, form) }
        let verb = try desk.meetings()
        let isDone = try await desk.record(&form, field: "held") { () throws(AssuranceRefusal) in
            try await verb.held(
                meeting.id, on: on, present: Self.lines(present), absent: Self.lines(absent), minutes: minutes,
                in: file.id)
        }
        return isDone ? .seeOther(Self.address(file, meeting.id)) : try await one(desk, form)
    }

    private func resolve(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        let meeting = try meeting(desk, file)
        var form = FormReader(desk.context.form)
        let id = try desk.item(form, "resolution")
        let words = form.text("resolved", called: "what was resolved", atMost: 2000)
        let owner = form.text("resolved-owner", called: "who sees to it", atMost: 100)
        let due = form.day("resolved-due", called: "the day it is due", around: live.today)
        guard let words, let owner, let due, form.problems.isEmpty else { return try await one(desk, form) }
        let body = MeetingResolution(
            on: meeting.body.heldOn ?? meeting.body.on, meeting: meeting.id.text, words: words, owner: owner, dueOn: due
        )
        let verb = try desk.meetings()
        let isDone = try await desk.record(&form, field: "resolved") { () throws(AssuranceRefusal) in
            try await verb.resolve(body, id: RecordID(id), in: file.id)
        }
        return isDone ? .seeOther(Self.address(file, meeting.id)) : try await one(desk, form)
    }

    private func answer(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .updateAction)
        let file = try await desk.file()
        let id = try desk.context.pathPart("resolution")
        guard let resolution = file.resolutions.first(where: { $0.id.text == id }) else { throw Refused.notFound }
        var form = FormReader(desk.context.form)
        let words = form.text("answer-\(id)", called: "what answered it", atMost: 2000)
        let on = form.day("answered-\(id)", called: "the day it was answered", around: live.today)
        let verb = try desk.meetings()
        if let words, let on {
            let isDone = try await desk.record(&form, field: "answer-\(id)") { () throws(AssuranceRefusal) in
                try await verb.answer(resolution.id, with: words, on: on, in: file.id)
            }
            if isDone { return .seeOther(Self.address(file, RecordID(resolution.body.meeting))) }
        }
        // NB: the address has no meeting: what has to be put right is said on a page of its own.
        return try await desk.respond(
            resolution.body.words, "What a meeting resolved.",
            [
                .init(forms: [
                    PlanMeetingForms(
                        address: "", meeting: PlanMeeting(sort: .committee, on: resolution.body.on), typed: form,
                        people: try await desk.people(), limit: live.settings.documentLimits.fileBytes
                    ).answer(
                        resolution, at: "\(ImprovementDesk.address(file.id))/resolutions/\(PercentText.encode(id))")
                ])
            ], plan: file, errors: form.problems)
    }
}
