import ChildJourney
import WorkingDays

/// A concern that stands on the reference day because of how the child's story was written.
package struct PlannedConcern: Hashable, Sendable {
    /// The code in the catalogue.
    package let concern: String
    /// What it hangs on: `referral:2026-03-03`.
    package let about: String
    package let onset: Day
    /// The formats that can show it, in the order census, ssd, record.
    package let visibleIn: [SourceFormat]

    package init(_ concern: String, about: String, onset: Day, visibleIn: [SourceFormat]) {
        self.concern = concern
        self.about = about
        self.onset = onset
        self.visibleIn = visibleIn
    }

    /// The formats that hold visits, allocations, contacts and outcomes.
    package static let fullRecords: [SourceFormat] = [.ssd, .record]
    package static let everywhere: [SourceFormat] = [.census, .ssd, .record]

    static func about(_ kind: RecordKind, _ day: Day) -> String { "\(kind.rawValue):\(day)" }

    /// One line of a truth file, without the line's end. `subject` is a child, or a worker or team for a service row.
    package func line(about subject: String) -> String {
        let formats = visibleIn.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
        return "{\"child\":\"\(subject)\",\"concern\":\"\(concern)\",\"about\":\"\(about)\","
            + "\"onset\":\"\(onset)\",\"visibleIn\":[\(formats)]}"
    }
}

extension [PlannedConcern] {
    /// One line for each concern, record and onset, naming every format that shows it.
    func merged() -> [PlannedConcern] {
        var kept: [PlannedConcern] = []
        for planned in self {
            let place = kept.firstIndex {
                $0.concern == planned.concern && $0.about == planned.about && $0.onset == planned.onset
            }
            guard let place else {
                kept.append(planned)
                continue
            }
            let formats = SourceFormat.allCases.filter {
                kept[place].visibleIn.contains($0) || planned.visibleIn.contains($0)
            }
            kept[place] = PlannedConcern(
                planned.concern, about: planned.about, onset: planned.onset, visibleIn: formats)
        }
        return kept
    }
}
