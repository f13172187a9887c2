import Casework
import ChildJourney
import WorkingDays

/// What somebody wrote down, decided, handed over or weighed.
extension StoryWords {
    func tellNotesAndDecisions(_ journey: Journey, _ told: inout [ToldEvent]) {
        for note in journey.casework.notes {
            let with = note.body.spokenTo.map { "Spoken to: \($0)" }
            let title = note.body.significant == true ? "Note, for the chronology" : "Note"
            tell(note, note.body.on, title, joined(note.body.text, with), &told)
        }
        for decision in journey.casework.decisions {
            let body = decision.body
            tell(
                decision, body.on, "Manager's decision",
                joined("About \(body.point.words)", body.decision, "Because: \(body.why)"), &told)
        }
        for handover in journey.casework.handovers {
            let body = handover.body
            let whom = body.toPerson.map(names.worker) ?? body.to.words
            let taken = body.acceptedBy.map { by in
                "Taken by \(names.worker(by))" + (body.acceptedAt.map { ", \($0.words)" } ?? "")
            }
            tell(
                handover, body.on, "Handed over to \(whom)",
                joined("At \(body.at.clockWords), by \(names.worker(body.from))", body.items, taken ?? "Not yet taken"),
                &told)
        }
        for supervision in journey.casework.supervisions {
            tell(
                supervision, supervision.body.on, "Supervision",
                joined(
                    supervision.body.weighed, supervision.body.actions,
                    supervision.body.earlierActions.map { "What was agreed the time before: \($0.words)" }), &told)
        }
    }
}
