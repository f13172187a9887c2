import AccessRules
import Foundation
import Measures
import RecordKeeping
import SQLiteRecords
import Server
import WorkingDays

/// Requests a second and the slowest of a hundred, page by page, beside the server that answers with the same bytes from
/// memory and writes the same line of the access log.
struct ServerBench {
    private static let connections = 16
    private static let seconds = 6

    let benchmark: StoreBenchmark
    let folder: String
    let size: Int

    func measure(_ add: @Sendable (BenchResult) -> Void) async throws {
        let cookie = try await session()
        let children = benchmark.someChildren(400).map { "/children/\($0.text.replacing(":", with: "%3A"))" }
        let questions = benchmark.someQuestions(400).map { "/search?q=\($0.replacing(" ", with: "+"))" }
        let pages: [(name: String, paths: [String])] = [
            ("Today", ["/today"]), ("Child", children), ("Search", questions),
            ("Measures", ["/numbers/measures"]),
            ("One measure", Measures.all.map { "/numbers/measures/\($0.id.text)" }),
        ]
        for page in pages {
            let (bytes, measured, alone) = try await serving(["serve", "--database", benchmark.databasePath]) { port in
                let bytes = try PageRequest(port: port, path: page.paths[0], cookie: cookie).body()
                let alone = try load(page.paths, cookie, port, connections: 1)
                return (bytes, try load(page.paths, cookie, port), alone)
            }
            let file = "\(folder)/page.html"
            try Data(bytes).write(to: URL(fileURLWithPath: file))
            let floor = try await serving([
                "floor-page", "--page", file, "--database", "\(folder)/floor-page.db", "--shown",
                "\(Self.children(on: bytes))",
            ]) { try load(page.paths, cookie, $0) }
            add(
                BenchResult(
                    name: "\(page.name) page, p99 of one reader", size: size, value: alone.p99Milliseconds, unit: "ms",
                    peakMegabytes: nil, floor: nil, floorName: ""))
            for (what, value, least, unit) in [
                ("requests", measured.requestsPerSecond, floor.requestsPerSecond, "requests/s"),
                ("p50", measured.medianMilliseconds, floor.medianMilliseconds, "ms"),
                ("p99", measured.p99Milliseconds, floor.p99Milliseconds, "ms"),
            ] {
                add(
                    BenchResult(
                        name: "\(page.name) page, \(what)", size: size, value: value, unit: unit, peakMegabytes: nil,
                        floor: least, floorName: "the same \(bytes.count) bytes from memory, and the access log"))
            }
        }
    }

    /// How many children a page links to: as many as its line of the access log names.
    private static func children(on bytes: [UInt8]) -> Int {
        let links = String(decoding: bytes, as: UTF8.self).split(separator: "href=\"/children/").dropFirst()
        return Set(links.map { $0.prefix { $0 != "\"" && $0 != "/" && $0 != "?" } }).count
    }

    /// Signs somebody in, so that the pages open.
    private func session() async throws -> String {
        guard let address = DatabaseAddress(benchmark.databasePath), let council = CouncilCode("999") else {
            throw BenchFailure.cannotStart
        }
        let store = try SQLiteStore(at: address, standards: benchmark.standards)
        try await store.save(User(council: council, id: "measure", name: "Measured", role: .manager))
        let token = SecretToken()
        let now = Clock.now()
        _ = try await RecordedSessions(store: store, council: council).create(
            NewSession(
                token: token.digest, person: SignedIn(council: council, user: "measure", role: .manager),
                formToken: FormToken(), createdAt: now, expiresAt: now.adding(seconds: 12 * 3600)))
        try store.close()
        return "sightline_session=\(token.text)"
    }

    /// Starts this program as a server, and stops it afterwards.
    private func serving<Value: Sendable>(
        _ arguments: [String], _ work: (Int) async throws -> Value
    ) async throws -> Value {
        let server = Process()
        server.executableURL = URL(fileURLWithPath: DataOptions.program)
        server.arguments = arguments + ["--port", "0"]
        let output = Pipe()
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        try server.run()
        defer {
            server.terminate()
            server.waitUntilExit()
        }
        var said = ""
        while !said.contains("\n") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw BenchFailure.cannotStart }
            said += String(decoding: more, as: UTF8.self)
        }
        guard let port = said.split(separator: "127.0.0.1:").last?.prefix(while: \.isNumber), let number = Int(port)
        else { throw BenchFailure.cannotStart }
        return try await work(number)
    }

    private func load(
        _ paths: [String], _ cookie: String, _ port: Int, connections: Int = ServerBench.connections
    ) throws -> WrkResult {
        let script = "\(folder)/paths.lua"
        let list = paths.map { "\"\($0)\"" }.joined(separator: ", ")
        try """
        local paths = { \(list) }
        local next = 0
        request = function()
            next = next % #paths + 1
            return wrk.format("GET", paths[next], { ["Cookie"] = "\(cookie)" })
        end
        done = function(summary, latency)
            io.write(string.format("\\nRESULT %f %f %f %d\\n", summary.requests / summary.duration * 1e6,
                latency:percentile(50) / 1000, latency:percentile(99) / 1000,
                summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
        end
        """.write(toFile: script, atomically: true, encoding: .utf8)
        _ = try WrkResult(seconds: 1, connections: connections, script: script, port: port)
        return try WrkResult(seconds: Self.seconds, connections: connections, script: script, port: port)
    }
}

/// What the load generator (wrk) measured.
struct WrkResult: Sendable {
    let requestsPerSecond: Double
    let medianMilliseconds: Double
    let p99Milliseconds: Double

    init(seconds: Int, connections: Int, script: String, port: Int) throws {
        let wrk = Process()
        wrk.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        wrk.arguments = [
            "wrk", "-t1", "-c\(connections)", "-d\(seconds)s", "-s", script, "http://127.0.0.1:\(port)",
        ]
        let output = Pipe()
        wrk.standardOutput = output
        try wrk.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        wrk.waitUntilExit()
        let figures = said.split(separator: "RESULT ").last?.split(whereSeparator: \.isWhitespace).compactMap {
            Double($0)
        }
        // NB: an answer that is a refusal is quicker than a page, and must not pass for one.
        guard let figures, figures.count == 4, figures[3] == 0 else { throw BenchFailure.refused(said) }
        (requestsPerSecond, medianMilliseconds, p99Milliseconds) = (figures[0], figures[1], figures[2])
    }
}
