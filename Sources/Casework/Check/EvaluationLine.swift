import ChildJourney
import Concerns
import Foundation
import WorkingDays

/// Evaluates children on other threads while the caller reads the file. With one job everything happens on the
/// caller's thread. At most a few batches wait at a time, so memory does not grow with the file.
final class EvaluationLine: @unchecked Sendable {
    // @unchecked: every mutable property is touched only with `condition` locked.
    private static let batchSize = 128
    private static let waitingAtMost = 16

    private let evaluator: Evaluator
    private let empty: CheckTally
    private let condition = NSCondition()
    private var waiting: [[SourceChild]] = []
    private var isClosed = false
    private var working = 0
    private var tallies: [CheckTally] = []
    private var batch: [SourceChild] = []
    private var ownTally: CheckTally
    private var ownFindings: Findings
    private let isInline: Bool

    init(_ evaluator: Evaluator, tally: CheckTally, jobs: Int) {
        self.evaluator = evaluator
        empty = tally
        ownTally = tally
        ownFindings = Findings(evaluator.setting)
        isInline = jobs <= 1
        for _ in 1..<max(jobs, 1) {
            working += 1
            Thread { [self] in run() }.start()
        }
    }

    func add(_ child: SourceChild) {
        if isInline {
            evaluator.evaluate(child.journey, into: &ownFindings)
            return ownTally.add(child, ownFindings)
        }
        batch.append(child)
        if batch.count == Self.batchSize { handOver() }
    }

    /// Waits for the last child to be evaluated.
    func finish() -> CheckTally {
        if isInline { return ownTally }
        handOver()
        condition.lock()
        isClosed = true
        condition.broadcast()
        while working > 0 { condition.wait() }
        condition.unlock()
        var all = empty
        for tally in tallies { all.merge(tally) }
        return all
    }

    private func handOver() {
        let full = batch
        batch = []
        batch.reserveCapacity(Self.batchSize)
        condition.lock()
        while waiting.count >= Self.waitingAtMost { condition.wait() }
        waiting.append(full)
        condition.broadcast()
        condition.unlock()
    }

    private func next() -> [SourceChild]? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty, !isClosed { condition.wait() }
        guard !waiting.isEmpty else { return nil }
        let batch = waiting.removeFirst()
        condition.broadcast()
        return batch
    }

    private func run() {
        var tally = empty
        var findings = Findings(evaluator.setting)
        while let batch = next() {
            for child in batch {
                evaluator.evaluate(child.journey, into: &findings)
                tally.add(child, findings)
            }
        }
        condition.lock()
        tallies.append(tally)
        working -= 1
        condition.broadcast()
        condition.unlock()
    }
}
