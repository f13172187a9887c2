import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Two records are of one child: a manager proposes it, another confirms it, and it can be undone. Leave is asked for on both
/// records, and both say what was done; nothing that was recorded is changed.
package struct MergeRecords {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func propose(
        _ other: SubjectID, into kept: SubjectID, because why: String, id: RecordID
    ) async throws(RecordingRefusal) {
        let record = SourceName.record.text
        guard other != kept, other.source == record, kept.source == record else { throw .notFound }
        let (mine, theirs) = (try await recorder.open(kept), try await recorder.open(other))
        _ = try await recorder.mayRecord(.decide, about: other)
        let (here, there) = (Self.merges(in: mine), Self.merges(in: theirs))
        if here.contains(where: { $0.id == id }) { return }
        let isAnotherProposed = (here + there).contains { $0.body.isProposed }
        // A record that others are one with is not itself given up: that would be undone piece by piece.
        guard !isAnotherProposed, !there.contains(where: { $0.body.stands }) else { throw .notOpenNow }
        let (today, user) = (recorder.now().londonDay, recorder.person.user.text)
        try await recorder.append(
            [
                NewEntry(
                    RecordMerge(other: other.local, isKept: true, why: why, on: today, by: user), id: id,
                    about: .child(kept), by: .user(recorder.person.user), occasion: id.text),
                NewEntry(
                    RecordMerge(other: kept.local, isKept: false, why: why, on: today, by: user), id: id,
                    about: .child(other), by: .user(recorder.person.user), occasion: id.text),
            ], about: kept, as: .decide)
    }

    /// What stands in the way of joining two records, which whoever proposes it can go on from.
    package enum Obstacle: Hashable, Sendable {
        /// Something about one of them is proposed already, and waits for its answer.
        case waits
        /// Other records are one with the other already: it is this one that is joined to it.
        case othersAreOneWithIt
    }

    package func obstacle(
        toJoining other: SubjectID, into kept: SubjectID
    ) async throws(RecordingRefusal) -> Obstacle? {
        let (mine, theirs) = (try await recorder.open(kept), try await recorder.open(other))
        let (here, there) = (Self.merges(in: mine), Self.merges(in: theirs))
        if there.contains(where: { $0.body.stands }) { return .othersAreOneWithIt }
        return (here + there).contains { $0.body.isProposed } ? .waits : nil
    }

    /// By somebody else than whoever proposed it.
    package func confirm(_ id: RecordID, of kept: SubjectID) async throws(RecordingRefusal) {
        let (moment, user) = (recorder.now(), recorder.person.user.text)
        try await change(id, of: kept, isToStand: true) {
            $0.isProposed && $0.by != user
        } by: { merge in
            (merge.confirmedAt, merge.confirmedBy) = (moment, user)
        }
    }

    package func refuse(_ id: RecordID, of kept: SubjectID, because why: String) async throws(RecordingRefusal) {
        let (today, user) = (recorder.now().londonDay, recorder.person.user.text)
        try await change(id, of: kept) {
            $0.isProposed
        } by: { merge in
            (merge.refusedOn, merge.refusedBy, merge.refusedWhy) = (today, user, why)
        }
    }

    /// By somebody else than whoever confirmed it. What was recorded since stays on the record that was kept.
    package func undo(_ id: RecordID, of kept: SubjectID, because why: String) async throws(RecordingRefusal) {
        let (moment, user) = (recorder.now(), recorder.person.user.text)
        try await change(id, of: kept) {
            $0.stands && $0.confirmedBy != user
        } by: { merge in
            (merge.undoneAt, merge.undoneBy, merge.undoneWhy) = (moment, user, why)
        }
    }

    private func change(
        _ id: RecordID, of kept: SubjectID, isToStand: Bool = false, where isOpen: (RecordMerge) -> Bool,
        by change: (inout RecordMerge) -> Void
    ) async throws(RecordingRefusal) {
        let mine = try await recorder.open(kept)
        guard let own = Self.latest(id, in: mine.history.entries.filter { $0.joinedFrom == nil }), own.body.isKept
        else {
            throw .notFound
        }
        guard isOpen(own.body) else { throw .notOpenNow }
        let other = SubjectID(source: SourceName.record.text, local: own.body.other)
        var entries = mine.history.entries.filter { $0.joinedFrom == own.body.other }
        if !own.body.stands {
            // NB: while it does not stand the other is a record of its own, and asks for leave of its own.
            _ = try await recorder.mayRecord(.decide, about: other)
            let opened = try await recorder.open(other)
            // Another record may have become one with it since this was proposed.
            guard !Self.merges(in: opened).contains(where: { isToStand && $0.body.stands }) else {
                throw .notOpenNow
            }
            entries = opened.history.entries
        }
        let theirs = entries.last { ($0.body as? RecordMerge)?.other == kept.local && $0.id.text.hasPrefix(id.text) }
        guard let theirs, var there = theirs.body as? RecordMerge else { throw .notFound }
        var here = own.body
        change(&here)
        change(&there)
        try await recorder.append(
            [
                NewEntry(
                    here, id: id, about: .child(kept), by: .user(recorder.person.user), corrects: own.sequence),
                NewEntry(
                    there, id: id, about: .child(other), by: .user(recorder.person.user), corrects: theirs.sequence),
            ], about: kept, as: .decide)
    }

    /// On the record that is kept, its own.
    package static func merges(in opened: OpenedChild) -> [Recorded<RecordMerge>] {
        opened.history.journey().casework.merges.filter { $0.body.isKept || !$0.body.stands }
    }

    private static func latest(_ id: RecordID, in entries: [JourneyEntry]) -> (body: RecordMerge, sequence: Int64)? {
        entries.last { $0.id == id && $0.body is RecordMerge }.flatMap { entry in
            (entry.body as? RecordMerge).map { ($0, entry.sequence) }
        }
    }

    /// What was recorded on the record that was kept while the two were one: it may be the other's.
    package static func recordedMeanwhile(_ merge: RecordMerge, in history: History) -> [MoveMisfiled.Recording] {
        guard let from = merge.confirmedAt, let until = merge.undoneAt else { return [] }
        return MoveMisfiled.recordings(in: history).filter { recording in
            recording.recordedAt > from && recording.recordedAt <= until
                && !recording.entries.contains { $0.body is RecordMerge }
        }
    }
}
