import AccessRules
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func trend(
        _ heading: DailyChanges.Heading, on days: [Day], access: Access
    ) async throws(StoreFailure) -> [Int] {
        try require(access, [.seeNumbers, .seeToday])
        let council = access.council
        return try await read { db in
            try days.map { try CountRows.sum(heading, upTo: $0, in: council, db) }
        }
    }

    package func countsByCode(on day: Day, access: Access) async throws(StoreFailure) -> [ConcernCode: Int] {
        try require(access, [.seeNumbers, .seeToday])
        let council = access.council
        return try await read { db in
            let select = try PreparedStatement(
                db,
                """
                SELECT substr(heading, 6), sum(change) FROM daily_change
                WHERE council = ? AND heading LIKE 'code %' AND day <= ? GROUP BY heading HAVING sum(change) > 0
                """)
            select.bind(1, council.text)
            select.bind(2, day)
            return Dictionary(
                try select.all { (ConcernCode($0.text(0)), $0.int(1)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    package func children(
        under heading: DailyChanges.Heading, on day: Day, after: SubjectID?, limit: Int, access: Access,
        at moment: Moment
    ) async throws(StoreFailure) -> ListPage {
        try require(access, [.drillDown])
        let (page, shown) = try await read { db in
            try DrillDown(heading: heading, day: day, access: access, db: db).page(after: after, limit: limit)
        }
        try await log(Look(access, at: moment, query: "\(heading.text) on \(day)", shown: shown))
        return page
    }

    package func notChecked(access: Access) async throws(StoreFailure) -> [NotCheckedCount] {
        try require(access, [.seeNumbers, .seeToday, .seeImports])
        let council = access.council
        return try await read { db in
            let select = try PreparedStatement(
                db,
                """
                SELECT code, limb, because, children FROM not_checked
                WHERE council = ? AND children > 0 ORDER BY code, limb, because
                """)
            select.bind(1, council.text)
            return try select.all { row in
                NotCheckedCount(
                    code: ConcernCode(row.text(0)), limb: row.text(1), because: row.text(2), children: row.int(3))
            }
        }
    }

    package func setServiceConcerns(
        _ concerns: [ServiceConcern], in council: CouncilCode
    ) async throws(StoreFailure) {
        try await write { db in try ServiceConcernRows.replace(concerns, in: council, db) }
    }

    package func serviceConcerns(access: Access) async throws(StoreFailure) -> [ServiceConcern] {
        try require(access, [.seeNumbers, .seeToday])
        guard !access.who.role.seesSuppressedNumbers else { return [] }
        let council = access.council
        return try await read { try ServiceConcernRows.all(in: council, $0) }
    }
}

/// The children a number counts.
private struct DrillDown {
    let heading: DailyChanges.Heading
    let day: Day
    let access: Access
    let db: Database

    func page(after: SubjectID?, limit: Int) throws -> (ListPage, [SubjectID]) {
        let byChild = try concerns()
        let children = byChild.keys.sorted()
        let rest = children.drop { child in after.map { child <= $0 } ?? false }
        var shown: [SubjectID] = []
        let lines = try rest.prefix(limit).map { child -> ListLine in
            if try RestrictionRows.hides(child, from: access.who.user, in: access.council, db) {
                return .restricted(level: nil)
            }
            shown.append(child)
            return .child(
                ListedChild(
                    child: child, summary: try ChildRows.summary(child, in: access.council, db), standing: nil,
                    concerns: byChild[child] ?? []))
        }
        let next = rest.count > limit ? rest.prefix(limit).last.map { ListPlace(order: 0, child: $0) } : nil
        return (ListPage(lines: lines, next: next, total: children.count), shown)
    }

    private func concerns() throws -> [SubjectID: [Concern]] {
        let select = try PreparedStatement(
            db,
            """
            SELECT child, \(ConcernRows.columns) FROM concern WHERE council = ? AND over_on > ? AND onset <= ?
            """)
        select.bind(1, access.council.text)
        select.bind(2, day)
        select.bind(3, day)
        var byChild: [SubjectID: [Concern]] = [:]
        try select.rows { row in
            let concern = try ConcernRows.read(row, from: 1).concern
            if counts(concern) { byChild[SubjectID(row.text(0)), default: []].append(concern) }
            return true
        }
        return byChild
    }

    private func counts(_ concern: Concern) -> Bool {
        switch heading {
        case .potentialRisk: concern.inToday && concern.leavesAtPotentialRisk(on: day)
        case .dutiesOverdue: concern.inToday && !concern.leavesAtPotentialRisk(on: day)
        case .kind(let kind): concern.inToday && concern.kind == kind
        case .code(let code): concern.code == code
        }
    }
}
