import AccessRules
import ChildJourney
import Concerns
import GRDB
import Measures
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func measuresCountedAnew(
        _ asked: MeasuresAsked, access: Access
    ) async throws(StoreFailure) -> MeasuresTaken {
        try require(access, [.seeNumbers])
        let council = access.council
        var taken = try await known(asked, in: council)
        for source in try await read({ try SourceRows.all(in: council, $0) }) {
            let taker = MeasureTaker(try await setting(of: source, in: council))
            try await take(taker, of: source, in: council, into: &taken.tally)
        }
        return taken
    }

    private func take(
        _ taker: MeasureTaker, of source: SourceName, in council: CouncilCode, into tally: inout MeasureTally
    ) async throws(StoreFailure) {
        var last: String?
        while true {
            let after = last
            let page = try await read { db in try MeasuredChild.next(after: after, of: source, in: council, db) }
            guard let end = page.last else { return }
            last = end.child.text
            for cases in page.inParallel({ taker.take($0.history.journey(), $0.concerns) }) { tally.add(cases) }
        }
    }
}

/// A child with what measures are taken of.
private struct MeasuredChild: Sendable {
    let child: SubjectID
    let history: History
    let concerns: [Concern]

    private static let atOnce = 500

    /// The next children of a source. One whose record is read as part of another has no row, and is met there.
    static func next(
        after last: String?, of source: SourceName, in council: CouncilCode, _ db: Database
    ) throws -> [MeasuredChild] {
        let select = try PreparedStatement(
            db,
            """
            SELECT child FROM child WHERE council = ? AND child > ? AND child < ? ORDER BY child LIMIT \(atOnce)
            """)
        select.bind(1, council.text)
        select.bind(2, last ?? "\(source.text):")
        select.bind(3, "\(source.text);")
        return try select.all { SubjectID($0.text(0)) }.map { child in
            MeasuredChild(
                child: child, history: try FamilyRows.history(of: .child(child), in: council, db),
                concerns: try ConcernRows.of(child, in: council, db).map(\.concern))
        }
    }
}
