import API
import AccessRules
import ArgumentParser
import Casework
import Foundation
import RecordKeeping
import SQLiteRecords
import Webhooks
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
    @OptionGroup var programs: WebhookOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    func run() async throws {
        let site = try site()
        let endpoints = try programs.endpoints()
        // A council may have programs told and nobody written to.
        let writes = endpoints.isEmpty || mail.smtpHost != nil
        let post = dryRun || !writes ? nil : try mail.post()
        let standards = try data.standards()
        let keeper = try store.openExisting(data.shipped(standards))
        do {
            let council = try await store.council(in: keeper)
            let send = SendNotices(
                store: keeper, council: council, calendar: standards.calendar, site: site, post: post)
            let given = asOf
            let now: @Sendable () -> Moment = { given ?? Clock.now() }
            let sent = writes ? try await send(at: now) : []
            // People first: no program keeps anybody's message waiting.
            let tell = SendWebhooks(
                store: keeper, council: council, calendar: standards.calendar, site: site,
                endpoints: endpoints.map(\.name),
                hosts: Dictionary(endpoints.map { ($0.name, $0.host) }, uniquingKeysWith: { first, _ in first }),
                newID: { UUID().uuidString.lowercased() },
                post: dryRun ? nil : Self.post(to: endpoints))
            let told = endpoints.isEmpty ? [] : try await tell(at: now)
            try keeper.close()
            let said = NoticesSaid(sent: sent, told: told)
            Output.write(format == .json ? said.json : Array(said.table.utf8))
            if said.hasFailed { throw ExitCode(1) }
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

    private static func post(to endpoints: [WebhookEndpoint]) -> SendWebhooks.Post {
        let byName = Dictionary(uniqueKeysWithValues: endpoints.map { ($0.name, $0) })
        return { notice, name in
            guard let endpoint = byName[name] else { return NoticeDelivery(.unsent) }
            return await endpoint.post(notice, at: Clock.now())
        }
    }
}

extension Moment: ExpressibleByArgument {
    package init?(argument: String) {
        guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }
}
