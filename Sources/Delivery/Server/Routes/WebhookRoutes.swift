import AccessRules
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// What became of notices to other programs, for whoever looks after accounts. Nothing here tells for whom one was.
struct WebhookRoutes {
    private static let shown = 100

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/webhooks") { _, context in try await list(context) }
        router.post("/webhooks/{delivery}") { _, context in try await change(context) }
    }

    private func list(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .administer, in: live)
        let destinations = try await live.store.webhookDestinations(access: access)
        let lines = try await live.store.webhooks(access: access, limit: Self.shown)
        let people = PeopleNames(users: try await live.store.users(in: live.council), workforce: nil)
        let page = WebhooksPage(
            csrfToken: try context.signedIn().formToken.masked(),
            destinations: destinations.map { destination in
                func number(_ ending: WebhookEnding) -> String { "\(destination.ended[ending] ?? 0)" }
                return WebhooksPage.Destination(
                    name: destination.endpoint, host: destination.host ?? "not known until the next run",
                    waiting: "\(destination.waiting)", taken: number(.accepted), givenUp: number(.givenUp),
                    stopped: number(.stopped))
            }, lines: lines.map { line($0, people) })
        return try await .page(page, context, in: live)
    }

    private func line(_ line: WebhookLine, _ people: PeopleNames) -> WebhooksPage.Line {
        let ended = line.endedAt.map { " \($0.words)" } ?? ""
        let state =
            switch line.ending {
            case nil: "Waits; tried from \(line.nextTryAt.words)"
            case .accepted?: "Taken\(ended)"
            case .givenUp?: "Given up\(ended)"
            case .stopped?: "Stopped\(ended)"
            }
        let again = line.sentAgain.map { again in
            let givenUp = again.givenUpAt.map { "Given up \($0.words). " } ?? ""
            return "\(givenUp)Sent again by \(people.name(again.by.text)), \(again.at.words). "
        }
        var shown = WebhooksPage.Line(
            id: line.id, destination: line.endpoint,
            event: line.kind == .daily ? "What waits that day" : "What cannot wait", begun: line.begunAt.words,
            tries: "\(line.tries)", answer: line.reply.map { "\($0)" } ?? (line.tries == 0 ? "Not tried yet" : "None"),
            state: (again ?? "") + state, waits: line.ending == nil)
        shown.maySendAgain = line.maySendAgain
        return shown
    }

    private func change(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .administer, in: live)
        let id = try context.pathPart("delivery")
        let isDone: Bool
        switch FormReader(context.form).given("act") {
        case "stop": isDone = try await live.store.stopWebhook(id, access: access, at: live.now())
        case "resend": isDone = try await live.store.sendWebhookAgain(id, access: access, at: live.now())
        case "again": isDone = try await live.store.hurryWebhook(id, access: access, at: live.now())
        default: throw Refused.addressUnreadable
        }
        guard isDone else { throw Refused.notFound }
        return .seeOther("/webhooks")
    }
}
