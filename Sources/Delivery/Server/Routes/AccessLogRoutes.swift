import AccessRules
import Hummingbird
import Pages
import RecordKeeping

/// Who looked at what, for those who answer for it.
struct AccessLogRoutes {
    static let shown = 50

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/access-log") { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeAccessLog, in: live)
        let filter = try LookFilter(try FormFields(query: request.uri.query))
        let page = try await LookPage(filter, limit: AccessLogRoutes.shown) { before, limit in
            try await live.store.looks(access: access, before: before, limit: limit)
        }
        let users = try await live.store.users(in: live.council)
        let lines = try await live.store.shown(page.looks, access: access)
        let showing = AccessLogShowing(filter: filter, found: page, lines: lines, users: users)
        var shown = showing.page
        if access.who.role.mayDo.contains(.reviewBreakGlass) { shown.reviewHref = NeedToKnowRoutes.list }
        return try await .page(shown, context, in: live)
    }
}

/// What the access log is narrowed to.
struct LookFilter {
    let user: String?
    let verb: Verb?
    /// Lines written before the one with this number.
    let before: Int64?

    init(_ query: FormFields) throws(Refused) {
        let form = FormReader(query)
        user = form.given("user")
        verb = form.given("did").flatMap(Verb.init(rawValue:))
        before = form.given("before").flatMap { Int64($0) }
        if form.given("did") != nil && verb == nil || form.given("before") != nil && before == nil {
            throw .addressUnreadable
        }
    }

    var isEmpty: Bool { user == nil && verb == nil }

    func admits(_ look: LoggedLook) -> Bool {
        (user.map { look.user.text == $0 } ?? true) && (verb.map { look.verb == $0.rawValue } ?? true)
    }

    /// The address with this filter, further back.
    func address(before: Int64?) -> String {
        var fields: [FormFields.Field] = []
        if let user { fields.append(.init("user", user)) }
        if let verb { fields.append(.init("did", verb.rawValue)) }
        if let before { fields.append(.init("before", "\(before)")) }
        return fields.isEmpty ? "/access-log" : "/access-log?\(FormFields(fields).query)"
    }
}

/// A page of the log, found by going back from a line; nothing is counted, so a log of years costs no more than a day's.
struct LookPage {
    /// Lines read at a time, and how often, before the reader is asked to go on.
    private static let stride = 500
    private static let strides = 40

    let looks: [LoggedLook]
    /// Where the next page begins; nil at the beginning of the log.
    let next: Int64?

    init(
        _ filter: LookFilter, limit: Int, read: (_ before: Int64?, _ limit: Int) async throws -> [LoggedLook]
    ) async throws {
        var found: [LoggedLook] = []
        var before = filter.before
        for _ in 0..<LookPage.strides {
            let lines = try await read(before, LookPage.stride)
            for line in lines {
                before = line.number
                if filter.admits(line) { found.append(line) }
                if found.count == limit { break }
            }
            if found.count == limit || lines.count < LookPage.stride { break }
        }
        looks = found
        next = before.flatMap { $0 > 1 ? $0 : nil }
    }
}
