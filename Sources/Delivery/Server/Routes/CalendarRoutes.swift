import AccessRules
import Casework
import HTTPTypes
import Hummingbird
import RecordKeeping
import WorkingDays

/// Somebody's calendar, read by another program from an address only they were shown.
struct CalendarRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/calendar/{key}") { request, context in try await calendar(request, context) }
    }

    private func calendar(_ request: Request, _ context: RequestDetails) async throws -> Response {
        // NB: an address that is wrong, stopped, or of somebody who may no longer has one answer.
        guard let token = SecretToken(try context.pathPart("key")),
            let user = try await live.store.account(ofCalendar: token.digest.bytes, in: live.council),
            user.isActive, user.role.mayDo.contains(.recordNote), try await live.isKeptHere()
        else { throw Refused.notFound }
        let person = user.signedIn
        guard
            case .success(let access) = AccessRules.access(
                for: person, to: .seeToday, .council(live.council), because: .calendar)
        else { throw Refused.notFound }
        let (day, moment) = (live.today, live.now())
        // What is due today is among what begins tomorrow.
        let found = try await live.store.beginning(
            after: day, within: CalendarShowing.daysAhead, filter: ListFilter(worker: person.user.text), limit: 1000,
            access: access, at: moment)
        let planned = try await live.store.plannedVisits(
            of: person.user.text, in: day...(day + CalendarShowing.daysAhead), limit: 1000, latestFirst: false,
            access: access,
            at: moment)
        let now = try await live.store.counts(.now, on: day, team: nil, worker: person.user.text, access: access)
        let site = request.head.authority.map { "\(live.settings.isBehindTLS ? "https" : "http")://\($0)" } ?? ""
        let showing = CalendarShowing(token, address: "\(site)/work", at: moment)
        return .calendar(
            showing.calendar(
                found.lines.compactMap { $0 }, planned: planned.compactMap { $0 }, overdue: now.children > 0))
    }
}
