import API
import AccessRules
import ArgumentParser
import Casework
import Foundation
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline notify`: writes to everybody who asked for it how much waits for them.
struct NotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "Write to everybody who asked for it how much waits for them.",
        discussion:
            "Run it by a timer, every quarter of an hour: each person is written to once a working day, and once about each thing that cannot wait. A message has numbers and no names."
    )

    @Option(help: ArgumentHelp("Where people reach Sightline. Else SIGHTLINE_ADDRESS.", valueName: "https://..."))
    var publicAddress: String?

    @Option(help: "The moment it is about, as 2026-11-23T08:00:00Z; now when there is none.")
    var asOf: Moment?

    @Flag(help: "Say what would be sent, send nothing and write nothing down.")
    var dryRun = false

    @Option(help: "How to say what was done: table or json.")
    var format: Format = .table

    @OptionGroup var mail: MailOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    func run() async throws {
        let site = try site()
        let post = dryRun ? nil : try mail.post()
        let standards = try data.standards()
        let keeper = try store.openExisting(data.shipped(standards))
        do {
            let council = try await store.council(in: keeper)
            let send = SendNotices(
                store: keeper, council: council, calendar: standards.calendar, site: site, post: post)
            let given = asOf
            let sent = try await send(at: { given ?? Clock.now() })
            try keeper.close()
            Output.write(format == .json ? Self.json(sent) : Array(Self.table(sent).utf8))
            if sent.contains(where: { $0.delivery.map { $0.outcome != .accepted } ?? false }) { throw ExitCode(1) }
        } catch let refusal as SendNotices.Refusal {
            switch refusal {
            case .keptElsewhere:
                throw Refused(
                    "this council's record is loaded from another system: whose work is what is not known here")
            case .store(let failure): throw Refused(failure.words)
            }
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }

    /// Links in messages are followed from anywhere: never through the clear, but for a try on one machine.
    private func site() throws -> String {
        let text = publicAddress ?? ProcessInfo.processInfo.environment["SIGHTLINE_ADDRESS"] ?? ""
        guard let address = URL(string: text), let host = address.host, !host.isEmpty, address.user == nil,
            address.query == nil, address.fragment == nil, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            address.scheme == "https" || (address.scheme == "http" && ["127.0.0.1", "localhost"].contains(host))
        else { throw ValidationError("--public-address takes where people reach Sightline: https://...") }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func words(_ line: SendNotices.Sent) -> String {
        guard let delivery = line.delivery else { return "would be sent" }
        let reply = delivery.reply.map { " (\($0))" } ?? ""
        return switch delivery.outcome {
        case .accepted: "accepted by the mail server"
        case .refused: "refused by the mail server\(reply): \(delivery.words)"
        case .unsent: "not sent: \(delivery.words)"
        case .unknown: "no answer from the mail server, not tried again: \(delivery.words)"
        }
    }

    private static func table(_ sent: [SendNotices.Sent]) -> String {
        guard !sent.isEmpty else { return "Nobody had to be written to.\n" }
        return sent.map { line in
            let shown = line.delivery == nil ? line.message.lines.map { "    \($0)\n" }.joined() : ""
            return "\(line.user): \(line.kind.rawValue): \(words(line))\n\(shown)"
        }.joined()
    }

    private static func json(_ sent: [SendNotices.Sent]) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.key("notices")
            json.array(sent) { json, line in
                json.object { json in
                    json.field("user", line.user.text)
                    json.field("kind", line.kind.rawValue)
                    json.field("outcome", line.delivery?.outcome.rawValue ?? "would-be-sent")
                    json.field("words", words(line))
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension Moment: ExpressibleByArgument {
    package init?(argument: String) {
        guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }
}
