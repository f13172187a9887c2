import API
import AccessRules
import HTTPTypes
import Hummingbird
import Logging
import Pages

/// Turns whatever stops a request into an answer in plain English, or into JSON under /api/, and writes it to the log.
package struct RefusalAnswers: RouterMiddleware {
    package typealias Context = RequestDetails

    let surroundings: Surroundings

    package init(surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    package func handle(
        _ request: Request, context: RequestDetails, next: (Request, RequestDetails) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return answer(error, to: request, context)
        }
    }

    private func answer(_ error: any Error, to request: Request, _ context: RequestDetails) -> Response {
        var answer = RefusalAnswer(error)
        if case .restricted? = error as? AccessRefusal { answer.wayOn = RefusalAnswers.emergency(request, context) }
        // NB: an error's own words may hold what somebody typed; its type and its code do not.
        context.logger.log(
            level: answer.level, "refused", metadata: ["code": "\(answer.code)", "error": "\(type(of: error))"])
        let isForPrograms = request.uri.path.hasPrefix("/api/")
        if case .signInFirst? = error as? Refused, !isForPrograms { return RefusalAnswers.signIn(before: request) }
        if case .setUpCodesFirst? = error as? Refused, !isForPrograms { return .seeOther("/account/codes") }
        if case .isOne(let child, let kept)? = error as? Refused,
            let onward = RefusalAnswers.onward(request, from: child, to: kept)
        {
            return onward
        }
        var response = isForPrograms ? json(answer, context) : page(answer, context)
        for header in answer.headers { response.headers[header.name] = header.value }
        return response
    }

    private func page(_ answer: RefusalAnswer, _ context: RequestDetails) -> Response {
        let page = RefusalPage(
            refusal: answer.shown, because: answer.because, wayOn: answer.wayOn,
            reference: answer.status.code >= 500 ? context.reference.description : nil)
        return .page(page, in: surroundings.frame(for: context.notes.session), status: answer.status)
    }

    private func json(_ answer: RefusalAnswer, _ context: RequestDetails) -> Response {
        var text = JSONText()
        text.object { json in
            json.key("error")
            json.object { json in
                json.field("code", answer.code)
                json.field(
                    "message", [answer.shown.heading + ".", answer.because].compactMap(\.self).joined(separator: " "))
                json.field("reference", context.reference.description)
            }
        }
        return .json(text.bytes, status: answer.status)
    }

    /// The way into a restricted record for whoever needs it now and may break the glass.
    private static func emergency(_ request: Request, _ context: RequestDetails) -> Link? {
        let parts = request.uri.path.split(separator: "/")
        guard parts.count >= 2, parts[0] == "children",
            context.notes.session?.person.role.mayDo.contains(.breakGlass) ?? false
        else { return nil }
        return Link(words: "Open it in an emergency", href: "/children/\(parts[1])/break-glass")
    }

    /// The same address of the record that is kept. A form is sent on as it was typed.
    private static func onward(_ request: Request, from child: SubjectID, to kept: SubjectID) -> Response? {
        var parts = request.uri.path.split(separator: "/").map(String.init)
        guard let place = parts.firstIndex(of: "children").map({ $0 + 1 }), place < parts.count,
            PercentText.decode(segment: parts[place]) == child.text
        else { return nil }
        parts[place] = PercentText.encode(kept.text)
        let query = request.uri.query.map { "?\($0)" } ?? ""
        let address = "/\(parts.joined(separator: "/"))\(query)"
        return request.method == .get
            ? .seeOther(address) : Response(status: .temporaryRedirect, headers: [.location: address])
    }

    /// To the sign-in page, and afterwards to where somebody wanted to go.
    private static func signIn(before request: Request) -> Response {
        guard request.method == .get, let wanted = LocalAddress(request.uri.string), wanted.text != "/" else {
            return .seeOther("/sign-in")
        }
        return .seeOther("/sign-in?next=\(PercentText.encode(wanted.text))")
    }
}
