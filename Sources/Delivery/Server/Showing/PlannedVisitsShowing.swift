import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Visits that are planned, and those of which nothing came, as somebody's page shows them.
struct PlannedVisitsShowing {
    /// (L) A visit planned longer ago is a matter for the child's page alone, in days; no standard says.
    static let daysBack = 365
    private static let shown = 200

    let role: Role
    let names: PeopleNames
    let today: Day

    /// A worker's own: what is planned soon, and what was and is not recorded.
    static func mine(_ live: Live, _ context: RequestDetails) async throws -> PlannedVisitsSection {
        let me = try context.signedIn().person.user.text
        return try await section(
            of: me, from: live.today + -daysBack, until: live.today + TodayRoutes.daysAhead, live,
            context)
    }

    /// Of everybody: those of which nothing is recorded.
    static func notKept(_ live: Live, _ context: RequestDetails) async throws -> PlannedVisitsSection {
        try await section(
            of: nil, from: live.today + -daysBack, until: live.today + -1, live, context)
    }

    private static func section(
        of worker: String?, from: Day, until: Day, _ live: Live, _ context: RequestDetails
    ) async throws -> PlannedVisitsSection {
        let setting = try await live.store.setting(of: live.council)?.setting
        let showing = PlannedVisitsShowing(
            role: try context.signedIn().person.role,
            names: PeopleNames(
                users: try await live.store.users(in: live.council), workforce: setting?.workforce),
            today: live.today)
        let all = try await live.store.plannedVisits(
            of: worker, in: from...until, limit: shown + 1, latestFirst: worker == nil,
            access: context.leave(to: .seeToday, in: live), at: live.now())
        var section = PlannedVisitsSection()
        let found = all.prefix(shown)
        section.hasMore = all.count > shown
        section.restricted = found.count { $0 == nil }
        for visit in found.compactMap({ $0 }) {
            let child = Link(words: visit.child.nameShown, href: visit.child.address)
            let line = showing.line(visit.visit, child, visit.child.address)
            if line.isNotKept { section.notKept.append(line) } else { section.ahead.append(line) }
        }
        return section
    }

    func line(_ visit: PlannedVisitRow, _ child: Link?, _ address: String) -> PlannedVisitLine {
        let when = [visit.on.words, visit.timeWords].compactMap { $0 }.joined(separator: " ")
        let of = PercentText.encode(visit.record.text)
        let steps: [Link] =
            role.mayDo.contains(.recordVisit)
            ? [
                Link(words: "Record it", href: "\(address)/visits/new?on=\(min(visit.on, today))"),
                Link(words: "move it", href: "\(address)/steps/\(MovePlannedVisit.name)?of=\(of)"),
                Link(words: "call it off", href: "\(address)/steps/\(CallOffPlannedVisit.name)?of=\(of)"),
            ] : []
        return PlannedVisitLine(
            child: child, words: "\(when): \(visit.purpose.words), \(names.name(visit.worker)).",
            isNotKept: visit.on < today, actions: visit.on > today ? Array(steps.dropFirst()) : steps)
    }
}
