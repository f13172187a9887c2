import AccessRules
import ChildJourney
import RecordKeeping

/// What somebody proposes about a record and somebody else decides: to seal or move what is on it, to join it with another, to
/// destroy it.
extension WaitingRecord {
    package static let proposals: Set<RecordKind> = [.misfiledEntry, .recordMerge, .destructionProposal]

    /// Whoever proposed it; nil where it is no proposal, or nobody knows.
    package var proposedBy: String? {
        switch body {
        case let misfiled as MisfiledEntry: misfiled.by
        case let merge as RecordMerge: merge.by
        case let destruction as DestructionProposal: destruction.by
        default: nil
        }
    }

    /// Whether somebody decides it: by their role, and never what they proposed themselves.
    package func isProposal(toBeDecidedBy person: SignedIn) -> Bool {
        let verb: Verb
        switch body {
        case is MisfiledEntry, is RecordMerge: verb = .decide
        case is DestructionProposal: verb = .destroyRecord
        default: return false
        }
        return person.role.mayDo.contains(verb) && proposedBy != person.user.text
    }
}
