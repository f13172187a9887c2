import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Whom an inspection lets in, until when; its close; and what its inspectors looked at.
struct InspectorAccessRoutes {
    private static let path = "/audit/inspections/{inspection}"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)/access") { _, context in
            try await show(InspectionDesk(live, context), FormReader(context.form))
        }
        router.post("\(Self.path)/access") { _, context in try await ask(InspectionDesk(live, context)) }
        router.post("\(Self.path)/access/{access}") { _, context in try await decide(InspectionDesk(live, context)) }
        router.post("\(Self.path)/closing") { _, context in try await close(InspectionDesk(live, context)) }
        router.get("\(Self.path)/looks") { _, context in try await looks(InspectionDesk(live, context)) }
    }

    // MARK: Who is let in

    private func show(_ desk: InspectionDesk, _ typed: FormReader) async throws -> Response {
        let access = try desk.context.leave(to: .seeAssurance, in: live)
        let file = try await desk.file()
        let names = try await desk.names()
        let rows = file.access.map { one -> [InspectionPartPage.Item] in
            [
                .init(names.name(one.body.user)), .init("\(one.body.from.shortWords) to \(one.body.until.shortWords)"),
                .init(names.name(one.body.askedBy)), .init(state(one.body, file, names)),
            ]
        }
        var forms: [InspectionPartPage.Form] = []
        if !file.inspection.body.isClosed {
            forms = try await self.forms(desk, file, access.who, names, typed)
        }
        let table = InspectionPartPage.Table(
            caption: "Whom this inspection lets in", columns: ["Inspector", "Days", "Asked by", "State"], rows: rows,
            nothing: "Nobody is let in yet.")
        let lede =
            file.inspection.body.isClosed
            ? "The inspection is closed: nobody is let in any more."
            : "Inspectors open children's records only on these days, and only while the inspection is open. They change nothing: they may flag a child as unsafe and write what they found."
        return try await desk.respond(
            "Who is let in", lede, [InspectionPartPage.Part(table: table, forms: forms)], file, errors: typed.problems)
    }

    private func state(_ access: InspectorAccess, _ file: InspectionFile, _ names: PeopleNames) -> String {
        if let by = access.withdrawnBy { return "Withdrawn by \(names.name(by)): \(access.withdrawnWhy ?? "")" }
        guard let by = access.confirmedBy else { return "Waits for a second person" }
        if file.inspection.body.isClosed { return "Ended when the inspection closed" }
        let today = live.today
        let words =
            today < access.from ? "Not begun" : today > access.until ? "Ended on \(access.until.shortWords)" : "Let in"
        return "\(words), confirmed by \(names.name(by))"
    }

    private func forms(
        _ desk: InspectionDesk, _ file: InspectionFile, _ person: SignedInPerson, _ names: PeopleNames,
        _ typed: FormReader
    ) async throws -> [InspectionPartPage.Form] {
        var forms: [InspectionPartPage.Form] = []
        let maySecond = person.mayDo.contains(.confirmAccounts)
        guard maySecond || person.mayDo.contains(.inspect), file.isOwn(of: person) else { return [] }
        for one in file.access where one.body.withdrawnBy == nil {
            let (name, id) = (names.name(one.body.user), one.id.text)
            let action = "\(desk.address)/access/\(PercentText.encode(id))"
            if one.body.confirmedBy == nil, maySecond, one.body.askedBy != person.user.text {
                forms.append(
                    .init(
                        summary: "Confirm that \(name) is let in", action: action,
                        hidden: [("decision", "confirm"), ("why-\(id)", "confirmed")],
                        fields: [], button: "Confirm"))
            }
            forms.append(
                .init(
                    summary: "Take \(name)'s access away", action: action, hidden: [("decision", "withdraw")],
                    fields: [.init("why-\(id)", "Why?", value: typed.given("why-\(id)") ?? "")],
                    button: "Take it away now"))
        }
        let inspectors = try await live.store.users(in: live.council).filter { $0.role == .inspector && $0.isActive }
        forms.append(
            .init(
                summary: "Let an inspector in", action: "\(desk.address)/access",
                hidden: [("form", typed.given("form") ?? InspectionDesk.newItem)],
                fields: [
                    .init(
                        "user", "Whom?",
                        .select(
                            none: inspectors.isEmpty ? "No inspector has an account" : "Choose",
                            inspectors.map {
                                FilterOption(
                                    value: $0.id.text, words: $0.name, isChosen: typed.given("user") == $0.id.text)
                            })),
                    .init("from", "From which day?", value: typed.given("from") ?? ""),
                    .init(
                        "until", "Until which day?", hint: "The last day on which they open records",
                        value: typed.given("until") ?? ""),
                ], button: "Ask a second person to confirm"))
        if file.mayInspect(person) {
            forms.append(
                .init(
                    summary: "Close the inspection", action: "\(desk.address)/closing",
                    fields: [
                        .init(
                            "closed", "Which day does it close?",
                            hint:
                                "Nobody is let in from then on, and the council sees who looked at what. Findings can still be written",
                            value: typed.given("closed") ?? "")
                    ], button: "Close"))
        }
        return forms
    }

    private func ask(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.inspect, .confirmAccounts])
        var form = FormReader(desk.context.form)
        let id = try desk.item(form)
        let user = form.text("user", called: "whom", atMost: 60)
        let from = form.day("from", called: "the first day", around: live.today)
        let until = form.day("until", called: "the last day", around: live.today)
        guard let user, let from, let until else { return try await show(desk, form) }
        let letIn = LetInspectorsIn(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: "user") { () throws(AssuranceRefusal) in
            try await letIn.ask(UserID(user), from: from, until: until, into: desk.id, id: id)
        }
        return isDone ? .seeOther("\(desk.address)/access") : try await show(desk, form)
    }

    private func decide(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.inspect, .confirmAccounts])
        var form = FormReader(desk.context.form)
        let id = RecordID(try desk.context.pathPart("access"))
        let letIn = LetInspectorsIn(try desk.assurer(), desk.frameworks)
        let field = "why-\(id.text)"
        let isDone: Bool
        if form.given("decision") == "confirm" {
            isDone = try await desk.record(&form, field: field) { () throws(AssuranceRefusal) in
                try await letIn.confirm(id, in: desk.id)
            }
        } else {
            guard let why = form.text(field, called: "why", atMost: 1000) else { return try await show(desk, form) }
            isDone = try await desk.record(&form, field: field) { () throws(AssuranceRefusal) in
                try await letIn.withdraw(id, in: desk.id, because: why)
            }
        }
        return isDone ? .seeOther("\(desk.address)/access") : try await show(desk, form)
    }

    private func close(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.inspect])
        var form = FormReader(desk.context.form)
        guard let day = form.day("closed", called: "the day it closes", around: live.today) else {
            return try await show(desk, form)
        }
        let run = RunInspection(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: "closed") { () throws(AssuranceRefusal) in
            try await run.close(desk.id, on: day)
        }
        return isDone ? .seeOther("\(desk.address)/access") : try await show(desk, form)
    }

    // MARK: What was looked at

    private func looks(_ desk: InspectionDesk) async throws -> Response {
        let access = try desk.context.leave(to: .seeAssurance, in: live)
        let file = try await desk.file()
        let name = "What inspectors looked at"
        guard let looks = try await live.store.looks(in: desk.id, access: access, at: live.now()) else {
            return try await desk.respond(
                name, "Whom inspectors looked at is told when the inspection closes, and not before.", [], file)
        }
        let names = try await desk.names()
        let mayOpen = access.who.mayDo.contains(.openChild)
        let rows = looks.map { line -> [InspectionPartPage.Item] in
            let look = line.look
            let what = Verb(rawValue: look.verb).map(AccessLogShowing.words) ?? look.verb
            let only = line.count == 1 ? look.shown.first : nil
            let href = only.flatMap { mayOpen ? "/children/\(PercentText.encode($0.text))" : nil }
            return [
                .init(look.at.words), .init(names.name(look.user.text)), .init(what),
                .init(Self.children(line), href: href),
            ]
        }
        let table = InspectionPartPage.Table(
            caption: "\(looks.count) \(looks.count == 1 ? "look" : "looks"), in order",
            columns: ["When", "Who", "What", "Whom"], rows: rows, nothing: "No inspector looked at a child.")
        return try await desk.respond(
            name, "Every look at children that inspectors took in the course of this inspection.",
            [InspectionPartPage.Part(table: table)], file)
    }

    /// Those the reader may open by their number in the record, and of others how many they are.
    private static func children(_ line: InspectorsLook) -> String {
        let named = line.look.shown.prefix(20).map { "child \($0.local)" }
        let more = line.look.shown.count - named.count
        var words = named
        if more > 0 { words.append("\(more) more") }
        if line.restricted > 0 {
            words.append("\(line.restricted) restricted \(line.restricted == 1 ? "child" : "children")")
        }
        return words.joined(separator: ", ").atSentenceStart
    }
}
