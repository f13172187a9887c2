import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func waiting(
        _ scope: WaitingScope, codes: Set<ConcernCode>?, on day: Day, ahead days: Int, access: Access
    ) async throws(StoreFailure) -> [WaitingConcern] {
        try require(access, [.seeToday])
        let question = Question.waiting(scope, codes, day, ahead: days, access.council, access.who.user)
        return try await remembered(question) { db in
            try WaitingReading(
                db: db, council: access.council, reader: access.who.user, day: day, last: day + days, codes: codes
            ).concerns(scope)
        }
    }
}

/// Counts what waits, as one person may see it.
private struct WaitingReading {
    let db: Database
    let council: CouncilCode
    let reader: UserID
    let day: Day
    /// The last day on which something may begin and still be counted.
    let last: Day
    let codes: Set<ConcernCode>?

    func concerns(_ scope: WaitingScope) throws -> [WaitingConcern] {
        let children =
            switch scope {
            case .heldBy(let worker): try HeldChildren.ids(by: worker, on: day, in: council, db)
            case .team(let team):
                try withSomething().filter { child in
                    let holder = try ChildRows.holding(child, in: council, db).holder(on: day)
                    return holder?.team == team || holder?.team == nil
                }
            case .council: try withSomething()
            }
        return try children.flatMap { child -> [WaitingConcern] in
            if try RestrictionRows.hides(child, from: reader, in: council, db) { return [] }
            return try ConcernRows.of(child, in: council, db).filter(isCounted).map {
                WaitingConcern(concern: $0.concern, item: item($0.concern, of: child))
            }
        }
    }

    /// Children with any concern that is not over and begins in time.
    private func withSomething() throws -> [SubjectID] {
        let wanted = codes.map { codes in
            "AND code IN (\(codes.indices.map { _ in "?" }.joined(separator: ", ")))"
        }
        let select = try PreparedStatement(
            db,
            """
            SELECT DISTINCT child FROM concern INDEXED BY concern_over
            WHERE council = ? AND over_on > ? AND onset <= ? AND in_today = 1 \(wanted ?? "") ORDER BY child
            """)
        select.bind(1, council.text)
        select.bind(2, day)
        select.bind(3, last)
        for (place, code) in (codes ?? []).sorted().enumerated() { select.bind(Int32(4 + place), code.text) }
        return try select.all { SubjectID($0.text(0)) }
    }

    private func isCounted(_ derived: DerivedConcern) -> Bool {
        let concern = derived.concern
        guard codes?.contains(concern.code) ?? true else { return false }
        if derived.isListed(on: day) { return true }
        return concern.inToday && concern.onset > day && concern.onset <= last
            && (concern.overOn.map { $0 > concern.onset } ?? true)
    }

    private func item(_ concern: Concern, of child: SubjectID) -> String {
        let parts = [
            council.text, child.text, concern.code.text, concern.limb, concern.about.key, concern.about.id.text,
            concern.clockStart.description,
        ]
        return EntryHash.nameless(parts)
    }
}
