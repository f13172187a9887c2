import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func everyJourney(
        knownAt moment: Moment, of kinds: [RecordKind], isCounted: Bool, access: Access, at now: Moment,
        each: @escaping @Sendable (SubjectID, Journey, Bool) -> Void
    ) async throws(StoreFailure) {
        try require(access, [.drillDown])
        let (council, user) = (access.council, access.who.user)
        var shown: [SubjectID] = []
        for source in try await read({ try SourceRows.all(in: council, $0) }) {
            var last = "\(SubjectKind.child.rawValue)/\(source.text):"
            while true {
                let after = last
                let page = try await read { db in
                    let hidden = try RestrictionRows.hidden(from: user, in: council, db)
                    let entries = try EntryRows.about(
                        childrenAfter: after, from: source, limit: 5000, kinds: kinds, in: council, db)
                    let all = try Self.histories(entries.complete, in: council, db)
                    return (all, hidden, entries.last)
                }
                for (child, history) in page.0 {
                    let isHidden = page.1.contains(child)
                    if !isHidden, !isCounted { shown.append(child) }
                    each(child, history.known(at: moment).journey(), isHidden)
                }
                guard let end = page.2 else { break }
                last = end
            }
        }
        try await log(
            isCounted
                ? .countedLists(access, at: now)
                : Look(access, at: now, query: "lists of an inspection", shown: shown))
    }
}
