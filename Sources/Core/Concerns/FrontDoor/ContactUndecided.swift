import ChildJourney
import Duties
import WorkingDays

/// `contact-undecided`: somebody told the council something and nobody has decided what becomes of it.
package struct ContactUndecided: ConcernRule {
    package static let code: ConcernCode = "contact-undecided"
    package static let kind = ConcernKind.undecided
    package static let level = 2
    package static let limbs = [Limb("", needs: [.contacts, .contactDecisions])]
    package static let limits: [LimitID] = ["contact_decided_local"]
    package static let words = RuleWords(
        title: "No decision on a contact",
        rule: "What becomes of a contact is decided by the end of the next working day.",
        clears: "it is decided what becomes of it", whoCanAct: "The front door")

    private let allowance: Allowance
    private let decisions: Cover.Extent?

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("contact_decided_local")
        decisions = setting.cover.extents[.contactDecisions]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for contact in journey.contacts {
            // Decided on a day nobody wrote down is decided.
            if contact.outcome != nil, contact.body.decidedOn == nil { continue }
            var start = contact.receivedOn
            if contact.outcome == nil, !(decisions?.reaches(contact.receivedOn) ?? false) {
                findings.notCheckable(Self.self, "", because: "the contact is older than the record kept here")
                start = decisions?.latestStart(start) ?? start
            }
            findings.duty(
                Self.self, about: contact.about(on: contact.receivedOn), from: start, within: allowance,
                standard: "contact_decided_local",
                met: contact.body.decidedOn.map { Met(on: $0, by: contact.evidence("decided", on: $0)) },
                stop: journey.stop(from: contact.receivedOn), level: contact.harmAlleged == true ? 1 : nil,
                evidence: [contact.evidence("received", on: contact.receivedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "A contact was received \(concern.clockStart.words), and no decision on it is recorded."
    }
}
