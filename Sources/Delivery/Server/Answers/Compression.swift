import HTTPTypes
import Hummingbird
import NIOCore

/// Sends pages, tables and JSON compressed to browsers that can read them so.
///
/// NB: a compressed page that repeats what the address says can be made to tell, by its length, what else is on it
/// (BREACH). The form's token is masked against that. Names are not, so nothing is compressed when another site made the
/// browser ask, which is how the guesses would be sent.
package struct Compression: RouterMiddleware {
    package typealias Context = RequestDetails

    /// Under this, the saving is lost in one packet.
    static let smallest = 1024

    package init() {}

    package func handle(
        _ request: Request, context: RequestDetails, next: (Request, RequestDetails) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Compression.isWorthwhile(response) else { return response }
        response.headers[.vary] = "Accept-Encoding"
        guard Compression.isAccepted(by: request), !RequestOrigin.isForeign(request) else { return response }
        response.headers[.contentEncoding] = "gzip"
        if response.body.contentLength == nil {
            response.body = Compression.streamed(response.body)
        } else {
            response.body = try await Compression.whole(response.body)
        }
        return response
    }

    /// Text of some length. A stream of events is left alone: it must not wait in a buffer.
    private static func isWorthwhile(_ response: Response) -> Bool {
        guard response.headers[.contentEncoding] == nil, let type = response.headers[.contentType] else { return false }
        guard let length = response.body.contentLength else { return type.hasPrefix("text/csv") }
        return length >= smallest
            && ["text/html", "text/csv", "text/plain", "application/json"].contains { type.hasPrefix($0) }
    }

    static func isAccepted(by request: Request) -> Bool {
        request.headers[values: .acceptEncoding].flatMap { $0.split(separator: ",") }.contains { choice in
            let parts = choice.filter { $0 != " " }.lowercased().split(separator: ";")
            return parts.first == "gzip"
                && !parts.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
        }
    }

    private static func whole(_ body: ResponseBody) async throws -> ResponseBody {
        let collected = CollectedBody()
        try await body.write(collected)
        guard let bytes = collected.buffer.withUnsafeReadableBytes({ GzipStream.compress($0) }) else {
            throw Refused.unavailable
        }
        return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    }

    private static func streamed(_ body: ResponseBody) -> ResponseBody {
        ResponseBody { writer in
            guard let stream = GzipStream() else { throw Refused.unavailable }
            try await body.write(GzipWriter(behind: writer, stream: stream))
        }
    }
}

/// Takes the pieces of an answer together.
final class CollectedBody: ResponseBodyWriter {
    private(set) var buffer = ByteBuffer()

    func write(_ piece: ByteBuffer) {
        var piece = piece
        buffer.writeBuffer(&piece)
    }

    func finish(_: HTTPFields?) {}
}

/// Compresses each piece of an answer on its way out.
private struct GzipWriter: ResponseBodyWriter {
    private var behind: any ResponseBodyWriter
    private let stream: GzipStream

    init(behind: any ResponseBodyWriter, stream: GzipStream) {
        self.behind = behind
        self.stream = stream
    }

    mutating func write(_ piece: ByteBuffer) async throws {
        let bytes = piece.withUnsafeReadableBytes { stream.compress($0, isLast: false) }
        if !bytes.isEmpty { try await behind.write(ByteBuffer(bytes: bytes)) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        let rest = stream.compress(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        try await behind.write(ByteBuffer(bytes: rest))
        try await behind.finish(trailingHeaders)
    }
}
