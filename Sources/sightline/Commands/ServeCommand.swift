import AccessRules
import ArgumentParser
import Casework
import Foundation
import Logging
import OpenIDConnect
import RecordKeeping
import SQLiteRecords
import Server
import ServiceLifecycle
import WorkingDays

/// `sightline serve`: the pages and the API, over one database.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the pages and the API.")

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    @Flag(help: "A demonstration: invented people to look round as, said on every page. Fills an empty database.")
    var demo = false

    @Flag(help: "With --demo: the invented council keeps its record here, so that everything can be recorded.")
    var recordedHere = false

    @Option(help: "How many invented children an empty demonstration gets.")
    var demoChildren = 3000

    @Flag(help: "A proxy in front ends TLS: cookies are sent through TLS only.")
    var behindTLS = false

    @Option(
        help:
            "The most connections one address may hold at once; 0 for any number. 200, and with --behind-tls any number, since a proxy is one address."
    )
    var connectionsPerAddress: Int?

    @Option(help: "The most a document on a child's record may be, in megabytes.")
    var documentMegabytes = 25

    @Option(
        help: "A program that looks for viruses in each document: gets it on standard input; exit code 0 lets it in.")
    var scanDocumentsWith: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: "An argument for that program, {file} for the path of the document; repeat for more.")
    var scanArgument: [String] = []

    @Option(
        help:
            "The program that makes PDFs, WeasyPrint or Chromium; else the first of them in /usr/local/bin or /usr/bin. \"none\" for no PDFs."
    )
    var makePDFWith: String?

    @OptionGroup var signingIn: SignInOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard connectionsPerAddress.map({ $0 >= 0 }) ?? true else {
            throw ValidationError("--connections-per-address takes 0 or more.")
        }
        guard (1...500).contains(documentMegabytes) else {
            throw ValidationError("--document-megabytes takes a number from 1 to 500.")
        }
    }

    func run() async throws {
        let standards = try data.standards()
        let keeper = try store.open(data.shipped(standards))
        do {
            let council = try await store.council(in: keeper)
            if demo {
                try await DemoCouncil(store: keeper, standards: standards, council: council).prepare(
                    children: demoChildren, isRecordedHere: recordedHere)
            }
            _ = try await keeper.resumeLoads(at: Clock.now())
            let provider = try signingIn.provider()
            let live = try await live(keeper, standards, council, provider)
            let router = Serving.router(live)
            var logger = Logger(label: "sightline")
            logger.logLevel = .info
            let address = "http://\(host)"
            let upToDate = BringUpToDate(store: keeper, council: council, now: Clock.now)
            let freeze = FreezeSnapshots(
                store: keeper, council: council, calendar: standards.calendar, now: Clock.now)
            try await Serving.run(
                router, live.settings, logger: logger,
                services: [
                    KeepingUpToDate(upToDate, logger: logger), FreezingMonths(freeze, logger: logger),
                ]
            ) { port in
                Output.write(
                    "Sightline is listening on \(address):\(port)\(demo ? " (demonstration: every child is invented)" : "")\n"
                )
            }
            try await provider?.provider.close()
            try keeper.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }

    private func live(
        _ keeper: SQLiteStore, _ standards: Casework.Standards, _ council: CouncilCode,
        _ provider: (provider: IdentityProvider, settings: OpenIDSettings)?
    ) async throws -> Live {
        let assets: StaticAssets
        do {
            assets = try StaticAssets(folder: data.webFolder())
        } catch {
            throw Refused("the files the pages need are not beside the standards")
        }
        // Beside the database, so that what a stopped program left behind is found and deleted at the next start.
        let uploads = UploadFolder(path: store.uploadFolder)
        try uploads.prepare()
        let name = try await keeper.councils().first { $0.code == council }?.name ?? "Council \(council)"
        let codes = try signingIn.codes(keeper, council)
        let door = SignInDoor.recorded(
            SignIn(store: keeper, council: council, codes: codes),
            personas: demo ? DemoCouncil.personas(council, isRecordedHere: recordedHere) : [], provider: provider)
        let perAddress = connectionsPerAddress ?? (behindTLS ? 0 : 200)
        let health = RecordHealth(now: Clock.now) {
            do {
                _ = try await keeper.councils()
                try await keeper.tryWriting(at: Clock.now())
                return true
            } catch {
                return false
            }
        }
        return Live(
            settings: ServingSettings(
                host: host, port: port, isBehindTLS: behindTLS,
                documentLimits: UploadLimits(fileBytes: documentMegabytes * 1_000_000),
                connectionsPerAddress: perAddress == 0 ? nil : perAddress),
            surroundings: Surroundings(council: name, isDemo: demo, assets: assets.addresses), assets: assets,
            uploads: uploads, sessions: RecordedSessions(store: keeper, council: council),
            door: door, now: Clock.now, store: keeper, council: council, standards: standards,
            desk: ImportDesk(store: keeper, standards: standards, now: Clock.now), codes: codes,
            scan: scanDocumentsWith.map { DocumentScan(program: $0, arguments: scanArgument) },
            pdf: makePDFWith == "none" ? nil : makePDFWith.map { PDFMaker(program: $0) } ?? PDFMaker.found(),
            isHealthy: { await health.isWell() })
    }
}

extension StoreOptions {
    /// The council named; else the only one in the database; else an invented one.
    func council(in keeper: SQLiteStore) async throws -> CouncilCode {
        if let council {
            guard let code = CouncilCode(council) else {
                throw ValidationError("--council takes 1 to 16 letters, digits or hyphens.")
            }
            return code
        }
        let known = try await keeper.councils()
        if known.count > 1 { throw ValidationError("The database holds several councils: name one with --council.") }
        return try known.first?.code ?? code()
    }
}
