import AccessRules
import ChildJourney
import Concerns
import Duties
import GRDB
import Measures
import RecordKeeping
import Synchronization
import WorkingDays

/// What a source's children are evaluated with at the moment.
struct SourceState: Sendable {
    let evaluation: Evaluation
    /// Names the setting: rows made under another are made again.
    let version: Int64
    /// Onsets before this day go to the backlog.
    let backlogBefore: Day?
}

/// The settings of every council's sources, made from their rows and kept until one of those changes.
final class SourceStates: Sendable {
    private struct Key: Hashable {
        let council: CouncilCode
        let source: SourceName
    }

    private struct Kept {
        var states: [Key: SourceState] = [:]
        /// Goes up whenever something is forgotten.
        var generation = 0
        /// The change the states were last known to be as new as, by whoever watches the database.
        var stamp: Int64 = .min
        /// The writer's own count of what others wrote.
        var writersVersion: Int64 = .min

        mutating func forgetAll() {
            states.removeAll()
            generation += 1
        }
    }

    let standards: ShippedStandards
    private let kept = Mutex(Kept())

    init(_ standards: ShippedStandards) {
        self.standards = standards
    }

    var generation: Int { kept.withLock { $0.generation } }

    func forgetAll() { kept.withLock { $0.forgetAll() } }

    /// The generation to read with, when the database stands at `stamp`: whatever was known before it is forgotten,
    /// because another program may have written it.
    func generation(asOf stamp: Int64) -> Int {
        kept.withLock { kept in
            if kept.stamp != stamp {
                kept.stamp = stamp
                kept.forgetAll()
            }
            return kept.generation
        }
    }

    /// Told at the start of every transaction that writes: `version` changes when another program has written.
    func writerSees(_ version: Int64) {
        kept.withLock { kept in
            if kept.writersVersion != version {
                kept.writersVersion = version
                kept.forgetAll()
            }
        }
    }

    /// `generation` is what it was before the caller's view of the database began: a state made from a view that may be
    /// older than what has been forgotten since is used once and not kept.
    func state(
        of source: SourceName, in council: CouncilCode, _ db: Database, seenAt generation: Int
    ) throws -> SourceState {
        let key = Key(council: council, source: source)
        if let known = kept.withLock({ $0.generation == generation ? $0.states[key] : nil }) { return known }
        let made = try make(source, council, db)
        kept.withLock { kept in
            if kept.generation == generation { kept.states[key] = made }
        }
        return made
    }

    private func make(_ source: SourceName, _ council: CouncilCode, _ db: Database) throws -> SourceState {
        let cover = try SourceRows.cover(of: source, in: council, db)
        let overrides = try SourceRows.limits(of: council, db)
        let limits = Limits(standards.standards, overrides: overrides)
        let setting = Setting(
            calendar: standards.calendar, limits: limits, cover: cover,
            workforce: try SourceRows.workforce(of: source, in: council, db))
        let firstLoad = try SourceRows.firstLoad(of: source, in: council, db)
        return SourceState(
            evaluation: standards.evaluation(setting, source: source),
            version: try version(cover: cover, overrides: overrides),
            backlogBefore: firstLoad.flatMap { backlogBegins($0, limits) })
    }

    private func backlogBegins(_ firstLoad: Day, _ limits: Limits) -> Day? {
        guard limits.has("backlog_after_local") else { return firstLoad - 90 }
        return firstLoad - limits.allowance("backlog_after_local").number
    }

    private func version(cover: Cover, overrides: [LimitID: Int]) throws -> Int64 {
        var text = try StoredTextEncoder().bytes(of: StoredCover(cover))
        text += Array(standards.release.utf8)
        // What is kept of a child for the measures is made again when there is another one to count.
        text += Array(Measures.all.map { $0.id.text }.joined(separator: " ").utf8)
        for (id, number) in overrides.sorted(by: { $0.key.text < $1.key.text }) {
            text += Array(" \(id.text)=\(number)".utf8)
        }
        return EntryHash.digest(text).prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }
}
