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
        return try await remembered(.trend(heading, days, council)) { db in
            try days.map { try CountRows.sum(heading, upTo: $0, in: council, db) }
        }
    }

    package func countsByCode(on day: Day, access: Access) async throws(StoreFailure) -> [ConcernCode: Int] {
        try require(access, [.seeNumbers, .seeToday])
        let council = access.council
        return try await remembered(.countsByCode(day, council)) { db in
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
            try DrillDown(counted: .standing(heading, on: day), access: access, db: db).page(after: after, limit: limit)
        }
        try await log(Look(access, at: moment, query: "\(heading.text) on \(day)", shown: shown))
        return page
    }

    package func children(
        whose code: ConcernCode, beganIn period: Period, after: SubjectID?, limit: Int, access: Access,
        at moment: Moment
    ) async throws(StoreFailure) -> ListPage {
        try require(access, [.drillDown])
        let (page, shown) = try await read { db in
            try DrillDown(counted: .began(code, period), access: access, db: db).page(after: after, limit: limit)
        }
        let until = period.until.map { " to \($0)" } ?? ""
        try await log(Look(access, at: moment, query: "\(code) began \(period.from)\(until)", shown: shown))
        return page
    }

    package func countsByCode(
        beganIn period: Period, access: Access
    ) async throws(StoreFailure) -> [ConcernCode: Int] {
        try require(access, [.seeNumbers])
        let council = access.council
        return try await remembered(.countsByCodeBegun(period, council)) { db in
            let select = try PreparedStatement(
                db,
                """
                SELECT code, count(DISTINCT child) FROM concern INDEXED BY concern_onset
                WHERE council = ? AND onset >= ? AND onset <= ? AND told = 1 GROUP BY code
                """)
            select.bind(1, council.text)
            select.bind(2, period.from)
            select.bind(3, period.until ?? Day(number: .max))
            return Dictionary(
                try select.all { (ConcernCode($0.text(0)), $0.int(1)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    package func notChecked(access: Access) async throws(StoreFailure) -> [NotCheckedCount] {
        try require(access, [.seeNumbers, .seeToday, .seeImports])
        let council = access.council
        return try await read { db in
            try NotCheckedRows.counts(in: council, db)
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
