import ChildJourney
import Duties
import WorkingDays

/// `repeat-contacts`: people keep telling the council about a child and nothing comes of it.
package struct RepeatContacts: ConcernRule {
    package static let code: ConcernCode = "repeat-contacts"
    package static let kind = ConcernKind.adrift
    package static let level = 3
    package static let limbs = [Limb("", needs: [.contacts, .contactOutcomes, .referrals])]
    package static let limits: [LimitID] = ["repeat_contacts_local"]
    package static let words = RuleWords(
        title: "Three contacts, no referral",
        rule:
            "When a third contact about a child comes within 12 months and none led to a referral, somebody looks at all three together.",
        clears: "a referral is received or an assessment starts", whoCanAct: "The front door manager")

    private let calendar: WorkingCalendar
    private let allowance: Allowance

    package init(_ setting: Setting) {
        calendar = setting.calendar
        allowance = setting.limits.allowance("repeat_contacts_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        var counted: [Recorded<Contact>] = []
        var standsUntil: Day?
        for contact in journey.contacts {
            if let until = standsUntil {
                if contact.receivedOn < until { continue }
                counted.removeAll()
                standsUntil = nil
            }
            if contact.outcome == .referral || referred(from: counted.first, to: contact, journey) {
                counted.removeAll()
                if contact.outcome == .referral || referred(from: contact, to: contact, journey) { continue }
            }
            counted.append(contact)
            counted.removeAll { calendar.due(allowance, after: $0.receivedOn).map { $0 < contact.receivedOn } ?? true }
            guard counted.count >= 3 else { continue }
            let met = step(after: contact, journey)
            findings.condition(
                Self.self, about: contact.about(on: contact.receivedOn), from: contact.receivedOn,
                standard: "repeat_contacts_local", met: met, stop: journey.stop(from: contact.receivedOn),
                evidence: counted.suffix(3).map { $0.evidence("contact", on: $0.receivedOn) })
            standsUntil = met?.on ?? Day(number: .max)
        }
    }

    private func referred(from first: Recorded<Contact>?, to last: Recorded<Contact>, _ journey: Journey) -> Bool {
        guard let first else { return false }
        return journey.referrals.contains { $0.receivedOn >= first.receivedOn && $0.receivedOn <= last.receivedOn }
    }

    private func step(after contact: Recorded<Contact>, _ journey: Journey) -> Met? {
        let referral = journey.referrals.first { $0.receivedOn >= contact.receivedOn }
        let assessment = journey.assessments.first { $0.startedOn >= contact.receivedOn }
        return [
            referral.map { Met(on: $0.receivedOn, by: $0.evidence("received", on: $0.receivedOn)) },
            assessment.map { Met(on: $0.startedOn, by: $0.evidence("started", on: $0.startedOn)) },
        ].compactMap { $0 }.min { $0.on < $1.on }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let days = concern.evidence.prefix(3).compactMap { $0.on?.words }.joined(separator: ", ")
        return "Contacts on \(days). None led to a referral."
    }
}
