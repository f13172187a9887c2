import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Samples: drawing them, and reading the files of one.
struct AuditRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/audit") { _, context in try await home(context) }
        router.get("/audit/draw") { request, context in
            _ = try context.leave(to: .drawSample, in: live)
            let asked = FormReader(try FormFields(query: request.uri.query))
            let theme = live.standards.auditThemes.first { $0.id == asked.given("theme") }
            let typed = theme.map { FormReader(AuditShowing.prefilled($0)) } ?? FormReader(context.form)
            return try await ask(context, typed, sizing: asked)
        }
        router.post("/audit/draw") { _, context in try await draw(context) }
        router.get("/audit/samples/{sample}") { request, context in
            try await sample(context, nil, page: FormReader(try FormFields(query: request.uri.query)))
        }
        router.post("/audit/samples/{sample}/replacements") { _, context in try await replace(context) }
        router.get("/audit/samples/{sample}/cases/{child}") { _, context in try await read(context) }
        router.post("/audit/samples/{sample}/cases/{child}") { _, context in try await record(context) }
    }

    func assurer(_ context: RequestDetails) throws -> Assurer {
        Assurer(store: live.store, person: try context.signedIn().person, now: live.now)
    }

    // MARK: What there is

    private func home(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeAssurance, in: live)
        let see = SeeAssurance(try assurer(context), live.standards.frameworks)
        let samples = try await see.samples().sorted { ($1.sample.on, $1.place) < ($0.sample.on, $0.place) }
        let inspections = try await see.inspections().sorted {
            $1.inspection.body.beganOn < $0.inspection.body.beganOn
        }
        var flagged: Int?
        if access.who.role.mayDo.contains(.seeNumbers) {
            let numbers = try context.leave(to: .seeNumbers, in: live)
            flagged = try await live.store.countsByCode(on: live.today, access: numbers)[UnsafeNowOpen.code]
        }
        let page = AuditShowing(today: live.today, frameworks: live.standards.frameworks).home(
            samples: samples, inspections: inspections, flagged: flagged ?? 0, role: access.who.role)
        return try await .page(page, context, in: live)
    }

    // MARK: Drawing

    private func ask(
        _ context: RequestDetails, _ typed: FormReader, sizing asked: FormReader? = nil
    ) async throws -> Response {
        let earlier = try await refused { () async throws(AssuranceRefusal) in
            try await SeeAssurance(try me(context), live.standards.frameworks).samples()
        }
        let page = AuditShowing(today: live.today, frameworks: live.standards.frameworks).draw(
            typed, tools: live.standards.auditTools, catalogue: live.catalogue, earlier: earlier,
            themes: live.standards.auditThemes,
            asked: asked, token: try context.signedIn().formToken.masked())
        return .page(
            page, in: try await live.frame(for: context),
            status: typed.problems.isEmpty && page.sizing.errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func draw(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .drawSample, in: live)
        var form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("sample-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        let purpose = form.text("purpose", called: "what the sample is for", atMost: 300)
        let method = form.choice("method", called: "how children are picked", of: DrawMethod.self)
        let tool = form.text("tool", called: "the audit tool", atMost: 60)
        if let tool, !live.standards.auditTools.contains(where: { $0.id == tool }) {
            form.note("tool", "Choose the audit tool from the list")
        }
        let assurer = try assurer(context)
        do throws(AssuranceRefusal) {
            if method == .chosen {
                let why = form.text("why", called: "why these children", atMost: 2000)
                let lines = (form.given("children") ?? "").split(whereSeparator: { $0.isNewline || $0 == "," })
                    .map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
                if lines.isEmpty { form.note("children", "Enter the children's ids") }
                guard form.problems.isEmpty, let purpose, let why, let tool else {
                    return try await askAgain(context, form)
                }
                let children = lines.map { SubjectID($0.contains(":") ? $0 : "record:\($0)") }
                try await ChooseSample(assurer)(children, purpose: purpose, why: why, tool: tool, id: id)
            } else {
                let samples = try await SeeAssurance(assurer, live.standards.frameworks).samples()
                let again = samples.first { $0.id == form.given("reaudit-of") }?.cases.map { SubjectID($0.child) }
                let frame =
                    form.given("frame") == "again"
                    ? again.map { FrameQuestion.named($0) }
                    : AuditShowing.frame(
                        form.given("frame"), on: live.today, catalogue: live.catalogue,
                        themes: live.standards.auditThemes)
                if frame == nil { form.note("frame", "Choose from which children") }
                let size =
                    method == .wholeFrame
                    ? 0 : form.wholeNumber("size", called: "how many files are read", in: 1...10_000)
                guard form.problems.isEmpty, let purpose, let method, let tool, let frame, let size else {
                    return try await askAgain(context, form)
                }
                var request = DrawSample.Request(
                    purpose: purpose, method: method, size: size, tool: tool, frame: frame,
                    grouping: form.given("grouping").flatMap(DrawSample.Grouping.init(rawValue:)) ?? .status)
                request.theme = live.standards.auditThemes.first { $0.id == form.given("theme") }?.id
                if let of = form.given("reaudit-of") {
                    if samples.contains(where: { $0.id == of }) {
                        request.reauditOf = of
                    } else {
                        form.note("reaudit-of", "Choose the sample from the list")
                        return try await askAgain(context, form)
                    }
                }
                if !form.isTicked("reaudit") { request.leavingOutAuditedSince = live.today.adding(months: -12) }
                _ = try await DrawSample(assurer)(request, id: id)
            }
        } catch {
            form.note(method == .chosen ? "children" : "frame", try Self.sentence(error))
            return try await ask(context, form)
        }
        return .seeOther("/audit/samples/\(PercentText.encode(id))")
    }

    private func askAgain(_ context: RequestDetails, _ form: FormReader) async throws(AssuranceRefusal) -> Response {
        do { return try await ask(context, form) } catch { throw .notFound }
    }

    /// What is told on the form; anything else is answered as everywhere.
    static func sentence(_ refusal: AssuranceRefusal) throws -> String {
        switch refusal {
        case .access(let why): throw why
        case .notFound: throw Refused.notFound
        case .changedSince: throw Refused.changedSince
        case .store(let failure): throw failure
        default: return refusal.words
        }
    }

    // MARK: One sample

    private func sample(
        _ context: RequestDetails, _ typed: FormReader?, page asked: FormReader? = nil
    ) async throws -> Response {
        let access = try context.leave(to: .seeAssurance, in: live)
        let id = try context.pathPart("sample")
        let read = try await refused { () async throws(AssuranceRefusal) in
            try await SeeAssurance(try me(context), live.standards.frameworks).read(id)
        }
        let names = PeopleNames(
            users: try await live.store.users(in: live.council),
            workforce: try await live.store.setting(of: live.council)?.setting.workforce)
        var before: ReadSample?
        if let of = read.file.sample.reauditOf {
            before = try? await SeeAssurance(try me(context), live.standards.frameworks).read(of)
        }
        let page = SampleShowing(
            read: read, tools: live.standards.auditTools, today: live.today, names: names,
            themes: live.standards.auditThemes,
            mayModerate: access.who.role == .auditor,
            shownPage: NumberedPage(asked ?? FormReader(FormFields()), size: SampleShowing.casesShown), before: before
        ).page(
            reader: access.who.role.mayDo.contains(.auditFile) ? access.who.user : nil,
            mayReplace: access.who.role.mayDo.contains(.drawSample),
            token: try context.signedIn().formToken.masked(), errors: typed?.problems ?? [])
        return .page(
            page, in: try await live.frame(for: context), status: typed == nil ? .ok : .unprocessableContent)
    }

    private func replace(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .drawSample, in: live)
        let id = try context.pathPart("sample")
        var form = FormReader(context.form)
        let child = form.text("child", called: "which case", atMost: 100)
        let why = form.text("why", called: "why it cannot be read", atMost: 1000)
        if let child {
            let open = try await context.leave(to: .openChild, child: SubjectID(child), in: live)
            let opened = try await live.store.open(SubjectID(child), access: open, at: live.now())
            form.askToLeaveOut(opened.withholding, in: ["why"])
        }
        guard form.problems.isEmpty, let child, let why else { return try await sample(context, form) }
        do throws(AssuranceRefusal) {
            _ = try await ReplaceCase(try me(context))(SubjectID(child), in: id, because: why)
        } catch {
            form.note("child", try Self.sentence(error))
            return try await sample(context, form)
        }
        return .seeOther("/audit/samples/\(PercentText.encode(id))")
    }

    private func me(_ context: RequestDetails) throws(AssuranceRefusal) -> Assurer {
        do { return try assurer(context) } catch { throw .notFound }
    }

    private func refused<Value>(
        _ work: () async throws(AssuranceRefusal) -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch {
            _ = try Self.sentence(error)
            throw Refused.notFound
        }
    }

    // MARK: One file

    private func read(_ context: RequestDetails) async throws -> Response {
        try await bench(context, FormReader(context.form), isSent: false)
    }

    private func bench(_ context: RequestDetails, _ typed: FormReader, isSent: Bool) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .auditFile, child: child, in: live)
        let access = try await context.leave(to: .openChild, child: child, in: live)
        let opened = try await live.store.open(child, access: access, at: live.now())
        let (file, tool) = try await sampled(context, child)
        let bench = WorkbenchShowing(
            opened: opened, file: file, tool: tool, today: live.today, owners: try await owners())
        let page = bench.page(
            typed, isSent: isSent, me: access.who.user.text, role: access.who.role,
            token: try context.signedIn().formToken.masked())
        return .page(
            page, in: try await live.frame(for: context), status: typed.problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Those who may record that an action is done.
    private func owners() async throws -> [FilterOption] {
        try await live.store.users(in: live.council)
            .filter { $0.isActive && $0.role.mayDo.contains(FinishAuditAction.verb) }
            .map { FilterOption(value: $0.id.text, words: "\($0.name), \($0.role.words)") }
            .sorted { $0.words < $1.words }
    }

    func sampled(_ context: RequestDetails, _ child: SubjectID) async throws -> (SampleFile, AuditTool) {
        let access = try context.leave(to: .seeAssurance, in: live)
        let subject = Assurer.sample(try context.pathPart("sample"))
        let history = try await live.store.assuranceWork(subject, access: access)
        guard let file = SampleFile(subject.id, history), file.cases.contains(where: { $0.child == child.text }),
            let tool = live.standards.auditTools.first(where: { $0.id == file.sample.tool })
        else { throw Refused.notFound }
        return (file, tool)
    }

    private func record(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .auditFile, child: child, in: live)
        let (file, tool) = try await sampled(context, child)
        var form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("audit-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        let open = try await context.leave(to: .openChild, child: child, in: live)
        let opened = try await live.store.open(child, access: open, at: live.now())
        form.askToLeaveOut(
            opened.withholding,
            in: ["unsafe", "analysis", "what", "family-words"] + tool.questions.map { "e-\($0.id)" })
        let owners = Set(try await owners().map(\.value))
        let reading = AuditForm(tool: tool, owners: owners)
        let audit = reading.audit(&form, sample: file.id, by: access.who.user, today: live.today)
        let family = reading.family(&form, today: live.today)
        guard form.problems.isEmpty, let audit else {
            // NB: a form that is not finished yet must not hold up a child who is unsafe now.
            if let why = form.given("unsafe"), form.problems.allSatisfy({ $0.field != "unsafe" }) {
                do throws(AssuranceRefusal) {
                    try await AnswerFlag(try me(context)).raise(
                        SafetyDoubt(why: why, isCannotTell: false), outOf: RecordID(id), in: file.id, about: child)
                } catch {
                    form.note("unsafe", try Self.sentence(error))
                }
            }
            return try await bench(context, form, isSent: true)
        }
        do throws(AssuranceRefusal) {
            try await AuditFile(try me(context))(
                audit, id: RecordID(id), about: child, unsafeNow: form.given("unsafe"), family: family,
                corrects: form.given("seen").flatMap { Int64($0) })
        } catch {
            form.note("reader", try Self.sentence(error))
            return try await bench(context, form, isSent: true)
        }
        return .seeOther("/audit/samples/\(PercentText.encode(file.id))")
    }
}
