import AccessRules
import ChildJourney
import Concerns
import WorkingDays

/// What a list is narrowed to; nil means everything.
package struct ListFilter: Hashable, Sendable {
    package var team: String?
    package var worker: String?
    package var kind: ConcernKind?
    package var level: Int?
    package var status: Status?

    package init(
        team: String? = nil, worker: String? = nil, kind: ConcernKind? = nil, level: Int? = nil, status: Status? = nil
    ) {
        self.team = team
        self.worker = worker
        self.kind = kind
        self.level = level
        self.status = status
    }
}

/// The place of the last line of a page: the next page begins after it.
package struct ListPlace: Hashable, Sendable, CustomStringConvertible {
    package let order: Int64
    package let child: SubjectID

    package init(order: Int64, child: SubjectID) {
        self.order = order
        self.child = child
    }

    /// The form in an address: `123.census:9`.
    package var description: String { "\(order).\(child.text)" }

    package init?(_ text: String) {
        guard let dot = text.firstIndex(of: "."), let order = Int64(text[..<dot]) else { return nil }
        self.init(order: order, child: SubjectID(String(text[text.index(after: dot)...])))
    }
}

/// A page of the list of a day.
package struct ListQuery: Hashable, Sendable {
    package var tab: ListTab
    package var day: Day
    package var filter: ListFilter
    package var after: ListPlace?
    package var limit: Int

    package init(
        _ tab: ListTab = .now, on day: Day, filter: ListFilter = ListFilter(), after: ListPlace? = nil, limit: Int = 25
    ) {
        self.tab = tab
        self.day = day
        self.filter = filter
        self.after = after
        self.limit = limit
    }
}
