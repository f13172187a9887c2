import WorkingDays

/// Somebody told the council something about a child.
package struct Contact: EntryBody {
    package static var kind: RecordKind { .contact }

    package var receivedOn: Day
    /// National source code.
    package var source: String?
    /// Nil: no decision is recorded.
    package var outcome: ContactOutcome?
    /// Who told it: "class teacher, Hill School".
    package var from: String?
    /// What it is about, in words.
    package var about: String?
    /// Nil: not said.
    package var harmAlleged: Bool?
    /// By what right it was shared and is kept.
    package var basis: SharingBasis?
    /// What the family was told, or why telling them would raise the risk.
    package var familyTold: String?
    package var decidedOn: Day?
    package var decidedBy: String?
    package var decisionWhy: String?
    package var referrerToldOn: Day?
    /// Nil: the time is not recorded.
    package var receivedAt: Moment?
    /// Nil: nobody said.
    package var harmSigns: [HarmSign]?
    /// Whether the family agreed to a service, apart from the right by which information is shared; nil: nobody said.
    package var service: ServiceAgreement?

    package init(receivedOn: Day, source: String? = nil, outcome: ContactOutcome? = nil) {
        self.receivedOn = receivedOn
        self.source = source
        self.outcome = outcome
    }

    package var happenedOn: Day? { receivedOn }

    package static func fold(_ record: Recorded<Contact>, into journey: inout Journey) {
        journey.contacts.append(record)
    }
}

/// What makes an allegation one on which the child is seen the same day.
package enum HarmSign: String, Codable, Sendable, CaseIterable {
    case injury
    case sexualHarm = "sexual-harm"
    case adultAtHome = "adult-at-home"
    case noneOfThese = "none-of-these"

    package var words: String {
        switch self {
        case .injury: "An injury"
        case .sexualHarm: "Sexual harm"
        case .adultAtHome: "It is an adult at home who is said to have done it"
        case .noneOfThese: "None of these"
        }
    }
}

/// What the family said when a service was offered. To protect a child nobody waits for it.
package struct ServiceAgreement: Hashable, Codable, Sendable {
    /// Nil: who was asked is recorded, and not what they said.
    package var isAgreed: Bool?
    /// Who said so: "mother".
    package var by: String?
    package var on: Day?

    package init(isAgreed: Bool?, by: String?, on: Day?) {
        self.isAgreed = isAgreed
        self.by = by
        self.on = on
    }

    package var words: String {
        let said =
            isAgreed.map { $0 ? "agreed to the service" : "declined the service" } ?? "was asked about the service"
        return "\((by ?? "the family").atSentenceStart) \(said)" + (on.map { " on \($0.words)" } ?? "")
    }
}

package enum ContactOutcome: String, Codable, Sendable, CaseIterable {
    case noFurtherAction = "no-further-action"
    case advice
    case earlyHelp = "early-help"
    case referral
    case other
}

/// Which duty information is shared under. Source: Information sharing advice for safeguarding practitioners (Department
/// for Education): consent is not needed to protect a child.
package enum SharingBasis: String, Codable, Sendable, CaseIterable {
    case protectingTheChild = "protecting-the-child"
    case publicTask = "public-task"
    case agreed

    package var words: String {
        switch self {
        case .protectingTheChild: "To protect the child: agreement is not needed"
        case .publicTask: "A duty of the council or the agency"
        case .agreed: "The family agreed"
        }
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Contact {
    @inlinable package var receivedOn: Day { body.receivedOn }
    @inlinable package var source: String? { body.source }
    @inlinable package var outcome: ContactOutcome? { body.outcome }
    @inlinable package var harmAlleged: Bool? { body.harmAlleged }
}

extension Journey {
    /// The referral that a contact became: the front door makes it of the contact's own day.
    package func referralMade(of contact: Recorded<Contact>) -> Recorded<Referral>? {
        guard contact.outcome == .referral else { return nil }
        return referrals.first { $0.receivedOn == contact.receivedOn }
    }
}
