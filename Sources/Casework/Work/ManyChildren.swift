import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// One form about many children: each child has entries of their own, and all of them are recorded in one transaction. A
/// child for whom it cannot be done is told apart, and holds up none of the others.
package struct ManyChildren: Sendable {
    /// Why nothing was recorded for one of them.
    package enum Refusal: Hashable, Sendable {
        /// The reader may not open the record, or not any more.
        case mayNotOpen
        /// Somebody else holds the child since the form was opened; nil where nobody does.
        case heldBySomebodyElse(String?)
        /// Whoever leads began on that day, and cannot end before it.
        case began(Day)
        /// Somebody recorded about the same thing at the same time.
        case changedSince
        /// Nobody supervises, or covers for, what they do themselves.
        case ownWork
        /// The child is restricted, and whoever is to hold them could not open the record.
        case leftOut(String)
        /// What was written has to be put right first.
        case wrong(String)
    }

    package struct Outcome: Sendable {
        package var recorded: [SubjectID] = []
        package var refused: [(child: SubjectID, why: Refusal)] = []

        package init() {}
    }

    let recorder: Recorder

    /// - Parameter make: what is recorded about one child, as the record stands now; empty where it has been recorded before.
    func callAsFunction(
        _ children: [SubjectID], as verb: Verb, form: RecordID,
        make: (OpenedChild) -> Result<[StepRecord], RefusedChild>
    ) async throws(RecordingRefusal) -> Outcome {
        var outcome = Outcome()
        var entries: [(child: SubjectID, entry: NewEntry)] = []
        for child in children {
            switch try await entriesOf(child, verb, form, make) {
            case .success(let made):
                outcome.recorded.append(child)
                entries += made.map { (child, $0) }
            case .failure(let refused): outcome.refused.append((child, refused.why))
            }
        }
        while !entries.isEmpty {
            // A worker who is new to the record is introduced once.
            var said: Set<String> = []
            let sent = entries.filter { $0.entry.subject.kind == .child || said.insert($0.entry.subject.text).inserted }
            let appended = try await recorder.append(
                sent.map(\.entry), aboutEach: Set(entries.map(\.child)).sorted(), as: verb)
            guard case .changedSince(let index, _) = appended else { break }
            let late = sent[index].child
            outcome.recorded.removeAll { $0 == late }
            outcome.refused.append((late, .changedSince))
            entries.removeAll { $0.child == late }
        }
        return outcome
    }

    private func entriesOf(
        _ child: SubjectID, _ verb: Verb, _ form: RecordID, _ make: (OpenedChild) -> Result<[StepRecord], RefusedChild>
    ) async throws(RecordingRefusal) -> Result<[NewEntry], RefusedChild> {
        let opened: OpenedChild
        do throws(RecordingRefusal) {
            _ = try await recorder.mayRecord(verb, about: child)
            opened = try await recorder.open(child)
        } catch {
            guard case .access = error else { throw error }
            return .failure(RefusedChild(.mayNotOpen))
        }
        // The same form sent twice.
        if opened.history.entries.contains(where: { $0.occasion == form.text }) { return .success([]) }
        let author = Author.user(recorder.person.user)
        return make(opened).map { records in
            records.map {
                NewEntry(
                    $0.body, id: $0.id, about: $0.subject ?? .child(child), by: author, corrects: $0.corrects,
                    occasion: form.text)
            }
        }
    }
}

struct RefusedChild: Error {
    let why: ManyChildren.Refusal

    init(_ why: ManyChildren.Refusal) { self.why = why }
}
