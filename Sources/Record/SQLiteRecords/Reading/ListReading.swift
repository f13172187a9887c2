import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// Reads pages of a council's list as one person may see it.
struct ListReading {
    let db: Database
    let council: CouncilCode
    let user: UserID
    let day: Day
    /// Whether the list stands on the day asked for.
    let isCurrent: Bool
    private let sources: SourceStates
    private let generation: Int

    init(_ db: Database, _ access: Access, day: Day, sources: SourceStates, generation: Int) throws {
        self.db = db
        council = access.council
        user = access.who.user
        self.day = day
        self.sources = sources
        self.generation = generation
        isCurrent = try ListDayRows.day(of: council, db).map { $0 == day } ?? true
    }

    /// The page, and who is shown on it.
    func current(_ query: ListQuery) throws -> (ListPage, [SubjectID]) {
        var rows = try standing(query, limit: query.limit + 1)
        let isMore = rows.count > query.limit
        if isMore { rows.removeLast() }
        let total = try total(query)
        return try page(rows, isMore: isMore, total: total, query)
    }

    func page(
        _ rows: [(SubjectID, Standing)], isMore: Bool, total: Int, _ query: ListQuery
    ) throws -> (ListPage, [SubjectID]) {
        var shown: [SubjectID] = []
        let lines = try rows.map { child, standing -> ListLine in
            if try RestrictionRows.hides(child, from: user, in: council, db) {
                return .restricted(level: standing.level)
            }
            shown.append(child)
            return .child(try listed(child, standing, query.tab))
        }
        let next = isMore ? rows.last.map { ListPlace(order: $0.1.order, child: $0.0) } : nil
        return (ListPage(lines: lines, next: next, total: total), shown)
    }

    private func listed(_ child: SubjectID, _ standing: Standing, _ tab: ListTab) throws -> ListedChild {
        guard let row = try ChildRows.row(child, in: council, db) else { throw StoreFailure.damaged(table: "child") }
        let state = try state(of: SourceName(row.source))
        let concerns = try ConcernRows.of(child, in: council, db).filter { derived in
            derived.isListed(on: day) && derived.tab(on: day, backlogBefore: state.backlogBefore) == tab
        }
        return ListedChild(
            child: child, summary: row.summary, standing: standing,
            concerns: concerns.map(\.concern).sorted { Concern.isBefore($0, $1, on: day) })
    }

    func state(of source: SourceName) throws -> SourceState {
        try sources.state(of: source, in: council, db, seenAt: generation)
    }

    private func standing(_ query: ListQuery, limit: Int) throws -> [(SubjectID, Standing)] {
        let filter = query.filter
        let index = filter.worker != nil ? "standing_worker" : filter.team != nil ? "standing_team" : "standing_place"
        let select = try PreparedStatement(
            db,
            """
            SELECT child, \(StandingRows.columns) FROM standing INDEXED BY \(index)
            WHERE council = ?1 AND tab = ?2 AND (place, child) > (?3, ?4)\(filter.sql)
            ORDER BY place, child LIMIT ?10
            """)
        filter.bind(to: select)
        select.bind(1, council.text)
        select.bind(2, query.tab.rawValue)
        select.bind(3, query.after?.order ?? -1)
        select.bind(4, query.after?.child.text ?? "")
        select.bind(10, limit)
        return try select.all { (SubjectID($0.text(0)), StandingRows.read($0, from: 1)) }
    }

    /// From the counts that are kept where they answer it, else by counting.
    private func total(_ query: ListQuery) throws -> Int {
        let filter = query.filter
        let scope: StandingCounts.Scope? =
            switch (filter.team, filter.worker) {
            case (nil, nil): .all(query.tab)
            case (let team?, nil): .team(team, query.tab)
            case (nil, let worker?): .worker(worker, query.tab)
            case (_?, _?): nil
            }
        if let scope, filter.status == nil {
            let counts = try CountRows.counts(scope, in: council, db)
            switch (filter.kind, filter.level) {
            case (nil, nil): return counts.children
            case (let kind?, nil): return counts.byKind[kind] ?? 0
            case (nil, let level?): return counts.byLevel[level] ?? 0
            case (_?, _?): break
            }
        }
        let select = try PreparedStatement(
            db, "SELECT count(*) FROM standing WHERE council = ?1 AND tab = ?2\(filter.sql)")
        filter.bind(to: select)
        select.bind(1, council.text)
        select.bind(2, query.tab.rawValue)
        return try select.first { $0.int(0) } ?? 0
    }
}

extension ListFilter {
    /// Conditions on the parameters 5 to 9.
    fileprivate var sql: String {
        var sql = ""
        if team != nil { sql += " AND team = ?5" }
        if worker != nil { sql += " AND worker = ?6" }
        if kind != nil { sql += " AND kinds & ?7 <> 0" }
        if level != nil { sql += " AND level = ?8" }
        if status != nil { sql += " AND statuses & ?9 <> 0" }
        return sql
    }

    fileprivate func bind(to select: PreparedStatement) {
        if let team { select.bind(5, team) }
        if let worker { select.bind(6, worker) }
        if let kind { select.bind(7, KindSet([kind]).bits) }
        if let level { select.bind(8, level) }
        if let status { select.bind(9, StatusSet.bit(status)) }
    }

    func admits(_ standing: Standing) -> Bool {
        (team.map { $0 == standing.team } ?? true) && (worker.map { $0 == standing.worker } ?? true)
            && (kind.map(standing.kinds.contains) ?? true) && (level.map { $0 == standing.level } ?? true)
            && (status.map(standing.statuses.contains) ?? true)
    }
}
