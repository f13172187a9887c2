import AccessRules
import Pages
import RecordKeeping
import WorkingDays

/// Where somebody's notices go, as it is shown and asked for: on their own account's page, and for whoever looks after accounts.
struct NoticesAsked {
    enum Answer {
        case done(String)
        case wrong([FieldError])
    }

    let live: Live

    /// Those anything can wait for.
    static func concerns(_ role: Role) -> Bool { !role.mayDo.isDisjoint(with: [.recordNote, .reviewBreakGlass]) }

    func setting(of user: UserID, typed: String? = nil) async throws -> NoticesSetting {
        let address = try await live.store.noticeAddress(of: user, in: live.council)
        let last = try await live.store.notices(to: user, in: live.council, limit: 1).first
        return NoticesSetting(
            address: typed ?? address?.text ?? "", isOn: address != nil, last: last.map(Self.words))
    }

    func change(_ form: FormFields, of user: UserID, by author: UserID) async throws -> Answer {
        var address: NoticeAddress?
        switch form["do"] {
        case "set", "notices":
            let typed = (form["notices"] ?? "").filter { $0 != " " }
            address = NoticeAddress(typed)
            guard address != nil else {
                return .wrong([
                    FieldError(
                        field: "notices",
                        message: "Enter an e-mail address such as name@council.gov.uk, without accents")
                ])
            }
        case "remove", "stop-notices": break
        default: throw Refused.addressUnreadable
        }
        let outcome = try await live.store.change(
            .noticeAddress(address), of: user, in: live.council, by: author, at: live.now())
        switch outcome {
        case .done: return .done(address == nil ? "Notices are stopped." : "Notices go to this address.")
        case .notFound: throw Refused.notFound
        case .waits, .notYours: throw Refused.addressUnreadable
        case .notNow, .alreadyThere, .ownAccount, .lastAdministrator: return .done("It stands so already.")
        }
    }

    private static func words(_ sending: NoticeSending) -> String {
        let when = sending.begunAt.words
        return switch sending.outcome {
        case .accepted: "The last was accepted by the mail server, \(when)."
        case .refused: "The last was refused by the mail server, \(when); it is tried again."
        case .unsent: "The last could not be sent, \(when); it is tried again."
        case .unknown, nil: "Whether the last arrived is not known: it was begun \(when)."
        }
    }
}
