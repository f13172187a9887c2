import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// What somebody has to do, and who holds whom, in a council whose record is kept here.
struct WorkRoutes {
    private static let shown = 100

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/work") { _, context in try await work(context) }
        router.get("/team") { _, context in try await team(context) }
    }

    private func work(_ context: RequestDetails) async throws -> Response {
        let recordsNothing = try !context.signedIn().person.role.mayDo.contains(.recordNote)
        let person = try context.mayTry(recordsNothing ? .decide : .recordNote, in: live)
        try await live.mustBeKeptHere()
        if recordsNothing { return try await decided(context) }
        let access = try context.leave(to: .seeToday, in: live)
        let (day, moment) = (live.today, live.now())
        let mine = ListFilter(worker: person.user.text)
        let held = try await live.store.held(by: person.user.text, on: day, access: access, at: moment)
        let now = try await live.store.list(
            ListQuery(.now, on: day, filter: mine, limit: Self.shown), access: access, at: moment)
        let ahead = try await live.store.beginning(
            after: day, within: TodayRoutes.daysAhead, filter: mine, limit: Self.shown, access: access, at: moment)
        let cards = try await cards(person.role)
        var soon = cards
        soon.showing = .ahead
        var page = WorkPage(
            begun: try await begun(person, context),
            waiting: person.role.mayDo.contains(.authorise) ? try await waiting(access, cards, context) : nil,
            missing: now.lines.compactMap(\.child).map(cards.card), ahead: byChild(ahead.lines).map(soon.card),
            unshown: WorkPage.Unshown(
                missing: now.total - now.lines.count { $0.child != nil },
                ahead: ahead.total - ahead.lines.count { $0 != nil },
                listHref: "/today?worker=\(PercentText.encode(person.user.text))"),
            held: held.compactMap { $0 }.map { Link(words: $0.nameShown, href: $0.address) },
            restricted: held.filter { $0 == nil }.count)
        page.handedOver = try await Handovers(live, context).mine(backTo: "/work")
        page.toReview = try await NeedToKnowRoutes.waiting(context, in: live)
        page.answers = try await AnswersWaiting(live, context).mine()
        page.plannedVisits = try await PlannedVisitsShowing.mine(live, context)
        page.improvement = try await PlanWorkShowing.mine(live, context)
        let covered = try await live.store.covered(by: person.user.text, on: day, access: access, at: moment)
        page.covered = covered.compactMap(\.listed).map { Link(words: $0.nameShown, href: $0.address) }
        page.coveredRestricted = covered.count { $0.listed == nil }
        return try await .page(page, context, in: live)
    }

    /// For whoever decides and holds no children: what waits for them alone.
    private func decided(_ context: RequestDetails) async throws -> Response {
        var page = WorkPage(
            begun: [], waiting: nil, missing: [], ahead: [],
            unshown: WorkPage.Unshown(missing: 0, ahead: 0, listHref: MainSection.today.path), held: [], restricted: 0)
        page.holdsNobody = true
        page.toReview = try await NeedToKnowRoutes.waiting(context, in: live)
        page.answers = try await AnswersWaiting(live, context).mine()
        page.improvement = try await PlanWorkShowing.mine(live, context)
        return try await .page(page, context, in: live)
    }

    private func team(_ context: RequestDetails) async throws -> Response {
        let person = try context.mayTry(.allocate, in: live)
        try await live.mustBeKeptHere()
        let access = try context.leave(to: .seeToday, in: live)
        let day = live.today
        let board = try await AllocationBoard(live, access)
        let cards = try await cards(person.role)
        let codes = [ReferralUnowned.code, ChildUnowned.code, WorkerGone.code]
        let found = try await standing(codes, context)
        func hasNoLead(_ child: ListedChild) -> Bool { child.concerns.contains { $0.limb == "no-lead" } }
        var page = TeamPage(unowned: found.filter(hasNoLead).map(cards.card), workers: board.workers)
        page.wronglyLed = found.filter { !hasNoLead($0) }.map(cards.card)
        page.moreUnowned = try await more(codes, context)
        page.uncovered = board.uncovered
        page.restricted = try await restricted(codes, context)
        var soon = cards
        soon.showing = .ahead
        let beginning = try await live.store.beginning(
            after: day, within: TodayRoutes.daysAhead, filter: ListFilter(kind: .unowned), limit: 1000, access: access,
            at: live.now()
        ).lines.filter { $0.map { codes.contains($0.concern.code) } ?? false }
        page.soon = byChild(beginning).map(soon.card)
        page.handedOver = try await Handovers(live, context).all(backTo: "/team")
        page.toReview = try await NeedToKnowRoutes.waiting(context, in: live)
        page.waiting = try await AnswersWaiting(live, context).ofTeam()
        page.plannedVisits = try await PlannedVisitsShowing.notKept(live, context)
        return try await .page(page, context, in: live)
    }

    private func cards(_ role: Role) async throws -> ChildCards {
        ChildCards(
            day: live.today, now: try await live.hourHand(),
            setting: try await live.store.setting(of: live.council)?.setting,
            remedies: try await live.remedies(for: role))
    }

    /// What stands, and what was begun too lately to be late.
    private func waiting(
        _ access: Access, _ cards: ChildCards, _ context: RequestDetails
    ) async throws -> [ChildCard] {
        let standing = try await standing(CountWaitingWork.decisions.sorted(), context)
        // Of these kinds alone, so that the many visits that fall due leave room for what has to be decided.
        var soon: [RecordKeeping.ConcernLine?] = []
        for kind in ConcernKind.allCases.filter(\.isDecidedByManager) {
            soon += try await live.store.beginning(
                after: live.today, within: TodayRoutes.daysAhead, filter: ListFilter(kind: kind), limit: 1000,
                access: access, at: live.now()
            ).lines
        }
        var notLate = cards
        notLate.showing = .ahead
        let others = byChild(soon.filter { $0.map { CountWaitingWork.decisions.contains($0.concern.code) } ?? false })
        return standing.map(cards.card) + others.map(notLate.card)
    }

    /// Children with one of the concerns today, those alone of what is missing for them, most urgent first.
    private func standing(_ codes: [ConcernCode], _ context: RequestDetails) async throws -> [ListedChild] {
        let access = try context.leave(to: .drillDown, in: live)
        var found: [ListedChild] = []
        for code in codes {
            let page = try await live.store.children(
                under: .code(code), on: live.today, after: nil, limit: Self.shown, access: access, at: live.now())
            for listed in page.lines.compactMap(\.child) where !found.contains(where: { $0.child == listed.child }) {
                let concerns = listed.concerns.filter { codes.contains($0.code) && $0.stands(on: live.today) }
                found.append(
                    ListedChild(
                        child: listed.child, summary: listed.summary, standing: listed.standing, concerns: concerns))
            }
        }
        return found
    }

    /// Where the rest is, where more stand than are shown.
    private func more(_ codes: [ConcernCode], _ context: RequestDetails) async throws -> Link? {
        let counts = try await live.store.countsByCode(
            on: live.today, access: try context.leave(to: .seeToday, in: live))
        let unshown = codes.reduce(0) { $0 + max(0, (counts[$1] ?? 0) - Self.shown) }
        guard unshown > 0 else { return nil }
        return Link(
            words: "\(unshown) more of these are on Today's list", href: "/today?kind=\(ConcernKind.unowned.rawValue)")
    }

    /// How many lines of these lists the reader may not see.
    private func restricted(_ codes: [ConcernCode], _ context: RequestDetails) async throws -> Int {
        let access = try context.leave(to: .drillDown, in: live)
        var count = 0
        for code in codes {
            let page = try await live.store.children(
                under: .code(code), on: live.today, after: nil, limit: Self.shown, access: access, at: live.now())
            count += page.lines.count { $0.child == nil }
        }
        return count
    }

    private func byChild(_ lines: [RecordKeeping.ConcernLine?]) -> [ListedChild] {
        var order: [SubjectID] = []
        var found: [SubjectID: ListedChild] = [:]
        for line in lines.compactMap({ $0 }) {
            if found[line.child] == nil { order.append(line.child) }
            found[line.child] = ListedChild(
                child: line.child, summary: line.summary, standing: nil,
                concerns: (found[line.child]?.concerns ?? []) + [line.concern])
        }
        return order.compactMap { found[$0] }
    }

    /// Drafts about children and adults the writer may still open, and about children not known here yet.
    private func begun(_ person: SignedInPerson, _ context: RequestDetails) async throws -> [WorkPage.Begun] {
        let drafts = try await live.store.drafts(of: person.user, in: live.council)
        let children = try await live.store.listed(
            drafts.map(\.child), as: "begun and not sent", access: context.leave(to: .seeToday, in: live),
            at: live.now())
        var begun: [WorkPage.Begun] = []
        for (draft, child) in zip(drafts, children) {
            if draft.form == ChronologyDraft.form, let child {
                let href = "\(ListedChild.address(of: draft.child))/chronology?only-chosen=yes"
                begun.append(
                    WorkPage.Begun(
                        form: Link(words: "Choose a chronology", href: href), child: child.nameShown,
                        kept: draft.savedAt.words))
                continue
            }
            if let form = try await begunElsewhere(draft, child, context) {
                begun.append(form)
                continue
            }
            let parts = draft.form.split(separator: " ", maxSplits: 1)
            guard let step = parts.first.flatMap({ Steps.step(String($0)) }), let child else { continue }
            let query = parts.count > 1 ? "?of=\(PercentText.encode(String(parts[1])))" : ""
            begun.append(
                WorkPage.Begun(
                    form: Link(
                        words: step.words.title,
                        href: "\(ListedChild.address(of: draft.child))/steps/\(step.name)\(query)"),
                    child: child.nameShown, kept: draft.savedAt.words))
        }
        return begun
    }

    /// Forms that are no step of a child's journey; nil for those that are, and for whom the writer may open no more.
    private func begunElsewhere(
        _ draft: Draft, _ child: ListedChild?, _ context: RequestDetails
    ) async throws -> WorkPage.Begun? {
        let kept = draft.savedAt.words
        guard let child else {
            let isKnown = try await live.store.restriction(of: draft.child, in: live.council, at: live.now()) != nil
            if !isKnown, let form = ReferralRoutes.begun(draft) {
                let link = Link(words: "Record a referral", href: form.href)
                return WorkPage.Begun(form: link, child: form.words, kept: kept)
            }
            return isKnown ? nil : try await begunAboutAdult(draft, context)
        }
        let address = ListedChild.address(of: draft.child)
        let forms = [
            VisitRoutes.draftName: Link(words: "Record a visit", href: "\(address)/visits/new"),
            ReferralRoutes.draftName: Link(words: "Record a referral", href: "\(address)/referrals/new"),
        ]
        return (forms[draft.form] ?? AdultRoutes.begun(draft)).map {
            WorkPage.Begun(form: $0, child: child.nameShown, kept: kept)
        }
    }

    private func begunAboutAdult(_ draft: Draft, _ context: RequestDetails) async throws -> WorkPage.Begun? {
        let parts = draft.form.split(separator: " ", maxSplits: 1)
        guard let step = parts.first.flatMap({ AdultSteps.step(String($0)) }) else { return nil }
        do {
            let adult = try await live.store.open(
                adult: draft.child, access: context.leave(to: .openAdult, in: live), at: live.now())
            let query = parts.count > 1 ? "?of=\(PercentText.encode(String(parts[1])))" : ""
            return WorkPage.Begun(
                form: Link(words: step.words.title, href: "\(adult.address)/steps/\(step.name)\(query)"),
                child: adult.nameShown, kept: draft.savedAt.words)
        } catch StoreFailure.notFound {
            return nil
        } catch is AccessRefusal {
            // Their role has changed since.
            return nil
        }
    }
}
