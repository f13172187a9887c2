import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Recording that somebody went to see a child, in a council whose record is kept here.
struct VisitRoutes {
    /// What a draft of it is kept under. Where several children were visited each has a form, and a draft, of their own.
    static let draftName = "visit"
    private static let longestText = 4000

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/visits/new") { request, context in try await ask(request, context) }
        router.post("/children/{child}/visits/new") { _, context in try await record(context) }
        router.get("/children/{child}/visits/{visit}") { _, context in try await recorded(context) }
    }

    private func ask(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .recordVisit, child: child, in: live)
        try await live.mustBeKeptHere()
        // A visit to several children: the day and the place are those of the one just recorded.
        let given = FormReader(try FormFields(query: request.uri.query))
        let on = given.given("on").flatMap { Day(iso: $0) }
        let isUnborn = try await open(child, context).history.journey().isUnborn(on: on ?? live.today)
        var asked = VisitAsked(
            on: on ?? live.today, place: given.given("place").flatMap(VisitPlace.init(rawValue:)), isUnborn: isUnborn)
        if let begun = try await kept(access, child).begun() {
            asked = VisitAsked(
                goingOnWith: begun, around: live.today, longest: Self.longestText, isUnborn: isUnborn)
        }
        return try await page(asked, errors: [], child, context)
    }

    private func record(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .recordVisit, child: child, in: live)
        try await live.mustBeKeptHere()
        var form = FormReader(context.form)
        let draft = kept(access, child)
        guard let sent = form.given("record"), sent.count <= 60 else { throw Refused.addressUnreadable }
        if let answer = try await draft.answer(
            form, id: RecordID(sent), at: "\(ListedChild.address(of: child))/visits/new",
            but: KeptForm.passing.union(["record"]))
        {
            return answer
        }
        // As the form was asked: a birth may be recorded later for an earlier day.
        let opened = try await open(child, context)
        let isUnborn = opened.history.journey().isUnborn(on: live.today)
        form.askToLeaveOut(opened.withholding, in: ["said", "note"])
        let asked = VisitAsked(&form, around: live.today, longest: Self.longestText, isUnborn: isUnborn)
        guard let id = asked.record else { throw Refused.addressUnreadable }
        guard let told = asked.told, form.problems.isEmpty else {
            return try await page(asked, errors: form.problems, child, context)
        }
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        do throws(RecordingRefusal) {
            try await RecordVisit(recorder)(told, id: id, about: child)
        } catch {
            guard let problem = VisitAsked.problem(error) else { throw error }
            return try await page(asked, errors: [problem], child, context)
        }
        try await draft.forget()
        return .seeOther("\(ListedChild.address(of: child))/visits/\(PercentText.encode(id.text))")
    }

    private func kept(_ access: Access, _ child: SubjectID) -> KeptForm {
        KeptForm(live: live, access: access, subject: child, name: Self.draftName)
    }

    private func recorded(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let id = RecordID(try context.pathPart("visit"))
        let opened = try await open(child, context)
        guard let visit = opened.history.journey().visits.first(where: { $0.id == id }) else { throw Refused.notFound }
        let role = try context.signedIn().person.role
        var showing = RecordedShowing(
            opened: opened, places: [visit.place], day: live.today, role: role, heading: "Visit recorded")
        if role.mayDo.contains(.recordVisit) {
            let access = try await context.leave(to: .openChild, child: child, in: live)
            let relatives = try await Relatives(of: opened, access: access, in: live)
            showing.alsoNext = relatives.sameVisit(visit.body)
        }
        return try await .page(showing.page, context, in: live)
    }

    private func page(
        _ asked: VisitAsked, errors: [FieldError], _ child: SubjectID, _ context: RequestDetails
    ) async throws -> Response {
        let opened = try await open(child, context)
        let token = try context.signedIn().formToken.masked()
        let page = asked.page(of: opened, on: live.today, csrfToken: token, errors: errors)
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func open(_ child: SubjectID, _ context: RequestDetails) async throws -> OpenedChild {
        let access = try await context.leave(to: .openChild, child: child, in: live)
        return try await live.store.open(child, access: access, at: live.now())
    }
}

extension Live {
    /// Whether this council's record is kept here, and not loaded from another system.
    func isKeptHere() async throws -> Bool { try await store.isKeptHere(council) }

    func mustBeKeptHere() async throws {
        guard try await isKeptHere() else { throw RecordingRefusal.recordedElsewhere }
    }
}
