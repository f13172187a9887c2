import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// What the council's own data shows inspectors that no one file can: whether managers and teams decide alike on like facts.
struct InspectionDataRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/audit/inspections/{inspection}/data") { _, context in
            try await show(InspectionDesk(live, context))
        }
    }

    private func show(_ desk: InspectionDesk) async throws -> Response {
        let access = try desk.context.leave(to: .seeAssurance, in: live)
        let file = try await desk.file()
        let day = file.inspection.body.beganOn
        let showing = DecisionsShowing(
            found: try await live.store.decisionsOnLikeFacts(on: day, access: access, at: live.now()), day: day,
            person: access.who, names: try await desk.names(),
            needs: live.standards.codeWords["primaryneedcode"] ?? [:])
        return try await desk.respond(DecisionsShowing.title, showing.lede, showing.parts, file)
    }
}
