import AccessRules
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Everybody who is away, for managers.
struct AbsenceRoutes {
    /// How far back a time away is still listed, in days.
    private static let daysBack = 30

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/team/absences") { request, context in try await list(request, context) }
    }

    private func list(_ request: Request, _ context: RequestDetails) async throws -> Response {
        _ = try context.mayTry(.allocate, in: live)
        try await live.mustBeKeptHere()
        let access = try context.leave(to: .seeToday, in: live)
        let team = FormReader(try FormFields(query: request.uri.query)).given("team")
        let workforce = try await live.store.setting(of: live.council)?.setting.workforce ?? Workforce()
        let users = try await live.store.users(in: live.council)
        let names = (people: PeopleNames(users: users, workforce: workforce), work: Names(workforce))
        let teamOf = users.reduce(into: [String: String]()) { $0[$1.id.text] = $1.team }
        let day = live.today
        var page = AbsencesPage(
            away: [], coming: [], past: [],
            teams: Set(teamOf.values).sorted().map {
                FilterOption(value: $0, words: names.work.team($0), isChosen: $0 == team)
            })
        let times = workforce.absences.flatMap { worker, times in times.map { (worker: worker, body: $0) } }
            .filter { time in team.map { teamOf[time.worker] == $0 } ?? true }
            .sorted { ($0.body.from, $0.worker) < ($1.body.from, $1.worker) }
        for (worker, absence) in times {
            if let until = absence.until, until < day - Self.daysBack { continue }
            let isOver = absence.until.map { $0 < day } ?? false
            let isNow = absence.holds(on: day)
            // Only counted, so nobody is shown.
            let held = isOver ? [] : try await live.store.heldChildren(of: worker, on: day, access: access, at: nil)
            let open = held.count { $0.cover == nil }
            let line = AbsencesPage.Line(
                worker: Link(words: names.people.name(worker), href: WorkerRoutes.address(of: worker)),
                team: teamOf[worker].map(names.work.team) ?? "", from: absence.from.words,
                until: absence.until?.words ?? "not known yet", reason: absence.reason.words,
                held: isOver ? "" : "\(held.count)", uncovered: isNow ? "\(open)" : "")
            if isOver {
                page.past.append(line)
            } else if isNow {
                page.away.append(line)
            } else {
                page.coming.append(line)
            }
        }
        return try await .page(page, context, in: live)
    }
}
