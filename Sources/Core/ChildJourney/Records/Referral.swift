import WorkingDays

/// A request that the council's social care act for a child; its episode runs until it is closed.
package struct Referral: EntryBody {
    package static var kind: RecordKind { .referral }

    package var receivedOn: Day
    /// National source code.
    package var source: String?
    /// National code N0 to N9.
    package var primaryNeed: String?
    /// True: decided that nothing follows. Nil: not stated, and then it counts as accepted.
    package var noFurtherAction: Bool?
    /// Nil: the source cannot say.
    package var harmAlleged: Bool?
    package var decidedOn: Day?
    package var closedOn: Day?
    /// National code RC1 to RC9.
    package var closureReason: String?
    package var team: String?
    package var worker: String?
    /// Why it was accepted, or was not; and who decided, by their name for signing in.
    package var decisionWhy: String?
    package var decidedBy: String?
    /// Why it was closed, what follows, and who decided.
    package var closureWhy: String?
    package var closedBy: String?
    /// Nil: the time is not recorded.
    package var receivedAt: Moment?
    /// Nil: nobody said.
    package var harmSigns: [HarmSign]?
    /// Of another council that took over: who there accepted, on which day, and what shows it in writing.
    package var transferAcceptedBy: String?
    package var transferAcceptedOn: Day?
    package var transferShownBy: String?
    /// Whether the family agreed to a service, apart from the right by which information is shared; nil: nobody said.
    package var service: ServiceAgreement?
    /// Of an adoption: the day of the order, and what shows it.
    package var adoptionOrderedOn: Day?
    package var adoptionShownBy: String?
    /// Of a closing to another service: which, who there accepted the child, and on which day; nil where nobody has yet.
    package var steppedDownTo: String?
    package var stepDownAcceptedBy: String?
    package var stepDownAcceptedOn: Day?

    package init(
        receivedOn: Day, source: String? = nil, primaryNeed: String? = nil, noFurtherAction: Bool? = nil,
        harmAlleged: Bool? = nil, decidedOn: Day? = nil, closedOn: Day? = nil, closureReason: String? = nil,
        team: String? = nil, worker: String? = nil
    ) {
        self.receivedOn = receivedOn
        self.source = source
        self.primaryNeed = primaryNeed
        self.noFurtherAction = noFurtherAction
        self.harmAlleged = harmAlleged
        self.decidedOn = decidedOn
        self.closedOn = closedOn
        self.closureReason = closureReason
        self.team = team
        self.worker = worker
    }

    package var happenedOn: Day? { receivedOn }

    package static func fold(_ record: Recorded<Referral>, into journey: inout Journey) {
        journey.referrals.append(record)
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Referral {
    @inlinable package var receivedOn: Day { body.receivedOn }
    @inlinable package var source: String? { body.source }
    @inlinable package var primaryNeed: String? { body.primaryNeed }
    @inlinable package var noFurtherAction: Bool? { body.noFurtherAction }
    @inlinable package var harmAlleged: Bool? { body.harmAlleged }
    @inlinable package var decidedOn: Day? { body.decidedOn }
    @inlinable package var closedOn: Day? { body.closedOn }
    @inlinable package var closureReason: String? { body.closureReason }
    @inlinable package var team: String? { body.team }
    @inlinable package var worker: String? { body.worker }
}
