import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Which grade of a file stands where readers differ, and how far readers agree.
struct ModerationRoutes {
    /// (L) How far back agreement looks, in months.
    private static let months = 24

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/audit/agreement") { _, context in try await agreement(context) }
        router.get("/audit/samples/{sample}/cases/{child}/moderation") { _, context in
            try await show(context, FormReader(context.form))
        }
        router.post("/audit/samples/{sample}/cases/{child}/moderation") { _, context in try await record(context) }
    }

    private func agreement(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeAssurance, in: live)
        let since = live.today.adding(months: -Self.months)
        let found: ReadersAgreement
        do throws(AssuranceRefusal) {
            found = try await SeeAgreement(
                Assurer(store: live.store, person: access.who, now: live.now), tools: live.standards.auditTools)(
                    since: since)
        } catch {
            _ = try AuditRoutes.sentence(error)
            throw Refused.notFound
        }
        let names = PeopleNames(
            users: try await live.store.users(in: live.council),
            workforce: try await live.store.setting(of: live.council)?.setting.workforce)
        let page = AgreementShowing(found: found, since: since, names: names).page(for: access.who)
        return try await .page(page, context, in: live)
    }

    private func show(_ context: RequestDetails, _ typed: FormReader) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .auditFile, child: child, in: live)
        let opened = try await context.open(child, in: live)
        let (file, tool) = try await AuditRoutes(live: live).sampled(context, child)
        let readings = opened.journey().casework.fileAudits.filter {
            $0.body.sample == file.id && $0.body.isFinished
        }
        // Whoever read it does not moderate it, and while nobody has finished reading there is nothing to moderate.
        guard access.who.role == .auditor, readings.contains(where: { $0.body.reader == .auditor }),
            !readings.contains(where: { $0.body.by == access.who.user.text && $0.body.reader != .moderator })
        else { throw Refused.notFound }
        // Whoever is shown them gives no blind reading afterwards.
        try await live.store.log(
            Look(access, at: live.now(), query: Look.readings(in: file.id), shown: [child]))
        let mine = readings.last { $0.body.by == access.who.user.text }?.body
        let address = "/audit/samples/\(PercentText.encode(file.id))"
        func options(_ name: String, _ stored: String?, _ all: [(String, String)]) -> [FilterOption] {
            let chosen = typed.given(name) ?? stored
            return all.map { FilterOption(value: $0.0, words: $0.1, isChosen: $0.0 == chosen) }
        }
        let page = ModerationPage(
            child: Link(words: opened.nameShown, href: ListedChild.address(of: child)),
            sample: Link(words: file.sample.purpose, href: address),
            readings: readings.filter { $0.body.reader != .moderator }.map { reading in
                ModerationPage.Reading(
                    reader: reading.body.reader.words.atSentenceStart,
                    grade: reading.body.grade.map { Grade($0).words.atSentenceStart } ?? "No grade",
                    analysis: opened.withholding.masked(reading.body.analysis ?? ""),
                    sections: tool.sections.compactMap { section in
                        reading.body.sectionGrades[section.id].map { "\(section.title): \(Grade($0).words)" }
                    })
            }, action: "\(address)/cases/\(PercentText.encode(child.text))/moderation",
            csrfToken: try context.signedIn().formToken.masked(),
            form: typed.given("form") ?? "audit-\(SecretToken().text.prefix(20))",
            grades: options("grade", mine?.grade, tool.grades.map { ($0.rawValue, $0.words.atSentenceStart) }),
            atRisk: options(
                "risk", mine?.leftAtPotentialRisk.map { $0 ? "yes" : "no" }, [("yes", "Yes"), ("no", "No")]),
            why: typed.given("why") ?? opened.withholding.masked(mine?.analysis ?? ""), errors: typed.problems)
        return .page(
            page, in: try await live.frame(for: context), status: typed.problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func record(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .auditFile, child: child, in: live)
        let opened = try await context.open(child, in: live)
        let (file, tool) = try await AuditRoutes(live: live).sampled(context, child)
        var form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("audit-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        form.askToLeaveOut(opened.withholding, in: ["why"])
        let grade = form.given("grade").map { Grade($0) }.flatMap { tool.grades.contains($0) ? $0 : nil }
        if grade == nil { form.note("grade", "Choose which grade stands") }
        let risk = form.given("risk").flatMap { ["yes": true, "no": false][$0] }
        if risk == nil { form.note("risk", "Choose whether the child was left at potential risk") }
        let why = form.text("why", called: "why this grade stands", atMost: 5000)
        guard form.problems.isEmpty, let grade, let risk, let why else { return try await show(context, form) }
        do throws(AssuranceRefusal) {
            try await ModerateAudit(Assurer(store: live.store, person: access.who, now: live.now))(
                grade: grade.rawValue, leftAtPotentialRisk: risk, because: why, tool: tool.id, sample: file.id,
                id: RecordID(id), about: child)
        } catch {
            form.note("grade", try AuditRoutes.sentence(error))
            return try await show(context, form)
        }
        return .seeOther("/audit/samples/\(PercentText.encode(file.id))")
    }
}
