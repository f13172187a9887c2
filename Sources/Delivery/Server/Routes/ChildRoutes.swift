import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// One child: what is missing, the story, who has looked; and why each concern stands.
struct ChildRoutes {
    private static let looksShown = 20

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}") { request, context in try await child(request, context) }
        router.get("/children/{child}/why/{code}") { request, context in try await why(request, context) }
    }

    private func child(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let id = SubjectID(try context.pathPart("child"))
        let person = try context.mayTry(.openChild, in: live)
        let stamp = try live.store.changeStamp()
        var form = FormReader(try FormFields(query: request.uri.query))
        let today = live.today
        let question = ChildQuestion(
            asItStood: DayAsked(&form, today: today),
            filter: StoryFilter(form), page: NumberedPage(form, size: ChildShowing.eventsShown))
        let frame = try await live.frame(for: context)
        let key = KeptPages.ChildKey(
            child: id, question: question, day: today, minute: try await live.hourHand(), person: person,
            doubts: frame.doubts)
        if let known = live.kept.child(key, asOf: stamp) {
            // Shown from memory it is still a view, and is logged before anything is shown.
            try await live.store.log(Look(known.opening, at: live.now()))
            if !known.relatives.isEmpty {
                try await live.store.log(.family(known.opening, at: live.now(), shown: known.relatives))
            }
            return try await show(known, in: frame)
        }
        let access = try await context.leave(to: .openChild, child: id, in: live)
        let opened = try await live.store.open(id, access: access, at: live.now())
        var showing = ChildShowing(
            opened: opened, day: today, question: question, catalogue: live.catalogue,
            sight: try await live.sight(of: opened))
        let relatives = try await Relatives(of: opened, access: access, in: live)
        showing.now = question.asItStood.day == nil ? key.minute : nil
        showing.people = relatives.lines(on: today)
        showing.storyLinks =
            StoryLinks(
                opened, relatives, for: access.who.role, isKeptHere: try await live.isKeptHere()
            ).all
        showing.remedies = try await live.remedies(for: access.who.role)
        if try await live.isKeptHere(), access.who.role.mayDo.contains(.recordNote) {
            let offered = StepsOffered(opened, for: access.who.role, on: today)
            let usual = offered.others.first { $0.href.hasSuffix("/visits/new") }
            let all = Link(words: "Record something else", href: "\(ListedChild.address(of: id))/steps")
            // Two clicks from a child's page, at any time: a clock starts with it.
            let harm = offered.others.first { $0.href.hasSuffix("/steps/\(RecordHarmAlleged.name)") }
            showing.actions = [usual, harm].compactMap { $0 } + offered.next.prefix(4) + [all]
        }
        // Anybody who may open a child may hold the child to be unsafe, at any point, beside whatever system keeps the casework.
        let flags = StepsOffered.aboutFlags(
            opened, for: access.who.role, on: today, isListed: !showing.actions.isEmpty)
        showing.actions += flags.filter { flag in !showing.actions.contains { $0.href == flag.href } }
        var page = showing.page
        page.isRestricted = opened.isRestricted
        if access.isByBreakGlass {
            page.openUntil = try await live.store.glassEnds(
                of: id, for: access.who.user, in: live.council, at: live.now())?.words
        }
        page.whoMayOpenHref = try await whoMayOpen(id, context)
        let made = KeptPages.KeptChild(
            page: KeptChildPage(page, in: frame), relatives: relatives.named, opening: access,
            seeingWhoLooked: try await context.leave(to: .seeWhoHasLooked, child: id, in: live),
            withholding: opened.withholding)
        // What was opened for a few hours closes by itself, and a kept page would not notice.
        if !access.isByBreakGlass { live.kept.keep(made, key, asOf: stamp) }
        return try await show(made, in: frame)
    }

    /// Where who may open the child is changed; nil for whoever may not.
    private func whoMayOpen(_ child: SubjectID, _ context: RequestDetails) async throws -> String? {
        guard try context.signedIn().person.role.mayDo.contains(.restrictChild) else { return nil }
        do {
            _ = try await context.leave(to: .restrictChild, child: child, in: live)
            return "\(ListedChild.address(of: child))/restriction"
        } catch AccessRefusal.restricted {
            return nil
        }
    }

    private func show(_ kept: KeptPages.KeptChild, in frame: Frame) async throws -> Response {
        var page = kept.page
        guard let child = kept.opening.child else { throw Refused.notFound }
        let looks = try await live.store.whoHasLooked(at: child, access: kept.seeingWhoLooked, limit: Self.looksShown)
        var names: [UserID: String] = [:]
        for user in Set(looks.map(\.user)) { names[user] = try await live.store.user(user, in: live.council)?.name }
        page.looks = looks.map { look in
            // A reason somebody stated is told of the child it was stated for, and of nobody else.
            let mayTell = !look.isReasonStated || look.isReason(for: child)
            return Pages.Look(
                who: "\(names[look.user] ?? look.user.text), \(Role(rawValue: look.role)?.words ?? look.role)",
                when: look.at.words,
                why: mayTell ? kept.withholding.masked(look.why) : AccessReason.family.words)
        }
        return .page(page, in: frame)
    }

    private func why(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let id = SubjectID(try context.pathPart("child"))
        let code = ConcernCode(try context.pathPart("code"))
        let opened = try await open(id, context)
        let form = FormReader(try FormFields(query: request.uri.query))
        let matching = opened.concerns.filter { concern in
            concern.code == code && (form.given("about").map { concern.about.key == $0 } ?? true)
                && (form.given("onset").map { concern.onset.description == $0 } ?? true)
        }
        let day = live.today
        guard let concern = matching.first(where: { $0.stands(on: day) }) ?? matching.last else {
            throw Refused.notFound
        }
        let access = try await context.leave(to: .openChild, child: id, in: live)
        let others = try await OthersEvidence(of: opened, [concern], access: access, in: live)
        return try await .page(
            WhyShowing(
                opened: opened, concern: concern, day: day, now: try await live.hourHand(), others: others,
                remedies: try await live.remedies(for: access.who.role)
            ).page, context, in: live)
    }

    /// Opening is one view, and is logged as one.
    private func open(_ child: SubjectID, _ context: RequestDetails) async throws -> OpenedChild {
        let access = try await context.leave(to: .openChild, child: child, in: live)
        return try await live.store.open(child, access: access, at: live.now())
    }
}

/// What the address of a child's page asks for.
struct ChildQuestion: Hashable {
    let asItStood: DayAsked
    let filter: StoryFilter
    let page: NumberedPage
}
