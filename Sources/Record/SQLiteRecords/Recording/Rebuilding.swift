import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func rebuild(
        _ council: CouncilCode, on day: Day, progress: @escaping @Sendable (Int) -> Void
    ) async throws(StoreFailure) -> Int {
        sources.forgetAll()
        try await recording(council, on: day) { try MergedRows.keepAgain(in: council, $0.db) }
        var last: String?
        var done = 0
        while true {
            let after = last
            let subjects = try await recording(council, on: day) { recording in
                let subjects = try EntryRows.subjects(
                    .child, after: after, limit: SQLiteStore.atOnce, in: council, recording.db)
                try recording.sumLater()
                try recording.derive(subjects.compactMap(Subject.init(text:)).map { ToDerive($0.id) })
                return subjects
            }
            guard let end = subjects.last else { break }
            last = end
            done += subjects.count
            progress(done)
        }
        try await recording(council, on: day) { try $0.keepAdultsAgain() }
        try await recording(council, on: day) { try $0.sumAgain() }
        try await workOutServiceConcerns(of: council, on: day)
        return done
    }

    package func recalculate(
        _ council: CouncilCode, on day: Day, limit: Int
    ) async throws(StoreFailure) -> Recalculation {
        let (done, left) = try await recording(council, on: day) { recording in
            let children = try recording.outdated(limit: limit)
            try recording.derive(children.map { ToDerive($0) })
            // NB: a load adds up by itself when it is done.
            if children.count < limit, try !LoadRows.isOpen(in: council, recording.db) { try recording.sumIfLater() }
            return (children.count, try OutdatedRows.count(in: council, recording))
        }
        if done > 0, left.left == 0 { try await workOutServiceConcerns(of: council, on: day) }
        return left
    }

    package func recalculation(of council: CouncilCode) async throws(StoreFailure) -> Recalculation? {
        let generation = try freshGeneration()
        return try await remembered(.recalculation(council)) { db in
            let left = try OutdatedRows.count(in: council, self.sources, seenAt: generation, db)
            return left.left > 0 ? left : nil
        }
    }
}

extension Recording {
    /// Children whose rows were made under another setting than the one of now.
    func outdated(limit: Int, of only: SourceName? = nil) throws -> [SubjectID] {
        var found: [SubjectID] = []
        for source in try only.map({ [$0] }) ?? SourceRows.all(in: council, db) where found.count < limit {
            let version = try state(of: source).version
            found += try OutdatedRows.children(
                of: source, notUnder: version, limit: limit - found.count, in: council, db)
        }
        return found
    }

    fileprivate func keepAdultsAgain() throws {
        try db.execute(sql: "DELETE FROM adult WHERE council = ?", arguments: [council.text])
        let adults = try EntryRows.subjects(.adult, after: nil, limit: .max, in: council, db)
        for adult in adults.compactMap(Subject.init(text:)) { try AdultRows.keep(adult.id, in: council, db) }
    }

    /// Makes the sums again from the rows they are sums of, and takes away rows of children who have no entries.
    fileprivate func sumAgain() throws {
        for table in ["standing_count", "daily_change", "not_checked", "name_part", "name_slip"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE council = ?", arguments: [council.text])
        }
        try sumMeasuresAgain()
        (dailyChanges, counts, nameUses, notChecked) = (DailyChanges(), StandingCounts(), [:], [:])
        let select = try PreparedStatement(db, "SELECT child FROM child WHERE council = ? ORDER BY child")
        select.bind(1, council.text)
        for child in try select.all({ SubjectID($0.text(0)) }) {
            guard let row = try ChildRows.row(child, in: council, db) else { continue }
            dailyChanges.apply(try ConcernRows.of(child, in: council, db), sign: 1)
            for name in row.names { nameUses[name, default: 0] += 1 }
            for limb in try PackedText.notChecked(row.notChecked) { notChecked[limb, default: 0] += 1 }
            for tab in ListTab.allCases {
                if let standing = try StandingRows.row(of: child, tab, in: council, db) {
                    counts.count(standing, tab, times: 1)
                }
            }
        }
    }
}

/// Which children's rows are out of date.
private enum OutdatedRows {
    static func children(
        of source: SourceName, notUnder version: Int64, limit: Int, in council: CouncilCode, _ db: Database
    ) throws -> [SubjectID] {
        // Two ranges, because "not equal" cannot use the index.
        let select = try PreparedStatement(
            db,
            """
            SELECT child FROM child INDEXED BY child_evaluated WHERE council = ?1 AND source = ?2 AND evaluated_under < ?3
            UNION ALL
            SELECT child FROM child INDEXED BY child_evaluated WHERE council = ?1 AND source = ?2 AND evaluated_under > ?3
            LIMIT ?4
            """)
        select.bind(1, council.text)
        select.bind(2, source.text)
        select.bind(3, version)
        select.bind(4, limit)
        return try select.all { SubjectID($0.text(0)) }
    }

    static func count(in council: CouncilCode, _ recording: Recording) throws -> Recalculation {
        try count(in: council, recording.db) { try recording.state(of: $0) }
    }

    static func count(
        in council: CouncilCode, _ sources: SourceStates, seenAt generation: Int, _ db: Database
    ) throws -> Recalculation {
        try count(in: council, db) { try sources.state(of: $0, in: council, db, seenAt: generation) }
    }

    private static func count(
        in council: CouncilCode, _ db: Database, _ state: (SourceName) throws -> SourceState
    ) throws -> Recalculation {
        var left = 0
        var of = 0
        for source in try SourceRows.all(in: council, db) {
            // Two ranges: nothing is walked when nothing is out of date.
            let select = try PreparedStatement(
                db,
                """
                SELECT (SELECT count(*) FROM child INDEXED BY child_evaluated WHERE council = ?1 AND source = ?2 AND evaluated_under < ?3)
                    + (SELECT count(*) FROM child INDEXED BY child_evaluated WHERE council = ?1 AND source = ?2 AND evaluated_under > ?3)
                """)
            select.bind(1, council.text)
            select.bind(2, source.text)
            select.bind(3, try state(source).version)
            let old = try select.first { $0.int(0) } ?? 0
            left += old
            if old > 0 { of += try count(of: source, in: council, db) }
        }
        // Everybody is worked out, and the figures are not added up: that is done with the last of them.
        if left == 0, try MeasuresToSum.isMarked(council, db), try !LoadRows.isOpen(in: council, db) {
            return Recalculation(left: 1, of: 1)
        }
        return Recalculation(left: left, of: of)
    }

    private static func count(of source: SourceName, in council: CouncilCode, _ db: Database) throws -> Int {
        let select = try PreparedStatement(db, "SELECT count(*) FROM child WHERE council = ? AND source = ?")
        select.bind(1, council.text)
        select.bind(2, source.text)
        return try select.first { $0.int(0) } ?? 0
    }
}
