import AccessRules
import Casework
import Hummingbird
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// Measures beside what is published of other councils. What is published is public; what this record counts is shown as each
/// reader sees it elsewhere.
struct ComparisonRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/numbers/compared") { _, context in try await rates(context) }
        router.get("/numbers/measures/{measure}/compared") { request, context in
            try await Response.page(showing(request, context).page, context, in: live)
        }
        router.get("/numbers/measures/{measure}/compared/charts/{chart}") { request, context in
            let chart = try await showing(request, context).chart
            return try chart.file(named: try context.pathPart("chart"))
        }
    }

    private var measures: MeasureRoutes { MeasureRoutes(live: live) }

    private func rates(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeNumbers, in: live)
        let day = try await measures.lastDay(access)
        let council = live.council.text
        let showing = RatesShowing(
            values: try await measures.values(RatesShowing.asked(to: day), to: day, access), day: day, council: council,
            population: try PublishedPopulation(of: council, figures: live.standards.publishedStatistics),
            figures: live.standards.publishedStatistics)
        return .page(try showing.page(), in: try await live.frame(for: context))
    }

    private func showing(_ request: Request, _ context: RequestDetails) async throws -> ComparisonShowing {
        let access = try context.leave(to: .seeNumbers, in: live)
        let id = try context.pathPart("measure")
        guard let measure = MeasureComparison.measures.first(where: { $0.id.text == id }) else {
            throw Refused.notFound
        }
        let figures = live.standards.publishedStatistics
        let councils = PublishedCouncil.all(try figures(measure.id.text))
        let asked = FormReader(try FormFields(query: request.uri.query)).given("council")
        let own = live.council.text
        // A record under a code nothing was published of begins with the first council there is, and the page says so.
        guard let code = asked ?? councils.first(where: { $0.code == own })?.code ?? councils.first?.code,
            let compared = try? MeasureComparison(measure.id, council: code, figures: figures)
        else { throw Refused.notFound }
        return ComparisonShowing(
            compared: compared, councils: councils, code: code,
            unknown: asked == nil && code != own ? own : nil,
            own: code == own ? try await counted(measure, access) : nil)
    }

    /// What this record counts, as the reader sees it on the measure's own page.
    private func counted(_ measure: any Measure.Type, _ access: Access) async throws -> String {
        let day = try await measures.lastDay(access)
        let isSuppressed = access.who.role.seesSuppressedNumbers
        let period: MeasurePeriod =
            measure.counting == .happened
            ? isSuppressed ? PublishedFigures.year(by: day) : .rolling(.year, to: day)
            : isSuppressed ? .month(0, before: day) : .day(day)
        let asked = MeasuresAsked([period], of: [measure.id], by: [.everybody])
        let values = try await measures.values(asked, to: day, access)
        switch values.figure(measure, period) {
        case .shown(let value, let of, _): return "\(value) (\(of)), \(period.words)"
        case .nothing: return "nothing to count, \(period.words)"
        case .hidden: return "hidden, \(period.words)"
        case .notCheckable:
            return "not checkable: \(values.because(measure) ?? "the source does not tell of \(period.words)")"
        }
    }
}
