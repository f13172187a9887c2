import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// Each element transformed, in order, on all cores: for pure work on many things at once.
    package func inParallel<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        let parts = Swift.min(count / 8, 4)
        guard parts > 1 else { return map(transform) }
        let size = (count + parts - 1) / parts
        let results = Mutex([[Result]](repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let made = self[Swift.min(part * size, count)..<Swift.min((part + 1) * size, count)].map(transform)
            results.withLock { $0[part] = made }
        }
        return results.withLock { $0.flatMap { $0 } }
    }
}
