import AccessRules
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// How many children, of what; and for those who may open them, which.
struct NumbersRoutes {
    static let childrenShown = 25

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/numbers") { _, context in
            let asked = try await NumbersAsked(live, context.leave(to: .seeNumbers, in: live))
            return try await Response.page(NumbersShowing(asked: asked).page, context, in: live)
        }
        router.get("/numbers.csv") { _, context in
            let asked = try await NumbersAsked(live, context.leave(to: .seeNumbers, in: live))
            return Response.table(NumbersTables(asked: asked).now, named: "numbers-\(asked.day).csv")
        }
        router.get("/numbers/trend.csv") { _, context in
            let asked = try await NumbersAsked(live, context.leave(to: .seeNumbers, in: live))
            return Response.table(NumbersTables(asked: asked).trend, named: "numbers-by-month-\(asked.day).csv")
        }
        router.get("/numbers/children") { request, context in try await children(request, context) }
    }

    private func children(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .drillDown, in: live)
        let form = FormReader(try FormFields(query: request.uri.query))
        guard let heading = NumberHeading(form.given("heading") ?? "potential-risk", in: live.catalogue),
            let day = form.given("on").map({ Day(iso: $0) }) ?? live.today
        else { throw Refused.addressUnreadable }
        let after = form.given("after").map { SubjectID($0) }
        let found = try await live.store.children(
            under: heading.heading, on: day, after: after, limit: NumbersRoutes.childrenShown, access: access,
            at: live.now())
        let showing = DrillDownShowing(
            heading: heading, day: day, found: found, first: form.given("from").flatMap(Int.init) ?? 1,
            setting: try await live.store.setting(of: live.council)?.setting, catalogue: live.catalogue)
        return try await .page(showing.page, context, in: live)
    }
}
