import Foundation
import Testing

@Suite struct CorePurityTests {
    private static let sources: [(path: String, lines: [Substring])] = {
        let core = Shipped.root.appendingPathComponent("Sources/Core").resolvingSymlinksInPath()
        let paths = (FileManager.default.subpaths(atPath: core.path) ?? []).filter { $0.hasSuffix(".swift") }
        return paths.sorted().compactMap { path in
            guard let text = try? String(contentsOf: core.appendingPathComponent(path), encoding: .utf8) else {
                return nil
            }
            return (path, text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }()

    @Test func `Core imports nothing but Core`() {
        let allowed: Set = [
            "WorkingDays", "Diagnostics", "ChildJourney", "Duties", "Concerns", "Measures", "AccessRules", "Matching",
        ]
        #expect(Self.sources.count > 60)
        for source in Self.sources {
            for line in source.lines where line.split(separator: " ").contains("import") && !line.contains("//") {
                #expect(
                    allowed.contains(line.split(separator: " ").last.map(String.init) ?? ""), "\(source.path): \(line)")
            }
        }
    }

    @Test(arguments: [
        "ContinuousClock", "SuspendingClock", "SystemClock", "DispatchTime", "clock_gettime", "gettimeofday", "Date()",
        "Date.now", "Glibc", "Darwin", "Musl", "Dispatch", "Foundation", "Task.sleep", "SystemRandomNumberGenerator",
        ".random(", ".randomElement(", ".shuffled()", "print(", "readLine(", "fopen(", "getenv(", "fatalError(",
    ])
    func `Core reads no clock, rolls no dice and does no input or output`(forbidden: String) {
        for source in Self.sources {
            for line in source.lines where line.contains(forbidden) && !line.drop(while: \.isWhitespace).hasPrefix("//")
            {
                Issue.record("\(source.path): \(line)")
            }
        }
    }
}
