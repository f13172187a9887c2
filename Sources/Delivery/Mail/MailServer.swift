import CCurl
import RecordKeeping

/// The council's mail server, spoken to by libcurl.
package struct MailServer: Sendable {
    package enum Safety: String, Sendable, CaseIterable {
        /// Begins in the clear and goes on under TLS, or not at all.
        case startTLS = "starttls"
        /// TLS from the first byte.
        case implicit
        /// For a relay on the same machine.
        case none
    }

    package var host: String
    package var port: Int
    package var safety: Safety
    package var user: String?
    package var password: String?
    /// A file of certificates that are trusted instead of the system's.
    package var trusted: String?

    package init(
        host: String, port: Int, safety: Safety, user: String? = nil, password: String? = nil, trusted: String? = nil
    ) {
        self.host = host
        self.port = port
        self.safety = safety
        self.user = user
        self.password = password
        self.trusted = trusted
    }

    package enum Answer: Hashable, Sendable {
        case accepted
        /// The server's answer was no.
        case refused(reply: Int, words: String)
        /// The message never left.
        case unsent(words: String)
        /// All of it was handed over, and no answer came.
        case unknown(words: String)
    }

    /// Waits until the server has answered.
    package func send(_ message: MailText) -> Answer {
        guard Self.isStarted, let curl = curl_easy_init() else { return .unsent(words: "libcurl cannot be used") }
        defer { curl_easy_cleanup(curl) }
        let reading = MailReading(message.bytes)
        let recipients = curl_slist_append(nil, "<\(message.to.text)>")
        defer { curl_slist_free_all(recipients) }
        guard prepare(curl, message) else { return .unsent(words: "libcurl knows no such setting") }
        sightline_curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients)
        sightline_curl_set_reading(curl, MailReading.read, Unmanaged.passUnretained(reading).toOpaque())
        let code = withExtendedLifetime(reading) { curl_easy_perform(curl) }
        if code == CURLE_OK { return .accepted }
        var reply = 0
        sightline_curl_get_number(curl, CURLINFO_RESPONSE_CODE, &reply)
        let words = String(cString: curl_easy_strerror(code))
        if (400..<600).contains(reply) { return .refused(reply: reply, words: words) }
        return reading.isDone ? .unknown(words: words) : .unsent(words: words)
    }

    private func prepare(_ curl: UnsafeMutableRawPointer, _ message: MailText) -> Bool {
        let bracketed = host.contains(":") ? "[\(host)]" : host
        // What follows the slash is what the server is greeted with: not this machine's own name.
        let address = "\(safety == .implicit ? "smtps" : "smtp")://\(bracketed):\(port)/\(message.from.domain)"
        var texts: [(CURLoption, String)] = [
            (CURLOPT_URL, address), (CURLOPT_PROTOCOLS_STR, "smtp,smtps"), (CURLOPT_PROXY, ""),
            (CURLOPT_MAIL_FROM, "<\(message.from.text)>"),
        ]
        if let user, let password { texts += [(CURLOPT_USERNAME, user), (CURLOPT_PASSWORD, password)] }
        if let trusted { texts.append((CURLOPT_CAINFO, trusted)) }
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_UPLOAD, 1), (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, 20), (CURLOPT_TIMEOUT, 90),
            (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_USE_SSL, Int(safety == .none ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue)),
        ]
        return texts.allSatisfy { sightline_curl_set_text(curl, $0.0, $0.1) == CURLE_OK }
            && numbers.allSatisfy { sightline_curl_set_number(curl, $0.0, $0.1) == CURLE_OK }
    }

    private static let isStarted = sightline_curl_start() == CURLE_OK
}

/// The message as libcurl takes it, piece by piece.
private final class MailReading {
    private let bytes: [UInt8]
    private var place = 0
    /// The end was told, so the server may have all of it.
    private(set) var isDone = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static let read: curl_read_callback = { buffer, size, count, from in
        guard let buffer, let from else { return Int(CURL_READFUNC_ABORT) }
        return Unmanaged<MailReading>.fromOpaque(from).takeUnretainedValue().next(
            into: UnsafeMutableRawPointer(buffer), atMost: size * count)
    }

    private func next(into buffer: UnsafeMutableRawPointer, atMost room: Int) -> Int {
        let length = min(room, bytes.count - place)
        guard length > 0 else {
            isDone = true
            return 0
        }
        bytes.withUnsafeBytes { buffer.copyMemory(from: $0.baseAddress! + place, byteCount: length) }
        place += length
        return length
    }
}
