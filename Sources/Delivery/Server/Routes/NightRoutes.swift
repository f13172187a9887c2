import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Nights and weekends: what emergency duty has in hand, one child tonight, handing over and taking, and the emergency list.
struct NightRoutes {
    private static let shown = 25
    private static let recordedShown = 100
    private static let kinds: Set<RecordKind> = [
        .contact, .referral, .strategyDiscussion, .section47Enquiry, .visit, .caseNote, .managementDecision, .handover,
        .missingEpisode, .missingMeeting, .homelessness,
    ]
    private static let pages: Set<String> = ["/work", "/team", "/nights"]

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/nights") { _, context in try await nights(context) }
        router.get("/children/{child}/tonight") { _, context in try await tonight(context) }
        router.post("/children/{child}/handovers/{handover}") { _, context in try await accept(context) }
        router.get("/emergency-list") { _, context in try await emergencyList(context) }
    }

    private func nights(_ context: RequestDetails) async throws -> Response {
        let person = try context.mayTry(.seeNights, in: live)
        try await live.mustBeKeptHere()
        let access = try context.leave(to: .seeToday, in: live)
        let (day, now) = (live.today, live.now())
        let night = OfficeHours.night(at: now, live.standards.calendar)
        let setting = try await live.store.setting(of: live.council)?.setting
        let cards = ChildCards(
            day: day, now: try await live.hourHand(), setting: setting,
            remedies: try await live.remedies(for: person.role))
        let recorded = try await live.store.recorded(
            Self.kinds, from: night.from, until: night.until, limit: Self.recordedShown, access: access, at: now)
        let names = PeopleNames(users: try await live.store.users(in: live.council), workforce: setting?.workforce)
        let risk = try await live.store.list(
            ListQuery(.now, on: day, filter: ListFilter(level: 1), limit: Self.shown), access: access, at: now)
        let atRisk = risk.lines.compactMap(\.child)
        let due = try await due(before: night.until, access)
        var ahead = cards
        ahead.showing = .ahead
        let page = NightsPage(
            stretch: "From \(night.from.words) to \(night.until.words): outside the hours of the day teams.",
            handedOver: try await Handovers(live, context).all(backTo: "/nights"),
            recorded: recorded.compactMap { $0 }.map { line($0, names) },
            due: due.found.map { card($0, day, cards, ahead) },
            atRisk: atRisk.map { tonightCard(cards.card($0), $0) }, more: max(0, risk.total - risk.lines.count),
            restricted: risk.lines.count - atRisk.count + recorded.filter { $0 == nil }.count + due.restricted,
            listHref: person.role.mayDo.contains(.seeEmergencyList) ? "/emergency-list" : nil)
        return try await .page(page, context, in: live)
    }

    private func line(_ entry: RecentEntry, _ names: PeopleNames) -> NightsPage.Recorded {
        let listed = ListedChild(child: entry.child, summary: entry.summary, standing: nil, concerns: [])
        let what = entry.kind.words
        return NightsPage.Recorded(
            child: Link(words: listed.nameShown, href: "\(listed.address)/tonight"),
            what: what.prefix(1).uppercased() + what.dropFirst(), when: entry.recordedAt.words, by: names.name(entry.by)
        )
    }

    /// Clocks in hours that run out before the offices open, and those of days that run out by then.
    private func due(
        before until: Moment, _ access: Access
    ) async throws -> (found: [ListedChild], restricted: Int) {
        let day = live.today
        let ahead = try await live.store.beginning(
            after: day, within: max(1, until.londonDay - day), filter: ListFilter(), limit: 500, access: access,
            at: live.now())
        let standing = try await live.store.list(
            ListQuery(.now, on: day, filter: ListFilter(level: 1), limit: 500), access: access, at: live.now())
        var order: [SubjectID] = []
        var found: [SubjectID: ListedChild] = [:]
        func add(_ child: SubjectID, _ summary: ChildSummary, _ concern: Concern) {
            if found[child] == nil { order.append(child) }
            found[child] = ListedChild(
                child: child, summary: summary, standing: nil, concerns: (found[child]?.concerns ?? []) + [concern])
        }
        for listed in standing.lines.compactMap(\.child) {
            for concern in listed.concerns where concern.dueAt.map({ $0 <= until && $0 > live.now() }) ?? false {
                add(listed.child, listed.summary, concern)
            }
        }
        let soon = ahead.lines.compactMap { $0 }.filter { $0.concern.isSoon(after: day, before: until) }
        for line in soon { add(line.child, line.summary, line.concern) }
        // Of those that cannot be seen nobody can say how soon; they are counted all the same.
        return (order.compactMap { found[$0] }, ahead.lines.filter { $0 == nil }.count)
    }

    private func card(_ child: ListedChild, _ day: Day, _ standing: ChildCards, _ ahead: ChildCards) -> ChildCard {
        let isStanding = child.concerns.contains { $0.stands(on: day) }
        return tonightCard((isStanding ? standing : ahead).card(child), child)
    }

    /// At night a child opens on the plan for tonight.
    private func tonightCard(_ card: ChildCard, _ child: ListedChild) -> ChildCard {
        var card = card
        card.href = "\(child.address)/tonight"
        return card
    }

    private func tonight(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .openChild, child: child, in: live)
        try await live.mustBeKeptHere()
        let opened = try await live.store.open(child, access: access, at: live.now())
        let role = try context.signedIn().person.role
        let (day, now) = (live.today, live.now())
        let names = PeopleNames(
            users: try await live.store.users(in: live.council), workforce: opened.setting.workforce)
        let showing = PlanShowing(opened, on: day, at: now, names: names)
        let cards = ChildCards(
            day: day, now: try await live.hourHand(), setting: opened.setting,
            remedies: try await live.remedies(for: role))
        let address = ListedChild.address(of: child)
        let standing = opened.concerns.filter { $0.stands(on: day) }.sorted { Concern.isBefore($0, $1, on: day) }
        let handovers = try await Handovers(live, context)
        let open = opened.history.journey().casework.handovers.filter { $0.body.acceptedBy == nil }.map { record in
            var handover = record.body
            handover.items = opened.withholding.masked(handover.items)
            return OutstandingHandover(child: child, summary: opened.summary, id: record.id, handover: handover)
        }
        var soon = cards
        soon.showing = .ahead
        let until = OfficeHours.opening(after: now, live.standards.calendar)
        let page = TonightPage(
            childName: opened.nameShown, childHref: address, standing: showing.about, plan: showing.lines,
            concerns: standing.map { cards.line($0, of: address) },
            soon: showing.soon(before: until).map { soon.line($0, of: address) },
            handovers: open.map { handovers.item($0, "") },
            actions: actions(opened, role))
        return try await .page(page, context, in: live)
    }

    /// What is recorded at night.
    private func actions(_ opened: OpenedChild, _ role: Role) -> [Link] {
        let address = ListedChild.address(of: opened.child)
        let offered = StepsOffered(opened, for: role, on: live.today)
        let names = ["contact", "harm-alleged", "strategy-discussion", "note", "handover"]
        let steps = names.flatMap { name in
            (offered.next + offered.others).filter {
                $0.href.hasPrefix("\(address)/steps/\(name)?")
                    || $0.href == "\(address)/steps/\(name)"
            }
        }
        return offered.others.filter { $0.href.hasSuffix("/visits/new") } + steps
    }

    private func accept(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let id = RecordID(try context.pathPart("handover"))
        _ = try await context.leave(to: .handOver, child: child, in: live)
        try await live.mustBeKeptHere()
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        try await AcceptHandover(recorder)(id, about: child)
        let back = FormReader(context.form).given("back") ?? ""
        return .seeOther(Self.pages.contains(back) ? back : "\(ListedChild.address(of: child))/tonight")
    }

    private func emergencyList(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeEmergencyList, in: live)
        let made = EmergencyListMaking(
            store: live.store, person: access.who, councilName: live.surroundings.council, now: live.now,
            standards: live.standards)
        return try await .page(EmergencyListPage(list: made.list(on: live.today)), context, in: live)
    }
}
