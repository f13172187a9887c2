import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// One transaction of recording: gives entries their places in the chain, derives the children they are about, and adds
/// up what that changes in the counts, which is written once at the end.
final class Recording {
    let db: Database
    let council: CouncilCode
    /// The day the council's list stands on.
    let day: Day
    private let sources: SourceStates
    private var salts: Salts
    private var linker: ChainLinker
    private let texts = StoredBody()
    private let histories = HistoryReader()
    var dailyChanges = DailyChanges()
    var counts = StandingCounts()
    var nameUses: [String: Int] = [:]
    var notChecked: [NotChecked: Int] = [:]

    /// Begins at the end of the chain, with the list rolled forward to `day` if it stands on an earlier one.
    init(_ db: Database, _ council: CouncilCode, on day: Day, sources: SourceStates, salts: Salts) throws {
        self.db = db
        self.council = council
        self.sources = sources
        self.salts = salts
        linker = ChainLinker(council: council, after: try EntryRows.head(of: council, db))
        let listDay = try ListDayRows.day(of: council, db)
        self.day = listDay.map { max($0, day) } ?? day
        if listDay != self.day { try rollForward(from: listDay) }
    }

    var head: ChainHead { linker.head }

    func state(of source: SourceName) throws -> SourceState {
        try sources.state(of: source, in: council, db, seenAt: sources.generation)
    }

    /// To be called when something a setting is made from has changed.
    func forgetStates() { sources.forgetAll() }

    @discardableResult
    func record(_ entry: NewEntry, text: [UInt8]? = nil, at moment: Moment) throws -> StoredEntry {
        let text = try text ?? texts.bytes(of: entry.content)
        let stored = linker.link(entry, body: text, salt: salts.next(), recordedAt: moment)
        try EntryRows.insert(stored, db)
        if case .body(let body as Relationship) = entry.content, let source = entry.subject.id.source {
            try MentionRows.insert(
                SubjectID(source: source, local: body.other), by: stored, in: council, db)
        }
        return stored
    }

    /// Reads all of a child's entries and derives the child from them.
    func derive(_ child: SubjectID) throws {
        let entries = try EntryRows.about(.child(child), in: council, db)
        try derive(child, try histories.history(of: entries), isNew: false)
    }

    /// Replaces what is derived about a child. `isNew` promises that nothing is.
    func derive(_ child: SubjectID, _ history: History, isNew: Bool) throws {
        let source = SourceName(child.source ?? SourceName.record.text)
        let state = try state(of: source)
        let before = isNew ? nil : try ChildRows.row(child, in: council, db)
        guard !history.entries.isEmpty else { return try forget(child, before) }
        let rows = state.evaluation.derive(child, history)
        let standings = Standings(
            concerns: rows.concerns, summary: rows.summary, on: state.listDay(day),
            backlogBefore: state.backlogBefore)
        let row = ChildRow(
            source: source.text, summary: rows.summary, notChecked: PackedText.notChecked(rows.notChecked),
            names: rows.keys.names, keys: rows.keys.others, reads: rows.reads.map(\.text).sorted(),
            evaluatedUnder: state.version, changesOn: changesOn(standings, state))
        try replaceConcerns(of: child, by: rows.concerns, isNew: before == nil)
        try replaceStanding(of: child, by: standings, isNew: before == nil)
        try replaceKeys(of: child, before: before, after: row)
        if before != row { try ChildRows.put(row, child, in: council, db) }
    }

    /// Nothing is left of a child whose entries are all erased.
    private func forget(_ child: SubjectID, _ before: ChildRow?) throws {
        guard let before else { return }
        try replaceConcerns(of: child, by: [], isNew: false)
        try replaceStanding(of: child, by: Standings.none, isNew: false)
        var nothing = before
        (nothing.names, nothing.keys, nothing.reads, nothing.notChecked) = ([], [], [], "")
        try replaceKeys(of: child, before: before, after: nothing)
        try ChildRows.delete(child, in: council, db)
    }

    /// A change after the last day the source knows about waits for the next load, which derives the child anyway.
    func changesOn(_ standings: Standings, _ state: SourceState) -> Day? {
        guard let day = standings.changesOn else { return nil }
        return state.until.map { day <= $0 } ?? true ? day : nil
    }

    private func replaceConcerns(of child: SubjectID, by concerns: [DerivedConcern], isNew: Bool) throws {
        let before = isNew ? [] : try ConcernRows.of(child, in: council, db)
        guard before != concerns else { return }
        dailyChanges.apply(before, sign: -1)
        dailyChanges.apply(concerns, sign: 1)
        if !before.isEmpty { try ConcernRows.delete(of: child, in: council, db) }
        try ConcernRows.insert(concerns, of: child, in: council, db)
    }

    func replaceStanding(of child: SubjectID, by standings: Standings, isNew: Bool) throws {
        for tab in ListTab.allCases {
            let before = isNew ? nil : try StandingRows.row(of: child, tab, in: council, db)
            let after = standings[tab]
            guard before != after else { continue }
            if let before { counts.count(before, tab, times: -1) }
            if let after {
                counts.count(after, tab, times: 1)
                try StandingRows.put(after, child, tab, in: council, db)
            } else {
                try StandingRows.delete(child, tab, in: council, db)
            }
        }
    }

    private func replaceKeys(of child: SubjectID, before: ChildRow?, after: ChildRow) throws {
        try KeyRows.replace(
            .search, of: child, before: searchKeys(before), after: searchKeys(after), in: council, db)
        try KeyRows.replace(.reads, of: child, before: before?.reads ?? [], after: after.reads, in: council, db)
        if before?.names != after.names {
            for name in before?.names ?? [] { nameUses[name, default: 0] -= 1 }
            for name in after.names { nameUses[name, default: 0] += 1 }
        }
        if (before?.notChecked ?? "") != after.notChecked {
            for limb in try PackedText.notChecked(before?.notChecked ?? "") { notChecked[limb, default: 0] -= 1 }
            for limb in try PackedText.notChecked(after.notChecked) { notChecked[limb, default: 0] += 1 }
        }
    }

    private func searchKeys(_ row: ChildRow?) -> [String] {
        guard let row else { return [] }
        return row.names.map(KeyRows.name) + row.keys
    }

    /// Writes the sums; nothing may be recorded after it. Returns the salts' state for the next transaction.
    func finish() throws -> Salts {
        try CountRows.add(dailyChanges, in: council, db)
        try CountRows.add(counts, in: council, db)
        try CountRows.add(notChecked, in: council, db)
        try NameRows.add(nameUses, in: council, db)
        try ListDayRows.set(day, of: council, db)
        return salts
    }
}

extension Standings {
    /// On no list.
    fileprivate static let none = Standings(
        concerns: [], summary: ChildSummary(), on: Day(number: 0), backlogBefore: nil)
}
