import Foundation

/// `check` on a census of a number of invented children, beside a bare parse of the same bytes.
struct CensusBench {
    let folder: String
    let size: Int
    let runs: Int

    func measure(_ add: (BenchResult) -> Void) throws {
        let file = "\(folder)/census-\(size).xml"
        if !FileManager.default.fileExists(atPath: file) {
            let made = try MeasuredProcess(["simulate", "--children", "\(size)", "--seed", "1", "--census", file])
            guard made.exitCode == 0 else { throw ExitFailure(what: "simulate") }
            add(
                BenchResult(
                    name: "simulate census", size: size, value: made.seconds, unit: "s",
                    peakMegabytes: made.peakMegabytes, floor: nil, floorName: ""))
        }
        // A run over so many takes long enough to be steady.
        let runs = size < 1_000_000 ? runs : 1
        let floor = try MeasuredProcess.best(of: runs, ["floor", file])
        for jobs in [1, 2] {
            let check = try MeasuredProcess.best(of: runs, ["check", file, "--jobs", "\(jobs)", "--format", "json"])
            guard check.exitCode <= 1 else { throw ExitFailure(what: "check") }
            add(
                BenchResult(
                    name: "check census, \(jobs) job\(jobs == 1 ? "" : "s")", size: size, value: check.seconds,
                    unit: "s",
                    peakMegabytes: check.peakMegabytes, floor: floor.seconds, floorName: "bare parse"))
        }
    }
}

/// `check` on a dataset extract of a number of invented children; the floor is reading the same bytes.
struct ExtractBench {
    let folder: String
    let size: Int
    let runs: Int

    func measure(_ add: (BenchResult) -> Void) throws {
        let extract = "\(folder)/extract-\(size)"
        if !FileManager.default.fileExists(atPath: extract) {
            let made = try MeasuredProcess(["simulate", "--children", "\(size)", "--seed", "1", "--ssd", extract])
            guard made.exitCode == 0 else { throw ExitFailure(what: "simulate") }
        }
        let runs = size < 1_000_000 ? runs : 1
        let check = try MeasuredProcess.best(
            of: runs, ["check", extract, "--as-of", "2026-03-31", "--format", "json"])
        guard check.exitCode <= 1 else { throw ExitFailure(what: "check") }
        let floor = try MeasuredProcess.best(of: runs, ["floor-tables", extract])
        add(
            BenchResult(
                name: "check extract", size: size, value: check.seconds, unit: "s",
                peakMegabytes: check.peakMegabytes, floor: floor.seconds, floorName: "bare scan of the tables"))
    }
}

struct ExitFailure: Error, CustomStringConvertible {
    let what: String
    var description: String { "`sightline \(what)` failed" }
}
