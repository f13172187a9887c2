import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import Hummingbird
import Matching
import Pages
import RecordKeeping
import WorkingDays

/// How an adult comes to belong with a child, in a council whose record is kept here.
struct AdultRoutes {
    static let alikeShown = 6

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/adults/new") { request, context in try await askNew(request, context) }
        router.post("/children/{child}/adults/new") { _, context in try await recordNew(context) }
    }

    private func askNew(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let (child, access) = try await child(context)
        let form = FormReader(try FormFields(query: request.uri.query))
        if let draft = Self.form(form.given("draft")) {
            // Goes on with one form: another adult's, begun beside the same child, is another.
            guard let begun = try await kept(draft, access, child).begun() else {
                return .seeOther("\(ListedChild.address(of: child))/family")
            }
            var asked = StepAsked(RecordAdult.self, record: nil, form: draft)
            asked.goOn(with: begun)
            return try await page(asked, [], child, chosen: begun.fields["adult"], alike: [], context)
        }
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
        return try await page(asked, [], child, chosen: chosen, alike: [], begun: begun(child, context), context)
    }

    /// Adults somebody has begun to record beside this child.
    private func begun(_ child: SubjectID, _ context: RequestDetails) async throws -> [Link] {
        try await live.store.drafts(of: context.signedIn().person.user, in: live.council).compactMap { draft in
            guard draft.child == child else { return nil }
            return AdultRoutes.begun(draft).map {
                Link(words: "\($0.words), kept \(draft.savedAt.words)", href: $0.href)
            }
        }
    }

    /// The form of an adult beside a child that was begun; nil for any other draft.
    static func begun(_ draft: Draft) -> Link? {
        let parts = draft.form.split(separator: " ")
        guard parts.count == 2, parts[0] == RecordAdult.name, let form = form(String(parts[1])),
            let fields = try? FormFields(encoded: Array(draft.fields.utf8))
        else { return nil }
        let name = ["forename", "surname"].compactMap { FormReader(fields).given($0) }.joined(separator: " ")
        return Link(
            words: name.isEmpty ? RecordAdult.words.title : "\(RecordAdult.words.title): \(name)",
            href: "\(ListedChild.address(of: draft.child))/adults/new?draft=\(PercentText.encode(form.text))")
    }

    /// Each form of an adult beside a child is kept by itself: two of them are two adults.
    private func kept(_ form: RecordID, _ access: Access, _ child: SubjectID) -> KeptForm {
        KeptForm(live: live, access: access, subject: child, name: "\(RecordAdult.name) \(form.text)")
    }

    /// The id of a form; nil for what is none.
    private static func form(_ text: String?) -> RecordID? {
        text.flatMap { $0.hasPrefix("form-") && $0.count <= 60 && !$0.contains(" ") ? RecordID($0) : nil }
    }

    private func recordNew(_ context: RequestDetails) async throws -> Response {
        let (child, leave) = try await child(context)
        let form = FormReader(context.form)
        guard let id = Self.form(form.given("form")) else { throw Refused.addressUnreadable }
        let family = "\(ListedChild.address(of: child))/family"
        let draft = kept(id, leave, child)
        let address = "\(ListedChild.address(of: child))/adults/new?draft=\(PercentText.encode(id.text))"
        if let answer = try await draft.answer(form, id: id, at: address, afresh: family) { return answer }
        var asked = StepAsked(RecordAdult.self, record: nil, form: id)
        asked.typed = form.fields
        let chosen = form.given("adult")
        let access = try await context.leave(to: .openChild, child: child, in: live)
        let opened = try await live.store.open(child, access: access, at: live.now())
        if opened.history.entries.contains(where: { $0.occasion == id.text }) {
            try await draft.forget()
            return .seeOther(family)
        }
        let alike = chosen == nil ? try await alike(form, context) : []
        let taking = try await taking(chosen: chosen, alike: alike, context)
        let sent = TakeStep.Sent(form: asked.form, record: nil, seen: nil)
        switch try await taking(RecordAdult.self, sent, about: child, read: { asked.read(form, $0) }).outcome {
        case .recorded, .changedSince, .sentBefore:
            try await draft.forget()
            return .seeOther(family)
        case .notOpenNow: throw RecordingRefusal.notOpenNow
        case .wrong(let wrong):
            let problems = wrong.map { FieldError(field: $0.field, message: $0.message) }
            return try await page(asked, problems, child, chosen: chosen, alike: alike, context)
        }
    }

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
            let opened = try await context.open(adult: adult, in: live)
            taking.adults = [StepChoice(chosen, opened.nameShown)]
            taking.isAdultChosen = true
        } else {
            taking.adults = alike.map { StepChoice($0.found.adult.local, $0.words) }
        }
        return taking
    }

    private func page(
        _ asked: StepAsked, _ errors: [FieldError], _ child: SubjectID, chosen: String?, alike: [AlikeAdult],
        begun: [Link] = [], _ context: RequestDetails
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
        page.begun = begun
        if let chosen { page.hidden.append((name: "adult", value: chosen)) }
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func child(_ context: RequestDetails) async throws -> (SubjectID, Access) {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .recordNote, child: child, in: live)
        try await live.mustBeKeptHere()
        return (child, access)
    }

    static var newForm: RecordID { RecordID("form-\(SecretToken().text.prefix(20))") }
}
