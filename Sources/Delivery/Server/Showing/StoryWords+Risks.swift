import Casework
import ChildJourney
import WorkingDays

/// What is known of dangers to and around the child, and who works with them.
extension StoryWords {
    func tellRisks(_ journey: Journey, _ told: inout [ToldEvent]) {
        for risk in journey.casework.risksToChild {
            let title = "At risk of \(risk.body.kind.words)"
            tell(risk, risk.body.since, title, joined("Level \(risk.body.level.rawValue)", risk.body.what), &told)
            tell(risk, risk.body.endedOn, "No longer at risk of \(risk.body.kind.words)", "", &told)
        }
        for advice in journey.casework.safetyAdvice {
            tell(advice, advice.body.on, "Safety advice for staff", joined(advice.body.advice), &told)
            tell(advice, advice.body.endedOn, "Safety advice for staff ended", "", &told)
        }
        for person in journey.casework.professionals {
            let who = joined("\(person.body.name), \(person.body.agency.words)", person.body.contact)
            tell(person, person.body.from, "\(person.body.role) works with the child", who, &told)
            tell(person, person.body.until, "\(person.body.role) no longer works with the child", who, &told)
        }
    }
}
