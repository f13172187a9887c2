import AccessRules
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Finding a child by name, former name, date of birth or number.
struct SearchRoutes {
    /// More than these are not read through; another word narrows them better.
    static let shown = 50

    private static let adultsShown = 20

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/search") { request, context in try await search(request, context) }
    }

    private func search(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .search, in: live)
        let form = FormReader(try FormFields(query: request.uri.query))
        guard let question = form.given("q") else { return try await .page(Pages.SearchPage(), context, in: live) }
        let day = live.today
        let found = try await live.store.search(
            question, on: day, limit: SearchRoutes.shown, access: access, at: live.now())
        var showing = SearchShowing(found, day: day)
        showing.mayBreakGlass = access.who.role.mayDo.contains(.breakGlass)
        let isKeptHere = try await live.isKeptHere()
        if isKeptHere, access.who.role == .emergencyDuty || form.given("for") == "tonight" {
            showing.ending = "/tonight"
        }
        var page = showing.page(question)
        if isKeptHere {
            page.adults = try await live.store.adults(
                question, limit: Self.adultsShown, access: access, at: live.now()
            ).map(\.line)
        }
        if isKeptHere, access.who.role.mayDo.contains(.recordReferral) {
            page.referHref = "/referrals/new?searched=\(PercentText.encode(question))"
        }
        return try await .page(page, context, in: live)
    }
}
