import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func decisionsOnLikeFacts(
        on day: Day, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> DecisionsOnLikeFacts {
        try require(access, [.seeAssurance])
        let council = access.council
        var decisions = DecisionsOnLikeFacts(on: day)
        for source in try await read({ try SourceRows.all(in: council, $0) }) {
            try await add(source, council, to: &decisions)
        }
        try await log(Look(access, at: moment, query: "decisions on like facts"))
        return decisions
    }

    private func add(
        _ source: SourceName, _ council: CouncilCode, to decisions: inout DecisionsOnLikeFacts
    ) async throws(StoreFailure) {
        var last = "\(SubjectKind.child.rawValue)/\(source.text):"
        while true {
            let after = last
            let (journeys, end) = try await read { db in
                let entries = try EntryRows.about(
                    childrenAfter: after, from: source, limit: 5000, kinds: [.referral], in: council,
                    db)
                return (try Self.histories(entries.complete, in: council, db).map { $0.1.journey() }, entries.last)
            }
            for journey in journeys { decisions.add(journey) }
            guard let end else { return }
            last = end
        }
    }

    package func publishedInspections(
        in council: CouncilCode
    ) async throws(StoreFailure) -> [(id: SubjectID, history: History)] {
        try await read { db in
            let subjects = try EntryRows.subjects(.inspection, after: nil, limit: .max, in: council, db)
            return try subjects.compactMap { Subject(text: $0) }.compactMap { subject in
                let history = try FamilyRows.history(of: subject, in: council, db)
                guard history.standing(Inspection.self).last?.body.publishedOn != nil else { return nil }
                return (subject.id, history)
            }
        }
    }
}
