import AccessRules
import Hummingbird
import Pages
import RecordKeeping

/// Earlier and later versions of what was recorded about a child.
struct ChangesRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/changes") { request, context in try await changes(request, context) }
    }

    private func changes(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .openChild, child: child, in: live)
        let showing = ChangesShowing(opened: try await live.store.open(child, access: access, at: live.now()))
        let form = FormReader(try FormFields(query: request.uri.query))
        guard let from = form.given("from").flatMap({ Int64($0) }), let to = form.given("to").flatMap({ Int64($0) })
        else { return try await .page(showing.page(), context, in: live) }
        guard let page = showing.page(from: from, to: to) else { throw Refused.notFound }
        return try await .page(page, context, in: live)
    }
}
