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
        // NB: whoever has not searched is sent to the search.
        guard let searched = form.given("searched") else { return .seeOther(MainSection.search.path) }
        let asked = ReferralAsked(today: live.today, searched: searched, mother: form.given("mother"))
        try leaveToMake(asked.child, context)
        try await live.mustBeKeptHere()
        return try await page(asked, nil, context)
    }

    private func recordNew(_ context: RequestDetails) async throws -> Response {
        var form = FormReader(context.form)
        let asked = ReferralAsked(
            &form, around: live.today, isNew: true, by: try context.signedIn().person.role,
            live.standards.codeWords)
        try leaveToMake(asked.child, context)
        try await live.mustBeKeptHere()
        var errors = form.problems
        let alike = try await alike(asked, context)
        if !alike.isNobody, !form.isTicked("none") {
            errors.append(
                FieldError(field: "none", message: "Look at the children alike, and say that it is none of them"))
        }
        guard let referral = asked.referral, let person = asked.person, errors.isEmpty else {
            return try await page(asked, nil, context, alike: alike, errors: errors)
        }
        return try await record(referral, who: person, asked, asked.child, nil, context)
    }

    /// Leave to record about a child who is not there yet: there is no restriction to ask for.
    private func leaveToMake(_ child: SubjectID, _ context: RequestDetails) throws {
        _ = try AccessRules.access(
            for: context.signedIn().person, to: .recordReferral, .child(child, in: live.council, .none), because: .work
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
        _ = try await context.leave(to: .recordReferral, child: child, in: live)
        try await live.mustBeKeptHere()
        return try await page(ReferralAsked(today: live.today, searched: ""), open(child, context), context)
    }

    private func recordKnown(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        _ = try await context.leave(to: .recordReferral, child: child, in: live)
        try await live.mustBeKeptHere()
        var form = FormReader(context.form)
        let asked = ReferralAsked(
            &form, around: live.today, isNew: false, by: try context.signedIn().person.role,
            live.standards.codeWords)
        let opened = try await open(child, context)
        form.askToLeaveOut(opened.withholding, in: ["about", "why", "note"])
        guard let referral = asked.referral, form.problems.isEmpty else {
            return try await page(asked, opened, context, errors: form.problems)
        }
        return try await record(referral, who: nil, asked, child, opened, context)
    }

    // MARK: Both

    private func record(
        _ referral: Referral, who person: Person?, _ asked: ReferralAsked, _ child: SubjectID, _ opened: OpenedChild?,
        _ context: RequestDetails
    ) async throws -> Response {
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
        return .seeOther(ListedChild.address(of: child))
    }

    private func page(
        _ asked: ReferralAsked, _ opened: OpenedChild?, _ context: RequestDetails, alike: Alike = Alike(),
        errors: [FieldError] = []
    ) async throws -> Response {
        var page = asked.page(
            of: opened, for: try context.signedIn().person.role, live.standards.codeWords,
            csrfToken: try context.signedIn().formToken.masked(), alike: alike.lines,
            errors: errors)
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
