import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// The minutes of a meeting as one reader gets them. What is left out for them is not mentioned.
struct MinutesForReader {
    let lines: [OutgoingPage.Line]

    /// - Parameter told: what the document may tell: disputes that were recorded after it went out are in the next one.
    init(_ document: OutgoingDocument, told: History) {
        let entries = told.entries.filter { entry in document.upTo.map { entry.sequence <= $0 } ?? true }
        let minutes = History(entries: entries).journey().casework.meetingMinutes.last { $0.id == document.minutes }
        guard let minutes else {
            lines = []
            return
        }
        // Whoever disputes what is in them is read beside it; where people came separately, by themselves alone.
        let disputes = told.journey().casework.disputedStatements.filter {
            $0.body.disputedKind == .meetingMinutes && $0.body.disputedRecord == document.minutes
                && (!minutes.body.separately || document.isRead(by: $0.body.by))
        }
        lines =
            [OutgoingPage.Line(date: "", title: "Meeting of \(minutes.body.on.words)", words: "")]
            + minutes.body.parts.filter { !(document.leftOut ?? []).contains($0.part) }.map { part in
                let who = part.present.map { "Present: \($0)\n" } ?? ""
                return OutgoingPage.Line(date: "", title: part.part.words.atSentenceStart, words: who + part.said)
            } + disputes.map { OutgoingPage.Line(date: "", title: "Disputed", words: $0.body.told) }
    }
}

extension OutgoingDocument {
    /// Whether whoever said something is the reader of it: "Jane Invented, mother".
    func isRead(by speaker: String) -> Bool {
        let name = speaker.split(separator: ",").first?.lowercased().split(separator: " ").joined(separator: " ")
        return name == recipient.lowercased().split(separator: " ").joined(separator: " ")
    }
}
