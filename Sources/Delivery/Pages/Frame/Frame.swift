/// What surrounds every page: whose record it is, what it rests on, who is signed in.
package struct Frame: Sendable {
    /// "Invented demo council".
    package var council: String
    /// "Sat 21 Nov 2026, 06:04"; nil when not even that could be found out.
    package var asAt: String?
    package var freshness: Freshness
    package var signedIn: SignedIn?
    /// Every child and adult shown is invented.
    package var isDemo: Bool
    /// What is being worked out at this moment: "Import in progress: 2,140 of 3,012 children read".
    package var underway: Link?
    package var unanswered: Unanswered?
    /// Changes of accounts that wait for whoever reads the page to confirm them.
    package var accountsWaiting = 0
    /// Flags of children as unsafe, not answered, that are the reader's to hear of.
    package var flagAlarms = 0
    package var assets: AssetAddresses

    package init(
        council: String, asAt: String?, freshness: Freshness, signedIn: SignedIn? = nil,
        isDemo: Bool = false, underway: Link? = nil, unanswered: Unanswered? = nil,
        assets: AssetAddresses = AssetAddresses()
    ) {
        self.council = council
        self.asAt = asAt
        self.freshness = freshness
        self.signedIn = signedIn
        self.isDemo = isDemo
        self.underway = underway
        self.unanswered = unanswered
        self.assets = assets
    }

    /// Why "nothing found" may not be said at all; nil only on a complete, recent load that is not being
    /// replaced and that answers at least one check.
    var doubt: String? {
        if let warning = freshness.warning { return warning }
        if underway != nil { return "A load is still being read, so what is shown is not finished." }
        if let unanswered, unanswered.checks >= unanswered.of {
            return "Not one check can be answered from what is loaded."
        }
        return nil
    }
}
