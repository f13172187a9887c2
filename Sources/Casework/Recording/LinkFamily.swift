import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Two children belong together: recorded once, and told on both.
package struct LinkFamily {
    /// Ties that read the same from both ends.
    package enum Tie: String, CaseIterable, Sendable {
        case sibling
        case halfSibling = "half-sibling"
        case stepSibling = "step-sibling"
        case sameHome = "same-home"

        package var words: String {
            switch self {
            case .sibling: "Brother or sister"
            case .halfSibling: "Half brother or sister"
            case .stepSibling: "Step brother or sister"
            case .sameHome: "Lives in the same home"
            }
        }
    }

    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    /// Leave is needed for both. The same again changes nothing.
    package func callAsFunction(
        _ child: SubjectID, _ tie: Tie, _ other: SubjectID
    ) async throws(RecordingRefusal) {
        guard child != other else { throw .notOpenNow }
        _ = try await recorder.open(other)
        let author = Author.user(recorder.person.user)
        func entry(_ one: SubjectID, _ another: SubjectID) -> NewEntry {
            NewEntry(
                Relationship(other: another.local, kind: tie.rawValue), id: RecordID("tie-\(another.local)"),
                about: .child(one), by: author, occasion: "tie-\(min(one, another).local)-\(max(one, another).local)")
        }
        let known = try await recorder.open(child).history.journey().relationships.contains { $0.other == other.local }
        if known { return }
        try await recorder.append([entry(child, other), entry(other, child)], about: child, as: .recordNote)
    }
}
