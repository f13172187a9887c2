import AccessRules
import Assurance
import Casework
import ChildJourney
import Hummingbird
import Improvement
import Pages
import RecordKeeping
import WorkingDays

/// What next for one thing a plan has to answer: what is done, what guidance says, what would show it mended, and who put it right.
struct AnsweredPointRoutes {
    private static let path = "\(ImprovementDesk.path)/{plan}/points/{point}"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in
            try await show(ImprovementDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)") { _, context in try await liken(ImprovementDesk(live, context)) }
    }

    private func point(_ desk: ImprovementDesk, _ file: PlanFile) throws -> Recorded<AnsweredPoint> {
        let id = try desk.context.pathPart("point")
        guard let point = file.points.first(where: { $0.id.text == id }) else { throw Refused.notFound }
        return point
    }

    private func show(_ desk: ImprovementDesk, _ typed: FormReader) async throws -> Response {
        try desk.leave(to: .seePlan)
        let file = try await desk.file()
        let point = try point(desk, file)
        let standing = try await desk.standing(file)
        let people = try await desk.people()
        let address = ImprovementDesk.address(file.id)
        let lines = standing.lines.filter { $0.action.body.answers.contains(point.id.text) }
        let actions = InspectionPartPage.Part(
            "What is done",
            table: .init(
                caption: ImprovementShowing.counted(lines.count, "action"),
                columns: ["Action", "Who, and by when", "What the number says"],
                rows: lines.map { line in
                    [
                        .init(
                            line.action.body.what, href: "\(address)/actions/\(PercentText.encode(line.action.id.text))"
                        ),
                        .init("\(people.names.name(line.action.body.owner)), by \(line.action.body.byOn.shortWords)"),
                        .init(line.numberWords, tags: [line.judgement.colour.tag, line.state.tag]),
                    ]
                }, nothing: "No action answers it."))
        let pattern = live.standards.patterns.first { $0.id == point.body.pattern }
        let own = try await live.store.publishedInspections(in: live.council).compactMap { subject, history in
            InspectionFile(subject, history, under: live.standards.frameworks)?.inRegister
        }
        let ranking = RegisterRanking(register: live.standards.register + own, frameworks: live.standards.frameworks)
        let mayOpenNumbers = try desk.context.signedIn().person.mayDo.contains(.seeNumbers)
        var next =
            pattern.map { ranking.next(for: $0, opensNumbers: mayOpenNumbers) } ?? [
                .init(
                    "What next",
                    paragraphs: [
                        "Nobody has said which pattern of published findings it is like. Once somebody does, this page says what to record and measure, and which councils moved up and when."
                    ])
            ]
        if desk.mayKeep, !file.hasEnded { next.append(.init(forms: [form(address, point)])) }
        return try await desk.respond(
            "What next: \(PlanForms.short(point.body.words))",
            "\(point.body.origin.words.atSentenceStart)\(point.body.reference.map { point.body.origin == .inspection ? "" : " \($0)" } ?? ""), \(point.body.on.words)\(point.body.isPriority ? ", for priority action" : "").",
            [.init(paragraphs: [point.body.words]), actions] + next, plan: file, errors: typed.problems)
    }

    private func form(_ address: String, _ point: Recorded<AnsweredPoint>) -> InspectionPartPage.Form {
        .init(
            summary: "Say which pattern it is like", action: "\(address)/points/\(PercentText.encode(point.id.text))",
            fields: [
                .init(
                    "pattern", "What do published reports criticise that is like it?",
                    .select(
                        none: "None",
                        live.standards.patterns.map {
                            FilterOption(value: $0.id, words: $0.words, isChosen: $0.id == point.body.pattern)
                        }))
            ], button: "Say so")
    }

    private func liken(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .keepPlan)
        let file = try await desk.file()
        let point = try point(desk, file)
        var form = FormReader(desk.context.form)
        let pattern = form.given("pattern")
        guard pattern == nil || live.standards.patterns.contains(where: { $0.id == pattern }) else {
            form.note("pattern", "Choose a pattern from the list")
            return try await show(desk, form)
        }
        let keep = try desk.keep()
        let isDone = try await desk.record(&form, field: "pattern") { () throws(AssuranceRefusal) in
            try await keep.liken(point.id, to: pattern, in: file.id)
        }
        return isDone
            ? .seeOther("\(ImprovementDesk.address(file.id))/points/\(PercentText.encode(point.id.text))")
            : try await show(desk, form)
    }
}
