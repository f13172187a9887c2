import AccessRules
import ChildJourney
import Concerns
import RecordKeeping

/// What a child's concerns rest on in other people's records: shown of those whom the reader may open, and hidden of others.
struct OthersEvidence {
    let shown: [Int64: JourneyEntry]
    let hidden: Set<Int64>

    static let none = OthersEvidence(shown: [:], hidden: [])

    private init(shown: [Int64: JourneyEntry], hidden: Set<Int64>) {
        (self.shown, self.hidden) = (shown, hidden)
    }

    /// Logs a look at each child whose entry is shown.
    init(of opened: OpenedChild, _ concerns: [Concern], access: Access, in live: Live) async throws {
        let places = opened.othersPlaces(concerns)
        guard !places.isEmpty else {
            self = .none
            return
        }
        var shown: [Int64: JourneyEntry] = [:]
        var hidden: Set<Int64> = []
        var looked: [SubjectID] = []
        // An adult who is only in another child's record is not shown from here.
        let own = Set(opened.history.relationships.filter { $0.body.isAdult == true }.map(\.body.other))
        for relative in opened.surroundings.adults {
            for entry in relative.history.entries where places.contains(entry.sequence) {
                if own.contains(relative.id), !relative.isHidden {
                    shown[entry.sequence] = entry
                } else {
                    hidden.insert(entry.sequence)
                }
            }
        }
        let children = opened.surroundings.children.map { SubjectID(source: opened.source.text, local: $0.id) }
        let known = try await live.store.relatives(children, access: access)
        for (relative, child) in zip(opened.surroundings.children, children) {
            for entry in relative.history.entries where places.contains(entry.sequence) {
                if known[child].flatMap({ $0 }) == nil {
                    hidden.insert(entry.sequence)
                } else {
                    shown[entry.sequence] = entry
                    looked.append(child)
                }
            }
        }
        if !looked.isEmpty { try await live.store.log(.family(access, at: live.now(), shown: looked)) }
        self.init(shown: shown, hidden: hidden)
    }
}

extension OpenedChild {
    /// Entries concerns rest on that are in nobody's record but another person's.
    fileprivate func othersPlaces(_ concerns: [Concern]) -> Set<Int64> {
        guard !surroundings.isEmpty else { return [] }
        let own = Set(history.entries.map(\.sequence))
        return Set(concerns.flatMap { $0.evidence.map(\.place) }).subtracting(own)
    }

    /// The same child with no evidence out of another person's record: what a program reads, it may show to anybody.
    var restingOnOwnRecord: OpenedChild {
        let others = othersPlaces(concerns)
        guard !others.isEmpty else { return self }
        let kept = concerns.map { $0.resting { !others.contains($0.place) } }
        return OpenedChild(
            child: child, history: history, summary: summary, concerns: kept, notChecked: notChecked, source: source,
            setting: setting, restriction: restriction, withholding: withholding, surroundings: surroundings)
    }
}

extension Concern {
    /// The same concern with only some of its evidence.
    fileprivate func resting(on isKept: (Evidence) -> Bool) -> Concern {
        var kept = Concern(
            code: code, limb: limb, kind: kind, about: about, clockStart: clockStart, due: due, onset: onset,
            clearedOn: clearedOn, endedOn: endedOn, ending: ending, baseLevel: baseLevel, raisedFrom: raisedFrom,
            standard: standard, evidence: evidence.filter(isKept), numbers: numbers, inToday: inToday)
        kept.noLongerInSource = noLongerInSource
        return kept
    }
}
