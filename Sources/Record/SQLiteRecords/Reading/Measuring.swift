import AccessRules
import ChildJourney
import Concerns
import GRDB
import Measures
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func measures(_ asked: MeasuresAsked, access: Access) async throws(StoreFailure) -> MeasuresTaken {
        try require(access, [.seeNumbers])
        let council = access.council
        var taken = try await known(asked, in: council)
        if let waiting = try await recalculation(of: council) {
            return taken.workingOut(waiting)
        }
        let tally: MeasureTally? = try await remembered(.measures(asked, council)) { db in
            // A load that is being read adds up at its end.
            guard try !MeasuresToSum.isMarked(council, db) else { return nil }
            return try Self.tally(asked, in: council, db)
        }
        guard let tally else { return taken.workingOut(Recalculation(left: 1, of: 1)) }
        // NB: into what is remembered, which is much: what is known without a child is little.
        var whole = tally
        whole.merge(taken.tally)
        taken.tally = whole
        return taken
    }

    package func measures(
        of worker: String, over periods: [MeasurePeriod], access: Access
    ) async throws(StoreFailure) -> MeasuresTaken {
        try require(access, [.seeToday, .seeNumbers])
        let council = access.council
        var taken = try await known(MeasuresAsked(periods), in: council)
        if let waiting = try await recalculation(of: council) {
            return taken.workingOut(waiting)
        }
        taken.tally = try await read { db in
            var tally = MeasureTally(periods)
            for source in try SourceRows.all(in: council, db) {
                let subject = Subject(.worker, SubjectID(source: source.text, local: worker))
                for child in try KeyRows.readers(of: subject, limit: .max, in: council, db) {
                    let cases = try MeasureCaseRows.packed(of: child, in: council, db)?.cases() ?? []
                    tally.add(cases.filter { $0.worker == worker })
                }
            }
            return tally
        }
        return taken
    }

    package func lastDayTold(access: Access) async throws(StoreFailure) -> Day? {
        try require(access, [.seeNumbers])
        let council = access.council
        var untils: [Day?] = []
        for source in try await read({ try SourceRows.all(in: council, $0) }) {
            untils.append(try await setting(of: source, in: council).cover.until)
        }
        return untils.contains(nil) ? nil : untils.compactMap(\.self).max()
    }

    /// What needs no child: which measures cannot be answered, and the teams' names.
    func known(_ asked: MeasuresAsked, in council: CouncilCode) async throws(StoreFailure) -> MeasuresTaken {
        let generation = try freshGeneration()
        return try await read { db in
            var taken = MeasuresTaken(asked.periods)
            var answered: Set<MeasureID> = []
            for source in try SourceRows.all(in: council, db) {
                let evaluation = try self.sources.state(of: source, in: council, db, seenAt: generation).evaluation
                let blind = Dictionary(uniqueKeysWithValues: evaluation.measures.blind.map { ($0.measure, $0.because) })
                answered.formUnion(Measures.all.map { $0.id }.filter { blind[$0] == nil })
                taken.blind.merge(blind) { first, _ in first }
                for (id, told) in evaluation.measures.told { taken.add(id, from: told.from, until: told.until) }
                taken.add(evaluation.setting.workforce, blind: blind, asked)
                for (id, team) in evaluation.setting.workforce.teams {
                    taken.teamNames[id] = team.name
                    taken.teamParents[id] = team.parent
                }
            }
            taken.blind = taken.blind.filter { !answered.contains($0.key) }
            if answered.isEmpty, taken.blind.isEmpty, try SourceRows.keptHere(in: council, db) == nil {
                for measure in Measures.all { taken.blind[measure.id] = "nothing has been loaded" }
            }
            return taken
        }
    }

    /// Every figure is the difference of two sums up to a day: what happened, up to the last day of the period without what
    /// came before it; what stood, up to the last day.
    private static func tally(_ asked: MeasuresAsked, in council: CouncilCode, _ db: Database) throws -> MeasureTally {
        var tally = MeasureTally(asked.periods)
        for measure in Measures.all where asked.measures?.contains(measure.id) ?? true {
            let ends = asked.periods.map(\.to)
            let starts = measure.counting == .happened ? asked.periods.map { $0.from - 1 } : []
            let days = Set(ends + starts).sorted()
            let places = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
            for dimension in asked.dimensions(of: measure) {
                let sums = try MeasureSumRows.sums(of: measure.id, by: dimension, upTo: days, in: council, db)
                for (key, upTo) in sums {
                    guard let slice = MeasureSlice(dimension, key: key) else {
                        throw StoreFailure.damaged(table: "measure_sum")
                    }
                    let known = asked.periods.map { period in
                        guard let end = places[period.to], period.from <= period.to else { return MeasureSum() }
                        var sum = upTo[end]
                        if measure.counting == .happened, let start = places[period.from - 1] {
                            sum.add(upTo[start], times: -1)
                        }
                        return sum
                    }
                    tally.add(known, measure.id, slice)
                }
            }
        }
        return tally
    }
}

extension MeasuresTaken {
    /// No figure is shown that somebody is missing from.
    fileprivate func workingOut(_ waiting: Recalculation) -> MeasuresTaken {
        var taken = self
        taken.workingOut = waiting
        for measure in Measures.all where taken.blind[measure.id] == nil {
            taken.blind[measure.id] = "the figures are being worked out"
        }
        return taken
    }
}
