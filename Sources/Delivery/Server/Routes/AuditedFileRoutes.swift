import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping

/// A finished audit of one child's file, for those who did the work.
struct AuditedFileRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/children/{child}/audits/{audit}") { _, context in try await show(context) }
    }

    private func show(_ context: RequestDetails) async throws -> Response {
        let child = SubjectID(try context.pathPart("child"))
        let access = try await context.leave(to: .answerAudit, child: child, in: live)
        let opened = try await context.open(child, in: live)
        let id = try context.pathPart("audit")
        // Somebody who never worked with the child is told that there is no such audit.
        guard
            let audit = opened.journey().casework.fileAudits.last(where: { $0.id.text == id && $0.body.isFinished }),
            opened.journey().mayAnswer(audit.body, access.who)
        else { throw Refused.notFound }
        let names = PeopleNames(
            users: try await live.store.users(in: live.council),
            workforce: try await live.store.setting(of: live.council)?.setting.workforce)
        let showing = AuditedFileShowing(
            opened: opened, audit: audit, tool: live.standards.auditTools.first { $0.id == audit.body.tool },
            names: names, today: live.today)
        return try await .page(showing.page(for: context.signedIn().person), context, in: live)
    }
}
