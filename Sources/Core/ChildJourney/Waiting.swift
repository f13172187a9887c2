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
