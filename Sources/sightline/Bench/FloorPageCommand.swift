import AccessRules
import ArgumentParser
import Foundation
import Hummingbird
import Logging
import NIOCore
import RecordKeeping
import SQLiteRecords

/// `sightline floor-page`: a bare server that answers everything with the same bytes, after one line in the access log;
/// what `bench` divides the pages by.
struct FloorPageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor-page", abstract: "Answer every request with one file.", shouldDisplay: false)

    @Option var page: String
    @Option var port = 0
    @Option(help: "How many children each line of the access log names.") var shown = 0
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let keeper = try store.open(data.shipped(data.standards()))
        let council = try store.code()
        try await keeper.addCouncil(council, name: "Floor")
        let person = SignedIn(council: council, user: "measure", role: .manager)
        let access = try AccessRules.access(for: person, to: .seeToday, .council(council), because: .work).get()
        guard let bytes = FileManager.default.contents(atPath: page) else { throw Refused("there is no \(page)") }
        let body = ByteBuffer(bytes: bytes)
        let shown = (0..<shown).map { SubjectID("ssd:floor-\($0)") }
        let router = Router()
        router.get("/**") { _, _ -> Response in
            try await keeper.log(Look(access, at: Clock.now(), query: "floor", shown: shown))
            return Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: .init(byteBuffer: body))
        }
        var logger = Logger(label: "floor")
        logger.logLevel = .error
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                Output.write("The floor is listening on http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n")
            }, logger: logger)
        try await application.runService()
    }
}
