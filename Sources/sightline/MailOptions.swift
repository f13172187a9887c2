import ArgumentParser
import Casework
import Foundation
import Mail
import RecordKeeping
import WorkingDays

/// Which mail server takes notices, and under which address.
struct MailOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The mail server.", valueName: "host"))
    var smtpHost: String?

    @Option(help: "Its port; 587, or 465 with --smtp-tls implicit, or 25 with --insecure-smtp.")
    var smtpPort: Int?

    @Option(help: "How the connection is kept private: starttls or implicit.")
    var smtpTls: String = "starttls"

    @Flag(help: "No TLS at all, for a relay on this machine. No password is then sent.")
    var insecureSmtp = false

    @Option(help: ArgumentHelp("A file of certificates to trust instead of the system's.", valueName: "file"))
    var smtpTrust: String?

    @Option(help: "The name Sightline signs in with at the mail server.")
    var smtpUser: String?

    @Option(help: ArgumentHelp("A file with its password. Else SIGHTLINE_SMTP_PASSWORD.", valueName: "file"))
    var smtpPasswordFile: String?

    @Option(name: .customLong("from"), help: ArgumentHelp("The address notices come from.", valueName: "address"))
    var sender: String?

    @Option(help: "The name before that address.")
    var fromName: String = "Sightline"

    /// Hands messages to the server.
    func post() throws -> SendNotices.Post {
        let server = try server()
        guard let from = sender.flatMap({ NoticeAddress($0) }) else {
            throw ValidationError("--from takes the address notices come from.")
        }
        let name = fromName
        guard !name.isEmpty, name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw ValidationError("--from-name takes one line.")
        }
        return { message, address, moment in
            let text = MailText(
                from: from, fromName: name, to: address, subject: message.subject, lines: message.lines, at: moment,
                id: UUID().uuidString.lowercased())
            // NB: waited for where it is asked for: nothing else runs in the command.
            switch server.send(text) {
            case .accepted: return NoticeDelivery(.accepted, reply: 250)
            case .refused(let reply, let words): return NoticeDelivery(.refused, reply: reply, words: words)
            case .unsent(let words): return NoticeDelivery(.unsent, words: words)
            case .unknown(let words): return NoticeDelivery(.unknown, words: words)
            }
        }
    }

    private func server() throws -> MailServer {
        guard let host = smtpHost, !host.isEmpty,
            host.utf8.allSatisfy({ byte in (0x21...0x7E).contains(byte) && !Array("/@?#\\[]%".utf8).contains(byte) })
        else { throw ValidationError("--smtp-host takes the name of a mail server.") }
        guard let safety = MailServer.Safety(rawValue: smtpTls), safety != .none else {
            throw ValidationError("--smtp-tls takes starttls or implicit.")
        }
        let password = try password()
        guard smtpUser == nil || password != nil else {
            throw ValidationError("--smtp-user wants a password: --smtp-password-file, or SIGHTLINE_SMTP_PASSWORD.")
        }
        if insecureSmtp, smtpUser != nil {
            throw ValidationError("A password is not sent without TLS: leave out --smtp-user, or --insecure-smtp.")
        }
        let usual = insecureSmtp ? 25 : safety == .implicit ? 465 : 587
        let port = smtpPort ?? usual
        guard (1...65535).contains(port) else { throw ValidationError("--smtp-port takes a number from 1 to 65535.") }
        return MailServer(
            host: host, port: port, safety: insecureSmtp ? .none : safety, user: smtpUser,
            password: smtpUser == nil ? nil : password, trusted: smtpTrust)
    }

    private func password() throws -> String? {
        guard let file = smtpPasswordFile else { return ProcessInfo.processInfo.environment["SIGHTLINE_SMTP_PASSWORD"] }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Refused("the mail server's password cannot be read from \(file)")
        }
        return text.trimmingCharacters(in: .newlines)
    }
}
