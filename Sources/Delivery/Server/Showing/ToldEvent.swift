import ChildJourney
import WorkingDays

/// One thing in a child's story, in words: the day, what kind of record, and what it says.
struct ToldEvent {
    let on: Day
    let kind: RecordKind
    let record: RecordID
    let title: String
    /// Its own words.
    let said: String
    /// What the family says against it: told wherever it is told.
    var disputes: [String] = []
    /// Who said it, or was spoken to: "class teacher".
    let spokenTo: String?
    /// Whether it belongs in a chronology.
    let isSignificant: Bool
    let recordedAt: Moment?
    let place: Int64
    /// Which it is of what one record tells of the same day, from 0.
    private(set) var turn = 0

    /// All of it.
    var words: String { ([said] + disputes).filter { !$0.isEmpty }.joined(separator: "\n") }

    /// Names it as long as its record tells of that day, whatever else is corrected.
    var key: String { turn == 0 ? "\(kind.rawValue)|\(record)|\(on)" : "\(kind.rawValue)|\(record)|\(on)|\(turn)" }

    /// `told` in the order in which it is told.
    static func numbered(_ told: [ToldEvent]) -> [ToldEvent] {
        var turns: [String: Int] = [:]
        return told.map { event in
            var event = event
            let first = event.key
            event.turn = turns[first, default: 0]
            turns[first, default: 0] += 1
            return event
        }
    }

    init(
        on: Day, kind: RecordKind, record: RecordID, title: String, words: String, spokenTo: String?,
        isSignificant: Bool, recordedAt: Moment?, place: Int64
    ) {
        self.on = on
        self.kind = kind
        self.record = record
        self.title = title
        self.said = words
        self.spokenTo = spokenTo
        self.isSignificant = isSignificant
        self.recordedAt = recordedAt
        self.place = place
    }
}
