import API
import AccessRules
import Casework
import Diagnostics
import HTTPTypes
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// Loading files, and what came of each load.
struct ImportRoutes {
    static let loadsShown = 25
    static let linesShown = 50

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/imports") { request, context in try await list(request, context) }
        router.post("/imports") { request, context in try await take(request, context) }
        router.get("/imports/{number}") { request, context in try await show(request, context) }
        router.get("/imports/{number}/unreadable") { _, context in try await keptRows(context) }
    }

    private func list(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeImports, in: live)
        let query = try FormFields(query: request.uri.query)
        return try await page(access, context, startingAt: query["from"].flatMap(Int.init) ?? 1, error: nil)
    }

    private func take(_ request: Request, _ context: RequestDetails) async throws -> Response {
        // NB: asked before one byte is kept.
        let access = try context.leave(to: .importFiles, in: live)
        guard let reading = context.upload else { throw Refused.wrongKind }
        guard try await !live.isKeptHere() else {
            return try await again(access, context, try ImportRoutes.words(.refused(.recordKeptHere)))
        }
        let upload = try await reading.read(request.body)
        guard let file = upload.files.first(where: { $0.field == "file" }) else {
            upload.files.forEach { $0.delete() }
            return try await again(access, context, "Choose a file to load")
        }
        guard file.size > 0 else {
            file.delete()
            return try await again(access, context, "The file is empty: it holds 0 bytes. Nothing of it was loaded.")
        }
        do throws(ImportDesk.NotTaken) {
            return .seeOther("/imports/\(try await live.desk.take(file, from: access.who))")
        } catch {
            return try await again(access, context, try ImportRoutes.words(error))
        }
    }

    /// What is said of a file that was not loaded; what is not the file's fault is thrown on.
    private static func words(_ notTaken: ImportDesk.NotTaken) throws -> String {
        switch notTaken {
        case .busy: "Another file is being read. Load this one when that has finished."
        case .refused(.unusable(let diagnostic)): "\(diagnostic.message) Nothing of it was loaded."
        case .refused(.recordKeptHere): "This council's record is kept here, so no file of it is loaded."
        case .refused(.access(let refusal)): throw refusal
        case .refused(.store(let failure)): throw failure
        }
    }

    private func again(_ access: Access, _ context: RequestDetails, _ words: String) async throws -> Response {
        var response = try await page(access, context, startingAt: 1, error: words)
        response.status = .unprocessableContent
        return response
    }

    private func page(
        _ access: Access, _ context: RequestDetails, startingAt first: Int, error: String?
    ) async throws -> Response {
        let loads = try await live.store.loads(access: access, limit: ImportsShowing.most)
        let shown = loads.dropFirst(max(first, 1) - 1).prefix(ImportRoutes.loadsShown)
        var lines: [LoadLine] = []
        for load in shown {
            let found = try await live.store.diagnostics(
                of: load.id, access: access, after: 0, limit: ImportsShowing.most)
            lines.append(ImportsShowing.line(load, diagnostics: found.count))
        }
        var shownPage = ImportsPage(
            loads: lines, position: ImportsShowing.position(first: max(first, 1), shown: lines.count, of: loads.count))
        if access.who.role.mayDo.contains(.importFiles) {
            shownPage.upload = ImportsShowing.form(token: try context.signedIn().formToken.masked(), error: error)
        }
        return try await .page(shownPage, context, in: live)
    }
}

extension ImportRoutes {
    private func show(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .seeImports, in: live)
        let load = try await load(context, access)
        let query = try FormFields(query: request.uri.query)
        let found = try await live.store.diagnostics(of: load.id, access: access, after: 0, limit: ImportsShowing.most)
        let showing = LoadShowing(
            load: load, found: found, sight: Sight(live.catalogue, cover: load.plan.cover),
            mayHaveRows: access.who.role.mayDo.contains(.importFiles))
        let first = max(query["from"].flatMap(Int.init) ?? 1, 1)
        return try await .page(showing.page(code: query["code"], first: first), context, in: live)
    }

    private func keptRows(_ context: RequestDetails) async throws -> Response {
        let access = try context.leave(to: .importFiles, in: live)
        let load = try await load(context, access)
        let rows = try await live.store.unreadableRows(of: load.id, access: access, at: live.now())
        var csv = CSVText(header: ["file", "line", "because", "row"], marked: true)
        for row in rows { csv.row([row.file, "\(row.line)", row.because, row.raw]) }
        return .table(csv.bytes, named: "kept-rows-of-load-\(load.id.number).csv")
    }

    private func load(_ context: RequestDetails, _ access: Access) async throws -> Load {
        guard let number = Int(try context.pathPart("number")),
            let load = try await live.store.loads(access: access, limit: ImportsShowing.most)
                .first(where: { $0.id.number == number })
        else { throw Refused.notFound }
        return load
    }
}
