import Casework
import AccessRules
import ChildJourney
import Concerns
import HTTPTypes
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Today: the children a reader answers for, and what is missing for each; now, soon, long ago, and what was cleared.
struct TodayRoutes {
    static let pageSize = 25
    static let daysAhead = CountWaitingWork.daysAhead
    static let daysCleared = 7
    private static let linesOfOtherTabs = 100

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/") { _, context -> Response in
            .seeOther(try await firstPage(for: context.signedIn().person))
        }
        router.get("/today") { request, context in try await today(request, context) }
    }

    /// Where somebody begins: whoever sees no children begins with what they do see.
    private func firstPage(for person: SignedInPerson) async throws -> String {
        let role = person.role
        if person.isShutOut { return MainSection.audit.path }
        if role == .emergencyDuty, try await live.isKeptHere() { return "/nights" }
        if role.mayDo.contains(.seeToday) { return "/today" }
        return role.mayDo.contains(.seeNumbers) ? "/numbers" : "/access-log"
    }

    private func today(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeToday, in: live)
        let question = TodayQuestion(try FormFields(query: request.uri.query))
        let day = live.today
        let stamp = try live.store.changeStamp()
        // NB: asked every time, because asking writes the line of the access log.
        let found = try await ask(question, access)
        let setting = try await live.store.setting(of: live.council)?.setting
        let teams = try await live.store.countsByTeam(.now, on: day, access: access)
        let frame = try await live.frame(for: context)
        let remedies = try await live.remedies(for: access.who.role)
        let now = try await live.hourHand()
        let key = KeptPages.Key(question: question, day: day, minute: now, person: access.who, doubts: frame.doubts)
        let page = live.kept.page(key, asOf: stamp) {
            let showing = TodayShowing(
                question: question, found: found, day: day, now: now, setting: setting, teams: teams.map(\.team),
                remedies: remedies)
            return KeptPage(showing.page, in: frame)
        }
        return .page(page, in: frame)
    }

    private func ask(_ question: TodayQuestion, _ access: Access) async throws -> TodayFound {
        let (day, moment) = (live.today, live.now())
        let filter = question.filter
        let now = try await live.store.counts(.now, on: day, team: filter.team, worker: filter.worker, access: access)
        let old = try await live.store.counts(
            .backlog, on: day, team: filter.team, worker: filter.worker, access: access)
        var found = TodayFound(counts: now, backlog: old.children)
        let most = Self.linesOfOtherTabs
        let soon = try await live.store.beginning(
            after: day, within: Self.daysAhead, filter: filter, limit: question.tab == .ahead ? most : 0,
            access: access,
            at: moment)
        let cleared = try await live.store.cleared(
            upTo: day, within: Self.daysCleared, filter: filter, limit: question.tab == .cleared ? most : 0,
            access: access, at: moment)
        (found.aheadTotal, found.clearedTotal) = (soon.total, cleared.total)
        switch question.tab {
        case .now, .backlog:
            let query = ListQuery(
                question.tab == .now ? .now : .backlog, on: day, filter: filter, after: question.after,
                limit: Self.pageSize)
            found.list = try await live.store.list(query, access: access, at: moment)
        case .ahead: found.lines = soon.lines
        case .cleared: found.lines = cleared.lines
        }
        return found
    }
}

/// What the store answered for a page of Today.
struct TodayFound {
    let counts: ListCounts
    let backlog: Int
    var aheadTotal = 0
    var clearedTotal = 0
    var list: ListPage?
    /// Nil for a concern of a restricted child.
    var lines: [RecordKeeping.ConcernLine?] = []

    init(counts: ListCounts, backlog: Int) {
        self.counts = counts
        self.backlog = backlog
    }
}
