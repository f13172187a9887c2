import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// The lists handed over when an inspection begins, drawn from the record as it stood at the end of that day, and how complete they are.
package struct AnnexA: Sendable {
    package struct Made: Sendable {
        package let list: AnnexAList
        package fileprivate(set) var rows: [AnnexARows.Row] = []
        /// Rows about restricted children, whom the reader may not open: left out, and counted.
        package fileprivate(set) var restricted = 0

        /// Whether a record such as this fills the list at all.
        package var isTold: Bool { AnnexARows.told.contains(list.number) }

        /// For each column, in how many rows it is empty.
        package var empty: [(column: String, rows: Int)] {
            list.columns.map { column in (column, rows.count { $0[column] == nil }) }
        }
    }

    private let assurer: Assurer
    private let lists: [AnnexAList]

    package init(_ assurer: Assurer, _ lists: [AnnexAList]) {
        self.assurer = assurer
        self.lists = lists
    }

    /// Every list, or one, for an inspection that begins on a day.
    package func callAsFunction(on day: Day, only number: Int? = nil) async throws(AssuranceRefusal) -> [Made] {
        let access = try assurer.leave(to: .drillDown)
        let wanted = lists.filter { number == nil || $0.number == number }
        let (store, now) = (assurer.store, assurer.now())
        let tomorrow = Moment(londonDay: day + 1, minute: 0)
        let making = Making(wanted)
        try await assurer.stored { () throws(StoreFailure) in
            try await store.everyJourney(knownAt: min(now, tomorrow), access: access, at: now) {
                child, journey, isHidden in
                making.add(child, journey, isHidden, on: day)
            }
        }
        return making.made
    }

    /// Gathers rows child by child. One reader fills it, and nobody else holds it.
    private final class Making: @unchecked Sendable {
        private(set) var made: [Made]

        init(_ lists: [AnnexAList]) { made = lists.map { Made(list: $0) } }

        func add(_ child: SubjectID, _ journey: Journey, _ isHidden: Bool, on day: Day) {
            let rows = AnnexARows(journey, of: .init(child.local), on: day)
            for place in made.indices {
                let found = rows.rows(of: made[place].list.number)
                if isHidden {
                    made[place].restricted += found.count
                } else {
                    made[place].rows += found
                }
            }
        }
    }
}
