/// How the names of two descriptions agree, whichever way round they were typed.
struct NamesMatch {
    private(set) var points: Int
    private(set) var reasons: [MatchReason]
    let isForenameSame: Bool
    let isForenameDifferent: Bool
    let isSurnameAlike: Bool

    init(_ asked: ChildDescription, _ known: ChildDescription) {
        let straight = (
            forename: Agreement(asked.forename, known.forename, .first, known),
            surname: Agreement(asked.surname, known.surname, .last, known)
        )
        let crossed = (
            forename: Agreement(asked.surname, known.forename, .first, known),
            surname: Agreement(asked.forename, known.surname, .last, known)
        )
        let isCrossed =
            asked.forename != nil
            && crossed.forename.points + crossed.surname.points - 1 > straight.forename.points + straight.surname.points
        let (forename, surname) = isCrossed ? crossed : straight
        points = forename.points + surname.points - (isCrossed ? 1 : 0)
        reasons = [forename.reason, surname.reason].compactMap(\.self)
        if forename.reason == .sameForename, surname.reason == .sameSurname { reasons = [.sameName] }
        if isCrossed { reasons = [.namesSwapped] + reasons.filter { $0 != .sameName } }
        isForenameSame = forename.isSure
        isForenameDifferent = forename.isDifferent
        isSurnameAlike = surname.points > 0
    }

    private enum Which { case first, last }

    /// One name against the one that is recorded and, where that is another, against the other names of the child.
    private struct Agreement {
        let points: Int
        let reason: MatchReason?
        let isSure: Bool
        let isDifferent: Bool

        init(_ typed: String?, _ recorded: String?, _ which: Which, _ known: ChildDescription) {
            let likeness = NameLikeness(typed, recorded)
            var other: MatchReason?
            if likeness != .same, likeness != .unknown || recorded == nil, let typed {
                if which == .first, [.same, .part].contains(NameLikeness(typed, known.knownAs)) {
                    other = .knownAs
                } else if known.formerNames.contains(where: { Agreement.stands(typed, in: $0) }) {
                    other = which == .first ? .formerForename : .formerSurname
                }
            }
            isSure = other != nil || likeness == .same || likeness == .part
            isDifferent = other == nil && likeness == .different
            reason = other ?? (which == .first ? likeness.forename : likeness.surname)
            points = other != nil ? 5 : which == .first ? likeness.forenamePoints : likeness.surnamePoints
        }

        private static func stands(_ typed: String, in former: String) -> Bool {
            let parts = NameText.parts(typed)
            return !parts.isEmpty && Set(parts).isSubset(of: NameText.parts(former))
        }
    }
}

extension NameLikeness {
    fileprivate var forenamePoints: Int {
        switch self {
        case .same: 5
        case .part: 4
        case .slip, .sound: 3
        case .near, .beginning: 2
        case .different: -6
        case .unknown: 0
        }
    }

    fileprivate var surnamePoints: Int {
        switch self {
        case .same: 6
        case .part, .slip, .sound: 4
        case .near: 3
        case .beginning: 1
        case .different: -4
        case .unknown: 0
        }
    }

    fileprivate var forename: MatchReason? {
        switch self {
        case .same: .sameForename
        case .part: .partOfForename
        case .slip: .slipInForename
        case .sound: .forenameSounds
        case .near: .forenameNear
        case .beginning: .forenameBegins
        case .different: .otherForename
        case .unknown: nil
        }
    }

    fileprivate var surname: MatchReason? {
        switch self {
        case .same: .sameSurname
        case .part: .partOfSurname
        case .slip: .slipInSurname
        case .sound: .surnameSounds
        case .near: .surnameNear
        case .beginning: .surnameBegins
        case .different: .otherSurname
        case .unknown: nil
        }
    }
}
