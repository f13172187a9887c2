import API
import AccessRules
import Assurance
import Casework
import Hummingbird
import Pages

/// What published inspections found. It names no child, and is for everybody who signs in.
struct RegisterRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/register") { request, context in
            let showing = try showing(context)
            return try await Response.page(showing.page(question(request)), context, in: live)
        }
        router.get("/register.csv") { request, context in
            let rows = try showing(context).csv(try question(request))
            var csv = CSVText(header: rows[0], marked: true)
            for row in rows.dropFirst() { csv.row(row) }
            return Response.table(csv.bytes, named: "published-inspections.csv")
        }
        router.get("/register/councils/{council}") { _, context in
            let council = try context.pathPart("council")
            guard let page = try showing(context).page(of: council) else { throw Refused.notFound }
            return try await Response.page(page, context, in: live)
        }
    }

    private func showing(_ context: RequestDetails) throws -> RegisterShowing {
        _ = try context.signedIn()
        return RegisterShowing(
            register: live.standards.register, frameworks: live.standards.frameworks,
            patterns: live.standards.patterns)
    }

    private func question(_ request: Request) throws -> RegisterShowing.Question {
        let fields = try FormFields(query: request.uri.query)
        func given(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
        return RegisterShowing.Question(
            council: given("council") ?? "", framework: given("framework"), overall: given("overall"),
            region: given("region"), page: given("page").flatMap { Int($0) }.map { min(max($0, 1), 1000) } ?? 1)
    }
}
