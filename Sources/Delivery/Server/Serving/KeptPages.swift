import AccessRules
import Casework
import ChildJourney
import Pages
import RecordKeeping
import Synchronization
import WorkingDays

/// What was worked out for the pages since the record last changed. Whoever is shown a page again is logged again: only
/// the work is kept.
package final class KeptPages: Sendable {
    /// A question somebody asked, and all that its answer depends on besides the record.
    struct Key: Hashable {
        let question: TodayQuestion
        let day: Day
        /// Where clocks run in hours; nil elsewhere.
        let minute: Moment?
        let person: SignedInPerson
        let doubts: Frame.Doubts
    }

    /// A child somebody may open, and all that their page depends on besides the record.
    struct ChildKey: Hashable {
        let child: SubjectID
        let question: ChildQuestion
        let day: Day
        /// Where clocks run in hours; nil elsewhere.
        let minute: Moment?
        let person: SignedInPerson
        let doubts: Frame.Doubts
    }

    /// A page is some tens of kilobytes; when there are more of a kind, all are forgotten.
    private static let most = 1000

    /// A child's page, and the leave it was shown under. Leave follows from the person, the role and what the record
    /// restricts, and none of them has changed while the page is kept.
    struct KeptChild {
        let page: KeptChildPage
        /// Other children named on it, who are shown with it each time.
        let relatives: [SubjectID]
        let opening: Access
        let seeingWhoLooked: Access
        /// What must not be told in the reasons of those who looked.
        let withholding: Withholding
    }

    /// What stands around every page and follows from the record alone.
    struct Around {
        let isKeptHere: Bool
        let lastLoad: Load?
        let underway: Link?
        let sight: Sight
    }

    /// Whose work is counted, and when: what is past the hour follows the clock.
    struct WaitingKey: Hashable {
        let person: SignedInPerson
        let minute: Moment
    }

    /// Who asks how complete the lists of an inspection are, and as they stood at the end of which day.
    struct ListsKey: Hashable {
        let person: SignedInPerson
        let beganOn: Day
        /// Until that day has ended, what is recorded still comes to the lists.
        let today: Day
    }

    private struct Kept {
        var stamp: Int64 = .min
        var pages: [Key: KeptPage] = [:]
        var children: [ChildKey: KeptChild] = [:]
        var around: Around?
        var waiting: [WaitingKey: Int] = [:]
        var alarms: [WaitingKey: Int] = [:]
        var lists: [ListsKey: [AnnexA.Counted]] = [:]
    }

    private let kept = Mutex(Kept())

    package init() {}

    /// `stamp` was taken from the record before the page was made from it.
    func page(_ key: Key, asOf stamp: Int64, make: () -> KeptPage) -> KeptPage {
        if let known = kept.withLock({ $0.stamp == stamp ? $0.pages[key] : nil }) { return known }
        let made = make()
        kept.withLock { kept in
            if kept.stamp != stamp || kept.pages.count >= Self.most { kept = Kept(stamp: stamp) }
            kept.pages[key] = made
        }
        return made
    }

    /// Nil where it has not been made since the stamp. Whoever asks logs the view, under the leave that is kept.
    func child(_ key: ChildKey, asOf stamp: Int64) -> KeptChild? {
        kept.withLock { $0.stamp == stamp ? $0.children[key] : nil }
    }

    /// `stamp` was taken from the record before the page was made from it.
    func keep(_ page: KeptChild, _ key: ChildKey, asOf stamp: Int64) {
        kept.withLock { kept in
            if kept.stamp != stamp || kept.children.count >= Self.most { kept = Kept(stamp: stamp) }
            kept.children[key] = page
        }
    }

    /// `stamp` was taken from the record before the work was counted.
    func waiting(_ key: WaitingKey, asOf stamp: Int64, make: () async throws -> Int) async throws -> Int {
        if let known = kept.withLock({ $0.stamp == stamp ? $0.waiting[key] : nil }) { return known }
        let made = try await make()
        kept.withLock { kept in
            if kept.stamp != stamp || kept.waiting.count >= Self.most { kept = Kept(stamp: stamp) }
            kept.waiting[key] = made
        }
        return made
    }

    /// `stamp` was taken from the record before the flags were counted.
    func alarms(_ key: WaitingKey, asOf stamp: Int64, make: () async throws -> Int) async throws -> Int {
        if let known = kept.withLock({ $0.stamp == stamp ? $0.alarms[key] : nil }) { return known }
        let made = try await make()
        kept.withLock { kept in
            if kept.stamp != stamp || kept.alarms.count >= Self.most { kept = Kept(stamp: stamp) }
            kept.alarms[key] = made
        }
        return made
    }

    /// Nil where they have not been counted since the stamp. Whoever asks logs the view.
    func lists(_ key: ListsKey, asOf stamp: Int64) -> [AnnexA.Counted]? {
        kept.withLock { $0.stamp == stamp ? $0.lists[key] : nil }
    }

    /// `stamp` was taken from the record before the lists were counted.
    func keep(_ lists: [AnnexA.Counted], _ key: ListsKey, asOf stamp: Int64) {
        kept.withLock { kept in
            if kept.stamp != stamp || kept.lists.count >= Self.most { kept = Kept(stamp: stamp) }
            kept.lists[key] = lists
        }
    }

    func around(asOf stamp: Int64, make: () async throws -> Around) async throws -> Around {
        if let known = kept.withLock({ $0.stamp == stamp ? $0.around : nil }) { return known }
        let made = try await make()
        kept.withLock { kept in
            if kept.stamp != stamp { kept = Kept(stamp: stamp) }
            kept.around = made
        }
        return made
    }
}
