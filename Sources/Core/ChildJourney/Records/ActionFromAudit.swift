import WorkingDays

/// Something that is to be done because a reader of the file found it wanting. It stands until it is recorded as done, with what shows it.
package struct ActionFromAudit: EntryBody {
    package static var kind: RecordKind { .auditAction }

    package var on: Day
    /// The record of the audit it comes from.
    package var audit: String
    package var what: String
    /// Whoever is to do it, by their name for signing in, or in words.
    package var owner: String
    package var byOn: Day?
    package var finishedOn: Day?
    /// Whoever recorded it as done.
    package var finishedBy: String?
    /// What shows that it was done: "visit of 3 March, and the plan as changed".
    package var shownBy: String?

    package init(on: Day, audit: String, what: String, owner: String, byOn: Day?) {
        self.on = on
        self.audit = audit
        self.what = what
        self.owner = owner
        self.byOn = byOn
    }

    package var happenedOn: Day? { on }
    package var settledOn: Day? { finishedOn }

    package static func fold(_ record: Recorded<ActionFromAudit>, into journey: inout Journey) {
        journey.casework.auditActions.append(record)
    }
}

extension ActionFromAudit: Waiting {
    package var isWaiting: Bool { finishedOn == nil }

    package func masked(by withholding: Withholding) -> ActionFromAudit {
        var masked = self
        (masked.what, masked.owner) = (withholding.masked(what), withholding.masked(owner))
        masked.shownBy = shownBy.map(withholding.masked)
        return masked
    }
}
