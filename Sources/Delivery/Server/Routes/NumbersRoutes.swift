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
        router.get("/numbers") { request, context in
            let (asked, typed) = try await numbers(request, context)
            let showing = NumbersShowing(asked: asked, typed: typed.typed, error: typed.error)
            return try await Response.page(showing.page, context, in: live)
        }
        router.get("/numbers.csv") { request, context in
            let asked = try await numbers(request, context).asked
            return Response.table(NumbersTables(asked: asked).now, named: "numbers-\(asked.day).csv")
        }
        router.get("/numbers/trend.csv") { request, context in
            let asked = try await numbers(request, context).asked
            return Response.table(NumbersTables(asked: asked).trend, named: "numbers-by-month-\(asked.day).csv")
        }
        router.get("/numbers/children") { request, context in try await children(request, context) }
    }

    /// A day that cannot be read is answered with the numbers of today, and says so beside the form.
    private func numbers(
        _ request: Request, _ context: RequestDetails
    ) async throws -> (asked: NumbersAsked, typed: DayAsked) {
        var form = FormReader(try FormFields(query: request.uri.query))
        let typed = DayAsked(&form, today: live.today)
        return (try await NumbersAsked(live, context.leave(to: .seeNumbers, in: live), on: typed.day), typed)
    }

    private func children(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .drillDown, in: live)
        let form = FormReader(try FormFields(query: request.uri.query))
        guard let heading = NumberHeading(form.given("heading") ?? "potential-risk", in: live.catalogue),
            let day = form.given("on").map({ Day(iso: $0) }) ?? live.today
        else { throw Refused.addressUnreadable }
        let after = form.given("after").map { SubjectID($0) }
        var year: Period?
        if let began = form.given("began") {
            guard began == "year", case .code = heading.heading else { throw Refused.addressUnreadable }
            year = NumbersAsked.year(upTo: day)
        }
        let found =
            if let year, case .code(let code) = heading.heading {
                try await live.store.children(
                    whose: code, beganIn: year, after: after, limit: NumbersRoutes.childrenShown, access: access,
                    at: live.now())
            } else {
                try await live.store.children(
                    under: heading.heading, on: day, after: after, limit: NumbersRoutes.childrenShown, access: access,
                    at: live.now())
            }
        let showing = DrillDownShowing(
            heading: heading, day: day, beganIn: year, found: found,
            first: form.given("from").flatMap(Int.init) ?? 1,
            setting: try await live.store.setting(of: live.council)?.setting, catalogue: live.catalogue)
        return try await .page(showing.page, context, in: live)
    }
}
