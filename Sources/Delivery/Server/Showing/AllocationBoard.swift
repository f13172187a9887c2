import AccessRules
import Casework
import ChildJourney
import Concerns
import Duties
import Pages
import RecordKeeping
import WorkingDays

/// Who holds how many children, and whose children nobody covers while they are away. By name: it ranks nobody.
struct AllocationBoard {
    private(set) var workers: [TeamPage.Worker] = []
    private(set) var uncovered: [(worker: Link, words: String, children: [Link])] = []

    init(_ live: Live, _ access: Access) async throws {
        let day = live.today
        let setting = try await live.store.setting(of: live.council)?.setting
        let workforce = setting?.workforce ?? Workforce()
        let users = try await live.store.users(in: live.council)
        let here = users.filter { $0.isActive && [.socialWorker, .manager].contains($0.role) }
        var people = here.map { (id: $0.id.text, name: $0.name, role: $0.role.words) }
        // All at once: a question for each worker would be hundreds of reads in a large council.
        let held = try await live.store.heldByWorker(on: day, access: access)
        let missing = try await live.store.countsByWorker(.now, on: day, access: access)
        // Nobody who holds a child is left out: whoever has no account here, or none any more, is told as well.
        for id in Set(held.keys).subtracting(people.map(\.id)) {
            let name = users.first { $0.id.text == id }?.name ?? Names(workforce).worker(id)
            people.append((id, name, "no account that is open"))
        }
        for person in people.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
            let children = held[person.id] ?? 0
            var worker = TeamPage.Worker(
                name: person.name, role: person.role, held: children, missing: missing[person.id] ?? 0,
                href: "/today?worker=\(PercentText.encode(person.id))")
            // Whom an allocation alone names has no page.
            let isKnown = workforce.workers[person.id] != nil || users.contains { $0.id.text == person.id }
            worker.page = isKnown ? WorkerRoutes.address(of: person.id) : ""
            let known = workforce.workers[person.id]
            worker.perFullTime = WorkingPatternWords(pattern: workforce.pattern(of: person.id, on: day))
                .perFullTime(children)
            worker.isOver =
                setting.map { setting in
                    children
                        > setting.limits.count(
                            known?.newlyQualified == true ? "caseload_newly_qualified_local" : "caseload_local")
                } ?? false
            if let left = known?.leftOn {
                worker.state = left <= day ? "Left \(left.words)" : "Leaves \(left.words)"
            } else if let away = workforce.absences[person.id]?.last(where: { $0.holds(on: day) }) {
                worker.state = away.until.map { "Away until \($0.words)" } ?? "Away since \(away.from.words)"
                let link = Link(words: person.name, href: worker.page)
                try await addUncovered(person.id, link, worker.state, live, access)
            }
            workers.append(worker)
        }
    }

    private mutating func addUncovered(
        _ id: String, _ worker: Link, _ state: String, _ live: Live, _ access: Access
    ) async throws {
        let held = try await live.store.heldChildren(of: id, on: live.today, access: access, at: live.now())
        let open = held.filter { $0.cover == nil }
        guard !open.isEmpty else { return }
        let restricted = open.count { $0.listed == nil }
        let hidden = restricted == 0 ? "" : " \(restricted) of them you may not open."
        let number = open.count == 1 ? "1 child is" : "\(open.count) children are"
        uncovered.append(
            (
                worker, "\(state): \(number) without cover.\(hidden)",
                open.compactMap(\.listed).map { Link(words: $0.nameShown, href: $0.address) }
            ))
    }
}
