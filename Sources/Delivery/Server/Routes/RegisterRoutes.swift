import API
import AccessRules
import Assurance
import Casework
import Hummingbird
import Pages
import RecordKeeping

/// What published inspections found. It names no child, and is for everybody who signs in.
struct RegisterRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/register") { request, context in
            let showing = try await showing(context)
            return try await Response.page(showing.page(question(request)), context, in: live)
        }
        router.get("/register.csv") { request, context in
            let rows = try await showing(context).csv(try question(request))
            var csv = CSVText(header: rows[0], marked: true)
            for row in rows.dropFirst() { csv.row(row) }
            return Response.table(csv.bytes, named: "published-inspections.csv")
        }
        router.get("/register/ranking") { _, context in
            try await respond(
                "Councils by their last overall grade",
                "Grades of different frameworks are not the same thing: each says which it was. A ranking says nothing of what is true today.",
                [try await ranking(context).ranked], context)
        }
        router.get("/register/patterns/{pattern}") { _, context in
            let id = try context.pathPart("pattern")
            guard let pattern = live.standards.patterns.first(where: { $0.id == id }) else { throw Refused.notFound }
            return try await respond(
                pattern.words,
                "What next, where inspectors criticise this: what to record and measure, and who moved up.",
                try await ranking(context).next(
                    for: pattern, opensNumbers: try context.signedIn().person.mayDo.contains(.seeNumbers)), context)
        }
        router.get("/register/councils/{council}") { _, context in
            let council = try context.pathPart("council")
            guard let page = try await showing(context).page(of: council) else { throw Refused.notFound }
            return try await Response.page(page, context, in: live)
        }
    }

    private func showing(_ context: RequestDetails) async throws -> RegisterShowing {
        _ = try context.signedIn()
        let own = try await live.store.publishedInspections(in: live.council).compactMap { subject, history in
            InspectionFile(subject, history, under: live.standards.frameworks)?.inRegister
        }
        return RegisterShowing(
            register: live.standards.register + own, frameworks: live.standards.frameworks,
            patterns: live.standards.patterns)
    }

    private func ranking(_ context: RequestDetails) async throws -> RegisterRanking {
        let showing = try await showing(context)
        return RegisterRanking(register: showing.register, frameworks: showing.frameworks)
    }

    private func respond(
        _ name: String, _ lede: String, _ parts: [InspectionPartPage.Part], _ context: RequestDetails
    ) async throws -> Response {
        let page = InspectionPartPage(
            name: name, lede: lede, trail: [Link(words: "Register", href: "/register")], parts: parts,
            csrfToken: try context.signedIn().formToken.masked())
        return .page(page, in: try await live.frame(for: context))
    }

    private func question(_ request: Request) throws -> RegisterShowing.Question {
        let fields = try FormFields(query: request.uri.query)
        func given(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
        return RegisterShowing.Question(
            council: given("council") ?? "", framework: given("framework"), overall: given("overall"),
            region: given("region"), page: given("page").flatMap { Int($0) }.map { min(max($0, 1), 1000) } ?? 1)
    }
}
