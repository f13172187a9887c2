import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Matching
import Pages
import RecordKeeping
import WorkingDays

/// Recording that a child was referred, in a council whose record is kept here. A child nobody knows yet is made only
/// after a search.
struct ReferralRoutes {
    /// What a draft of it is kept under: about a child known here, or about the new child its form would make.
    static let draftName = "referral"
    private static let alikeShown = 8

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/referrals/new") { request, context in try await askNew(request, context) }
        router.post("/referrals/new") { _, context in try await recordNew(context) }
        router.get("/children/{child}/referrals/new") { _, context in try await askKnown(context) }
        router.post("/children/{child}/referrals/new") { _, context in try await recordKnown(context) }
    }

    // MARK: A child not known here

    private func askNew(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let form = FormReader(try FormFields(query: request.uri.query))
        if let begun = ReferralAsked.record(form.given("draft")) { return try await goOn(with: begun, context) }
        // NB: whoever has not searched is sent to the search.
        guard let searched = form.given("searched") else { return .seeOther(MainSection.search.path) }
        let asked = ReferralAsked(today: live.today, searched: searched, mother: form.given("mother"))
        _ = try await leaveToMake(asked.child, context)
        try await live.mustBeKeptHere()
        let others = try await begunReferrals(context)
        return try await page(asked, nil, context, begun: others)
    }

    /// The form of a child not known here that somebody had begun.
    private func goOn(with record: RecordID, _ context: RequestDetails) async throws -> Response {
        try await live.mustBeKeptHere()
        let child = SubjectID(source: SourceName.record.text, local: record.text)
        guard let begun = try await kept(leaveToMake(child, context), child).begun() else {
            return .seeOther(MainSection.search.path)
        }
        let asked = ReferralAsked(
            goingOnWith: begun, as: record, around: live.today, by: try context.signedIn().person.role,
            live.standards.codeWords)
        return try await page(asked, nil, context)
    }

    private func begunReferrals(_ context: RequestDetails) async throws -> [Link] {
        try await live.store.drafts(of: context.signedIn().person.user, in: live.council).compactMap { draft in
            ReferralRoutes.begun(draft).map { Link(words: "\($0.words), kept \(draft.savedAt.words)", href: $0.href) }
        }
    }

    /// What was begun about a child not known here, by the name that was typed; nil for any other draft.
    static func begun(_ draft: Draft) -> Link? {
        guard draft.form == draftName, let record = ReferralAsked.record(draft.child.local),
            let fields = try? FormFields(encoded: Array(draft.fields.utf8))
        else { return nil }
        let name = ["forename", "surname"].compactMap { FormReader(fields).given($0) }.joined(separator: " ")
        return Link(
            words: name.isEmpty ? "A child not known here" : name,
            href: "/referrals/new?draft=\(PercentText.encode(record.text))")
    }

    private func kept(_ access: Access, _ child: SubjectID) -> KeptForm {
        KeptForm(live: live, access: access, subject: child, name: Self.draftName)
    }

    /// The answer to a form that was kept and not sent.
    private func answer(
        _ form: FormReader, _ draft: KeptForm, at address: String, afresh: String
    ) async throws -> Response? {
        guard let record = ReferralAsked.record(form.given("record")) else { return nil }
        return try await draft.answer(
            form, id: record, at: address, afresh: afresh, but: KeptForm.passing.union(["record", "none"]))
    }

    private func recordNew(_ context: RequestDetails) async throws -> Response {
        var form = FormReader(context.form)
        let asked = ReferralAsked(
            &form, around: live.today, isNew: true, by: try context.signedIn().person.role,
            live.standards.codeWords)
        let draft = kept(try await leaveToMake(asked.child, context), asked.child)
        try await live.mustBeKeptHere()
        let address = "/referrals/new?draft=\(PercentText.encode(asked.record.text))"
        if let answer = try await answer(form, draft, at: address, afresh: MainSection.search.path) { return answer }
        var errors = form.problems
        let alike = try await alike(asked, context)
        if !alike.isNobody, !form.isTicked("none") {
            errors.append(
                FieldError(field: "none", message: "Look at the children alike, and say that it is none of them"))
        }
        guard let referral = asked.referral, let person = asked.person, errors.isEmpty else {
            return try await page(asked, nil, context, alike: alike, errors: errors)
        }
        return try await record(referral, who: person, asked, draft, nil, context)
    }

    /// Leave to record about a child who is not there yet, and has no restriction; one made since by the same form may have.
    private func leaveToMake(_ child: SubjectID, _ context: RequestDetails) async throws -> Access {
        let person = try context.mayTry(.recordReferral, in: live)
        let restriction = try await live.store.restriction(of: child, in: live.council, at: live.now()) ?? .none
        return try AccessRules.access(
            for: person, to: .recordReferral, .child(child, in: live.council, restriction), because: .work
        ).get()
    }

    /// Children who may be the one described, and how many records like it the reader may not see.
    private struct Alike {
        var lines: [AlikeLine] = []
        var restricted: [SubjectID] = []
        var mayBreakGlass = false

        var isNobody: Bool { lines.isEmpty && restricted.isEmpty }
    }

    private func alike(_ asked: ReferralAsked, _ context: RequestDetails) async throws -> Alike {
        if let mother = try await mother(asked, context) {
            // Another baby she expects may be this one.
            let others = mother.children.filter { $0.summary.bornOn == nil && $0.child != asked.child }
            return Alike(
                lines: others.map { other in
                    let listed = ListedChild(child: other.child, summary: other.summary, standing: nil, concerns: [])
                    return AlikeLine(listed, band: nil, why: "The same mother")
                })
        }
        guard let description = asked.description else { return Alike() }
        let access = try context.leave(to: .search, in: live)
        // The one this very form has made already, sent twice, is not alike but the same.
        let found = try await live.store.alike(
            description, besides: asked.child, limit: Self.alikeShown, access: access, at: live.now())
        return Alike(
            lines: found.children.map { AlikeLine($0.listed, band: $0.match.band, why: $0.match.words) },
            restricted: found.restricted, mayBreakGlass: access.who.role.mayDo.contains(.breakGlass))
    }

    /// The expectant mother, opened as on her own page; nil for a child who is born.
    private func mother(_ asked: ReferralAsked, _ context: RequestDetails) async throws -> OpenedAdult? {
        guard let mother = asked.mother else { return nil }
        return try await live.store.open(
            adult: SubjectID(source: SourceName.record.text, local: mother),
            access: context.leave(to: .openAdult, in: live), at: live.now())
    }

    // MARK: A child known here

    private func askKnown(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .recordReferral, child: child, in: live)
        try await live.mustBeKeptHere()
        var asked = ReferralAsked(today: live.today, searched: "")
        if let begun = try await kept(access, child).begun() {
            asked = ReferralAsked(
                goingOnWith: begun, as: nil, around: live.today, by: access.who.role, live.standards.codeWords)
        }
        return try await page(asked, open(child, context), context)
    }

    private func recordKnown(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .recordReferral, child: child, in: live)
        try await live.mustBeKeptHere()
        var form = FormReader(context.form)
        let draft = kept(access, child)
        let address = "\(ListedChild.address(of: child))/referrals/new"
        if let answer = try await answer(form, draft, at: address, afresh: address) { return answer }
        let asked = ReferralAsked(
            &form, around: live.today, isNew: false, by: try context.signedIn().person.role,
            live.standards.codeWords)
        let opened = try await open(child, context)
        form.askToLeaveOut(opened.withholding, in: ["about", "why", "note"])
        guard let referral = asked.referral, form.problems.isEmpty else {
            return try await page(asked, opened, context, errors: form.problems)
        }
        return try await record(referral, who: nil, asked, draft, opened, context)
    }

    // MARK: Both

    private func record(
        _ referral: Referral, who person: Person?, _ asked: ReferralAsked, _ draft: KeptForm, _ opened: OpenedChild?,
        _ context: RequestDetails
    ) async throws -> Response {
        let child = draft.subject
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        do throws(RecordingRefusal) {
            if let contact = asked.contact {
                try await ReceiveContact(recorder)(
                    contact, id: asked.record, about: child, who: person, mother: asked.mother, told: asked.told)
            } else {
                try await ReceiveReferral(recorder)(
                    referral, id: asked.record, about: child, who: person, mother: asked.mother, told: asked.told)
            }
        } catch {
            guard case .dayNotPossible = error else { throw error }
            let problem = FieldError(field: "received", message: "Enter a day and a time up to now")
            return try await page(asked, opened, context, errors: [problem])
        }
        try await draft.forget()
        return .seeOther(ListedChild.address(of: child))
    }

    private func page(
        _ asked: ReferralAsked, _ opened: OpenedChild?, _ context: RequestDetails, alike: Alike = Alike(),
        begun: [Link] = [], errors: [FieldError] = []
    ) async throws -> Response {
        var page = asked.page(
            of: opened, for: try context.signedIn().person.role, live.standards.codeWords,
            csrfToken: try context.signedIn().formToken.masked(), alike: alike.lines,
            errors: errors)
        page.begun = begun
        page.restrictedAlike = alike.restricted.count
        if alike.mayBreakGlass { page.emergencies = SearchShowing.emergencies(alike.restricted) }
        page.mother = try await mother(asked, context).map { (value: $0.adult.local, words: $0.nameShown) }
        return .page(page, in: try await live.frame(for: context), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func open(_ child: SubjectID, _ context: RequestDetails) async throws -> OpenedChild {
        let access = try await context.leave(to: .openChild, child: child, in: live)
        return try await live.store.open(child, access: access, at: live.now())
    }
}

extension AlikeLine {
    fileprivate init(_ listed: ListedChild, band: ChildMatch.Band?, why: String) {
        self.init(
            name: listed.nameShown, href: listed.address, born: listed.bornWords, band: band?.words, why: why)
    }
}
