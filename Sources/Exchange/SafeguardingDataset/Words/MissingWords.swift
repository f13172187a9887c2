import ChildJourney

/// How missing episodes say of which kind they are.
enum MissingWords {
    /// Missing comes first: an episode that was both is the graver.
    static let words = ChoiceWords<MissingKind>(
        [
            .init(.missing, words: [" m ", "missing"]),
            .init(.away, words: [" a ", "away", "absent", "absence", "unauthorised"]),
        ],
        unrecognised: .unstated)

    static func written(_ kind: MissingKind) -> String? {
        switch kind {
        case .missing: "M"
        case .away: "A"
        case .unstated: nil
        }
    }
}
