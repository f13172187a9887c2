import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Every step of a child's journey, in a council whose record is kept here: one page each, all of them asked and
/// recorded in the same way.
struct StepRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/steps") { _, context in try await offer(context) }
        router.get("/children/{child}/steps/{step}") { request, context in try await ask(request, context) }
        router.post("/children/{child}/steps/{step}") { _, context in try await record(context) }
        router.get("/children/{child}/recorded/{form}") { _, context in try await recorded(context) }
    }

    private func offer(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let person = try context.mayTry(.recordNote, in: live)
        try await live.mustBeKeptHere()
        let opened = try await open(child, context)
        let offered = StepsOffered(opened, for: person.role, on: live.today)
        let page = StepsPage(
            childName: opened.nameShown, childHref: ListedChild.address(of: child),
            standing: opened.standing(on: live.today), next: offered.next, others: offered.others)
        return try await .page(page, context, in: live)
    }

    private func ask(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let (step, child, access) = try await leave(context)
        let form = FormReader(try FormFields(query: request.uri.query))
        let opened = try await open(child, context)
        let taking = try await taking(context)
        let newForm = Self.newForm()
        guard let scene = taking.scene(step, on: form.given("of").map { RecordID($0) }, of: opened, form: newForm)
        else {
            let isToBeChosen =
                form.given("of") == nil
                && !step.openings(opened.history.journey(), on: live.today).isEmpty
            if isToBeChosen { return .seeOther("\(ListedChild.address(of: child))/steps") }
            throw RecordingRefusal.notOpenNow
        }
        // NB: a draft is kept under what the step goes on with, whether or not the address said so.
        var asked = StepAsked(step, record: scene.opening.record, form: newForm)
        if let entry = form.given("entry") { asked.chosen["entry"] = entry }
        if let begun = try await kept(asked, access, child).begun() { asked.goOn(with: begun) }
        return try await page(asked, scene, opened, [], context)
    }

    private static func newForm() -> RecordID { RecordID("form-\(SecretToken().text.prefix(20))") }

    private func record(_ context: RequestDetails) async throws -> Response {
        let (step, child, access) = try await leave(context)
        let form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("form-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        var asked = StepAsked(step, record: form.given("of").map { RecordID($0) }, form: RecordID(id))
        asked.typed = form.fields
        asked.seen = form.given("seen").flatMap { Int64($0) }
        let draft = kept(asked, access, child)
        if let answer = try await draft.answer(form, id: asked.form, at: asked.address(child)) { return answer }
        let taking = try await taking(context)
        let sent = TakeStep.Sent(form: asked.form, record: asked.record, seen: asked.seen)
        let taken = try await taking(step, sent, about: child) { asked.read(form, $0) }
        var problems: [FieldError] = []
        switch taken.outcome {
        case .recorded:
            try await draft.forget()
            return .seeOther("\(ListedChild.address(of: child))/recorded/\(PercentText.encode(id))")
        case .notOpenNow:
            return try await notOpenNow(asked, taking, taken.opened, context)
        case .wrong(let wrong): problems = wrong.map { FieldError(field: $0.field, message: $0.message) }
        case .changedSince(let by): asked.theirs = by
        case .sentBefore(let by):
            asked.recordedBefore = by
            asked.form = Self.newForm()
        }
        guard let scene = taking.scene(step, on: asked.record, of: taken.opened, form: asked.form) else {
            return try await notOpenNow(asked, taking, taken.opened, context)
        }
        return try await page(asked, scene, taken.opened, problems, context)
    }

    /// What was written for a step that cannot be taken any more.
    private func notOpenNow(
        _ asked: StepAsked, _ taking: TakeStep, _ opened: OpenedChild, _ context: RequestDetails
    ) async throws -> Response {
        let address = ListedChild.address(of: opened.child)
        let scene = taking.sceneAsAsked(on: asked.record, of: opened, form: asked.form)
        let page = NotOpenNowPage(
            heading: asked.step.words.title, childName: opened.nameShown, childHref: address,
            stepsHref: "\(address)/steps", noteHref: "\(address)/steps/\(WriteNote.name)",
            written: asked.typedWords(scene))
        return .page(page, in: try await live.frame(for: context), status: .conflict)
    }

    private func recorded(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let form = try context.pathPart("form")
        let opened = try await open(child, context)
        let places = opened.history.entries.filter { $0.occasion == form }.map(\.sequence)
        guard !places.isEmpty else { throw Refused.notFound }
        let person = try context.signedIn().person
        let showing = RecordedShowing(opened: opened, places: Set(places), day: live.today, role: person.role)
        return try await .page(showing.page, context, in: live)
    }

    private func kept(_ asked: StepAsked, _ access: Access, _ child: SubjectID) -> KeptForm {
        KeptForm(live: live, access: access, subject: child, name: asked.draftName)
    }

    /// The step and the child, for somebody who may take it.
    private func leave(_ context: RequestDetails) async throws -> (any Step.Type, SubjectID, Access) {
        guard let step = Steps.step(try context.pathPart("step")) else { throw Refused.notFound }
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: step.verb, child: child, in: live)
        if !step.isBesideAnySource { try await live.mustBeKeptHere() }
        return (step, child, access)
    }

    private func page(
        _ asked: StepAsked, _ scene: StepScene, _ opened: OpenedChild, _ errors: [FieldError],
        _ context: RequestDetails
    ) async throws -> Response {
        let token = try context.signedIn().formToken.masked()
        let page = asked.page(of: opened, scene, on: live.today, csrfToken: token, errors: errors)
        let isConflict = asked.theirs != nil || asked.recordedBefore != nil
        let status: HTTPResponse.Status = isConflict ? .conflict : errors.isEmpty ? .ok : .unprocessableContent
        return .page(page, in: try await live.frame(for: context), status: status)
    }

    private func taking(_ context: RequestDetails) async throws -> TakeStep {
        let people = try await live.store.users(in: live.council).filter { user in
            user.isActive && [.socialWorker, .manager].contains(user.role)
        }
        let workers = people.map { user in
            StepChoice(user.id.text, user.name)
        }.sorted { $0.words < $1.words }
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        var taking = TakeStep(recorder, workers: workers, codes: live.standards.codeWords)
        let names = Names(try await live.store.setting(of: live.council)?.setting.workforce)
        taking.teams = Set(people.filter { $0.role == .manager }.compactMap(\.team)).sorted().map {
            StepChoice($0, names.team($0))
        }
        taking.teamOf = people.reduce(into: [:]) { $0[$1.id.text] = $1.team }
        taking.accessTerms = live.standards.accessTerms
        return taking
    }

    private func open(_ child: SubjectID, _ context: RequestDetails) async throws -> OpenedChild {
        let access = try await context.leave(to: .openChild, child: child, in: live)
        return try await live.store.open(child, access: access, at: live.now())
    }
}
