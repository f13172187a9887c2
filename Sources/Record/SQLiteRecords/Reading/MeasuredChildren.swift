import AccessRules
import GRDB
import Measures
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func children(
        counted: CountedInMeasure, after: SubjectID?, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> ListPage {
        try require(access, [.drillDown])
        let council = access.council
        let children: [SubjectID] = try await remembered(.measured(counted, council)) { db in
            var children: [SubjectID] = []
            try MeasureCaseRows.forEach(holding: counted.measure, in: council, db) { child, packed in
                if try packed.cases(of: counted.measure).contains(where: counted.counts) { children.append(child) }
            }
            return children
        }
        let (page, shown) = try await read { db in
            let rest = children.drop { child in after.map { child <= $0 } ?? false }
            var shown: [SubjectID] = []
            let lines = try rest.prefix(limit).map { child -> ListLine in
                if try RestrictionRows.hides(child, from: access.who.user, in: council, db) {
                    return .restricted(level: nil)
                }
                shown.append(child)
                return .child(
                    ListedChild(
                        child: child, summary: try ChildRows.summary(child, in: council, db), standing: nil,
                        concerns: []))
            }
            let next = rest.count > limit ? rest.prefix(limit).last.map { ListPlace(order: 0, child: $0) } : nil
            return (ListPage(lines: lines, next: next, total: children.count), shown)
        }
        try await log(Look(access, at: moment, query: counted.words, shown: shown))
        return page
    }
}
