import ChildJourney
import WorkingDays

extension StoryWords {
    /// What was asked of others, told to others, raised, and given to the family.
    func tellOversight(_ journey: Journey, _ told: inout [ToldEvent]) {
        guard journey.hasCasework else { return }
        let casework = journey.casework
        for check in casework.agencyChecks {
            let body = check.body
            tell(
                check, body.askedOn, "Check with \(body.agency.words)",
                joined(
                    body.asked, body.answeredOn.map { "Answered \($0.words)" } ?? "Not yet answered", body.answer,
                    body.basis?.words, body.familyTold.map { "The family: \($0)" }), &told)
        }
        for telling in casework.referrersTold {
            tell(telling, telling.body.on, "Referrer told", joined(telling.body.means?.words, telling.body.what), &told)
        }
        for raised in casework.escalations {
            let body = raised.body
            let whom = body.from.map { " (\($0))" } ?? ""
            tell(
                raised, body.on, "Escalated by \(body.by.words)\(whom)",
                joined(
                    "To \(body.to)", body.what, body.wantsConference == true ? "A conference is asked for" : nil,
                    body.isBackedBySenior == true ? "Their senior backs it" : nil,
                    body.answeredOn == nil ? "No answer is recorded" : nil), &told)
            let agreed = body.isAgreed.map { $0 ? "Agreed" : "Not agreed" }
            tell(raised, body.answeredOn, "Escalation answered", joined(agreed, body.answer), &told)
            tell(raised, body.resolvedOn, "Escalation resolved", "", &told)
        }
        tellWork(casework, &told)
        for decision in casework.chairDecisions {
            tell(
                decision, decision.body.on, "Chair's decision on the plan",
                joined(decision.body.decision, "Because: \(decision.body.why)"), &told)
        }
        for given in casework.givenToFamily {
            let body = given.body
            let how = joined(body.form, body.language.map { "In \($0)" })
            let what = (body.what?.words ?? "plan").atSentenceStart
            tell(
                given, body.on,
                "\(what) \(body.withheldWhy == nil ? "given to" : "withheld from") \(body.to.words)",
                joined(
                    body.which, body.recipient.map { "To \($0)" },
                    body.withheldWhy.map { "Because: \($0)" } ?? how), &told)
        }
        for offer in casework.advocateOffers {
            tell(offer, offer.body.on, "Advocate \(offer.body.outcome.words)", joined(offer.body.note), &told)
        }
    }
}
