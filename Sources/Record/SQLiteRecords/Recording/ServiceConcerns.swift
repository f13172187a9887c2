import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    /// Works out what stands about workers and teams from everybody's allocations and referrals. Read outside the writer,
    /// because it goes through all of them.
    func workOutServiceConcerns(of council: CouncilCode, on day: Day) async throws(StoreFailure) {
        var found: [ServiceConcern] = []
        for source in try await read({ try SourceRows.all(in: council, $0) }) {
            let setting = try await setting(of: source, in: council)
            let tells = (setting.cover.tells(CaseloadOver.needs), setting.cover.tells(ThresholdsInconsistent.needs))
            guard tells.0 || tells.1 else { continue }
            let last = setting.cover.until.map { min($0, day) } ?? day
            let (caseloads, thresholds) = try await tally(source, council, on: last)
            if tells.0 { found += caseloads.found(on: last, setting) }
            if tells.1 { found += thresholds.found(setting) }
        }
        try await setServiceConcerns(found, in: council)
    }

    /// What a source's children are evaluated with now.
    func setting(of source: SourceName, in council: CouncilCode) async throws(StoreFailure) -> Setting {
        let generation = try freshGeneration()
        return try await read { db in
            try self.sources.state(of: source, in: council, db, seenAt: generation).evaluation.setting
        }
    }

    private func tally(
        _ source: SourceName, _ council: CouncilCode, on day: Day
    ) async throws(StoreFailure) -> (CaseloadOver, ThresholdsInconsistent) {
        var caseloads = CaseloadOver()
        var thresholds = ThresholdsInconsistent(on: day)
        var last = "\(SubjectKind.child.rawValue)/\(source.text):"
        while true {
            let after = last
            let journeys = try await read { db in
                let entries = try EntryRows.about(
                    childrenAfter: after, from: source, limit: 5000, kinds: [.allocation, .referral],
                    in: council, db)
                return (try Self.histories(entries.complete, in: council, db).map { $0.1.journey() }, entries.last)
            }
            for journey in journeys.0 {
                caseloads.add(journey)
                thresholds.add(journey)
            }
            guard let end = journeys.1 else { return (caseloads, thresholds) }
            last = end
        }
    }
}
