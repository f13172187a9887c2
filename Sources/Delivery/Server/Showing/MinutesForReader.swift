import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// The minutes of a meeting as one reader gets them. What is left out for them is not mentioned.
struct MinutesForReader {
    let lines: [OutgoingPage.Line]

    init(_ document: OutgoingDocument, _ opened: OpenedChild) {
        let entries = opened.history.entries.filter { entry in document.upTo.map { entry.sequence <= $0 } ?? true }
        let minutes = History(entries: entries).journey().casework.meetingMinutes.last { $0.id == document.minutes }
        // Whoever disputes what is in them is read beside it.
        let disputes = opened.history.journey().casework.disputedStatements.filter {
            $0.body.disputedKind == .meetingMinutes && $0.body.disputedRecord == document.minutes
        }
        guard let minutes else {
            lines = []
            return
        }
        lines =
            [OutgoingPage.Line(date: "", title: "Meeting of \(minutes.body.on.words)", words: "")]
            + minutes.body.parts.filter { !(document.leftOut ?? []).contains($0.part) }.map { part in
                let who = part.present.map { "Present: \($0)\n" } ?? ""
                return OutgoingPage.Line(date: "", title: part.part.words.atSentenceStart, words: who + part.said)
            } + disputes.map { OutgoingPage.Line(date: "", title: "Disputed", words: $0.body.told) }
    }
}
