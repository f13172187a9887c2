import ArgumentParser
import Casework
import Foundation
import Webhooks

/// Which other programs take notices.
struct WebhookOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A file that says which other programs are told, signed.", valueName: "file"))
    var webhooks: String?

    private static let most = 20

    /// As docs/running-it.md shows it.
    private struct Endpoint: Decodable {
        let name: String
        let address: String
        let keyFile: String
        let trust: String?
    }

    /// Empty where none are named.
    func endpoints() throws -> [WebhookEndpoint] {
        guard let webhooks else { return [] }
        guard let bytes = FileManager.default.contents(atPath: webhooks) else {
            throw Refused("\(webhooks) cannot be read")
        }
        guard let named = try? JSONDecoder().decode([Endpoint].self, from: bytes) else {
            throw Refused("\(webhooks) is not what docs/running-it.md shows")
        }
        guard named.count <= Self.most, Set(named.map(\.name)).count == named.count,
            named.allSatisfy({ !$0.name.isEmpty && $0.name.count <= 60 })
        else { throw Refused("\(webhooks) names \(Self.most) programs at most, each by a name of its own") }
        return try named.map { endpoint in
            // NB: an address may hold what its program lets anybody in by, so it is never printed.
            guard let address = WebhookAddress(endpoint.address) else {
                throw Refused("the address of \(endpoint.name) in \(webhooks) must be https, or http on this machine")
            }
            return WebhookEndpoint(
                name: endpoint.name, address: address, keys: try keys(endpoint), trusted: endpoint.trust)
        }
    }

    /// One to a line, so that a new one can be used beside the old one until the other side knows it.
    private func keys(_ endpoint: Endpoint) throws -> [[UInt8]] {
        guard let text = try? String(contentsOfFile: endpoint.keyFile, encoding: .utf8) else {
            throw Refused("the key of \(endpoint.name) cannot be read from \(endpoint.keyFile)")
        }
        let keys = text.split(whereSeparator: \.isNewline).map { Array($0.utf8) }
        guard (1...2).contains(keys.count), keys.allSatisfy({ $0.count >= WebhookSignature.shortestKey }) else {
            throw Refused(
                "\(endpoint.keyFile) holds one key of \(WebhookSignature.shortestKey) characters or more, or two lines of one each"
            )
        }
        return keys
    }
}
