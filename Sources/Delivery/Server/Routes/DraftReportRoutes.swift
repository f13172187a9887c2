import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Pages
import WorkingDays

/// The draft report, paragraph by paragraph: what the council holds to be wrong, and what inspectors answer.
struct DraftReportRoutes {
    private static let path = "/audit/inspections/{inspection}/draft"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in
            try await show(InspectionDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)/comments") { _, context in try await comment(InspectionDesk(live, context)) }
        router.post("\(Self.path)/comments/{comment}") { _, context in try await answer(InspectionDesk(live, context)) }
    }

    private func show(_ desk: InspectionDesk, _ typed: FormReader) async throws -> Response {
        let person = try desk.context.leave(to: .seeAssurance, in: live).who
        let file = try await desk.draft()
        let isDraft = file.inspection.body.publishedOn == nil
        let mayComment = isDraft && person.mayDo.contains(.answerInspection)
        let mayAnswer = isDraft && file.mayInspect(person)
        let names = try await desk.names()
        var parts: [InspectionPartPage.Part] = []
        for (place, paragraph) in file.paragraphs.enumerated() {
            let comments = file.comments.filter { $0.body.of == paragraph.id.text }
            let table = InspectionPartPage.Table(
                caption: "Comments on paragraph \(place + 1)",
                columns: ["Comment", "The paragraph then", "By", "Answer"],
                rows: comments.map { one in
                    [
                        .init(one.body.words), .init(one.body.paragraph),
                        .init("\(names.name(one.body.by)), \(one.body.on.shortWords)"),
                        .init(Self.answer(one.body, names)),
                    ]
                }, nothing: "No comment.")
            var forms: [InspectionPartPage.Form] = []
            if mayComment {
                let field = "words-\(paragraph.id.text)"
                forms.append(
                    .init(
                        summary: "Comment on paragraph \(place + 1)", action: "\(desk.address)/draft/comments",
                        hidden: [("form", InspectionDesk.newItem), ("of", paragraph.id.text)],
                        fields: [
                            .init(
                                field, "What is not right, and what shows it?", hint: "No name of a child or a family",
                                value: typed.given(field) ?? "", .long)
                        ], button: "Send"))
            }
            if mayAnswer {
                for (turn, one) in comments.enumerated() where !one.body.isAnswered {
                    forms.append(Self.answering(one, turn, desk, typed))
                }
            }
            parts.append(
                InspectionPartPage.Part(
                    "Paragraph \(place + 1)", paragraphs: [paragraph.words],
                    table: comments.isEmpty && !mayComment ? nil : table, forms: forms))
        }
        let waiting = file.unanswered
        let lede =
            isDraft
            ? "The council says what is not right in the draft, and inspectors answer each comment. \(waiting == 0 ? "No comment waits for an answer." : "\(waiting) wait for an answer: the report is not published before.")"
            : "What the council said of the draft, and what was answered."
        return try await desk.respond(
            "The draft, paragraph by paragraph", lede,
            parts.isEmpty ? [InspectionPartPage.Part(paragraphs: ["Nothing is found or judged yet."])] : parts, file,
            errors: typed.problems)
    }

    private static func answer(_ comment: AccuracyComment, _ names: PeopleNames) -> String {
        guard let isChanged = comment.isChanged else { return "Waits" }
        let by = [comment.answeredBy.map(names.name), comment.answeredOn?.shortWords].compactMap { $0 }
        return "\(isChanged ? "Changed" : "Not changed"): \(comment.answer ?? "") (\(by.joined(separator: ", ")))"
    }

    private static func answering(
        _ comment: Recorded<AccuracyComment>, _ turn: Int, _ desk: InspectionDesk, _ typed: FormReader
    ) -> InspectionPartPage.Form {
        let id = comment.id.text
        return .init(
            summary: "Answer comment \(turn + 1)",
            action: "\(desk.address)/draft/comments/\(PercentText.encode(id))",
            fields: [
                .init(
                    "answer-\(id)", "How was it changed, or why not?", value: typed.given("answer-\(id)") ?? "", .long),
                .init(
                    "now-\(id)", "What does the paragraph say now?", hint: "Leave empty where it stays as it is",
                    value: typed.given("now-\(id)") ?? "", .long),
            ], button: "Answer")
    }

    private func comment(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.answerInspection])
        var form = FormReader(desk.context.form)
        let id = try desk.item(form)
        guard let of = form.given("of"), of.count <= 100 else { throw Refused.addressUnreadable }
        let field = "words-\(of)"
        guard let words = form.text(field, called: "what is not right", atMost: 5000) else {
            return try await show(desk, form)
        }
        let draft = CommentOnDraft(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: field) { () throws(AssuranceRefusal) in
            try await draft.comment(words, on: RecordID(of), of: desk.id, id: id)
        }
        return isDone ? .seeOther("\(desk.address)/draft") : try await show(desk, form)
    }

    private func answer(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.inspect])
        var form = FormReader(desk.context.form)
        let id = RecordID(try desk.context.pathPart("comment"))
        let field = "answer-\(id.text)"
        let words = form.text(field, called: "how it was changed, or why not", atMost: 5000)
        let now = form.text("now-\(id.text)", called: "what it says now", atMost: 5000, required: false)
        guard let words, form.problems.isEmpty else { return try await show(desk, form) }
        let draft = CommentOnDraft(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: field) { () throws(AssuranceRefusal) in
            try await draft.answer(id, of: desk.id, changedTo: now, because: words)
        }
        return isDone ? .seeOther("\(desk.address)/draft") : try await show(desk, form)
    }
}
