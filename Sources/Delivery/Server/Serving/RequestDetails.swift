import Hummingbird
import Logging
import NIOCore
import Synchronization

/// What is known about a request while it is being answered.
package struct RequestDetails: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Quoted by whoever asks why a page failed, and on every line of the log about this request.
    package let reference: Reference
    /// The address the connection comes from: a browser's, or that of the proxy before this server.
    package let peer: String?
    /// Nil before signing in.
    package var session: FoundSession?
    /// The form that was sent, its token checked; empty where none was.
    package var form = FormFields()
    /// Reads a form with files, and checks its token first; nil where none was sent.
    package var upload: MultipartUpload?
    let notes = RequestNotes()

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        reference = Reference()
        peer = source.channel.remoteAddress?.ipAddress
        logger[metadataKey: "ref"] = "\(reference)"
    }

    /// Who is asking; refused where nobody has signed in.
    package func signedIn() throws(Refused) -> FoundSession {
        guard let session else { throw .signInFirst }
        return session
    }

    /// A part of the path, decoded.
    package func pathPart(_ name: String) throws(Refused) -> String {
        guard let raw = parameters.get(name), let text = PercentText.decode(segment: raw), !text.isEmpty else {
            throw .notFound
        }
        return text
    }
}

/// What is found out on the way in, for whoever writes the answer's last lines: the log, and the page of a refusal.
final class RequestNotes: Sendable {
    private let found = Mutex<FoundSession?>(nil)

    var session: FoundSession? {
        get { found.withLock { $0 } }
        set { found.withLock { $0 = newValue } }
    }
}

/// Eight signs by which one request can be found again, easy to read out on the telephone: "4F7K-92QD".
package struct Reference: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// Crockford's alphabet: no letter that can be taken for a digit.
    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    package init() {
        let drawn = RandomBytes.make(8).map { Reference.signs[Int($0) % Reference.signs.count] }
        description = "\(String(drawn[..<4]))-\(String(drawn[4...]))"
    }
}
