import CCurl
import Casework
import Dispatch
import RecordKeeping
import WorkingDays

/// A program that takes notices, spoken to by libcurl. No redirect is followed, and what it answers beside a number is not read.
package struct WebhookEndpoint: Sendable {
    /// (L) Seconds it has to answer.
    package static let patience = 10

    package let name: String
    let address: WebhookAddress
    /// Of its address, all that may be shown: the rest may hold what its program lets anybody in by.
    package var host: String { address.host }
    let keys: [[UInt8]]
    /// A file of certificates that are trusted instead of the system's.
    let trusted: String?

    package init(name: String, address: WebhookAddress, keys: [[UInt8]], trusted: String? = nil) {
        self.name = name
        self.address = address
        self.keys = keys
        self.trusted = trusted
    }

    /// `now` is the true time: the signature says when this try was made.
    package func post(_ notice: WebhookNotice, at now: Moment) async -> NoticeDelivery {
        await withCheckedContinuation { continuation in
            // NB: libcurl waits, so it waits on a thread of its own.
            DispatchQueue.global().async { continuation.resume(returning: send(notice, at: now)) }
        }
    }

    private func send(_ notice: WebhookNotice, at now: Moment) -> NoticeDelivery {
        guard Self.isStarted, let curl = curl_easy_init() else {
            return NoticeDelivery(.unsent, words: "libcurl cannot be used")
        }
        defer { curl_easy_cleanup(curl) }
        let body = WebhookBody.bytes(of: notice)
        let signature = WebhookSignature.text(of: body, keys: keys, seconds: now.milliseconds / 1000)
        var heads: UnsafeMutablePointer<curl_slist>?
        for line in [
            "Content-Type: application/json", "User-Agent: Sightline", "Expect:", "Accept:",
            "Idempotency-Key: \(notice.id)", "\(WebhookSignature.head): \(signature)",
        ] { heads = curl_slist_append(heads, line) }
        defer { curl_slist_free_all(heads) }
        guard prepare(curl, body) else { return NoticeDelivery(.unsent, words: "libcurl knows no such setting") }
        sightline_curl_set_list(curl, CURLOPT_HTTPHEADER, heads)
        let code = curl_easy_perform(curl)
        var reply = 0
        sightline_curl_get_number(curl, CURLINFO_RESPONSE_CODE, &reply)
        // An answer that is too long or breaks off has been given all the same, by its first line.
        switch reply {
        case 200..<300: return NoticeDelivery(.accepted, reply: reply)
        case 300..<400:
            return NoticeDelivery(.refused, reply: reply, words: "it sends elsewhere, which is not followed")
        case 400...: return NoticeDelivery(.refused, reply: reply, words: "it did not take it")
        default: break
        }
        let words = String(cString: curl_easy_strerror(code))
        let neverLeft = [
            CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CACERT_BADFILE,
        ]
        return NoticeDelivery(neverLeft.contains(code) ? .unsent : .unknown, words: words)
    }

    private func prepare(_ curl: UnsafeMutableRawPointer, _ body: [UInt8]) -> Bool {
        var texts: [(CURLoption, String)] = [
            (CURLOPT_URL, address.text), (CURLOPT_PROTOCOLS_STR, address.isEncrypted ? "https" : "http"),
            (CURLOPT_PROXY, ""),
        ]
        if let trusted { texts.append((CURLOPT_CAINFO, trusted)) }
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_POST, 1), (CURLOPT_POSTFIELDSIZE, body.count), (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, Self.patience / 2), (CURLOPT_TIMEOUT, Self.patience),
            (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
        ]
        return texts.allSatisfy { sightline_curl_set_text(curl, $0.0, $0.1) == CURLE_OK }
            && numbers.allSatisfy { sightline_curl_set_number(curl, $0.0, $0.1) == CURLE_OK }
            && sightline_curl_set_text(curl, CURLOPT_COPYPOSTFIELDS, String(decoding: body, as: UTF8.self)) == CURLE_OK
            && sightline_curl_read_nothing(curl) == CURLE_OK
    }

    private static let isStarted = sightline_curl_start() == CURLE_OK
}
