import AccessRules
import Foundation
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// Import, appends, lists and search on a record of a number of invented children; then the pages over it.
struct StoreBench {
    let folder: String
    let size: Int
    let standards: ShippedStandards

    func measure(_ add: @Sendable (BenchResult) -> Void) async throws {
        let place = "\(folder)/record-\(size)"
        try? FileManager.default.removeItem(atPath: place)
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        let benchmark = StoreBenchmark(
            folder: place, standards: standards, children: size, asAt: Clock.now().londonDay)
        let figures = try await benchmark.run()
        let floors = [
            "load": "floor: the same rows of every table", "append, 50 people": "floor: one bare row a transaction",
        ]
        for figure in figures {
            add(
                BenchResult(
                    name: figure.name, size: size, value: figure.value, unit: figure.unit, peakMegabytes: nil,
                    floor: floors[figure.name].flatMap { name in figures.first { $0.name == name }?.value },
                    floorName: floors[figure.name]?.replacing("floor: ", with: "") ?? ""))
        }
        try await ServerBench(benchmark: benchmark, folder: place, size: size).measure(add)
    }
}
