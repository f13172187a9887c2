import ChildJourney
import WorkingDays

extension Findings {
    /// Where two records of one child are read as one, what stands on either goes on standing: another record's referral,
    /// its closing or its time in care ends nothing that was begun on this one. What was done for the child on either (a
    /// visit, an assessment, a plan that runs) counts for both, and so do their death and their date of birth.
    ///
    /// Call with what was found for the whole `journey`; `find` empties what it is given first.
    package mutating func keepWhatStandsApart(
        _ history: History, in journey: Journey, finding find: (Journey, inout Findings) -> Void
    ) {
        let records = history.keysByRecord
        guard records.count > 1 else { return }
        var apart = self
        for record in records.keys {
            let others = records.filter { $0.key != record }.values.reduce(into: Set()) { $0.formUnion($1) }
            find(journey.withoutEpisodes(others), &apart)
            for concern in apart.concerns where !others.contains(.init(kind: concern.about.kind, id: concern.about.id))
            {
                keep(concern)
            }
            for limb in apart.notChecked where !notChecked.contains(limb) { keep(limb) }
        }
    }
}

extension Concern {
    /// Whether it stands longer than the same concern as it was found another way.
    fileprivate func outlasts(_ other: Concern) -> Bool {
        guard let end = other.overOn else { return false }
        return overOn.map { end < $0 } ?? true
    }

    fileprivate func isSame(as other: Concern) -> Bool {
        code == other.code && limb == other.limb && about == other.about
    }
}

extension Findings {
    fileprivate mutating func keep(_ concern: Concern) {
        guard let place = concerns.firstIndex(where: concern.isSame) else { return add(concern) }
        if concern.outlasts(concerns[place]) { replace(place, by: concern) }
    }
}

extension Journey {
    /// Without what runs and is closed again on other records: it would be taken for the episode of what is recorded here.
    fileprivate func withoutEpisodes(_ keys: Set<History.Key>) -> Journey {
        var journey = self
        journey.referrals.removeAll { keys.contains(.init(kind: .referral, id: $0.id)) }
        journey.careEpisodes.removeAll { keys.contains(.init(kind: .careEpisode, id: $0.id)) }
        return journey
    }
}
