import AccessRules
import ChildJourney

/// Stored entries of one subject to the history a journey is folded from.
package struct HistoryReader: Sendable {
    private let texts = StoredBody()

    package init() {}

    /// `entries` must be all of one subject's, in order of their numbers, with those of the subjects that are `joined` to
    /// it. What was erased is not part of the story.
    package func history(
        of entries: [StoredEntry], joining joined: Set<String> = []
    ) throws(StoredBody.Unreadable) -> History {
        var history = History()
        history.entries.reserveCapacity(entries.count)
        var places: [Int64: Int] = [:]
        var hasSealed = false
        for entry in entries {
            guard let kind = EntryKind(text: entry.kind) else { throw .unknownKind(entry.kind) }
            guard let bytes = entry.body else {
                if case .record(let erased) = kind { history.erased.insert(erased) }
                continue
            }
            switch kind {
            case .record(let kind):
                if kind == .misfiledEntry { hasSealed = true }
                places[entry.sequence] = history.entries.count
                history.entries.append(
                    JourneyEntry(
                        sequence: entry.sequence, id: entry.recordID,
                        body: try texts.body(kind: kind, version: entry.version, bytes: bytes),
                        recordedAt: entry.recordedAt, occasion: entry.occasion, corrects: entry.corrects,
                        joinedFrom: joined.contains(entry.subject) ? Subject(text: entry.subject)?.id.local : nil))
            case .withdrawn:
                guard let place = entry.corrects.flatMap({ places[$0] }) else { continue }
                history.entries.append(
                    JourneyEntry(
                        sequence: entry.sequence, id: entry.recordID, body: history.entries[place].body,
                        recordedAt: entry.recordedAt, withdrawn: true,
                        joinedFrom: history.entries[place].joinedFrom))
            case .erased, .cover: continue
            }
        }
        if hasSealed { leaveOutSealed(&history) }
        return history
    }

    /// What was recorded about the wrong child is no part of the story at any time: not as it stood before it was found
    /// out either.
    private func leaveOutSealed(_ history: inout History) {
        var sealed: Set<Int64> = []
        for entry in history.entries {
            if let misfiled = entry.body as? MisfiledEntry { sealed.formUnion(misfiled.sealed) }
        }
        guard !sealed.isEmpty else { return }
        history.sealed = history.entries.filter { sealed.contains($0.sequence) }
        history.entries.removeAll { sealed.contains($0.sequence) }
    }
}
