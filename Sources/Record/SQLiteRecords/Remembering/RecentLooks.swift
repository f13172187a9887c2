import AccessRules
import GRDB
import RecordKeeping

/// The latest lines about the children opened lately, kept as they are written, so that the page of a child need not ask
/// for what this program has just told the disk.
///
/// What another program wrote is noticed at the next line written here, and every page that shows who has looked has
/// written its own line first.
struct RecentLooks: Sendable {
    /// As many as a page shows.
    static let linesOfAChild = 20
    /// When there are more, all are forgotten.
    private static let mostChildren = 2000

    struct Key: Hashable, Sendable {
        let council: CouncilCode
        let child: SubjectID
    }

    /// What a transaction has put on disk.
    struct Written: Sendable {
        let stamp: Int64
        let lines: [(council: CouncilCode, line: LoggedLook)]
        /// Children opened who were not remembered, with everything that stands about them.
        let opened: [Key: [LoggedLook]]
    }

    private var stamp: Int64?
    private var lines: [Key: [LoggedLook]] = [:]

    /// Newest first; nil where the child is not remembered, or more are asked for than are kept.
    func lines(_ child: SubjectID, in council: CouncilCode, limit: Int) -> [LoggedLook]? {
        guard let known = lines[Key(council: council, child: child)] else { return nil }
        guard limit <= Self.linesOfAChild || known.count < Self.linesOfAChild else { return nil }
        return Array(known.prefix(limit))
    }

    /// Appends the lines in the transaction of the caller.
    func write(_ looks: [Look], _ db: Database) throws -> Written {
        let written = try looks.map { (council: $0.access.council, line: try LookRows.insert($0, db)) }
        // NB: of the one connection that writes here, so it tells of what other programs wrote and not of this.
        let stamp = try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0
        let isCurrent = stamp == self.stamp
        var opened: [Key: [LoggedLook]] = [:]
        for look in looks where look.access.verb == .openChild {
            guard let child = look.access.child else { continue }
            let key = Key(council: look.access.council, child: child)
            guard opened[key] == nil, !isCurrent || lines[key] == nil else { continue }
            opened[key] = try LookRows.looks(at: child, limit: Self.linesOfAChild, in: key.council, db)
        }
        return Written(stamp: stamp, lines: written, opened: opened)
    }

    /// Takes up what has been committed.
    mutating func take(_ written: Written) {
        if written.stamp != stamp || lines.count >= Self.mostChildren { lines = [:] }
        stamp = written.stamp
        for (council, line) in written.lines {
            for child in Set(line.shown) { lines[Key(council: council, child: child)]?.putFirst(line) }
        }
        for (key, all) in written.opened { lines[key] = all }
    }
}

extension [LoggedLook] {
    fileprivate mutating func putFirst(_ line: LoggedLook) {
        if count >= RecentLooks.linesOfAChild { removeLast() }
        insert(line, at: 0)
    }
}
