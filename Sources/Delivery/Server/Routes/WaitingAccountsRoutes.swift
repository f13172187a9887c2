import AccessRules
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// The second person: what an administrator asked for that lets somebody open children's records, confirmed or turned down.
struct WaitingAccountsRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/accounts-waiting") { _, context in try await list(context) }
        router.post("/accounts-waiting/{number}") { _, context in try await answer(context) }
    }

    private func list(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .confirmAccounts, in: live)
        let waiting = try await live.store.accountsWaiting(access: access)
        let users = try await live.store.users(in: live.council)
        let known = Dictionary(users.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let lines = waiting.map { asked in
            let name = known[asked.account]?.name ?? asked.account.text
            return WaitingAccountsPage.Line(
                number: asked.number, whom: "\(name), signs in as \(asked.account)",
                what: AccountWords.waiting(asked, known[asked.account]),
                asked: "Asked by \(known[asked.by]?.name ?? asked.by.text), \(asked.at.words)",
                isOwn: !Self.isTheirs(asked, access.who.user))
        }
        let page = WaitingAccountsPage(csrfToken: try context.signedIn().formToken.masked(), lines: lines)
        return .page(page, in: try await live.frame(for: context))
    }

    private func answer(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .confirmAccounts, in: live)
        let waiting = try await live.store.accountsWaiting(access: access)
        guard let number = Int64(try context.pathPart("number")) else { throw Refused.notFound }
        guard let asked = waiting.first(where: { $0.number == number }) else { throw Refused.notFound }
        let change: AccountChange
        switch context.form["do"] {
        case "confirm": change = .confirmed(number)
        case "turn-down": change = .turnedDown(number)
        default: throw Refused.addressUnreadable
        }
        let outcome = try await live.store.change(
            change, of: asked.account, in: live.council, by: access.who.user, at: live.now())
        switch outcome {
        case .done: return .seeOther(WaitingAccountsPage.path)
        case .notYours: throw Refused.notYoursToConfirm
        case .notFound, .alreadyThere: throw Refused.notFound
        case .notNow, .waits, .ownAccount, .lastAdministrator: throw Refused.changedSince
        }
    }

    /// How many wait for whoever is asking.
    static func waiting(_ context: RequestDetails, in live: Live) async throws -> Int {
        let person = try context.signedIn().person
        guard person.council == live.council, person.role.mayDo.contains(.confirmAccounts) else { return 0 }
        let access = try context.leave(to: .confirmAccounts, in: live)
        return try await live.store.accountsWaiting(access: access).count { isTheirs($0, person.user) }
    }

    private static func isTheirs(_ asked: WaitingChange, _ user: UserID) -> Bool {
        asked.by != user && asked.account != user
    }
}
