import AccessRules
import Casework
import ChildJourney
import RecordKeeping
import WorkingDays

/// Where a story is played: one council's record, the people who work there, and the time it is. Samples, audits, flags and
/// inspections are recorded by the verbs people use; what lies in the children's files before is written as entries.
struct StoryDesk: Sendable {
    let store: any RecordStore
    let council: CouncilCode
    let clock: StoryClock

    init(_ store: any RecordStore, _ name: String, from day: Day) {
        guard let council = CouncilCode(name) else { preconditionFailure("a council's code is letters") }
        self.store = store
        self.council = council
        clock = StoryClock(Moment(londonDay: day, minute: 8 * 60))
    }

    func signedIn(_ user: UserID, _ role: Role) -> SignedIn { SignedIn(council: council, user: user, role: role) }

    func assurer(_ user: UserID, _ role: Role) -> Assurer {
        Assurer(store: store, person: signedIn(user, role), now: clock.now)
    }

    /// Writes what a file holds, in the order it happened.
    func write(_ files: [StoryFile]) async throws {
        let pages = files.flatMap(\.pages).enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }
        for (_, page) in pages {
            clock.set(page.at)
            let entry = NewEntry(
                page.body, id: page.id, about: page.subject, by: .user("story-worker"), corrects: nil)
            _ = try await store.append([entry], in: council, at: page.at)
        }
    }
}
