import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Documents on a child's record, in a council whose record is kept here: the list, adding one, and handing one over.
struct DocumentRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/documents") { _, context in try await list(context) }
        router.post("/children/{child}/documents") { request, context in try await take(request, context) }
        router.get("/children/{child}/documents/{document}") { _, context in try await handOver(context) }
        router.post("/children/{child}/documents/{document}") { _, context in try await handOverSayingWhy(context) }
    }

    private func list(_ context: RequestDetails) async throws -> Response {
        let opened = try await open(context)
        return try await page(opened, DocumentsAsked(on: live.today), [], context)
    }

    private func take(_ request: Request, _ context: RequestDetails) async throws -> Response {
        // NB: asked before one byte is kept.
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .recordNote, child: child, in: live)
        try await live.mustBeKeptHere()
        guard let reading = context.upload else { throw Refused.wrongKind }
        let upload = try await reading.read(request.body)
        defer { upload.files.forEach { $0.delete() } }
        let file = upload.files.first { $0.field == "file" }
        let opened = try await open(context)
        var form = FormReader(upload.fields)
        let asked = DocumentsAsked(&form, fileName: file?.name.text, opened: opened, today: live.today)
        var document: (bytes: [UInt8], type: DocumentType)?
        if let file {
            do throws(NotTaken) {
                document = try await live.checked(file)
            } catch {
                form.note("file", error.words)
            }
        }
        guard let told = asked.told, let document, form.problems.isEmpty else {
            return try await page(opened, asked, form.problems, context)
        }
        guard let id = asked.record else { throw Refused.addressUnreadable }
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        try await AddDocument(recorder)(told, document.bytes, document.type, id: id, about: child)
        return .seeOther("\(ListedChild.address(of: child))/documents")
    }

    private func page(
        _ opened: OpenedChild, _ asked: DocumentsAsked, _ errors: [FieldError], _ context: RequestDetails
    ) async throws -> Response {
        let signedIn = try context.signedIn()
        let mayAdd = signedIn.person.role.mayDo.contains(.recordNote)
        let form =
            mayAdd
            ? asked.form(
                of: opened.history.journey(), opened.withholding, csrfToken: signedIn.formToken.masked(),
                limit: live.settings.documentLimits.fileBytes) : nil
        let page = DocumentsShowing(opened: opened).page(form: form, errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

extension DocumentRoutes {
    private func handOver(_ context: RequestDetails) async throws -> Response {
        let (opened, document) = try await document(context)
        // A document may tell what is withheld, and no program can take it out: whoever needs it says why.
        guard opened.withholding.isEmpty else { return try await asking(opened, document, [], context) }
        return try await file(document, opened, nil, context)
    }

    private func handOverSayingWhy(_ context: RequestDetails) async throws -> Response {
        _ = try await context.leave(to: .recordNote, child: SubjectID(try context.pathPart("child")), in: live)
        let (opened, document) = try await document(context)
        var form = FormReader(context.form)
        form.askToLeaveOut(opened.withholding, in: ["why"])
        guard let why = form.text("why", called: "why you need it", atMost: 300).flatMap(AccessReason.init(stated:)),
            form.problems.isEmpty
        else { return try await asking(opened, document, form.problems, context) }
        return try await file(document, opened, why, context)
    }

    private func file(
        _ document: Recorded<ReceivedDocument>, _ opened: OpenedChild, _ why: AccessReason?, _ context: RequestDetails
    ) async throws -> Response {
        let access = try await context.leave(to: .openChild, child: opened.child, because: why, in: live)
        let bytes = try await live.store.document(document.id, of: opened.child, access: access, at: live.now())
        return .handedOver(bytes, document.type, named: opened.withholding.masked(document.body.fileName))
    }

    private func asking(
        _ opened: OpenedChild, _ document: Recorded<ReceivedDocument>, _ errors: [FieldError], _ context: RequestDetails
    ) async throws -> Response {
        let signedIn = try context.signedIn()
        let page = DocumentReasonPage(
            childName: opened.nameShown, childHref: ListedChild.address(of: opened.child),
            document: DocumentsShowing(opened: opened).line(document),
            csrfToken: signedIn.person.role.mayDo.contains(.recordNote) ? signedIn.formToken.masked() : nil,
            errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func document(_ context: RequestDetails) async throws -> (OpenedChild, Recorded<ReceivedDocument>) {
        let opened = try await open(context)
        let id = RecordID(try context.pathPart("document"))
        guard let document = opened.history.journey().casework.documents.last(where: { $0.id == id }) else {
            throw Refused.notFound
        }
        return (opened, document)
    }

    private func open(_ context: RequestDetails) async throws -> OpenedChild {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .openChild, child: child, in: live)
        try await live.mustBeKeptHere()
        return try await live.store.open(child, access: access, at: live.now())
    }
}
