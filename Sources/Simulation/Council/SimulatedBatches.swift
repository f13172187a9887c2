/// A council's children in order of number, a batch at a time, made by several threads at once.
///
/// Children do not depend on one another, so the order in which threads finish changes nothing. Only a few batches are
/// ever held.
package struct SimulatedBatches: Sequence {
    package static let batchSize = 1000

    private let council: SimulatedCouncil
    private let jobs: Int

    package init(_ council: SimulatedCouncil, jobs: Int) {
        self.council = council
        self.jobs = jobs
    }

    package func makeIterator() -> Iterator { Iterator(council, jobs: jobs) }

    package struct Iterator: IteratorProtocol {
        private let council: SimulatedCouncil
        private let makers: Taking?
        private var position = 0

        init(_ council: SimulatedCouncil, jobs: Int) {
            self.council = council
            let batches = (council.children + batchSize - 1) / batchSize
            makers = jobs > 1 && batches > 1 ? Taking(BatchMakers(council, batches: batches, threads: jobs)) : nil
        }

        package mutating func next() -> [SimulatedChild]? {
            let first = position * batchSize + 1
            guard first <= council.children else { return nil }
            defer { position += 1 }
            if let makers { return makers.makers.batch(position) }
            return SimulatedBatches.make(position, council)
        }
    }

    /// Held by whoever takes the batches; when that goes, the threads stop.
    private final class Taking {
        let makers: BatchMakers

        init(_ makers: BatchMakers) { self.makers = makers }

        deinit { makers.stop() }
    }

    static func make(_ batch: Int, _ council: SimulatedCouncil) -> [SimulatedChild] {
        let first = batch * batchSize + 1
        return (first...Swift.min(first + batchSize - 1, council.children)).map { council.child($0) }
    }
}
