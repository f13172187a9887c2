import AccessRules
import Casework
import Concerns
import Hummingbird
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// The numbers a council is run by; and for those who may open them, the children each counts.
struct MeasureRoutes {
    static let childrenShown = 25

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/numbers/measures") { request, context in try await all(request, context) }
        router.get("/numbers/measures.csv") { _, context in
            let access = try context.leave(to: .seeNumbers, in: live)
            return try await table(access.who.role.seesSuppressedNumbers ? Measures.forMembers : Measures.all, access)
        }
        router.get("/numbers/measures/{measure}") { _, context in try await one(context) }
        router.get("/numbers/measures/{measure}/figures.csv") { _, context in
            let access = try context.leave(to: .seeNumbers, in: live)
            return try await table([try measure(context, access)], access)
        }
        router.get("/numbers/measures/{measure}/charts/{chart}") { _, context in
            let name = try context.pathPart("chart")
            let charts = try await showing(context).variation.charts
            guard let chart = charts.first(where: { name.hasPrefix("\($0.id).") }) else { throw Refused.notFound }
            return try chart.file(named: name)
        }
        router.get("/numbers/measures/{measure}/children") { request, context in try await children(request, context) }
        router.get("/numbers/equality") { _, context in try await equality(context) }
    }

    private func measure(_ context: RequestDetails, _ access: Access) throws -> any Measure.Type {
        let id = try context.pathPart("measure")
        let known = access.who.role.seesSuppressedNumbers ? Measures.forMembers : Measures.all
        guard let measure = known.first(where: { $0.id.text == id }) else { throw Refused.notFound }
        return measure
    }

    /// Today, or the last day the council's source tells of.
    func lastDay(_ access: Access) async throws -> Day {
        let today = live.today
        let last = try await live.store.lastDayTold(access: access).map { min($0, today) } ?? today
        // Figures to one day and to another would give away what lies between.
        return access.who.role.seesSuppressedNumbers ? PublishedFigures.lastMonthEnd(by: last) : last
    }

    /// What those see who see numbers only is hidden all at once: every measure, whichever is asked for.
    func values(_ asked: MeasuresAsked, to day: Day, _ access: Access) async throws -> MeasureValues {
        guard access.who.role.seesSuppressedNumbers else {
            return MeasureValues(taken: try await live.store.measures(asked, access: access))
        }
        let taken = try await live.store.measures(over: PublishedFigures.periods(to: day), access: access)
        return MeasureValues(taken: taken, published: PublishedFigures(taken, to: day))
    }

    private func all(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeNumbers, in: live)
        let day = try await lastDay(access)
        let isSuppressed = access.who.role.seesSuppressedNumbers
        let values = try await values(MeasuresShowing.asked(to: day, isSuppressed: isSuppressed), to: day, access)
        let form = FormReader(try FormFields(query: request.uri.query))
        var team = isSuppressed ? nil : form.given("team")
        if let asked = team, !values.taken.tally.teams.contains(asked) { team = nil }
        let showing = MeasuresShowing(
            values: values, day: day, team: team, seesDecisions: access.who.mayDo.contains(.seeAssurance))
        return try await .page(showing.page, context, in: live)
    }

    private func one(_ context: RequestDetails) async throws -> Response {
        try await .page(showing(context).page, context, in: live)
    }

    private func showing(_ context: RequestDetails) async throws -> MeasureShowing {
        let access = try context.leave(to: .seeNumbers, in: live)
        let measure = try measure(context, access)
        let day = try await lastDay(access)
        let asked = MeasureShowing.asked(measure, to: day, isSuppressed: access.who.role.seesSuppressedNumbers)
        return MeasureShowing(
            measure: measure, values: try await values(asked, to: day, access), day: day,
            needs: live.standards.codeWords["primaryneedcode"] ?? [:],
            seesDecisions: access.who.mayDo.contains(.seeAssurance))
    }

    private func table(_ measures: [any Measure.Type], _ access: Access) async throws -> Response {
        let day = try await lastDay(access)
        let isSuppressed = access.who.role.seesSuppressedNumbers
        let periods = isSuppressed ? MeasureValues.months(upTo: day, count: 12) : MeasurePeriod.usual(to: day)
        let asked = MeasuresAsked(
            periods, of: measures.map { $0.id }, by: isSuppressed ? [.everybody] : [.everybody, .team])
        let table = MeasureFile(measures: measures, values: try await values(asked, to: day, access))
        return Response.table(table.bytes, named: "measures-\(day).csv")
    }

    private func children(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .drillDown, in: live)
        let measure = try measure(context, access)
        // It is of workers, and opens onto no child.
        if measure is any WorkforceMeasure.Type { throw Refused.notFound }
        let form = FormReader(try FormFields(query: request.uri.query))
        let day = try await lastDay(context.leave(to: .seeNumbers, in: live))
        guard
            let period = form.given("period") == nil
                ? .day(day) : MeasurePeriod(form.given("period"), to: form.given("to")),
            let slice = MeasureSlice(by: form.given("by"), key: form.given("key")),
            let part = form.given("part").map({ CountedInMeasure.Part(rawValue: $0) }) ?? .all
        else { throw Refused.addressUnreadable }
        let counted = CountedInMeasure(measure, period, of: slice, part)
        let found = try await live.store.children(
            counted: counted, after: form.given("after").map { SubjectID($0) }, limit: Self.childrenShown,
            access: access, at: live.now())
        let setting = try await live.store.setting(of: live.council)?.setting
        let showing = MeasuredChildrenShowing(
            measure: measure, counted: counted, found: found, first: form.given("from").flatMap(Int.init) ?? 1,
            setting: setting, day: live.today, needs: live.standards.codeWords["primaryneedcode"] ?? [:])
        return try await .page(showing.page, context, in: live)
    }

    /// For those alone who may open the children: each group may be small.
    private func equality(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .drillDown, in: live)
        let access = try context.leave(to: .seeNumbers, in: live)
        let day = try await lastDay(access)
        let showing = EqualityShowing(
            values: try await values(EqualityShowing.asked(to: day), to: day, access), day: day,
            needs: live.standards.codeWords["primaryneedcode"] ?? [:])
        return try await .page(showing.page, context, in: live)
    }
}
