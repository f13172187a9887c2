import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Whether standard checks are asked for before an assessment is authorised: which, since when, who said so and why.
struct ReviewGateRoutes {
    private static let path = "/audit/review-gate"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in try await show(context, FormReader(context.form)) }
        router.post("\(Self.path)") { _, context in try await set(context) }
    }

    private func gate(_ context: RequestDetails) throws(AssuranceRefusal) -> SetReviewGate {
        do { return SetReviewGate(try AuditRoutes(live: live).assurer(context)) } catch { throw .notFound }
    }

    private func show(_ context: RequestDetails, _ typed: FormReader) async throws -> Response {
        let person = try context.leave(to: .seeAssurance, in: live).who
        let (isRequired, history) = try await standing(context)
        let names = PeopleNames(
            users: try await live.store.users(in: live.council),
            workforce: try await live.store.setting(of: live.council)?.setting.workforce)
        var lede = isRequired ? "These checks are asked for" : "These checks are not asked for"
        if let last = history.last?.body, last.isRequired == isRequired {
            lede += " since \(last.on.words), as \(names.name(last.by)) decided: \(last.why)"
        } else if isRequired || !history.isEmpty {
            lede += ". Who decided it, and when, is not recorded here."
        } else {
            lede += ". Nothing is recorded of anybody asking for them."
        }
        let page = InspectionPartPage(
            name: "Checks before an assessment is authorised", lede: lede,
            trail: [Link(words: "Audit", href: MainSection.audit.path)],
            parts: [checks, changes(history, names)]
                + (person.mayDo.contains(.setReviewGate) ? [setting(isRequired, typed)] : []),
            csrfToken: try context.signedIn().formToken.masked(), errors: typed.problems)
        return .page(
            page, in: try await live.frame(for: context), status: typed.problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func standing(
        _ context: RequestDetails
    ) async throws -> (isRequired: Bool, history: [Recorded<ReviewGateSet>]) {
        do throws(AssuranceRefusal) {
            return try await gate(context).standing()
        } catch {
            _ = try AuditRoutes.sentence(error)
            throw Refused.notFound
        }
    }

    private var checks: InspectionPartPage.Part {
        InspectionPartPage.Part(
            "What is checked",
            paragraphs: [
                "Where harm is alleged, a manager does not authorise the assessment while one of these is not so. It stops no recording, and nothing that protects the child. The list is Sightline's own: no law asks for it."
            ],
            table: .init(
                caption: "The checks, and where each is put right", columns: ["What must be so", "Put right under"],
                rows: ReviewGate.checks.map { [.init($0.isPassed), .init($0.recordedIn)] }, nothing: "None."))
    }

    private func changes(_ history: [Recorded<ReviewGateSet>], _ names: PeopleNames) -> InspectionPartPage.Part {
        InspectionPartPage.Part(
            "Each time it was decided",
            table: .init(
                caption: "Latest first", columns: ["Day", "Decided", "By", "Why"],
                rows: history.reversed().map { one in
                    [
                        .init(one.body.on.words), .init(one.body.isRequired ? "Asked for" : "Not asked for any more"),
                        .init(names.name(one.body.by)), .init(one.body.why),
                    ]
                }, nothing: "Nothing is recorded."))
    }

    private func setting(_ isRequired: Bool, _ typed: FormReader) -> InspectionPartPage.Part {
        InspectionPartPage.Part(forms: [
            .init(
                summary: isRequired ? "Ask for them no more" : "Ask for them from today", action: Self.path,
                hidden: [
                    ("form", typed.given("form") ?? InspectionDesk.newItem), ("required", isRequired ? "no" : "yes"),
                ],
                fields: [
                    .init("why", "Why?", hint: "No name of a child or a family", value: typed.given("why") ?? "", .long)
                ], button: isRequired ? "Ask no more" : "Ask from today")
        ])
    }

    private func set(_ context: RequestDetails) async throws -> Response {
        _ = try context.leave(to: .setReviewGate, in: live)
        var form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("item-"), id.count <= 60,
            let isRequired = form.given("required").flatMap({ ["yes": true, "no": false][$0] })
        else { throw Refused.addressUnreadable }
        guard let why = form.text("why", called: "why", atMost: 2000) else { return try await show(context, form) }
        do throws(AssuranceRefusal) {
            try await gate(context)(isRequired, because: why, id: RecordID(id))
        } catch {
            form.note("why", try AuditRoutes.sentence(error))
            return try await show(context, form)
        }
        return .seeOther(Self.path)
    }
}
