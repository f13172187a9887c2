/// What one adult is to another. Recorded once, on one of them, and read from both.
package enum AdultTie: String, Codable, Sendable, CaseIterable {
    case partner
    case formerPartner = "former-partner"
    case parent
    case sibling

    /// "Partner of", as it is recorded.
    package var words: String {
        switch self {
        case .partner: "Partner of"
        case .formerPartner: "Former partner of"
        case .parent: "Parent of"
        case .sibling: "Brother or sister of"
        }
    }

    /// The same from the other's side.
    package var wordsFromOther: String { self == .parent ? "Son or daughter of" : words }
}
