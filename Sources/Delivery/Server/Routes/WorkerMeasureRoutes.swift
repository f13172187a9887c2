import AccessRules
import Hummingbird
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// One worker's own figures: for that worker, and for managers. There is no list of workers by any figure, and no target.
struct WorkerMeasureRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/work/measures") { _, context in
            let person = try context.mayTry(.recordNote, in: live)
            try await live.mustBeKeptHere()
            return try await page(
                of: person.user.text, named: "Your own figures", back: Link(words: "Your work", href: "/work"), context)
        }
        router.get("/team/workers/{worker}/measures") { _, context in
            _ = try context.mayTry(.allocate, in: live)
            try await live.mustBeKeptHere()
            let id = try context.pathPart("worker")
            let known = try await KnownWorker(id, live, context)
            return try await page(
                of: id, named: "Figures of \(known.name)",
                back: Link(words: known.name, href: WorkerRoutes.address(of: id)), context)
        }
    }

    private func page(
        of worker: String, named name: String, back: Link, _ context: RequestDetails
    ) async throws -> Response {
        let access = try context.leave(to: .seeToday, in: live)
        let day = live.today
        let showing = WorkerMeasuresShowing(
            taken: try await live.store.measures(
                of: worker, over: WorkerMeasuresShowing.periods(to: day), access: access),
            held: try await live.store.held(by: worker, on: day, access: access, at: nil).count, day: day, name: name,
            back: back)
        return try await .page(showing.page, context, in: live)
    }
}
