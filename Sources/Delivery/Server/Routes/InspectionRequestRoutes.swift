import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Pages
import WorkingDays

/// What inspectors ask of the council: documents, and people to speak to.
struct InspectionRequestRoutes {
    private static let path = "/audit/inspections/{inspection}/requests"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in
            try await show(InspectionDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)") { _, context in try await ask(InspectionDesk(live, context)) }
        router.post("\(Self.path)/{request}") { _, context in try await met(InspectionDesk(live, context)) }
    }

    private func show(_ desk: InspectionDesk, _ typed: FormReader) async throws -> Response {
        let person = try desk.context.leave(to: .seeAssurance, in: live).who
        let file = try await desk.file()
        let names = try await desk.names()
        let (isOwn, mayInspect) = (file.isOwn(of: person), file.mayInspect(person))
        func part(_ heading: String, _ sort: InspectionRequest.Sort) -> InspectionPartPage.Part {
            let requests = file.requests.filter { $0.body.sort == sort }
            let verb: Verb = sort == .document ? .answerInspection : .inspect
            let forms = requests.enumerated().filter { $0.element.body.metOn == nil }.map { turn, one in
                meeting(one, turn + 1, desk, typed)
            }
            return InspectionPartPage.Part(
                heading,
                table: .init(
                    caption: "By the day they are due", columns: ["What", "Asked", "Due", "State"],
                    rows: requests.map { one in
                        [
                            .init(one.body.what),
                            .init("\(one.body.askedOn.shortWords), \(names.name(one.body.askedBy))"),
                            .init(one.body.dueOn.shortWords), .init(state(one.body, names)),
                        ]
                    }, nothing: "Nothing was asked for."),
                forms: isOwn && person.mayDo.contains(verb) && (sort == .document || mayInspect) ? forms : [])
        }
        var parts = [part("Documents", .document), part("Interviews", .interview)]
        if mayInspect, file.inspection.body.publishedOn == nil {
            parts.append(InspectionPartPage.Part(forms: [asking(desk, typed)]))
        }
        let late = file.requests.count { $0.body.isLate(on: live.today) && $0.body.metOn == nil }
        let lede =
            late == 0
            ? "Nothing that was asked for is late." : "\(late) of what was asked for \(late == 1 ? "is" : "are") late."
        return try await desk.respond("What was asked for", lede, parts, file, errors: typed.problems)
    }

    private func state(_ asked: InspectionRequest, _ names: PeopleNames) -> String {
        let late = asked.isLate(on: live.today) ? ", late" : ""
        guard let on = asked.metOn else { return "Waits\(late)" }
        let by = asked.doneBy.map { " by \(names.name($0))" } ?? ""
        return "\(asked.sort == .document ? "Provided" : "Held") \(on.shortWords)\(by)\(late): \(asked.answer ?? "")"
    }

    private func asking(_ desk: InspectionDesk, _ typed: FormReader) -> InspectionPartPage.Form {
        .init(
            summary: "Ask for something", action: "\(desk.address)/requests",
            hidden: [("form", typed.given("form") ?? InspectionDesk.newItem)],
            fields: [
                .init(
                    "sort", "What is it?",
                    .choice(
                        InspectionRequest.Sort.allCases.map {
                            FilterOption(
                                value: $0.rawValue, words: $0.words.atSentenceStart,
                                isChosen: typed.given("sort") == $0.rawValue)
                        })),
                .init(
                    "what", "Which document, or whom by their role?", hint: "No name of a child or a family",
                    value: typed.given("what") ?? ""),
                .init("due", "By which day?", value: typed.given("due") ?? ""),
            ], button: "Ask")
    }

    private func meeting(
        _ asked: Recorded<InspectionRequest>, _ turn: Int, _ desk: InspectionDesk, _ typed: FormReader
    ) -> InspectionPartPage.Form {
        let (id, isDocument) = (asked.id.text, asked.body.sort == .document)
        return .init(
            summary: isDocument ? "Document \(turn) was provided" : "Interview \(turn) was held",
            action: "\(desk.address)/requests/\(PercentText.encode(id))",
            fields: [
                .init("met-\(id)", "Which day?", value: typed.given("met-\(id)") ?? ""),
                .init(
                    "answer-\(id)",
                    isDocument ? "What was provided, and where is it kept?" : "Who held it?",
                    value: typed.given("answer-\(id)") ?? ""),
            ], button: "Record")
    }

    private func ask(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.inspect])
        var form = FormReader(desk.context.form)
        let id = try desk.item(form)
        let sort = form.choice("sort", called: "what it is", of: InspectionRequest.Sort.self)
        let what = form.text("what", called: "what is asked for", atMost: 500)
        let due = form.day("due", called: "the day it is due", around: live.today)
        guard let sort, let what, let due else { return try await show(desk, form) }
        let council = AskTheCouncil(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: "what") { () throws(AssuranceRefusal) in
            try await council.ask(sort, what, by: due, id: id, of: desk.id)
        }
        return isDone ? .seeOther("\(desk.address)/requests") : try await show(desk, form)
    }

    private func met(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.inspect, .answerInspection])
        var form = FormReader(desk.context.form)
        let id = RecordID(try desk.context.pathPart("request"))
        let field = "answer-\(id.text)"
        let on = form.day("met-\(id.text)", called: "the day", around: live.today)
        let answer = form.text(field, called: "what was provided, or who held it", atMost: 1000)
        guard let on, let answer else { return try await show(desk, form) }
        let council = AskTheCouncil(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: field) { () throws(AssuranceRefusal) in
            try await council.met(id, on: on, saying: answer, of: desk.id)
        }
        return isDone ? .seeOther("\(desk.address)/requests") : try await show(desk, form)
    }
}
