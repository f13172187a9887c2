import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func list(
        _ query: ListQuery, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> ListPage {
        try require(access, [.seeToday, .drillDown])
        try await rollForward(access.council, to: query.day)
        let generation = try freshGeneration()
        let (page, shown) = try await remembered(.list(query, access.council, access.who.user)) { db in
            let reading = try ListReading(
                db, access, day: query.day, sources: self.sources, generation: generation)
            return try reading.isCurrent ? reading.current(query) : reading.ofAnotherDay(query)
        }
        try await log(Look(access, at: moment, query: query.words, shown: shown))
        return page
    }

    package func counts(
        _ tab: ListTab, on day: Day, team: String?, worker: String?, access: Access
    ) async throws(StoreFailure) -> ListCounts {
        try require(access, [.seeToday, .seeNumbers, .drillDown])
        try await rollForward(access.council, to: day)
        let council = access.council
        let generation = try freshGeneration()
        return try await remembered(.counts(tab, day, team: team, worker: worker, council)) { db in
            let scope: StandingCounts.Scope =
                worker.map { .worker($0, tab) } ?? team.map { .team($0, tab) } ?? .all(tab)
            let reading = try ListReading(db, access, day: day, sources: self.sources, generation: generation)
            guard reading.isCurrent else { return try reading.countsOfAnotherDay(tab, team: team, worker: worker) }
            return try CountRows.counts(scope, in: council, db)
        }
    }

    package func countsByTeam(
        _ tab: ListTab, on day: Day, access: Access
    ) async throws(StoreFailure) -> [(team: String, children: Int)] {
        try require(access, [.seeToday, .seeNumbers, .drillDown])
        try await rollForward(access.council, to: day)
        let council = access.council
        return try await remembered(.countsByTeam(tab, council)) { db in
            let select = try PreparedStatement(
                db,
                """
                SELECT substr(scope, 6), n FROM standing_count
                WHERE council = ? AND tab = ? AND scope LIKE 'team %' AND heading = 'children' AND n > 0
                ORDER BY n DESC, scope
                """)
            select.bind(1, council.text)
            select.bind(2, tab.rawValue)
            return try select.all { ($0.text(0), $0.int(1)) }
        }
    }

    package func countsByWorker(
        _ tab: ListTab, on day: Day, access: Access
    ) async throws(StoreFailure) -> [String: Int] {
        try require(access, [.seeToday, .seeNumbers, .drillDown])
        try await rollForward(access.council, to: day)
        let council = access.council
        return try await remembered(.countsByWorker(tab, council)) { db in
            let select = try PreparedStatement(
                db,
                """
                SELECT substr(scope, 8), n FROM standing_count
                WHERE council = ? AND tab = ? AND scope LIKE 'worker %' AND heading = 'children' AND n > 0
                """)
            select.bind(1, council.text)
            select.bind(2, tab.rawValue)
            return Dictionary(try select.all { ($0.text(0), $0.int(1)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The first to ask on a new day brings the list to it, in one transaction; everybody after reads it as it is.
    func rollForward(_ council: CouncilCode, to day: Day) async throws(StoreFailure) {
        let listDay = try await remembered(.listDay(council)) { try ListDayRows.day(of: council, $0) }
        guard let listDay, listDay < day else { return }
        try await recording(council, on: day) { _ in }
    }
}

extension ListQuery {
    /// What was asked, for the access log.
    var words: String {
        var words = ["\(tab)", "on \(day)"]
        if let team = filter.team { words.append("team \(team)") }
        if let worker = filter.worker { words.append("worker \(worker)") }
        if let kind = filter.kind { words.append("kind \(kind.rawValue)") }
        if let level = filter.level { words.append("level \(level)") }
        if let status = filter.status { words.append("status \(status.rawValue)") }
        if let after { words.append("after \(after)") }
        return words.joined(separator: ", ")
    }
}
