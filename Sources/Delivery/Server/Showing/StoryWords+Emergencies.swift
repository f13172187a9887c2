import ChildJourney
import WorkingDays

extension StoryWords {
    /// Emergency powers, moves from another council, what is alleged about professionals, serious
    /// incidents, and unregistered placements.
    func tellEmergencies(_ journey: Journey, _ told: inout [ToldEvent]) {
        guard journey.hasCasework else { return }
        for power in journey.casework.emergencyPowers {
            let body = power.body
            tell(
                power, body.beganOn, "Under \(body.power.words)",
                joined(
                    body.beganAt.map { "From \($0.clockWords)" }, body.by,
                    body.endsOn.map { "Ends \($0.words)" },
                    body.decidedOn == nil ? "It is not decided where the child will be" : nil), &told)
            tell(
                power, body.decidedOn, "Decided where the child will be",
                joined(body.whereTheChildWillBe, body.decisionWhy.map { "Because: \($0)" }), &told)
        }
        for moved in journey.casework.transfersIn {
            let body = moved.body
            tell(
                moved, body.toldOn, "Moved here on another council's protection plan",
                joined("From \(body.from)", body.movedInOn.map { "Moved \($0.words)" }, body.plan), &told)
        }
        for alleged in journey.casework.professionalAllegations {
            let body = alleged.body
            tell(
                alleged, body.on, "Allegation about a professional",
                joined(
                    body.about, body.what,
                    body.referredOn == nil ? "The designated officer has not been told" : nil), &told)
            tell(alleged, body.referredOn, "Allegation put to the designated officer", "", &told)
            tell(alleged, body.outcomeOn, "Allegation about a professional settled", joined(body.outcome), &told)
        }
        for incident in journey.casework.seriousIncidents {
            let body = incident.body
            tell(
                incident, body.on, "Serious incident",
                joined(
                    body.harm.words.atSentenceStart, body.what, "Known to the council \(body.knownOn.words)",
                    body.notifiedOn == nil ? "It has not been notified" : nil), &told)
            tell(incident, body.notifiedOn, "Serious incident notified", joined(body.notifiedTo), &told)
            tell(incident, body.reviewedOn, "Rapid review sent", joined(body.review), &told)
        }
        for placement in journey.casework.unregisteredPlacements {
            let body = placement.body
            tell(
                placement, body.beganOn, "Unregistered placement",
                joined(
                    body.setting.words.atSentenceStart, body.why, body.agreedBy.map { "Agreed by \($0)" }, body.keptSafe
                ),
                &told)
            tell(
                placement, body.endedOn, "Unregistered placement ended",
                joined(body.ending?.words.atSentenceStart, body.endedWords), &told)
        }
    }
}
