import ChildJourney
import Dispatch
import FileFormats
import Synchronization

extension DatasetExtract {
    /// Hands over every person of the extract, one after another. The order is that of a fixed fingerprint of the id:
    /// the same on every run, and however large the extract is.
    package func forEachPerson(_ body: (ImportedPerson) throws -> Void) throws {
        for index in store.partitions.indices { try assemble(index, body) }
    }

    /// Hands over every person as `forEachPerson` does, without what an import needs: the id and the journey.
    package func forEachJourney(_ body: (String, Journey) throws -> Void) throws {
        try forEachPerson { try body($0.id, $0.journey) }
    }

    /// Works on several partitions at once. `begin` makes an empty result, `body` adds a person to it on one thread, and
    /// `deliver` receives the results one at a time, in the order `forEachPerson` has.
    package func forEachPartition<Result: Sendable>(
        workerCount: Int = 2, begin: @Sendable () -> Result,
        body: @Sendable (inout Result, ImportedPerson) throws -> Void, deliver: (Result) throws -> Void
    ) throws {
        var next = 0
        while next < store.partitions.count {
            let batch = next..<min(next + workerCount, store.partitions.count)
            let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
            DispatchQueue.concurrentPerform(iterations: batch.count) { offset in
                let result = Swift.Result<Result, any Error> {
                    var gathered = begin()
                    try assemble(batch.lowerBound + offset) { try body(&gathered, $0) }
                    return gathered
                }
                results.withLock { $0[offset] = result }
            }
            let found = results.withLock { $0 }
            for offset in 0..<batch.count { if let result = found[offset] { try deliver(try result.get()) } }
            next = batch.upperBound
            FreedMemory.giveBack()
        }
    }

    /// In how many parts the children are put together; one part is held in memory at a time.
    package var partitionCount: Int { store.partitions.count }

    /// Hands over the persons of one part, for a caller that must wait between them.
    package func forEachPerson(inPartition index: Int, _ body: (ImportedPerson) throws -> Void) throws {
        try assemble(index, body)
    }

    private func assemble(_ index: Int, _ body: (ImportedPerson) throws -> Void) throws {
        let rows: PartitionRows
        do {
            rows = try PartitionRows(store.partitions[index])
        } catch {
            throw DatasetFailure.noWorkingSpace(error)
        }
        let mostTold = max(10, 1000 / store.partitions.count)
        var assembly = JourneyAssembly(rows, files: files, hasPersons: hasPersons, mostTold: mostTold)
        defer { note(assembly.diagnostics.filter { !$0.counts.isEmpty }, partition: index) }
        try assembly.forEachChild(body)
    }
}
