import AccessRules
import Assurance
import Casework
import ChildJourney
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Inspections, from setting one up to its report.
struct InspectionRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/audit/inspections/new") { _, context in
            _ = try context.leave(to: .inspect, in: live)
            return try await ask(context, FormReader(context.form))
        }
        router.post("/audit/inspections/new") { _, context in try await open(context) }
        router.get("/audit/inspections/{inspection}") { _, context in try await inspection(context, nil) }
        router.get("/audit/inspections/{inspection}/report") { _, context in
            var page = try await InspectionDesk(live, context).showing().report
            page.hasPDF = live.pdf != nil
            return try await Response.page(page, context, in: live)
        }
        ReportFileRoutes(live: live).add(to: router)
        router.post("/audit/inspections/{inspection}/evidence") { _, context in try await evidence(context) }
        router.post("/audit/inspections/{inspection}/findings") { _, context in try await finding(context) }
        router.post("/audit/inspections/{inspection}/judgements") { _, context in try await judgement(context) }
        router.post("/audit/inspections/{inspection}/publication") { _, context in try await publish(context) }
    }

    private func showing(_ file: InspectionFile) -> InspectionShowing {
        InspectionShowing(
            file: file, visit: live.standards.frameworks.visitKind(file.inspection.body.visit),
            calendar: live.standards.calendar)
    }

    private func run(_ context: RequestDetails) throws -> RunInspection {
        RunInspection(try AuditRoutes(live: live).assurer(context), live.standards.frameworks)
    }

    private func address(_ context: RequestDetails) throws -> String {
        "/audit/inspections/\(PercentText.encode(try context.pathPart("inspection")))"
    }

    private func file(_ context: RequestDetails) async throws -> InspectionFile {
        try await InspectionDesk(live, context).file()
    }

    private func inspection(_ context: RequestDetails, _ typed: FormReader?) async throws -> Response {
        let access = try context.leave(to: .seeAssurance, in: live)
        let file = try await file(context)
        let samples = try await live.store.assuranceWork(.sample, access: access).compactMap {
            SampleFile($0.id, $0.history)
        }
        let page = showing(file).page(
            samples: samples, mayInspect: file.mayInspect(access.who),
            token: try context.signedIn().formToken.masked(), typed: typed)
        return .page(
            page, in: try await live.frame(for: context), status: typed == nil ? .ok : .unprocessableContent)
    }

    // MARK: Setting up

    private func ask(_ context: RequestDetails, _ typed: FormReader) async throws -> Response {
        func options(_ name: String, _ all: [(value: String, words: String)]) -> [FilterOption] {
            all.map { FilterOption(value: $0.value, words: $0.words, isChosen: typed.given(name) == $0.value) }
        }
        let frameworks = live.standards.frameworks
        var page = NewInspectionPage(
            csrfToken: try context.signedIn().formToken.masked(),
            form: typed.given("form") ?? "inspection-\(SecretToken().text.prefix(20))",
            frameworks: options(
                "framework", frameworks.all.reversed().map { ($0.id, "\($0.name), \(Self.dates($0))") }),
            visits: options("visit", frameworks.visitKinds.map { ($0.id, $0.name) }),
            council: typed.given("council") ?? live.surroundings.council, beganOn: typed.given("began") ?? "",
            announced: options("announced", [("yes", "Yes"), ("no", "No, without notice")]),
            team: typed.given("team") ?? "", errors: typed.problems)
        let access = try context.leave(to: .seeAssurance, in: live)
        page.earlier = options(
            "follows",
            try await live.store.assuranceWork(.inspection, access: access).compactMap {
                InspectionFile($0.id, $0.history, under: frameworks)
            }.map { ($0.id, "\($0.inspection.body.council), \($0.inspection.body.beganOn.shortWords)") })
        return .page(
            page, in: try await live.frame(for: context), status: typed.problems.isEmpty ? .ok : .unprocessableContent)
    }

    private static func dates(_ framework: InspectionFramework) -> String {
        let from = framework.inForce.from.shortWords
        return framework.inForce.until.map { "\(from) to \($0.shortWords)" } ?? "from \(from)"
    }

    private func open(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .inspect, in: live)
        var form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("inspection-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        let framework = form.text("framework", called: "the framework", atMost: 60)
        let visit = form.text("visit", called: "which kind", atMost: 60)
        let council = form.text("council", called: "which council", atMost: 200)
        let began = form.day("began", called: "the day it begins", around: live.today)
        let team = form.text("team", called: "who inspects", atMost: 2000)
        let announced = form.text("announced", called: "whether it is announced", atMost: 3)
        guard let framework, let visit, let council, let began, let team, let announced else {
            return try await ask(context, form)
        }
        var inspection = Inspection(
            framework: framework, visit: visit, council: council, beganOn: began, isAnnounced: announced == "yes")
        inspection.follows = form.given("follows")
        inspection.team = team.split(whereSeparator: \.isNewline).enumerated().map { place, name in
            InspectionMember(name: String(name), part: place == 0 ? .lead : .inspector)
        }
        do throws(AssuranceRefusal) {
            try await me(context).open(inspection, id: id)
        } catch {
            form.note("framework", try AuditRoutes.sentence(error))
            return try await ask(context, form)
        }
        return .seeOther("/audit/inspections/\(PercentText.encode(id))")
    }

    private func me(_ context: RequestDetails) throws(AssuranceRefusal) -> RunInspection {
        do { return try run(context) } catch { throw .notFound }
    }

    private func item(_ form: FormReader) throws -> RecordID {
        guard let id = form.given("form"), id.hasPrefix("item-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        return RecordID(id)
    }

    // MARK: What was seen, found and judged

    private func evidence(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .inspect, in: live)
        var form = FormReader(context.form)
        let id = try item(form)
        let source = form.choice("source", called: "where it is from", of: EvidenceSource.self)
        let shows = form.text("shows", called: "what it shows", atMost: 5000)
        guard let source, let shows else { return try await inspection(context, form) }
        let body = InspectionEvidence(
            on: live.today, source: source, isPolicy: form.isTicked("policy"), shows: shows, by: "")
        return try await recorded(context, &form, field: "shows") { run, inspection throws(AssuranceRefusal) in
            try await run.record(body, id: id, of: inspection)
        }
    }

    private func finding(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .inspect, in: live)
        var form = FormReader(context.form)
        let id = try item(form)
        let category = form.text("category", called: "what it is", atMost: 60)
        let words = form.text("found", called: "what was found", atMost: 5000)
        let begun = form.day("begun", called: "the day action began", around: live.today, required: false)
        let shown = form.text("begun-shown", called: "what shows it", atMost: 1000, required: begun != nil)
        guard let category, let words, form.problems.isEmpty else { return try await inspection(context, form) }
        var finding = InspectionFinding(
            on: live.today, category: category, area: form.given("area"), words: words,
            evidence: form.fields.all("evidence"))
        (finding.begunOn, finding.begunShownBy) = (begun, begun == nil ? nil : shown)
        let body = finding
        return try await recorded(context, &form, field: "evidence") { run, inspection throws(AssuranceRefusal) in
            try await run.record(body, id: id, of: inspection)
        }
    }

    private func judgement(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .inspect, in: live)
        var form = FormReader(context.form)
        let area = form.text("judged", called: "which area", atMost: 100)
        let grade = form.text("grade", called: "the grade", atMost: 60)
        let reason = form.text("reason", called: "why this grade", atMost: 5000)
        guard let area, let grade, let reason else { return try await inspection(context, form) }
        var body = InspectionJudgement(
            on: live.today, area: area, grade: grade, reason: reason, findings: form.fields.all("rests"), by: "")
        body.limbs = form.fields.all("limb")
        body.overrideReason = form.given("override")
        let judgement = body
        return try await recorded(context, &form, field: "grade") { run, inspection throws(AssuranceRefusal) in
            try await run.judge(judgement, of: inspection)
        }
    }

    private func publish(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .inspect, in: live)
        var form = FormReader(context.form)
        let published = form.day("published", called: "the day it is published", around: live.today)
        let received = form.day(
            "received", called: "the day the council received it", around: live.today, required: false)
        guard let published, form.problems.isEmpty else { return try await inspection(context, form) }
        return try await recorded(context, &form, field: "published") { run, inspection throws(AssuranceRefusal) in
            try await run.publish(inspection, on: published, receivedOn: received)
        }
    }

    private func recorded(
        _ context: RequestDetails, _ form: inout FormReader, field: String,
        _ work: (RunInspection, String) async throws(AssuranceRefusal) -> Void
    ) async throws -> Response {
        let id = try context.pathPart("inspection")
        do throws(AssuranceRefusal) {
            try await work(try me(context), id)
        } catch {
            form.note(field, try AuditRoutes.sentence(error))
            return try await inspection(context, form)
        }
        return .seeOther(try address(context))
    }
}
