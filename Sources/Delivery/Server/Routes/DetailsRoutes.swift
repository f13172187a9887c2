import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Where a child is found, and what goes out about them, in a council whose record is kept here.
struct DetailsRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/details") { _, context in try await details(context) }
        router.post("/children/{child}/details") { _, context in try await show(context) }
        router.get("/children/{child}/outgoing/{document}") { _, context in
            try await Response.page(outgoing(context).page, context, in: live)
        }
        router.get("/children/{child}/outgoing/{document}/table.csv") { _, context in
            let showing = try await outgoing(context)
            guard let on = showing.document.body.releasedOn else { throw RecordingRefusal.notOpenNow }
            return Response.table(showing.table, named: "released-\(on).csv")
        }
    }

    private func details(_ context: RequestDetails) async throws -> Response {
        let opened = try await open(context)
        return try await page(opened, isShown: false, [], context)
    }

    /// Told once, to somebody who works with the child and says why: that they asked is safe on disk before they are.
    private func show(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .recordNote, child: child, in: live)
        let opened = try await open(context)
        var form = FormReader(context.form)
        form.askToLeaveOut(opened.withholding, in: ["why"])
        guard let why = form.text("why", called: "why you need it", atMost: 300).flatMap(AccessReason.init(stated:)),
            form.problems.isEmpty
        else { return try await page(opened, isShown: false, form.problems, context) }
        let access = try await context.leave(to: .openChild, child: child, because: why, in: live)
        try await live.store.log(Look(access, at: live.now(), query: "what is withheld"))
        return try await page(opened, isShown: true, [], context)
    }

    private func outgoing(_ context: RequestDetails) async throws -> OutgoingShowing {
        let opened = try await open(context)
        let id = RecordID(try context.pathPart("document"))
        guard let document = opened.history.journey().casework.outgoingDocuments.last(where: { $0.id == id }) else {
            throw Refused.notFound
        }
        return OutgoingShowing(opened: opened, document: document)
    }

    private func open(_ context: RequestDetails) async throws -> OpenedChild {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .openChild, child: child, in: live)
        try await live.mustBeKeptHere()
        return try await live.store.open(child, access: access, at: live.now())
    }

    private func page(
        _ opened: OpenedChild, isShown: Bool, _ errors: [FieldError], _ context: RequestDetails
    ) async throws -> Response {
        let signedIn = try context.signedIn()
        var showing = DetailsShowing(opened: opened, role: signedIn.person.role, today: live.today)
        showing.isShown = isShown
        showing.names = PeopleNames(
            users: try await live.store.users(in: live.council), workforce: opened.setting.workforce)
        let page = showing.page(csrfToken: signedIn.formToken.masked(), errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
