import AccessRules
import Assurance
import Casework
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// What was being put right before an inspection, and what came after it.
struct AfterInspectionRoutes {
    private static let path = "/audit/inspections/{inspection}"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)/after") { _, context in
            try await show(InspectionDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)/received") { _, context in try await received(InspectionDesk(live, context)) }
        router.post("\(Self.path)/engagements") { _, context in try await engaged(InspectionDesk(live, context)) }
    }

    private func show(_ desk: InspectionDesk, _ typed: FormReader) async throws -> Response {
        let access = try desk.context.leave(to: .seeAssurance, in: live)
        let file = try await desk.file()
        let all = try await live.store.assuranceWork(.inspection, access: access).compactMap {
            InspectionFile($0.id, $0.history, under: desk.frameworks)
        }
        let mayRecord =
            file.isOwn(of: access.who) && !access.who.mayDo.isDisjoint(with: [.inspect, .answerInspection])
        return try await desk.respond(
            "Before it and after it",
            "What was being put right already, the day the report arrived, the visits that followed and what was talked of since.",
            [
                begun(file), report(file, desk, mayRecord, typed), visits(file, all),
                engagement(file, desk, mayRecord, typed, try await desk.names()),
            ], file, errors: typed.problems)
    }

    private func begun(_ file: InspectionFile) -> InspectionPartPage.Part {
        if file.isDraftLeftOut {
            return InspectionPartPage.Part(
                "Being put right before the inspection", paragraphs: [InspectionShowing.draftLeftOut])
        }
        let begun = file.findings.filter { $0.body.begunOn != nil }
        return InspectionPartPage.Part(
            "Being put right before the inspection",
            table: .init(
                caption: "Findings on which action had begun", columns: ["Finding", "Action began", "What shows it"],
                rows: begun.map { one in
                    [
                        .init(one.body.words), .init(one.body.begunOn?.shortWords ?? ""),
                        .init(one.body.begunShownBy ?? "Nothing is recorded that shows it"),
                    ]
                }, nothing: "Nothing that was found is recorded as being put right already."))
    }

    private func report(
        _ file: InspectionFile, _ desk: InspectionDesk, _ mayRecord: Bool, _ typed: FormReader
    ) -> InspectionPartPage.Part {
        var words: [String] = []
        if let plan = file.planDue(
            live.standards.calendar, visit: desk.frameworks.visitKind(file.inspection.body.visit))
        {
            let assumed = plan.isAssumed ? ", assuming that it was received the day it was published" : ""
            words.append(
                "The council's plan is due on \(plan.on.words): \(plan.workingDays) working days\(assumed).")
        }
        let table = InspectionPartPage.Table(
            caption: "The day the council received the report, each time it was recorded",
            columns: ["Day", "What shows it"],
            rows: file.received.map { [.init($0.on.words), .init($0.why ?? "Recorded with the publication")] },
            nothing: "That day is not recorded.")
        let form = InspectionPartPage.Form(
            summary: file.received.isEmpty ? "Record that day" : "Put that day right",
            action: "\(desk.address)/received",
            fields: [
                .init("received", "Which day did the council receive it?", value: typed.given("received") ?? ""),
                .init("shown", "What shows it?", value: typed.given("shown") ?? ""),
            ], button: "Record")
        let isPublished = file.inspection.body.publishedOn != nil
        return InspectionPartPage.Part(
            "The report", paragraphs: isPublished ? words : ["It is not published yet."],
            table: isPublished ? table : nil, forms: mayRecord && isPublished ? [form] : [])
    }

    private func visits(_ file: InspectionFile, _ all: [InspectionFile]) -> InspectionPartPage.Part {
        func link(_ one: InspectionFile) -> Link {
            let kind = live.standards.frameworks.visitKind(one.inspection.body.visit)?.name ?? one.inspection.body.visit
            return Link(
                words: "\(kind), \(one.inspection.body.beganOn.shortWords)",
                href: "/audit/inspections/\(PercentText.encode(one.id))")
        }
        let following = all.filter { $0.inspection.body.follows == file.id }.sorted {
            $0.inspection.body.beganOn < $1.inspection.body.beganOn
        }
        let followed = all.filter { $0.id == file.inspection.body.follows }
        var paragraphs = following.isEmpty ? ["No visit that followed is recorded."] : []
        if !followed.isEmpty { paragraphs.append("It follows:") }
        return InspectionPartPage.Part(
            "Visits that followed", paragraphs: paragraphs, links: following.map(link) + followed.map(link))
    }

    private func engagement(
        _ file: InspectionFile, _ desk: InspectionDesk, _ mayRecord: Bool, _ typed: FormReader, _ names: PeopleNames
    ) -> InspectionPartPage.Part {
        let form = InspectionPartPage.Form(
            summary: "Record a talk", action: "\(desk.address)/engagements",
            hidden: [("form", typed.given("form") ?? InspectionDesk.newItem)],
            fields: [
                .init("on", "Which day?", value: typed.given("on") ?? ""),
                .init("with", "With whom?", hint: "The inspectorate, an adviser", value: typed.given("with") ?? ""),
                .init("asked", "What was asked?", value: typed.given("asked") ?? "", .long),
                .init("answered", "What was answered?", value: typed.given("answered") ?? "", .long),
            ], button: "Record")
        return InspectionPartPage.Part(
            "Talks since",
            table: .init(
                caption: "In order", columns: ["Day", "With", "Asked", "Answered", "Recorded by"],
                rows: file.engagements.map { one in
                    [
                        .init(one.body.on.shortWords), .init(one.body.with), .init(one.body.asked),
                        .init(one.body.answered ?? "Not yet"), .init(names.name(one.body.by)),
                    ]
                }, nothing: "None is recorded."), forms: mayRecord ? [form] : [])
    }

    private func received(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.inspect, .answerInspection])
        var form = FormReader(desk.context.form)
        let on = form.day("received", called: "the day it was received", around: live.today)
        let why = form.text("shown", called: "what shows it", atMost: 500)
        guard let on, let why else { return try await show(desk, form) }
        let follow = FollowInspection(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: "received") { () throws(AssuranceRefusal) in
            try await follow.received(desk.id, on: on, because: why)
        }
        return isDone ? .seeOther("\(desk.address)/after") : try await show(desk, form)
    }

    private func engaged(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.inspect, .answerInspection])
        var form = FormReader(desk.context.form)
        let id = try desk.item(form)
        let on = form.day("on", called: "the day", around: live.today)
        let with = form.text("with", called: "with whom", atMost: 200)
        let asked = form.text("asked", called: "what was asked", atMost: 5000)
        let answered = form.text("answered", called: "what was answered", atMost: 5000, required: false)
        guard let on, let with, let asked, form.problems.isEmpty else { return try await show(desk, form) }
        let follow = FollowInspection(try desk.assurer(), desk.frameworks)
        let talk = Engagement(on: on, with: with, asked: asked, answered: answered, by: "")
        let isDone = try await desk.record(&form, field: "on") { () throws(AssuranceRefusal) in
            try await follow.engaged(talk, id: id, with: desk.id)
        }
        return isDone ? .seeOther("\(desk.address)/after") : try await show(desk, form)
    }
}
