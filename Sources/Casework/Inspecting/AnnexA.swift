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

    /// How complete one list is.
    package struct Counted: Sendable {
        package let list: AnnexAList
        package private(set) var rows = 0
        package private(set) var restricted = 0
        private var filled: [String: Int] = [:]

        fileprivate init(list: AnnexAList) { self.list = list }

        package var isTold: Bool { AnnexARows.told.contains(list.number) }

        /// For each column, in how many rows it is empty.
        package var empty: [(column: String, rows: Int)] {
            list.columns.map { column in (column, rows - filled[column, default: 0]) }
        }

        fileprivate mutating func add(_ more: [AnnexARows.Row], isHidden: Bool) {
            if isHidden { return restricted += more.count }
            rows += more.count
            for row in more { for column in row.keys { filled[column, default: 0] += 1 } }
        }
    }

    /// What the lists are made of.
    package static let kinds: [RecordKind] = [
        .person, .disability, .contact, .earlyHelpEpisode, .referral, .allocation, .assessment, .section47Enquiry,
        .conference, .childProtectionPlan, .planReview, .childInNeedPlan, .visit, .missingEpisode, .careEpisode,
        .legalStatus,
    ]

    private let assurer: Assurer
    private let lists: [AnnexAList]

    package init(_ assurer: Assurer, _ lists: [AnnexAList]) {
        self.assurer = assurer
        self.lists = lists
    }

    /// Every list, or one, for an inspection that begins on a day.
    package func callAsFunction(on day: Day, only number: Int? = nil) async throws(AssuranceRefusal) -> [Made] {
        let making = Making(lists.filter { number == nil || $0.number == number }.map { Made(list: $0) })
        try await each(on: day, isCounted: false) { rows, list, isHidden in
            making.add(to: list.number) { made in
                if isHidden { made.restricted += rows.count } else { made.rows += rows }
            }
        }
        return making.made
    }

    /// How complete every list is: nobody of them is shown, and no row is kept.
    package func counted(on day: Day) async throws(AssuranceRefusal) -> [Counted] {
        let making = Making(lists.map { Counted(list: $0) })
        try await each(on: day, isCounted: true) { rows, list, isHidden in
            making.add(to: list.number) { $0.add(rows, isHidden: isHidden) }
        }
        return making.made
    }

    /// Each child's rows of each list in turn.
    private func each(
        on day: Day, isCounted: Bool,
        _ use: @escaping @Sendable (_ rows: [AnnexARows.Row], AnnexAList, _ isHidden: Bool) -> Void
    ) async throws(AssuranceRefusal) {
        let access = try assurer.leave(to: .drillDown)
        let (store, now, lists) = (assurer.store, assurer.now(), lists)
        let tomorrow = Moment(londonDay: day + 1, minute: 0)
        try await assurer.stored { () throws(StoreFailure) in
            try await store.everyJourney(
                knownAt: min(now, tomorrow), of: Self.kinds, isCounted: isCounted, access: access, at: now
            ) { child, journey, isHidden in
                let rows = AnnexARows(journey, of: .init(child.local), on: day)
                for list in lists { use(rows.rows(of: list.number), list, isHidden) }
            }
        }
    }

    /// Gathers child by child. One reader fills it, and nobody else holds it.
    private final class Making<Gathered: OfOneList>: @unchecked Sendable {
        private(set) var made: [Gathered]

        init(_ made: [Gathered]) { self.made = made }

        func add(to number: Int, _ add: (inout Gathered) -> Void) {
            for place in made.indices where made[place].list.number == number { add(&made[place]) }
        }
    }
}

private protocol OfOneList {
    var list: AnnexAList { get }
}

extension AnnexA.Made: OfOneList {}
extension AnnexA.Counted: OfOneList {}
