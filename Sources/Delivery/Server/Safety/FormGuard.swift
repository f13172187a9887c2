import HTTPTypes
import Hummingbird

/// Reads every form before a route sees it, and lets through only those this server gave out to this browser.
///
/// A route gets its form from `RequestDetails`, where nothing unchecked ever stands, so none can forget to check.
package struct FormGuard: RouterMiddleware {
    package typealias Context = RequestDetails

    let uploads: UploadFolder
    let limits: UploadLimits
    let documentLimits: UploadLimits
    let formLimits: FormLimits
    /// Under which names browsers hold their cookies.
    let isBehindTLS: Bool

    /// Route patterns that take files.
    static let takingFiles: Set<String> = documents.union(["/imports"])
    private static let documents: Set<String> = [
        "/children/{child}/documents", "/audit/inspections/{inspection}/requests/{request}",
    ]

    /// Whether a path, before any route is found for it, may be one of those. Of others a body is soon too long.
    static func takesFiles(_ path: String) -> Bool {
        let plain = path.prefix { $0 != "?" }
        return plain == "/imports" || plain.hasPrefix("/children/") && plain.hasSuffix("/documents")
            || plain.hasPrefix("/audit/inspections/") && plain.contains("/requests/")
    }

    package init(
        uploads: UploadFolder, limits: UploadLimits = UploadLimits(), documentLimits: UploadLimits = .document,
        formLimits: FormLimits = .form, isBehindTLS: Bool = false
    ) {
        self.isBehindTLS = isBehindTLS
        self.uploads = uploads
        self.limits = limits
        self.documentLimits = documentLimits
        self.formLimits = formLimits
    }

    package func handle(
        _ request: Request, context: RequestDetails, next: (Request, RequestDetails) async throws -> Response
    ) async throws -> Response {
        // NB: no route answers to a method but GET and POST; `Serving` refuses to start with one that does.
        guard request.method == .post else { return try await next(request, context) }
        guard RequestOrigin.mayBeOwn(request) else { throw Refused.fromAnotherSite }
        guard let token = token(of: request, context) else { throw Refused.formTooOld }
        var context = context
        let type = request.headers[.contentType] ?? ""
        if FormGuard.isPlainForm(type) {
            context.form = try await form(request)
            guard token.isShown(in: context.form[FormToken.field]) else { throw Refused.formTooOld }
        } else if let path = context.endpointPath, FormGuard.takingFiles.contains(path) {
            let limits = FormGuard.documents.contains(path) ? documentLimits : limits
            context.upload = try upload(request, type, token, limits)
        } else {
            throw Refused.wrongKind
        }
        return try await next(request, context)
    }

    /// What this browser's forms must hold: the session's token, or before signing in the visitor's.
    private func token(of request: Request, _ context: RequestDetails) -> FormToken? {
        if let session = context.session { return session.formToken }
        return SessionCookie.visitor.token(in: request, isSecure: isBehindTLS).map(FormToken.init(visitor:))
    }

    private func form(_ request: Request) async throws -> FormFields {
        try FormGuard.check(request, atMost: formLimits.bytes)
        let body = try await request.body.collect(upTo: formLimits.bytes)
        return try FormFields(encoded: body.readableBytesView, limits: formLimits)
    }

    private func upload(_ request: Request, _ type: String, _ token: FormToken, _ limits: UploadLimits) throws
        -> MultipartUpload
    {
        try FormGuard.check(request, atMost: limits.mostOfBody)
        let upload = MultipartUpload(contentType: type, limits: limits, folder: uploads) { token.isShown(in: $0) }
        guard let upload else { throw Refused.wrongKind }
        return upload
    }

    /// Refuses by what the browser says the length is, before one byte is read.
    private static func check(_ request: Request, atMost limit: Int) throws(Refused) {
        guard let length = request.headers[.contentLength] else { return }
        guard let length = Int(length), length <= limit else { throw .tooLarge(limit: limit) }
    }

    private static func isPlainForm(_ type: String) -> Bool {
        type.prefix { $0 != ";" && $0 != " " }.lowercased() == "application/x-www-form-urlencoded"
    }
}
