import Synchronization

/// A value a closure of another task may set.
final class Locked<Value: Sendable>: Sendable {
    private let kept: Mutex<Value>

    init(_ value: Value) {
        kept = Mutex(value)
    }

    var value: Value {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }
}
