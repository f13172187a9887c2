import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import Hummingbird
import Matching
import Pages
import RecordKeeping
import WorkingDays

/// An adult's own page, and what is recorded about them, in a council whose record is kept here.
struct AdultPageRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/adults/{adult}") { _, context in try await show(context) }
        router.get("/adults/{adult}/steps/{step}") { request, context in try await ask(request, context) }
        router.post("/adults/{adult}/steps/{step}") { _, context in try await record(context) }
    }

    private func show(_ context: RequestDetails) async throws -> Response {
        let opened = try await context.open(adult: SubjectID(try context.pathPart("adult")), in: live)
        let mayRecord = try context.signedIn().person.role.mayDo.contains(.recordNote)
        return try await .page(
            AdultShowing(opened: opened, day: live.today, mayRecord: mayRecord).page, context, in: live)
    }

    private func ask(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let step = try await step(context)
        let form = FormReader(try FormFields(query: request.uri.query))
        var asked = StepAsked(step, record: form.given("of").map { RecordID($0) }, form: AdultRoutes.newForm)
        let opened = try await context.open(adult: SubjectID(try context.pathPart("adult")), in: live)
        // NB: a draft is kept under what the step goes on with, whether or not the address said so.
        let searched = form.given("with")
        asked.record = try await taking(step, opened, searched, context)
            .scene(step, on: asked.record, of: opened, form: asked.form)?.opening.record
        if let begun = try await kept(asked, opened, context).begun() { asked.goOn(with: begun) }
        return try await page(asked, [], opened, searched, context)
    }

    private func record(_ context: RequestDetails) async throws -> Response {
        let step = try await step(context)
        let form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("form-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        var asked = StepAsked(step, record: form.given("of").map { RecordID($0) }, form: RecordID(id))
        asked.typed = form.fields
        asked.seen = form.given("seen").flatMap { Int64($0) }
        let searched = form.given("with")
        let opened = try await context.open(adult: SubjectID(try context.pathPart("adult")), in: live)
        let draft = try kept(asked, opened, context)
        let query = asked.record.map { "?of=\(PercentText.encode($0.text))" } ?? ""
        let address = "\(opened.address)/steps/\(step.name)\(query)"
        if let answer = try await draft.answer(form, id: asked.form, at: address) { return answer }
        if opened.history.entries.contains(where: { $0.occasion == id }) {
            try await draft.forget()
            return .seeOther(opened.address)
        }
        let sent = TakeStep.Sent(form: asked.form, record: asked.record, seen: asked.seen)
        var problems: [FieldError] = []
        let taking = try await taking(step, opened, searched, context)
        switch try await taking(step, sent, about: opened, read: { asked.read(form, $0) }) {
        case .recorded:
            try await draft.forget()
            return .seeOther(opened.address)
        case .wrong(let wrong): problems = wrong.map { FieldError(field: $0.field, message: $0.message) }
        case .changedSince(let by), .sentBefore(let by): asked.theirs = by
        case .notOpenNow: throw RecordingRefusal.notOpenNow
        }
        return try await page(asked, problems, opened, searched, context)
    }

    private func kept(_ asked: StepAsked, _ opened: OpenedAdult, _ context: RequestDetails) throws -> KeptForm {
        KeptForm(
            live: live, access: try context.leave(to: .openAdult, in: live), subject: opened.adult,
            name: asked.draftName)
    }

    private func step(_ context: RequestDetails) async throws -> any Step.Type {
        _ = try context.mayTry(.recordNote, in: live)
        guard let step = AdultSteps.step(try context.pathPart("step")) else { throw Refused.notFound }
        try await live.mustBeKeptHere()
        return step
    }

    /// With whom the step may be about: adults of the same children and those a search finds, or children like the adult.
    private func taking(
        _ step: any Step.Type, _ opened: OpenedAdult, _ searched: String?, _ context: RequestDetails
    ) async throws -> TakeAdultStep {
        var taking = TakeAdultStep(
            Recorder(store: live.store, person: try context.signedIn().person, now: live.now),
            limits: live.standards.limits)
        if step == TieAdults.self {
            var known: Set<SubjectID> = [opened.adult]
            for (adult, person) in opened.around where known.insert(adult).inserted {
                taking.adults.append(StepChoice(adult.local, person?.nameShown ?? "No name recorded"))
            }
            guard let searched else { return taking }
            let found = try await live.store.adults(
                searched, limit: AdultRoutes.alikeShown, access: context.leave(to: .search, in: live), at: live.now())
            for adult in found where known.insert(adult.adult).inserted {
                taking.adults.append(StepChoice(adult.adult.local, adult.words))
            }
        } else if step == SayAdultIsChild.self {
            let journey = opened.history.journey()
            let found = try await live.store.alike(
                ChildDescription(journey, opened.withholding), besides: nil, limit: AdultRoutes.alikeShown,
                access: context.leave(to: .search, in: live), at: live.now())
            taking.children = found.children.map { alike in
                StepChoice(
                    alike.listed.child.local,
                    "\(alike.listed.nameShown), born \(alike.listed.bornWords). "
                        + "\(alike.match.band.wordsOfAdult). \(alike.match.words).")
            }
        }
        return taking
    }

    private func page(
        _ asked: StepAsked, _ errors: [FieldError], _ opened: OpenedAdult, _ searched: String?,
        _ context: RequestDetails
    ) async throws -> Response {
        let taking = try await taking(asked.step, opened, searched, context)
        guard let scene = taking.scene(asked.step, on: asked.record, of: opened, form: asked.form) else {
            throw RecordingRefusal.notOpenNow
        }
        var page = asked.page(
            of: opened, scene, csrfToken: try context.signedIn().formToken.masked(), errors: errors)
        if let searched { page.hidden.append((name: "with", value: searched)) }
        let status: HTTPResponse.Status =
            asked.theirs != nil ? .conflict : errors.isEmpty ? .ok : .unprocessableContent
        return .page(page, in: try await live.frame(for: context), status: status)
    }
}

extension RequestDetails {
    /// An adult as whoever is asking may see them.
    func open(adult: SubjectID, in live: Live) async throws -> OpenedAdult {
        try await live.store.open(adult: adult, access: leave(to: .openAdult, in: live), at: live.now())
    }
}

extension StepAsked {
    /// The page of a step about an adult.
    func page(of opened: OpenedAdult, _ scene: StepScene, csrfToken: String, errors: [FieldError]) -> StepPage {
        let current = scene.opening.record.flatMap { id in opened.history.entries.last { $0.id == id }?.sequence }
        var hidden = [(name: "form", value: form.text)]
        if let record = scene.opening.record { hidden.append((name: "of", value: record.text)) }
        if let seen = theirs == nil ? seen ?? current : current { hidden.append((name: "seen", value: "\(seen)")) }
        return StepPage(
            heading: step.words.title, lede: step.words.lede, about: opened.withholding.masked(scene.opening.words),
            childName: opened.nameShown,
            childHref: opened.address, standing: "Adult.", action: "\(opened.address)/steps/\(step.name)",
            csrfToken: csrfToken, hidden: hidden, fields: pageFields(scene, opened.withholding), errors: errors,
            theirs: theirs.map { entry in
                let told = opened.history.entries.first { $0.sequence == entry }
                return StepPage.Theirs(
                    when: told?.recordedAt.words ?? "", words: ["Open the adult's page to see what they recorded"])
            }, kept: keptAt.map(KeptForm.words))
    }
}
