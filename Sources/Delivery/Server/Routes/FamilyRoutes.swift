import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Whom a child belongs with, in a council whose record is kept here.
struct FamilyRoutes {
    private static let found = 8

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/family") { request, context in try await show(request, context) }
        router.post("/children/{child}/family") { _, context in try await link(context) }
    }

    private func show(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .recordNote, child: child, in: live)
        try await live.mustBeKeptHere()
        let question = FormReader(try FormFields(query: request.uri.query)).given("q")
        return try await page(of: child, question, [], context)
    }

    private func link(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .recordNote, child: child, in: live)
        try await live.mustBeKeptHere()
        var form = FormReader(context.form)
        let local = form.text("other", called: "which child")
        let tie: LinkFamily.Tie? = form.choice("tie", called: "what ties them")
        guard let local, let tie, form.problems.isEmpty else {
            return try await page(of: child, nil, form.problems, context)
        }
        let other = SubjectID(source: SourceName.record.text, local: local)
        // NB: asked as for any child, so that one who may not be opened cannot be tied to one who may.
        _ = try await context.leave(to: .recordNote, child: other, in: live)
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        try await LinkFamily(recorder)(child, tie, other)
        return .seeOther("\(ListedChild.address(of: child))/family")
    }

    private func page(
        of child: SubjectID, _ question: String?, _ errors: [FieldError], _ context: RequestDetails
    ) async throws -> Response {
        let access = try await context.leave(to: .openChild, child: child, in: live)
        let opened = try await live.store.open(child, access: access, at: live.now())
        let relatives = try await Relatives(of: opened, access: access, in: live)
        var results: [SearchResult]?
        var adults: [PersonLine] = []
        if let question {
            let found = try await live.store.search(
                question, on: live.today, limit: Self.found, access: context.leave(to: .search, in: live),
                at: live.now())
            let known = Set(relatives.adults.map(\.tie.other))
            adults = try await live.store.adults(
                question, limit: Self.found, access: context.leave(to: .search, in: live), at: live.now()
            ).filter { !known.contains($0.adult.local) }.map { adult in
                var line = adult.line
                let local = PercentText.encode(adult.adult.local)
                line.href = "\(ListedChild.address(of: child))/adults/new?adult=\(local)"
                return line
            }
            results = SearchShowing(found, day: live.today).results.filter { $0.href != ListedChild.address(of: child) }
        }
        var page = FamilyPage(
            childName: opened.nameShown, childHref: ListedChild.address(of: child),
            csrfToken: try context.signedIn().formToken.masked(), people: relatives.lines(on: live.today),
            ties: LinkFamily.Tie.allCases.map { FilterOption(value: $0.rawValue, words: $0.words, isChosen: false) },
            query: question ?? "", found: results, errors: errors)
        page.adults = adults
        page.genogram = GenogramShowing(opened: opened, relatives: relatives, day: live.today).genogram
        page.newAdultHref = question.map {
            "\(ListedChild.address(of: child))/adults/new?searched=\(PercentText.encode($0))"
        }
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
