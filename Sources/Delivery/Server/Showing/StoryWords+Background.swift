import Casework
import ChildJourney
import WorkingDays

/// The child's language, religion and immigration status, each from the day it holds; and visits that are planned.
extension StoryWords {
    func tellBackground(_ journey: Journey, _ told: inout [ToldEvent]) {
        guard journey.hasCasework else { return }
        for spoken in journey.casework.languages {
            let interpreter = spoken.body.needsInterpreter.map {
                $0 ? "An interpreter is needed" : "No interpreter is needed"
            }
            tell(
                spoken, spoken.body.from, "First language: \(spoken.body.language)",
                joined(interpreter, spoken.body.interpreterFor), &told)
        }
        for religion in journey.casework.religions {
            tell(
                religion, religion.body.from, "Religion: \(religion.body.religion)", joined(religion.body.minded), &told
            )
        }
        for status in journey.casework.immigrationStatuses {
            let until = status.body.until.map { "Until \($0.words)" }
            tell(status, status.body.from, "Immigration status: \(status.body.status)", joined(until), &told)
        }
        for planned in journey.casework.plannedVisits {
            let body = planned.body
            let first = body.moves?.first?.from ?? body.on
            tell(
                planned, body.plannedOn, "Visit planned for \(first.words)",
                joined(body.moves == nil ? body.timeWords : nil, body.purpose.words, names.worker(body.worker)), &told)
            for move in body.moves ?? [] {
                tell(
                    planned, move.decidedOn, "Planned visit moved",
                    joined("From \(move.from.words) to \(move.to.words)", move.why), &told)
            }
            tell(
                planned, body.calledOffOn, "Planned visit called off",
                joined("It was planned for \(body.on.words)", body.calledOffWhy), &told)
        }
    }
}
