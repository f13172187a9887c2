/// Something recorded about a child that waits for somebody else to answer it.
package protocol Waiting: EntryBody {
    var isWaiting: Bool { get }
    /// With what is withheld taken out of its words.
    func masked(by withholding: Withholding) -> Self
}

extension DelayExplained: Waiting {
    package var isWaiting: Bool { answeredOn == nil }

    package func masked(by withholding: Withholding) -> DelayExplained {
        var masked = self
        masked.why = withholding.masked(why)
        return masked
    }
}

extension TransferRequest: Waiting {
    package var isWaiting: Bool { answeredOn == nil }

    package func masked(by withholding: Withholding) -> TransferRequest {
        var masked = self
        masked.why = withholding.masked(why)
        return masked
    }
}

extension Escalation: Waiting {
    package var isWaiting: Bool { answeredOn == nil }

    package func masked(by withholding: Withholding) -> Escalation {
        var masked = self
        (masked.what, masked.to) = (withholding.masked(what), withholding.masked(to))
        masked.from = from.map(withholding.masked)
        return masked
    }
}

extension MisfiledEntry: Waiting {
    package var isWaiting: Bool { waiting != nil }

    package func masked(by withholding: Withholding) -> MisfiledEntry {
        var masked = self
        (masked.what, masked.why) = (withholding.masked(what), withholding.masked(why))
        return masked
    }
}

extension RecordMerge: Waiting {
    /// Each merge stands on both records, and waits on the one that is to be kept.
    package var isWaiting: Bool { isProposed && isKept }

    package func masked(by withholding: Withholding) -> RecordMerge {
        var masked = self
        masked.why = withholding.masked(why)
        return masked
    }
}

extension DestructionProposal: Waiting {
    package var isWaiting: Bool { waits }

    package func masked(by withholding: Withholding) -> DestructionProposal {
        var masked = self
        masked.authority = withholding.masked(authority)
        return masked
    }
}

extension Complaint: Waiting {
    package var isWaiting: Bool { waits }

    package func masked(by withholding: Withholding) -> Complaint {
        var masked = self
        (masked.words, masked.by) = (withholding.masked(words), withholding.masked(by))
        return masked
    }
}
