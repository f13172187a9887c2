import ArgumentParser
import Assurance
import Crypto
import Foundation
import WorkingDays

/// Drawing 10,000 files, and how its cost grows with the frame; beside it a bare shuffle of the same ids, each in a process of
/// its own.
struct DrawingBench {
    private static let drawn = 10_000

    let size: Int
    let runs: Int

    func measure(_ add: (BenchResult) -> Void) throws {
        func run(_ more: [String]) throws -> MeasuredProcess {
            let ran = try MeasuredProcess.best(
                of: runs, ["bench-draw", "--frame", String(size), "--size", String(min(Self.drawn, size))] + more)
            guard ran.exitCode == 0 else { throw BenchFailure.refused("a draw from \(size)") }
            return ran
        }
        let ids = try run(["--ids-alone"])
        let bare = try run(["--bare"])
        let drawn = try run([])
        add(
            BenchResult(
                name: "draw \(min(Self.drawn, size)) at random", size: size, value: drawn.seconds, unit: "s",
                peakMegabytes: drawn.peakMegabytes, floor: bare.seconds, floorName: "bare shuffle"))
        add(
            BenchResult(
                name: "draw: memory beside the ids alone", size: size, value: drawn.peakMegabytes, unit: "MB",
                peakMegabytes: drawn.peakMegabytes, floor: ids.peakMegabytes, floorName: "ids alone"))
    }
}

/// `sightline bench-draw`: one draw, or a bare shuffle, of as many ids; what `bench` measures.
struct BenchDrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-draw", abstract: "Draw from a frame of so many invented ids.", shouldDisplay: false)

    @Option var frame: Int
    @Option var size: Int
    @Flag(help: "Only shuffle the ids.") var bare = false
    @Flag(help: "Only make the ids.") var idsAlone = false

    func run() throws {
        let ids = (0..<frame).map { "record:\($0)" }
        if idsAlone { return Output.write("\(ids.count)\n") }
        if bare {
            var random = SystemRandomNumberGenerator()
            return Output.write("\(ids.shuffled(using: &random).prefix(size).count)\n")
        }
        let drawn = SampleDraw(
            SamplingFrame(
                asOf: Day(number: 0), words: "invented", members: ids.map { SamplingFrame.Member(child: $0) }),
            method: .simpleRandom, size: size, chainHead: [1, 2, 3], draw: 1
        ) { Array(SHA256.hash(data: $0)) }
        Output.write("\(drawn.cases.count)\n")
    }
}
