import ChildJourney
import Duties
import WorkingDays

/// `serious-incident-unnotified`: a child died or was seriously harmed, and those who must be told have not been.
package struct SeriousIncidentUnnotified: ConcernRule {
    package static let code: ConcernCode = "serious-incident-unnotified"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    /// What is missing is the council's own step, not the child's: the director's page counts it.
    package static let inToday = false
    package static let limbs = [Limb("", needs: [.seriousIncidents])]
    package static let limits: [LimitID] = ["serious_incident_5wd"]
    /// An incident somebody recorded is one, whatever else the source tells.
    package static let runsOnWhatIsSeen = true
    package static let words = RuleWords(
        title: "Serious incident not notified",
        rule: """
            A child's death or serious harm where abuse or neglect is known or suspected is notified within 5 working days of \
            the council knowing.
            """,
        clears: "it is notified", whoCanAct: "The director of children's services")

    private let allowance: DatedLimit

    package init(_ setting: Setting) { allowance = setting.limits.dated("serious_incident_5wd") }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for incident in journey.casework.seriousIncidents {
            guard let within = allowance.inForce(on: incident.body.knownOn) else {
                findings.notCheckable(Self.self, "", because: "no standard is known for the day it became known")
                continue
            }
            findings.duty(
                Self.self, about: incident.about(on: incident.body.on), from: incident.body.knownOn, within: within,
                standard: "serious_incident_5wd",
                met: incident.body.notifiedOn.map { incident.settled(on: $0, incident.evidence("notified", on: $0)) },
                // Neither a death nor a closure ends it: it is of them that others must hear.
                stop: nil, evidence: [incident.evidence("known", on: incident.body.knownOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "A serious incident has been known since \(concern.clockStart.words), and it is not recorded that it was notified."
    }
}
