import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import Hummingbird
import Matching
import Pages
import RecordKeeping
import WorkingDays

/// Adults of the record, in a council whose record is kept here: how one comes to belong with a child, and their own page.
struct AdultRoutes {
    private static let alikeShown = 6

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/adults/new") { request, context in try await askNew(request, context) }
        router.post("/children/{child}/adults/new") { _, context in try await recordNew(context) }
        router.get("/adults/{adult}") { _, context in try await show(context) }
        router.get("/adults/{adult}/steps/{step}") { request, context in try await ask(request, context) }
        router.post("/adults/{adult}/steps/{step}") { _, context in try await record(context) }
    }

    // MARK: An adult beside a child

    private func askNew(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let child = try await child(context)
        let form = FormReader(try FormFields(query: request.uri.query))
        let chosen = form.given("adult")
        // NB: whoever has not searched is sent to the search.
        guard let searched = form.given("searched") ?? chosen else {
            return .seeOther("\(ListedChild.address(of: child))/family")
        }
        var asked = StepAsked(RecordAdult.self, record: nil, form: Self.newForm)
        if chosen == nil {
            let words = searched.split(separator: " ").filter { !$0.contains(where: \.isNumber) }.map(String.init)
            asked.typed = FormFields([
                FormFields.Field("forename", words.count > 1 ? words[0] : ""),
                FormFields.Field(
                    "surname", words.count > 1 ? words.dropFirst().joined(separator: " ") : words.first ?? ""),
            ])
        }
        return try await page(asked, [], child, chosen: chosen, alike: [], context)
    }

    private func recordNew(_ context: RequestDetails) async throws -> Response {
        let child = try await child(context)
        let form = FormReader(context.form)
        guard let id = form.given("form"), id.hasPrefix("form-"), id.count <= 60 else {
            throw Refused.addressUnreadable
        }
        var asked = StepAsked(RecordAdult.self, record: nil, form: RecordID(id))
        asked.typed = form.fields
        let chosen = form.given("adult")
        let access = try await context.leave(to: .openChild, child: child, in: live)
        let opened = try await live.store.open(child, access: access, at: live.now())
        if opened.history.entries.contains(where: { $0.occasion == id }) { return Self.done(child) }
        let alike = chosen == nil ? try await alike(form, context) : []
        let taking = try await taking(chosen: chosen, alike: alike, context)
        let sent = TakeStep.Sent(form: asked.form, record: nil, seen: nil)
        switch try await taking(RecordAdult.self, sent, about: child, read: { asked.read(form, $0) }).outcome {
        case .recorded, .changedSince, .sentBefore: return Self.done(child)
        case .notOpenNow: throw RecordingRefusal.notOpenNow
        case .wrong(let wrong):
            let problems = wrong.map { FieldError(field: $0.field, message: $0.message) }
            return try await page(asked, problems, child, chosen: chosen, alike: alike, context)
        }
    }

    private static func done(_ child: SubjectID) -> Response { .seeOther("\(ListedChild.address(of: child))/family") }

    /// Adults known here who may be the one that was typed, with the reasons.
    private func alike(_ form: FormReader, _ context: RequestDetails) async throws -> [AlikeAdult] {
        var form = form
        var description = ChildDescription(
            forename: form.given("forename"), surname: form.given("surname"),
            bornOn: form.day("born", called: "the date of birth", around: live.today, required: false))
        description.knownAs = form.given("knownAs")
        description.places = [PlaceText(postcode: form.given("postcode"), text: form.given("address"))]
            .filter { !$0.isEmpty }
        guard description.forename != nil || description.surname != nil else { return [] }
        return try await live.store.adultsAlike(
            description, limit: Self.alikeShown, access: context.leave(to: .search, in: live), at: live.now())
    }

    private func taking(
        chosen: String?, alike: [AlikeAdult], _ context: RequestDetails
    ) async throws -> TakeStep {
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        var taking = TakeStep(recorder, workers: [], codes: [:])
        if let chosen {
            // Asked for as on their own page, so that nobody is tied whom the reader may not see.
            let adult = SubjectID(source: SourceName.record.text, local: chosen)
            let opened = try await open(adult, context)
            taking.adults = [StepChoice(chosen, opened.nameShown)]
            taking.isAdultChosen = true
        } else {
            taking.adults = alike.map { StepChoice($0.found.adult.local, $0.words) }
        }
        return taking
    }

    private func page(
        _ asked: StepAsked, _ errors: [FieldError], _ child: SubjectID, chosen: String?, alike: [AlikeAdult],
        _ context: RequestDetails
    ) async throws -> Response {
        let access = try await context.leave(to: .openChild, child: child, in: live)
        let opened = try await live.store.open(child, access: access, at: live.now())
        let taking = try await taking(chosen: chosen, alike: alike, context)
        guard let scene = taking.scene(asked.step, on: nil, of: opened, form: asked.form) else {
            throw RecordingRefusal.notOpenNow
        }
        var page = asked.page(
            of: opened, scene, on: live.today, csrfToken: try context.signedIn().formToken.masked(), errors: errors)
        page.action = "\(ListedChild.address(of: child))/adults/new"
        page.isKept = false
        if let chosen { page.hidden.append((name: "adult", value: chosen)) }
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func child(_ context: RequestDetails) async throws -> SubjectID {
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .recordNote, child: child, in: live)
        try await live.mustBeKeptHere()
        return child
    }

    private static var newForm: RecordID { RecordID("form-\(SecretToken().text.prefix(20))") }

    // MARK: An adult's own page

    private func show(_ context: RequestDetails) async throws -> Response {
        let opened = try await open(SubjectID(try context.pathPart("adult")), context)
        let mayRecord = try context.signedIn().person.role.mayDo.contains(.recordNote)
        return try await .page(
            AdultShowing(opened: opened, day: live.today, mayRecord: mayRecord).page, context, in: live)
    }

    private func open(_ adult: SubjectID, _ context: RequestDetails) async throws -> OpenedAdult {
        try await live.store.open(
            adult: adult, access: context.leave(to: .openAdult, in: live), at: live.now())
    }

    // MARK: A step about an adult

    private func ask(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let step = try await step(context)
        let form = FormReader(try FormFields(query: request.uri.query))
        let asked = StepAsked(step, record: form.given("of").map { RecordID($0) }, form: Self.newForm)
        let opened = try await open(SubjectID(try context.pathPart("adult")), context)
        return try await page(asked, [], opened, form.given("with"), context)
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
        let opened = try await open(SubjectID(try context.pathPart("adult")), context)
        if opened.history.entries.contains(where: { $0.occasion == id }) { return .seeOther(opened.address) }
        let sent = TakeStep.Sent(form: asked.form, record: asked.record, seen: asked.seen)
        var problems: [FieldError] = []
        let taking = try await taking(step, opened, searched, context)
        switch try await taking(step, sent, about: opened, read: { asked.read(form, $0) }) {
        case .recorded: return .seeOther(opened.address)
        case .wrong(let wrong): problems = wrong.map { FieldError(field: $0.field, message: $0.message) }
        case .changedSince(let by), .sentBefore(let by): asked.theirs = by
        case .notOpenNow: throw RecordingRefusal.notOpenNow
        }
        return try await page(asked, problems, opened, searched, context)
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
                searched, limit: Self.alikeShown, access: context.leave(to: .search, in: live), at: live.now())
            for adult in found where known.insert(adult.adult).inserted {
                taking.adults.append(StepChoice(adult.adult.local, adult.words))
            }
        } else if step == SayAdultIsChild.self {
            let journey = opened.history.journey()
            let found = try await live.store.alike(
                ChildDescription(journey), besides: nil, limit: Self.alikeShown,
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

extension StepAsked {
    /// The page of a step about an adult.
    func page(of opened: OpenedAdult, _ scene: StepScene, csrfToken: String, errors: [FieldError]) -> StepPage {
        let current = scene.opening.record.flatMap { id in opened.history.entries.last { $0.id == id }?.sequence }
        var hidden = [(name: "form", value: form.text)]
        if let record = scene.opening.record { hidden.append((name: "of", value: record.text)) }
        if let seen = theirs == nil ? seen ?? current : current { hidden.append((name: "seen", value: "\(seen)")) }
        var page = StepPage(
            heading: step.words.title, lede: step.words.lede, about: opened.withholding.masked(scene.opening.words),
            childName: opened.nameShown,
            childHref: opened.address, standing: "Adult.", action: "\(opened.address)/steps/\(step.name)",
            csrfToken: csrfToken, hidden: hidden, fields: pageFields(scene, opened.withholding), errors: errors,
            theirs: theirs.map { entry in
                let told = opened.history.entries.first { $0.sequence == entry }
                return StepPage.Theirs(
                    when: told?.recordedAt.words ?? "", words: ["Open the adult's page to see what they recorded"])
            })
        page.isKept = false
        return page
    }
}
