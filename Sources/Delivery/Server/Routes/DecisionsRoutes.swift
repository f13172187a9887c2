import AccessRules
import Casework
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Whether managers and teams decide alike on like facts, to today.
struct DecisionsRoutes {
    static let address = "/numbers/decisions"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/numbers/decisions") { _, context in try await show(context) }
    }

    private func show(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeAssurance, in: live)
        let day = live.today
        let showing = DecisionsShowing(
            found: try await live.store.decisionsOnLikeFacts(on: day, access: access, at: live.now()), day: day,
            person: access.who,
            names: PeopleNames(
                users: try await live.store.users(in: live.council),
                workforce: try await live.store.setting(of: live.council)?.setting.workforce),
            needs: live.standards.codeWords["primaryneedcode"] ?? [:])
        var page = InspectionPartPage(
            name: DecisionsShowing.title, lede: showing.lede,
            trail: [
                Link(words: "Numbers", href: MainSection.numbers.path),
                Link(words: "Measures", href: MeasureAddress.all),
            ], parts: showing.parts, csrfToken: try context.signedIn().formToken.masked())
        page.section = .numbers
        return .page(page, in: try await live.frame(for: context))
    }
}
