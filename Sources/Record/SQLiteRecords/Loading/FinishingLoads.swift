import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func finish(_ load: LoadID, at moment: Moment) async throws(StoreFailure) -> Load {
        let day = moment.londonDay
        try await closeLine(of: load)
        try await write { db in try LoadRows.setState(load, .workingOutWithdrawals, db) }
        let plan = try await read { try LoadRows.load(load, $0).plan }
        var last = ""
        while true {
            let after = last
            let through = try await recording(load.council, on: day) { recording in
                try Withdrawing(load, plan, at: moment, recording).part(after: after)
            }
            guard let through else { break }
            last = through
        }
        while true {
            let done = try await recording(load.council, on: day) { recording in
                let children = try recording.outdated(limit: SQLiteStore.atOnce, of: plan.source)
                if !children.isEmpty { try recording.sumLater() }
                try recording.derive(children.map { ToDerive($0) })
                return children.count
            }
            if done == 0 { break }
        }
        try await recording(load.council, on: day) { try $0.sumIfLater() }
        try await workOutServiceConcerns(of: load.council, on: day)
        return try await write { db in
            try LoadRows.setState(load, .complete, finishedAt: moment, db)
            try LoadWork.delete(load, db)
            return try LoadRows.load(load, db)
        }
    }

    package func resumeLoads(at moment: Moment) async throws(StoreFailure) -> [Load] {
        var resumed: [Load] = []
        for council in try await councils() {
            let open = try await read { db in
                try LoadRows.latest(of: council.code, in: [.reading, .workingOutWithdrawals], limit: 100, db)
            }
            for load in open.reversed() {
                if load.state == .reading {
                    try await fail(load.id, because: .interrupted, at: moment)
                    resumed.append(try await read { try LoadRows.load(load.id, $0) })
                } else {
                    resumed.append(try await finish(load.id, at: moment))
                }
            }
        }
        return resumed
    }
}

/// Works out what a source no longer has: what is not in a file that would carry it if it still existed.
private struct Withdrawing {
    let load: LoadID
    let plan: LoadPlan
    let moment: Moment
    let recording: Recording
    private var db: Database { recording.db }
    private let texts = StoredBody()

    init(_ load: LoadID, _ plan: LoadPlan, at moment: Moment, _ recording: Recording) {
        self.load = load
        self.plan = plan
        self.moment = moment
        self.recording = recording
    }

    /// Deals with the next subjects; the last of them, or nil when there are none. Doing one again changes nothing.
    func part(after last: String) throws -> String? {
        let subjects = try LoadWork.incomplete(
            after: last, limit: SQLiteStore.atOnce, load, plan.source, db)
        for (text, isPresent) in subjects {
            guard let subject = Subject(text: text) else { throw StoreFailure.damaged(table: "known_rows") }
            try withdraw(from: subject, isPresent: isPresent)
        }
        return subjects.last?.subject
    }

    private func withdraw(from subject: Subject, isPresent: Bool) throws {
        guard var known = try KnownRowsTable.rows(of: subject, plan.source, in: load.council, db)?.rows else { return }
        let missing = isPresent ? try LoadWork.missing(of: subject, load, db) : nil
        var withdrawn = 0
        for (index, row) in known.rows.enumerated() where row.state == .present {
            if let missing, !missing.contains(row.sequence) { continue }
            guard plan.supplied.contains(row.key.kind), try isCovered(row, isPresent) else { continue }
            let entry = try recording.record(
                NewEntry(
                    .withdrawal(row.key.kind), id: row.key.id, about: subject,
                    by: .load(source: plan.source, number: load.number), corrects: row.sequence),
                at: moment)
            known.rows[index].state = .withdrawn
            known.rows[index].digest = .none
            known.rows[index].sequence = entry.sequence
            withdrawn += 1
        }
        guard withdrawn > 0 else { return }
        try KnownRowsTable.put(known, digest: .none, of: subject, plan.source, in: load.council, db)
        var counts = LoadCounts()
        counts.withdrawn = withdrawn
        try LoadRows.add(counts, to: load, db)
        try rederive(subject)
    }

    private func rederive(_ subject: Subject) throws {
        if subject.kind == .child {
            try recording.derive(subject.id)
        } else {
            recording.forgetStates()
            try KeyRows.outdateReaders(of: subject, in: load.council, db)
        }
    }

    private func isCovered(_ row: KnownRows.Row, _ isPresent: Bool) throws -> Bool {
        guard let entry = try EntryRows.entry(row.sequence, in: load.council, db), let bytes = entry.body else {
            return false
        }
        let body = try texts.body(kind: row.key.kind, version: entry.version, bytes: bytes)
        return plan.cover.wouldCarry(body, subjectPresent: isPresent)
    }
}
