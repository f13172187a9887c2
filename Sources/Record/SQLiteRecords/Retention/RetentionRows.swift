import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import Retention
import WorkingDays

/// What is past its retention, and what keeps it all the same.
struct RetentionRows {
    let db: Database
    let council: CouncilCode
    let schedule: RetentionSchedule
    let texts = StoredBody()

    func past(on day: Day, after: RetentionPlace?, limit: Int) throws -> [(child: SubjectID, until: Day)] {
        let select = try PreparedStatement(
            db,
            """
            SELECT child, keep_until FROM child INDEXED BY child_keep_until
            WHERE council = ? AND keep_until <= ? AND (keep_until, child) > (?, ?)
            ORDER BY keep_until, child LIMIT ?
            """)
        select.bind(1, council.text)
        select.bind(2, day)
        select.bind(3, after?.until ?? Day(number: .min))
        select.bind(4, after?.child.text ?? "")
        select.bind(5, limit)
        return try select.all { (SubjectID($0.text(0)), Day(number: Int32(truncatingIfNeeded: $0.number(1)))) }
    }

    func count(on day: Day) throws -> Int {
        let select = try PreparedStatement(
            db, "SELECT count(*) FROM child INDEXED BY child_keep_until WHERE council = ? AND keep_until <= ?")
        select.bind(1, council.text)
        select.bind(2, day)
        return Int(try select.first { $0.number(0) } ?? 0)
    }

    func holdsOnAll() throws -> [Recorded<LegalHold>] {
        try FamilyRows.history(of: .wholeCouncil, in: council, db).journey().casework.legalHolds
    }

    func found(_ child: SubjectID, logLines: Int = 0) throws -> RetentionCase {
        // Kept as long as what is recorded on any record that is one with it.
        let (own, joined) = try MergedRows.entries(of: child, in: council, db)
        let history = try FamilyRows.history(of: .child(child), in: council, db)
        guard let summary = try ChildRows.row(child, in: council, db)?.summary, !history.entries.isEmpty else {
            throw StoreFailure.notFound
        }
        var entries: [RecordKind: Int] = [:]
        for entry in own + joined where entry.body != nil {
            if let kind = RecordKind(rawValue: entry.kind) { entries[kind, default: 0] += 1 }
        }
        let journey = history.journey()
        return RetentionCase(
            child: child, summary: summary, verdict: schedule.verdict(history),
            blocks: try blocks(child, history, journey),
            proposal: journey.casework.destructionProposals.last { $0.body.waits }, entries: entries,
            logLines: logLines)
    }

    private func blocks(_ child: SubjectID, _ history: History, _ journey: Journey) throws -> [RetentionBlock] {
        var blocks: [RetentionBlock] = []
        // NB: sealed or not. Nothing lifts a hold or answers a request but ending it and answering it.
        let whole = history.sealed.isEmpty ? journey : history.withSealed.journey()
        let both = [journey.casework, whole.casework]
        if both.contains(where: { $0.legalHolds.contains(where: \.body.stands) }) { blocks.append(.hold) }
        if try holdsOnAll().contains(where: { $0.body.stands }) { blocks.append(.holdOnAll) }
        if try belongsWithOpen(child, history) { blocks.append(.openRelative) }
        if both.contains(where: { $0.accessRequests.contains(where: \.body.waits) }) { blocks.append(.accessRequest) }
        if journey.casework.outgoingDocuments.contains(where: { $0.body.waits }) { blocks.append(.outgoingDocument) }
        return blocks
    }

    /// Those whose evaluation reads this record, and those it names.
    private func belongsWithOpen(_ child: SubjectID, _ history: History) throws -> Bool {
        var others = Set(
            try FamilyRows.surroundings(of: child, history, in: council, db).children.map {
                SubjectID(source: SourceName.record.text, local: $0.id)
            })
        others.formUnion(try KeyRows.readers(of: .child(child), limit: .max, in: council, db))
        others.remove(child)
        return try others.contains { other in
            try schedule.verdict(FamilyRows.history(of: .child(other), in: council, db)) == .open
        }
    }

    /// Whether nothing of a subject may be erased now.
    static func isHeld(_ subject: Subject, in council: CouncilCode, _ db: Database) throws -> Bool {
        for held in [subject, .wholeCouncil] {
            let history = try FamilyRows.history(of: held, in: council, db)
            for journey in [history.journey(), history.withSealed.journey()]
            where journey.casework.legalHolds.contains(where: { $0.body.stands }) { return true }
        }
        return false
    }
}

extension SQLiteStore {
    private func rows(_ council: CouncilCode, _ db: Database) -> RetentionRows {
        RetentionRows(db: db, council: council, schedule: sources.standards.retention)
    }

    package func pastRetention(
        on day: Day, after: RetentionPlace?, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> RetentionPage {
        try require(access, [.seeRetention])
        let (council, user) = (access.council, access.who.user)
        let page = try await read { db in
            let rows = self.rows(council, db)
            var past = try rows.past(on: day, after: after, limit: limit + 1)
            let isMore = past.count > limit
            if isMore { past.removeLast() }
            let lines = try past.map { line -> RetentionCase? in
                if try RestrictionRows.hides(line.child, from: user, in: council, db) { return nil }
                return try rows.found(line.child)
            }
            let next = isMore ? past.last.map { RetentionPlace(until: $0.until, child: $0.child) } : nil
            return RetentionPage(lines: lines, next: next, total: try rows.count(on: day))
        }
        let shown = page.lines.compactMap { $0?.child }
        try await log(Look(access, at: moment, query: "past retention", shown: shown))
        return page
    }

    package func retention(
        of child: SubjectID, on day: Day, access: Access
    ) async throws(StoreFailure) -> RetentionCase {
        try require(access, [.destroyRecord], child: child)
        let council = access.council
        let looks = try await accessLog.read { try LookRows.numbers(withWordsAbout: child, in: council, $0).count }
        return try await read { db in
            let changes = try GlassRows.changes(of: child, in: council, db).count
            return try self.rows(council, db).found(child, logLines: looks + changes)
        }
    }

    package func holdsOnAll(in council: CouncilCode) async throws(StoreFailure) -> [Recorded<LegalHold>] {
        try await read { try self.rows(council, $0).holdsOnAll() }
    }

    package func destroy(
        _ child: SubjectID, seen proposal: Int64, authority: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> DestructionOutcome {
        try require(access, [.destroyRecord], child: child)
        let (council, user) = (access.council, access.who.user)
        let looks = try await accessLog.read { try LookRows.numbers(withWordsAbout: child, in: council, $0) }
        let outcome: DestructionOutcome = try await recording(council, on: moment.londonDay) { recording in
            let found = try self.rows(council, recording.db).found(child)
            guard found.verdict.isPast(on: moment.londonDay) else { return .notPast }
            guard found.blocks.isEmpty else { return .kept(found.blocks) }
            guard let waiting = found.proposal, waiting.place == proposal else { return .notProposed }
            guard waiting.body.by != user.text else { return .ownProposal }
            let words = "\(authority). Proposed by \(waiting.body.by), confirmed by \(user.text)"
            let gone = try recording.erase(
                .child(child), nil, authority: words, looks: looks, by: user, at: moment)
            return .destroyed(entries: gone.count)
        }
        guard case .destroyed = outcome else { return outcome }
        try await eraseCopies(about: child, looks: looks, in: council)
        return outcome
    }
}
