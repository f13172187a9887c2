import AccessRules
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
        let person: SignedInPerson
        let doubts: Frame.Doubts
    }

    /// A child somebody may open, and all that their page depends on besides the record.
    struct ChildKey: Hashable {
        let child: SubjectID
        let question: ChildQuestion
        let day: Day
        let person: SignedInPerson
        let doubts: Frame.Doubts
    }

    /// A page is some tens of kilobytes; when there are more of a kind, all are forgotten.
    private static let most = 1000

    private struct Kept {
        var stamp: Int64 = .min
        var pages: [Key: KeptPage] = [:]
        var children: [ChildKey: KeptChildPage] = [:]
        var sight: Sight?
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

    /// Nil where it has not been made since the stamp. Whoever asks has leave to open the child, and logs the view.
    func child(_ key: ChildKey, asOf stamp: Int64) -> KeptChildPage? {
        kept.withLock { $0.stamp == stamp ? $0.children[key] : nil }
    }

    /// `stamp` was taken from the record before the page was made from it.
    func keep(_ page: KeptChildPage, _ key: ChildKey, asOf stamp: Int64) {
        kept.withLock { kept in
            if kept.stamp != stamp || kept.children.count >= Self.most { kept = Kept(stamp: stamp) }
            kept.children[key] = page
        }
    }

    func sight(asOf stamp: Int64, make: () async throws -> Sight) async throws -> Sight {
        if let known = kept.withLock({ $0.stamp == stamp ? $0.sight : nil }) { return known }
        let made = try await make()
        kept.withLock { kept in
            if kept.stamp != stamp { kept = Kept(stamp: stamp) }
            kept.sight = made
        }
        return made
    }
}
