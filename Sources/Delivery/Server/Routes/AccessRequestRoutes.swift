import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import Retention
import WorkingDays

/// A request for access to a child's record: its pages, their marks, and giving what is left.
struct AccessRequestRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/access/{request}") { request, context in
            let fields = try FormFields(query: request.uri.query)
            return try await show(Asked(fields: fields), context)
        }
        router.post("/children/{child}/access/{request}") { _, context in try await act(context) }
    }

    /// What the page shows besides the request itself.
    private struct Asked {
        var fields = FormFields([])
        /// Sent, and to be put right.
        var typed: FormFields?
        var errors: [FieldError] = []
    }

    private func act(_ context: RequestDetails) async throws -> Response {
        let (opened, request, terms) = try await open(context)
        let bundle = AccessBundle(opened, request)
        let address = Self.address(request.id, of: opened.child)
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        let answering = AnswerAccessRequest(recorder, opened.child, request)
        let isRead = bundle.unread.isEmpty
        var form = FormReader(context.form)
        var refusal: AnswerAccessRequest.Refusal?
        var next = address
        let act = form.given("do")
        if act == "hand-over" || act == "give" || act == "keep-back" {
            guard form.given("seen").flatMap({ Int64($0) }) == request.place else { throw Refused.changedSince }
        }
        switch act {
        case "next", "back":
            guard let number = form.given("page").flatMap({ Int($0) }), (1...bundle.pages).contains(number) else {
                throw Refused.addressUnreadable
            }
            guard form.given("digest") == bundle.digest(number) else { throw Refused.changedSince }
            let marks = AccessMarks(bundle: bundle, number: number, terms: terms)
            let (found, problems) = marks.redactions(context.form)
            guard problems.isEmpty else {
                return try await page(
                    opened, bundle, terms, Asked(fields: context.form, typed: context.form, errors: problems), context)
            }
            refusal = try await answering.keep(
                AccessPageRead(
                    number: number, digest: bundle.digest(number), redactions: found, by: recorder.person.user.text))
            let other = act == "back" ? number - 1 : number + 1
            next += "?page=\(min(max(other, 1), bundle.pages))&kept=yes"
        case "hand-over": refusal = try await answering.handOver(isRead: isRead)
        case "give":
            if !form.isTicked("read") { form.note("read", "Read all of it first, and say so") }
            if form.problems.isEmpty {
                let council = try await council()
                refusal = try await answering.give(
                    bundle.text(on: live.today, council: council), from: council, isRead: isRead)
            }
        case "keep-back":
            if let why = form.text("why", called: "why it is kept back", atMost: 1000) {
                refusal = try await answering.keepBack(because: why)
            }
        default: throw Refused.addressUnreadable
        }
        switch refusal {
        case nil: break
        case .notOpenNow?: throw Refused.changedSince
        case .unread?:
            form.note(
                "read", "What it tells has changed since its pages were read: mark the pages that are not read yet")
        case .own?: form.note("read", "You marked it or handed it over yourself: somebody else gives it")
        }
        guard form.problems.isEmpty else {
            return try await page(
                opened, bundle, terms, Asked(fields: context.form, errors: form.problems), context)
        }
        return .seeOther(next)
    }

    private func council() async throws -> String {
        try await live.store.councils().first { $0.code == live.council }?.name ?? live.council.text
    }

    private func open(
        _ context: RequestDetails
    ) async throws -> (OpenedChild, Recorded<SubjectAccessRequest>, AccessTerms) {
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .answerAccessRequest, child: child, in: live)
        try await live.mustBeKeptHere()
        let access = try await context.leave(to: .openChild, child: child, in: live)
        let opened = try await live.store.open(child, access: access, at: live.now())
        let id = RecordID(try context.pathPart("request"))
        guard let request = opened.history.journey().casework.accessRequests.last(where: { $0.id == id }),
            let terms = live.standards.accessTerms
        else { throw Refused.notFound }
        return (opened, request, terms)
    }

    static func address(_ request: RecordID, of child: SubjectID) -> String {
        "\(ListedChild.address(of: child))/access/\(PercentText.encode(request.text))"
    }

    // MARK: The page

    private func show(_ asked: Asked, _ context: RequestDetails) async throws -> Response {
        let (opened, request, terms) = try await open(context)
        return try await page(opened, AccessBundle(opened, request), terms, asked, context)
    }

    private func page(
        _ opened: OpenedChild, _ bundle: AccessBundle, _ terms: AccessTerms, _ asked: Asked, _ context: RequestDetails
    ) async throws -> Response {
        let signedIn = try context.signedIn()
        let names = PeopleNames(
            users: try await live.store.users(in: live.council), workforce: opened.setting.workforce)
        var showing = AccessRequestShowing(opened: opened, bundle: bundle, terms: terms, names: names)
        showing.number = asked.fields["page"].flatMap { Int($0) }
        showing.isKept = asked.fields["kept"] == "yes"
        showing.typed = asked.typed
        let recorder = Recorder(store: live.store, person: signedIn.person, now: live.now)
        showing.mayGive = AnswerAccessRequest(recorder, opened.child, bundle.request).mayGive(signedIn.person.user.text)
        let page = showing.page(csrfToken: signedIn.formToken.masked(), errors: asked.errors)
        return .page(
            page, in: try await live.frame(for: context), status: asked.errors.isEmpty ? .ok : .unprocessableContent)
    }
}
