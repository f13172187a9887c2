import Synchronization
import WorkingDays

/// The time inside a story: set before each thing that happens, so that entries carry the moment they would have had.
package final class StoryClock: Sendable {
    private let moment: Mutex<Moment>

    package init(_ moment: Moment) {
        self.moment = Mutex(moment)
    }

    package var now: @Sendable () -> Moment {
        { self.moment.withLock { $0 } }
    }

    package func set(_ day: Day, minute: Int) { set(Moment(londonDay: day, minute: minute)) }

    package func set(_ to: Moment) { moment.withLock { $0 = to } }
}
