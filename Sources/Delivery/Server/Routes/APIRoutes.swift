import API
import AccessRules
import Concerns
import Hummingbird
import RecordKeeping
import WorkingDays

/// The same record for programs: the same leave is asked for, and the same lines stand in the access log.
struct APIRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        let base = OpenAPIDocument.base
        router.get("\(base)/openapi.json") { _, _ in Response.json(OpenAPIDocument().json) }
        router.get("\(base)/today") { request, context in try await today(request, context) }
        router.get("\(base)/children/{id}") { _, context in try await child(context) }
        router.get("\(base)/children/{id}/concerns") { _, context in try await concerns(context) }
        router.get("\(base)/search") { request, context in try await search(request, context) }
        router.get("\(base)/numbers") { request, context in try await numbers(request, context) }
        router.get("\(base)/imports") { _, context in
            let access = try context.leave(to: .seeImports, in: live)
            return Response.json(JSONText.loads(try await live.store.loads(access: access, limit: 200)))
        }
    }

    private func today(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeToday, in: live)
        let query = try APIRoutes.query(try FormFields(query: request.uri.query), on: live.today)
        let page = try await live.store.list(query, access: access, at: live.now())
        return .json(JSONText.list(page, on: query.day, try await live.store.setting(of: live.council)?.setting))
    }

    private func numbers(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let form = FormReader(try FormFields(query: request.uri.query))
        let typed = form.given("on")
        let day = typed.flatMap { Day(iso: $0) }
        guard typed == nil || day.map({ $0 <= live.today }) == true else { throw Refused.addressUnreadable }
        return .json(
            NumbersJSON(try await NumbersAsked(live, context.leave(to: .seeNumbers, in: live), on: day)).bytes)
    }

    private func child(_ context: RequestDetails) async throws -> Response {
        try await .json(JSONText.child(opened(context), on: live.today))
    }

    private func concerns(_ context: RequestDetails) async throws -> Response {
        .json(JSONText.concerns(try await opened(context), on: live.today))
    }

    private func opened(_ context: RequestDetails) async throws -> OpenedChild {
        let child = SubjectID(try context.pathPart("id"))
        let access = try await context.leave(to: .openChild, child: child, in: live)
        let opened = try await live.store.open(child, access: access, at: live.now())
        return opened.restingOnOwnRecord
    }

    private func search(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .search, in: live)
        let form = FormReader(try FormFields(query: request.uri.query))
        guard let question = form.given("q") else { throw Refused.addressUnreadable }
        let found = try await live.store.search(
            question, on: live.today, limit: SearchRoutes.shown, access: access, at: live.now())
        return .json(JSONText.search(found, on: live.today))
    }

    /// What a list is narrowed to. A word that is not known is refused: narrowed to nothing, a list would look clear.
    private static func query(_ fields: FormFields, on day: Day) throws(Refused) -> ListQuery {
        let form = FormReader(fields)
        var query = ListQuery(on: day)
        query.filter.team = form.given("team")
        if let kind = form.given("kind") {
            guard let known = ConcernKind(rawValue: kind) else { throw .addressUnreadable }
            query.filter.kind = known
        }
        if let level = form.given("level") {
            guard let number = Int(level), (1...3).contains(number) else { throw .addressUnreadable }
            query.filter.level = number
        }
        query.tab = try tab(form.given("tab"))
        if let after = form.given("after") {
            guard let place = ListPlace(after) else { throw .addressUnreadable }
            query.after = place
        }
        return query
    }

    private static func tab(_ word: String?) throws(Refused) -> ListTab {
        switch word {
        case nil, "now": .now
        case "backlog": .backlog
        default: throw .addressUnreadable
        }
    }
}
