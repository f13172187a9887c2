/// A rule in plain words, with where it comes from and how far that has been checked.
package struct RuleWords: Sendable {
    /// How far the source has been checked against what is written here.
    package enum Verification: Sendable {
        case checked
        case fromMemory
        case councilSetting
        /// The rule has no number that could be checked.
        case noLimit

        var words: String {
            switch self {
            case .checked: "Checked against the source"
            case .fromMemory: "Written from memory: check the source before relying on it"
            case .councilSetting: "Your council's own setting"
            case .noLimit: "No time is allowed: it stands from the day it began"
            }
        }
    }

    /// Paragraphs.
    package var words: [String]
    /// "Working together to safeguard children, chapter 3".
    package var source: String
    package var sourceHref: String?
    package var verification: Verification
    /// "In force since Fri 15 Dec 2023".
    package var inForce: String?

    package init(
        words: [String], source: String, sourceHref: String? = nil, verification: Verification,
        inForce: String? = nil
    ) {
        self.words = words
        self.source = source
        self.sourceHref = sourceHref
        self.verification = verification
        self.inForce = inForce
    }
}
