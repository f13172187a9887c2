#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Threads that make batches of children ahead of whoever takes them, never more than a few batches ahead.
final class BatchMakers: @unchecked Sendable {
    // NB: every stored property below is touched only while `lock` is held, or never changes; the compiler cannot see
    // that a mutex guards them.
    private let council: SimulatedCouncil
    private let batches: Int
    private let ahead: Int
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var ready: [Int: [SimulatedChild]] = [:]
    private var nextToMake = 0
    private var nextToTake = 0
    private var isStopped = false

    init(_ council: SimulatedCouncil, batches: Int, threads: Int) {
        self.council = council
        self.batches = batches
        ahead = threads * 3
        lock = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
        for _ in 0..<threads { start() }
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Waits for a batch; each is taken once, in order.
    func batch(_ number: Int) -> [SimulatedChild] {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let made = ready.removeValue(forKey: number) {
                nextToTake = number + 1
                pthread_cond_broadcast(changed)
                return made
            }
            pthread_cond_wait(changed, lock)
        }
    }

    /// Lets the threads end early, when nobody wants the rest.
    func stop() {
        pthread_mutex_lock(lock)
        isStopped = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }

    private func start() {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(self)
        let failed = pthread_create(
            &thread, nil,
            { box in
                guard let box else { return nil }
                Unmanaged<BatchMakers>.fromOpaque(box).takeRetainedValue().work()
                return nil
            }, box.toOpaque())
        if failed == 0 { pthread_detach(thread) } else { box.release() }
    }

    private func work() {
        while let number = claim() {
            let made = SimulatedBatches.make(number, council)
            pthread_mutex_lock(lock)
            ready[number] = made
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(lock)
        }
    }

    /// The next batch to make, once there is room for it; nil when none is left.
    private func claim() -> Int? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while nextToMake < batches, !isStopped {
            if nextToMake < nextToTake + ahead {
                defer { nextToMake += 1 }
                return nextToMake
            }
            pthread_cond_wait(changed, lock)
        }
        return nil
    }
}
