import AccessRules
import ChildJourney
import Concerns
import GRDB
import Measures
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
    var dailyChanges = DailyChanges()
    var counts = StandingCounts()
    var measureChanges = MeasureChanges()
    /// Nil until it is asked whether figures are added up later.
    var measuresAreToSum: Bool?
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
        if case .body(let said as SamePerson) = entry.content, let source = entry.subject.id.source {
            try MentionRows.insert(SubjectID(source: source, local: said.child), by: stored, in: council, db)
        }
        if case .body(let merge as RecordMerge) = entry.content, !merge.isKept {
            try MergedRows.keep(entry.subject.id, in: council, db)
        }
        return stored
    }

    /// Reads all of a child's entries and derives the child from them.
    func derive(_ child: SubjectID) throws { try derive([ToDerive(child)]) }

    /// Replaces what is derived about children. The derivations are pure, and are done on all cores; what comes of them
    /// is written one after another.
    func derive(_ children: [ToDerive]) throws {
        var work: [Deriving] = []
        for child in children {
            let history = try child.history ?? history(of: child.child)
            if try history.entries.isEmpty || MergedRows.kept(insteadOf: child.child, in: council, db) != nil {
                try forget(child.child)
            } else {
                let surroundings = try FamilyRows.surroundings(of: child.child, history, in: council, db)
                let withholding = try WithholdingRows.withholding(
                    of: child.child, history, surroundings, in: council, db)
                work.append(
                    Deriving(
                        child.child, history, surroundings, withholding, isNew: child.isNew,
                        try state(of: source(of: child.child))))
            }
        }
        let day = day
        for derived in work.inParallel({ Derived($0, on: day) }) { try keep(derived) }
    }

    private func history(of child: SubjectID) throws -> History {
        try FamilyRows.history(of: .child(child), in: council, db)
    }

    private func source(of child: SubjectID) -> SourceName {
        SourceName(child.source ?? SourceName.record.text)
    }

    private func keep(_ derived: Derived) throws {
        let child = derived.child
        let before = derived.isNew ? nil : try ChildRows.row(child, in: council, db)
        let row = ChildRow(
            source: source(of: child).text, summary: derived.rows.summary,
            notChecked: PackedText.notChecked(derived.rows.notChecked), names: derived.rows.keys.names,
            keys: derived.rows.keys.others, reads: derived.rows.reads.map(\.text).sorted(),
            evaluatedUnder: derived.state.version, changesOn: derived.standings.changesOn,
            keepUntil: derived.rows.keepUntil)
        try replaceConcerns(of: child, by: derived.rows.concerns, isNew: before == nil)
        try replaceStanding(of: child, by: derived.standings, isNew: before == nil)
        try replaceKeys(of: child, before: before, after: row)
        try replaceCases(of: child, by: derived.rows.measureCases, isNew: derived.isNew)
        count(
            notChecked: try before.map { try PackedText.notChecked($0.notChecked) } ?? [], derived.rows.notChecked)
        if before != row { try ChildRows.put(row, child, in: council, db) }
        // No file tells what is planned.
        if child.source == SourceName.record.text {
            try PlannedVisitRows.replace(of: child, by: derived.rows.plannedVisits, in: council, db)
        }
    }

    /// Nothing is left of a child whose entries are all erased, nor of one whose record is read as part of another.
    private func forget(_ child: SubjectID) throws {
        guard let before = try ChildRows.row(child, in: council, db) else { return }
        try replaceConcerns(of: child, by: [], isNew: false)
        try replaceStanding(of: child, by: Standings.none, isNew: false)
        var nothing = before
        (nothing.names, nothing.keys, nothing.reads) = ([], [], [])
        try replaceKeys(of: child, before: before, after: nothing)
        count(notChecked: try PackedText.notChecked(before.notChecked), [])
        try replaceCases(of: child, by: [], isNew: false)
        try ChildRows.delete(child, in: council, db)
        try PlannedVisitRows.replace(of: child, by: [], in: council, db)
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
        try KeyRows.replaceSearch(of: child, before: before, after: after, in: council, db)
        try KeyRows.replaceReads(of: child, before: before?.reads ?? [], after: after.reads, in: council, db)
        if before?.names != after.names {
            for name in before?.names ?? [] { nameUses[name, default: 0] -= 1 }
            for name in after.names { nameUses[name, default: 0] += 1 }
        }
    }

    private func count(notChecked before: [NotChecked], _ after: [NotChecked]) {
        guard before != after else { return }
        for limb in before { notChecked[limb, default: 0] -= 1 }
        for limb in after { notChecked[limb, default: 0] += 1 }
    }

    /// Writes the sums; nothing may be recorded after it. Returns the salts' state for the next transaction.
    func finish() throws -> Salts {
        try CountRows.add(dailyChanges, in: council, db)
        try CountRows.add(counts, in: council, db)
        try MeasureSumRows.add(measureChanges, in: council, db)
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
