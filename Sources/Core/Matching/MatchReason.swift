/// One thing that speaks for two descriptions being of one child, or against it.
package enum MatchReason: Sendable, Hashable, CaseIterable {
    case sameNumber
    case sameName, namesSwapped
    case sameForename, partOfForename, slipInForename, forenameSounds, forenameNear, forenameBegins
    case knownAs, formerForename
    case sameSurname, partOfSurname, slipInSurname, surnameSounds, surnameNear, surnameBegins, formerSurname
    case sameBirth, birthSwapped, birthOneDigit, birthSameMonth
    case sameAddress, samePostcode, sameSibling
    case otherForename, otherSurname, otherBirth, otherNumber
    case mayBeTwin

    /// What agrees first, then what does not.
    var place: Int { MatchReason.places[self] ?? 0 }

    private static let places = Dictionary(
        uniqueKeysWithValues: MatchReason.allCases.enumerated().map { ($0.element, $0.offset) })

    /// For what is no name and no date of birth.
    var points: Int {
        switch self {
        case .sameNumber: 20
        case .otherNumber: -5
        case .sameAddress: 5
        case .samePostcode: 3
        case .sameSibling: 4
        default: 0
        }
    }

    package var words: String {
        switch self {
        case .sameNumber: "same pupil or NHS number"
        case .sameName: "same name"
        case .namesSwapped: "first and last name swapped"
        case .sameForename: "same first name"
        case .partOfForename: "one of the first names is the same"
        case .slipInForename: "first name with a letter different"
        case .forenameSounds: "first name sounds the same"
        case .forenameNear: "first name is spelled nearly so"
        case .forenameBegins: "first name begins the same"
        case .knownAs: "known as that name"
        case .formerForename: "a former first name is the same"
        case .sameSurname: "same surname"
        case .partOfSurname: "one half of a double surname is the same"
        case .slipInSurname: "surname with a letter different"
        case .surnameSounds: "surname sounds the same"
        case .surnameNear: "surname is spelled nearly so"
        case .surnameBegins: "surname begins the same"
        case .formerSurname: "a former surname is the same"
        case .sameBirth: "same date of birth"
        case .birthSwapped: "day and month of birth swapped"
        case .birthOneDigit: "one digit of the date of birth is different"
        case .birthSameMonth: "born in the same month"
        case .sameAddress: "same address"
        case .samePostcode: "same postcode"
        case .sameSibling: "a brother or sister of that name"
        case .otherForename: "but another first name"
        case .otherSurname: "but another surname"
        case .otherBirth: "but another date of birth"
        case .otherNumber: "but another pupil or NHS number"
        case .mayBeTwin: "it may be a twin"
        }
    }

    /// The reasons as one sentence, without its full stop.
    static func sentence(_ reasons: [MatchReason]) -> String {
        let text = reasons.map(\.words).joined(separator: "; ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
