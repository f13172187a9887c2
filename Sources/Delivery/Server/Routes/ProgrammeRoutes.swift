import AccessRules
import Assurance
import Casework
import ChildJourney
import Hummingbird
import Pages
import WorkingDays

/// Rounds of inspections: how many councils are planned, visited and published, each number opening onto its councils.
struct ProgrammeRoutes {
    private static let path = "/audit/programmes"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in try await show(context, FormReader(context.form)) }
        router.post("\(Self.path)") { _, context in try await plan(context) }
        router.get("\(Self.path)/{programme}") { request, context in try await one(request, context) }
    }

    private func plan(_ context: RequestDetails) throws -> PlanProgramme {
        PlanProgramme(try AuditRoutes(live: live).assurer(context), live.standards.frameworks)
    }

    private func all(_ context: RequestDetails) async throws -> [ProgrammeFile] {
        do throws(AssuranceRefusal) {
            return try await me(context).all()
        } catch {
            _ = try AuditRoutes.sentence(error)
            throw Refused.notFound
        }
    }

    private func me(_ context: RequestDetails) throws(AssuranceRefusal) -> PlanProgramme {
        do { return try plan(context) } catch { throw .notFound }
    }

    private func show(_ context: RequestDetails, _ typed: FormReader) async throws -> Response {
        let person = try context.leave(to: .seeAssurance, in: live).who
        let programmes = try await all(context)
        let table = InspectionPartPage.Table(
            caption: "Rounds of inspections", columns: ["Programme", "Days", "Planned", "Published"],
            rows: programmes.map { one in
                [
                    .init(one.programme.name, href: Self.address(one)),
                    .init("\(one.programme.from.shortWords) to \(one.programme.until.shortWords)"),
                    .init(String(one.count(.planned))), .init(String(one.count(.published))),
                ]
            }, nothing: "No programme is planned.")
        let part = InspectionPartPage.Part(
            table: table, forms: person.mayDo.contains(.inspect) ? [form(typed)] : [])
        return try await respond(
            "Programmes of inspection", "Which councils are to be inspected, and how far that has come.", [part],
            context,
            trail: [], errors: typed.problems)
    }

    private func form(_ typed: FormReader) -> InspectionPartPage.Form {
        func value(_ name: String) -> String { typed.given(name) ?? "" }
        return .init(
            summary: "Plan a programme", action: Self.path,
            hidden: [("form", typed.given("form") ?? "programme-\(SecretToken().text.prefix(20))")],
            fields: [
                .init("name", "What is it called?", value: value("name")),
                .init(
                    "framework", "Framework",
                    .select(
                        none: "Choose",
                        live.standards.frameworks.all.reversed().map {
                            FilterOption(value: $0.id, words: $0.name, isChosen: value("framework") == $0.id)
                        })),
                .init("from", "From which day?", value: value("from")),
                .init("until", "Until which day?", value: value("until")),
                .init("councils", "Which councils?", hint: "One on each line", value: value("councils"), .long),
                .init("aimed", "How many are due by the last day, if that was said?", value: value("aimed")),
            ], button: "Plan")
    }

    private func plan(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .inspect, in: live)
        var form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("programme-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        let name = form.text("name", called: "what it is called", atMost: 200)
        let framework = form.text("framework", called: "the framework", atMost: 60)
        let from = form.day("from", called: "the first day", around: live.today)
        let until = form.day("until", called: "the last day", around: live.today)
        let councils = form.text("councils", called: "the councils", atMost: 20_000)
        let aimed = form.wholeNumber("aimed", called: "how many are due", in: 1...1000, required: false)
        guard let name, let framework, let from, let until, let councils, form.problems.isEmpty else {
            return try await show(context, form)
        }
        var programme = InspectionProgramme(
            name: name, framework: framework, from: from, until: until,
            councils: councils.split(whereSeparator: \.isNewline).map(String.init))
        (programme.aimedAt, programme.aimedBy) = (aimed, aimed == nil ? nil : until)
        do throws(AssuranceRefusal) {
            try await me(context)(programme, id: id)
        } catch {
            form.note("name", try AuditRoutes.sentence(error))
            return try await show(context, form)
        }
        return .seeOther("\(Self.path)/\(PercentText.encode(id))")
    }

    private func one(_ request: Request, _ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .seeAssurance, in: live)
        let id = try context.pathPart("programme")
        guard let file = try await all(context).first(where: { $0.id == id }) else { throw Refused.notFound }
        let asked = try FormFields(query: request.uri.query)["show"].flatMap(ProgrammeFile.State.init(rawValue:))
        let state = asked ?? .planned
        let links = ProgrammeFile.State.allCases.map { one in
            Link(
                words: "\(file.count(one)) \(one.words)",
                href: "\(Self.address(file))?show=\(one.rawValue)")
        }
        let table = InspectionPartPage.Table(
            caption: "Councils \(state.words)", columns: ["Council", "Began", "Published"],
            rows: file.visits.filter { $0.isIn(state) }.map { visit in
                let body = visit.inspection?.inspection.body
                return [
                    .init(
                        visit.council,
                        href: visit.inspection.map { "/audit/inspections/\(PercentText.encode($0.id))" }),
                    .init(body?.beganOn.shortWords ?? "Not yet"), .init(body?.publishedOn?.shortWords ?? "Not yet"),
                ]
            }, nothing: "No council.")
        return try await respond(
            file.programme.name, lede(file),
            [InspectionPartPage.Part(links: links), InspectionPartPage.Part(table: table)], context,
            trail: [Link(words: "Programmes", href: Self.path)])
    }

    /// "18 published, about 40 due by Wed 30 Sep 2009."
    private func lede(_ file: ProgrammeFile) -> String {
        let due = file.programme.aimedAt.map { aimed in
            ", about \(aimed) due by \((file.programme.aimedBy ?? file.programme.until).words)"
        }
        return "\(file.count(.published)) published\(due ?? "")."
    }

    private static func address(_ file: ProgrammeFile) -> String { "\(path)/\(PercentText.encode(file.id))" }

    private func respond(
        _ name: String, _ lede: String, _ parts: [InspectionPartPage.Part], _ context: RequestDetails, trail: [Link],
        errors: [FieldError] = []
    ) async throws -> Response {
        let page = InspectionPartPage(
            name: name, lede: lede, trail: [Link(words: "Audit", href: MainSection.audit.path)] + trail, parts: parts,
            csrfToken: try context.signedIn().formToken.masked(), errors: errors)
        return .page(
            page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
