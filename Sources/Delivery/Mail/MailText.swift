import RecordKeeping
import WorkingDays

/// A message as it is sent (RFC 5322 and MIME): one person to one person, plain text in UTF-8.
package struct MailText: Sendable {
    package var from: NoticeAddress
    /// What stands before the sender's address.
    package var fromName: String
    package var to: NoticeAddress
    package var subject: String
    package var lines: [String]
    package var at: Moment
    /// Nobody else's, and without meaning: letters and digits.
    package var id: String

    package init(
        from: NoticeAddress, fromName: String, to: NoticeAddress, subject: String, lines: [String], at moment: Moment,
        id: String
    ) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.subject = subject
        self.lines = lines
        at = moment
        self.id = id
    }

    package var bytes: [UInt8] {
        let head = [
            "Date: \(date)",
            "From: \(EncodedWords.phrase(fromName)) <\(from.text)>",
            "To: <\(to.text)>",
            "Subject: \(EncodedWords.text(subject))",
            "Message-ID: <\(id)@\(from.domain)>",
            // So that no absence note answers it (RFC 3834), of Exchange neither.
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ]
        return Array((head + [""] + lines.map(QuotedPrintable.line) + [""]).joined(separator: "\r\n").utf8)
    }

    /// "Mon, 23 Nov 2026 08:00:00 +0000".
    private var date: String {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // The parts of "2026-11-23T08:00:00Z".
        let iso = Array(at.iso)
        guard iso.count == 20, let day = Day(String(iso[..<10])), let month = Int(String(iso[5..<7])),
            let number = Int(String(iso[8..<10]))
        else { return "" }
        let weekday = names[day.weekday.rawValue]
        return "\(weekday), \(number) \(months[month - 1]) \(String(iso[..<4])) \(String(iso[11..<19])) +0000"
    }
}

/// Text in a head line. What is not plain ASCII is written as encoded words (RFC 2047), and no sign can end the line.
enum EncodedWords {
    static func text(_ text: String) -> String {
        isPlain(text) ? text : encoded(text)
    }

    /// Before an address: quoted, or encoded.
    static func phrase(_ text: String) -> String {
        guard isPlain(text) else { return encoded(text) }
        return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && text.utf8.count <= 60 && !text.contains("=?")
    }

    /// Each word at most 75 characters long, and no character broken between two.
    private static func encoded(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            let sign = quoted(scalar)
            if word.utf8.count + sign.utf8.count > 75 - "=?utf-8?Q??=".utf8.count {
                words.append(word)
                word = ""
            }
            word += sign
        }
        words.append(word)
        return words.map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
    }

    private static func quoted(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(UnicodeScalar(byte))
            default: QuotedPrintable.escaped(byte)
            }
        }.joined()
    }
}

/// Body text that passes every mail server unchanged (RFC 2045, 6.7).
enum QuotedPrintable {
    private static let longest = 76

    static func line(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var lines: [String] = []
        var line = ""
        for (place, byte) in bytes.enumerated() {
            // A dot that begins a line could end the message, and "From" could be changed on its way.
            let isFirst = line.isEmpty && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
            let isLastSpace = place == bytes.count - 1 && (byte == 0x20 || byte == 0x09)
            let isItself = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=") && !isFirst && !isLastSpace
            let sign = isItself ? String(UnicodeScalar(byte)) : escaped(byte)
            // Room for the sign that says the line goes on.
            if line.utf8.count + sign.utf8.count > longest - 1 {
                lines.append(line + "=")
                line = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F") ? escaped(byte) : sign
            } else {
                line += sign
            }
        }
        return (lines + [line]).joined(separator: "\r\n")
    }

    static func escaped(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16, uppercase: true)
        return "=\(byte < 16 ? "0" : "")\(text)"
    }
}
