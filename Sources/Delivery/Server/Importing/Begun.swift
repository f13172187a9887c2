import Casework
import Synchronization

/// How a load began, told once by whoever reads the file and awaited once by whoever sent it.
final class Begun: Sendable {
    typealias Outcome = Result<Int, ImportRefusal>

    private enum Standing {
        case open
        case awaited(CheckedContinuation<Outcome, Never>)
        case told(Outcome)
    }

    private let standing = Mutex(Standing.open)

    /// The first telling counts; what is told later changes nothing.
    func tell(_ outcome: Outcome) {
        let waiter: CheckedContinuation<Outcome, Never>? = standing.withLock { standing in
            switch standing {
            case .open:
                standing = .told(outcome)
                return nil
            case .awaited(let waiter):
                standing = .told(outcome)
                return waiter
            case .told: return nil
            }
        }
        waiter?.resume(returning: outcome)
    }

    func outcome() async -> Outcome {
        await withCheckedContinuation { waiter in
            let told: Outcome? = standing.withLock { standing in
                if case .told(let outcome) = standing { return outcome }
                standing = .awaited(waiter)
                return nil
            }
            if let told { waiter.resume(returning: told) }
        }
    }
}
