import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
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
        router.post("\(Self.path)/{request}") { request, context in
            try await met(request, InspectionDesk(live, context))
        }
        router.post("\(Self.path)/{request}/taking-back") { _, context in
            try await takeBack(InspectionDesk(live, context))
        }
        router.get("\(Self.path)/{request}/file") { _, context in
            try await handOver(InspectionDesk(live, context), nil)
        }
        router.post("\(Self.path)/{request}/file") { _, context in
            try await handOver(InspectionDesk(live, context), FormReader(context.form))
        }
    }

    private func show(_ desk: InspectionDesk, _ typed: FormReader) async throws -> Response {
        let person = try desk.context.leave(to: .seeAssurance, in: live).who
        let file = try await desk.file()
        let names = try await desk.names()
        let (isOwn, mayInspect) = (file.isOwn(of: person), file.mayInspect(person))
        let mayOpen = isOwn && !person.mayDo.isDisjoint(with: Self.handedTo)
        func part(_ heading: String, _ sort: InspectionRequest.Sort) -> InspectionPartPage.Part {
            let requests = file.requests.filter { $0.body.sort == sort }
            let verb: Verb = sort == .document ? .answerInspection : .inspect
            let forms = requests.enumerated().filter { $0.element.body.metOn == nil }.map { turn, one in
                meeting(one, turn + 1, desk, typed)
            }
            return InspectionPartPage.Part(
                heading,
                table: .init(
                    caption: "By the day they are due",
                    columns: ["What", "Asked", "Due", "State"] + (sort == .document ? ["File"] : []),
                    rows: requests.map { one in
                        [
                            .init(one.body.what),
                            .init("\(one.body.askedOn.shortWords), \(names.name(one.body.askedBy))"),
                            .init(one.body.dueOn.shortWords), .init(state(one.body, names)),
                        ] + (sort == .document ? [kept(one, mayOpen, desk)] : [])
                    }, nothing: "Nothing was asked for."),
                forms: isOwn && person.mayDo.contains(verb) && (sort == .document || mayInspect)
                    ? forms + (sort == .document ? takingBack(requests, desk, typed) : []) : [])
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
        let back = asked.takenBackOn.map { on in
            ". A file was taken back \(on.shortWords)\(asked.takenBackBy.map { " by \(names.name($0))" } ?? "")"
        }
        guard let on = asked.metOn else { return "Waits\(late)\(back ?? "")" }
        let by = asked.doneBy.map { " by \(names.name($0))" } ?? ""
        return "\(asked.sort == .document ? "Provided" : "Held") \(on.shortWords)\(by)\(late): \(asked.answer ?? "")"
    }

    /// Those who write an inspection and those who answer it for the council.
    private static let handedTo: [Verb] = [.inspect, .answerInspection]

    private func kept(
        _ asked: Recorded<InspectionRequest>, _ mayOpen: Bool, _ desk: InspectionDesk
    ) -> InspectionPartPage.Item {
        guard let name = asked.body.fileName, let type = asked.body.fileType, let size = asked.body.fileSize else {
            return "None is kept here"
        }
        let words = "\(name) (\(type.words), \(DocumentsShowing.size(size)))"
        return .init(words, href: mayOpen ? address(of: asked.id, desk) : nil)
    }

    private func address(of id: RecordID, _ desk: InspectionDesk) -> String {
        "\(desk.address)/requests/\(PercentText.encode(id.text))/file"
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
            ] + (isDocument ? fileFields(id, typed) : []), button: "Record")
    }

    private func takingBack(
        _ requests: [Recorded<InspectionRequest>], _ desk: InspectionDesk, _ typed: FormReader
    ) -> [InspectionPartPage.Form] {
        requests.enumerated().filter { $0.element.body.fileHash != nil }.map { turn, one in
            let field = "back-\(one.id.text)"
            return InspectionPartPage.Form(
                summary: "The file of document \(turn + 1) was given by mistake",
                action: "\(desk.address)/requests/\(PercentText.encode(one.id.text))/taking-back",
                fields: [
                    .init(
                        field, "Why is it taken back?",
                        hint: "The file is erased, with what was said of it, and what was asked for waits again",
                        value: typed.given(field) ?? "")
                ], button: "Erase the file")
        }
    }

    private func takeBack(_ desk: InspectionDesk) async throws -> Response {
        try desk.leave(toAny: [.answerInspection])
        var form = FormReader(desk.context.form)
        let id = RecordID(try desk.context.pathPart("request"))
        let field = "back-\(id.text)"
        guard let why = form.text(field, called: "why it is taken back", atMost: 300) else {
            return try await show(desk, form)
        }
        let council = AskTheCouncil(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: field) { () throws(AssuranceRefusal) in
            try await council.takeBack(id, of: desk.id, because: why)
        }
        return isDone ? .seeOther("\(desk.address)/requests") : try await show(desk, form)
    }

    private func fileFields(_ id: String, _ typed: FormReader) -> [InspectionPartPage.Field] {
        let most = DocumentsShowing.size(live.settings.documentLimits.fileBytes)
        return [
            .init(
                "file-\(id)", "The file (optional)",
                hint: "At most \(most). It is kept for those who write this inspection and those who answer it. "
                    + "A document about a child is added to the child's record instead",
                .file),
            .init(
                "nobody-\(id)", "If you give a file",
                hint: "No program looks inside it",
                .several([
                    FilterOption(
                        value: "yes", words: "I have looked through it: it names no child and no family",
                        isChosen: typed.isTicked("nobody-\(id)"))
                ])),
        ]
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

    private func met(_ request: Request, _ desk: InspectionDesk) async throws -> Response {
        // NB: asked before one byte is kept.
        try desk.leave(toAny: desk.context.upload == nil ? [.inspect, .answerInspection] : [.answerInspection])
        let upload = try await desk.context.upload?.read(request.body)
        defer { upload?.files.forEach { $0.delete() } }
        var form = FormReader(upload?.fields ?? desk.context.form)
        let id = RecordID(try desk.context.pathPart("request"))
        let field = "answer-\(id.text)"
        let on = form.day("met-\(id.text)", called: "the day", around: live.today)
        let answer = form.text(field, called: "what was provided, or who held it", atMost: 1000)
        let sent = upload?.files.first { $0.field == "file-\(id.text)" }
        let file = try await provided(sent, id, &form)
        guard let on, let answer, form.problems.isEmpty else { return try await show(desk, form) }
        let council = AskTheCouncil(try desk.assurer(), desk.frameworks)
        let isDone = try await desk.record(&form, field: field) { () throws(AssuranceRefusal) in
            try await council.met(id, on: on, saying: answer, with: file, of: desk.id)
        }
        return isDone ? .seeOther("\(desk.address)/requests") : try await show(desk, form)
    }

    /// The file that was sent, where one was; what is wrong with it stands beside its field.
    private func provided(
        _ sent: UploadedFile?, _ id: RecordID, _ form: inout FormReader
    ) async throws -> ProvidedFile? {
        guard let sent else { return nil }
        let said = "nobody-\(id.text)"
        if !form.isTicked(said) {
            form.note(said, "Say that you have looked through the file: a file that names a child is not taken here")
        }
        do throws(NotTaken) {
            let (bytes, type) = try await live.checked(sent)
            return ProvidedFile(name: sent.name.text, type: type, bytes: bytes, namesNobody: form.isTicked(said))
        } catch {
            form.note("file-\(id.text)", error.words)
            return nil
        }
    }

    /// - Parameter stated: The form that says why it is needed; nil where nobody was asked yet.
    private func handOver(_ desk: InspectionDesk, _ stated: FormReader?) async throws -> Response {
        let person = try desk.leave(toAny: Self.handedTo)
        let file = try await desk.file()
        guard file.isOwn(of: person) else { throw AccessRefusal.outsideInspection }
        let id = RecordID(try desk.context.pathPart("request"))
        guard let asked = file.requests.first(where: { $0.id == id }), let type = asked.body.fileType,
            let name = asked.body.fileName
        else { throw Refused.notFound }
        let access = try desk.context.leave(to: .seeAssurance, in: live)
        let withholding = try await live.store.withholding(ofChildrenIn: desk.id, access: access)
        var form = stated ?? FormReader(desk.context.form)
        var why: AccessReason?
        // A file may tell what is withheld of a child since, and no program can take it out: whoever needs it says why.
        if !withholding.isEmpty {
            guard stated != nil else { return try await askingWhy(asked, name, desk, file, form) }
            form.askToLeaveOut(withholding, in: ["why"])
            why = form.text("why", called: "why you need it", atMost: 300).flatMap(AccessReason.init(stated:))
            guard why != nil, form.problems.isEmpty else { return try await askingWhy(asked, name, desk, file, form) }
        }
        let reason = why
        do throws(AssuranceRefusal) {
            let bytes = try await AskTheCouncil(try me(desk), desk.frameworks).file(
                of: id, in: desk.id, because: reason)
            return .handedOver(bytes, type, named: name)
        } catch {
            _ = try AuditRoutes.sentence(error)
            throw AccessRefusal.outsideInspection
        }
    }

    private func me(_ desk: InspectionDesk) throws(AssuranceRefusal) -> Assurer {
        do { return try desk.assurer() } catch { throw .notFound }
    }

    private func askingWhy(
        _ asked: Recorded<InspectionRequest>, _ name: String, _ desk: InspectionDesk, _ file: InspectionFile,
        _ typed: FormReader
    ) async throws -> Response {
        let form = InspectionPartPage.Form(
            summary: "Download it", action: address(of: asked.id, desk),
            fields: [
                .init(
                    "why", "Why do you need this document?", hint: "Kept in the access log with your name",
                    value: typed.given("why") ?? "")
            ], button: "Download it")
        return try await desk.respond(
            name, "Something about a child whose file is read here is withheld, and this document may tell it.",
            [
                InspectionPartPage.Part(
                    paragraphs: ["No program can take it out. Read it before you pass on any of it."], forms: [form])
            ], file, errors: typed.problems)
    }
}
