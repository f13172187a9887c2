/// How well a child who is known fits what somebody says of one, with every reason for it and against it.
///
/// The points only put matches in order and into bands; they are the same for everybody and nowhere shown.
package struct ChildMatch: Hashable, Sendable {
    package enum Band: Int, Sendable, Comparable, CaseIterable {
        case possible, likely, veryLikely

        package var words: String {
            switch self {
            case .possible: "Possibly the same child"
            case .likely: "Likely the same child"
            case .veryLikely: "Very likely the same child"
            }
        }

        package var wordsOfAdult: String {
            switch self {
            case .possible: "Possibly the same person"
            case .likely: "Likely the same person"
            case .veryLikely: "Very likely the same person"
            }
        }

        package static func < (left: Band, right: Band) -> Bool { left.rawValue < right.rawValue }
    }

    package let band: Band
    package let points: Int
    /// What agrees, then what does not, then what to mind.
    package let reasons: [MatchReason]

    /// "Surname sounds the same; day and month of birth swapped; lives at the same address".
    package var words: String { MatchReason.sentence(reasons) }

    /// Nil where there is too little to show anybody.
    package init?(_ asked: ChildDescription, _ known: ChildDescription) {
        let names = NamesMatch(asked, known)
        let birth = BirthLikeness(asked.bornOn, known.bornOn)
        var reasons = names.reasons
        var points = names.points + birth.points
        if let reason = birth.reason { reasons.append(reason) }
        let facts = Self.facts(asked, known)
        for fact in facts {
            points += fact.points
            reasons.append(fact)
        }
        let hasNumber = facts.contains(.sameNumber)
        let hasBirth = [.same, .dayAndMonthSwapped, .oneDigit].contains(birth)
        let isSomebodyBeside = names.isForenameDifferent && hasBirth && names.isSurnameAlike && !hasNumber
        if isSomebodyBeside { reasons.append(.mayBeTwin) }
        guard
            let band = Self.band(
                points, names, hasBirth: hasBirth, hasNumber: hasNumber, facts: facts, mayBeTwin: isSomebodyBeside)
        else { return nil }
        self.band = band
        self.points = points
        self.reasons = reasons.sorted { $0.place < $1.place }
    }

    private static func facts(_ asked: ChildDescription, _ known: ChildDescription) -> [MatchReason] {
        var facts: [MatchReason] = []
        if let place = place(asked.places, known.places) { facts.append(place) }
        let hasSibling = asked.siblings.contains { name in
            known.siblings.contains { [.same, .part, .slip, .sound].contains(NameLikeness(name, $0)) }
        }
        if hasSibling { facts.append(.sameSibling) }
        if let number = number(asked, known) { facts.append(number) }
        return facts
    }

    private static func place(_ asked: [PlaceText], _ known: [PlaceText]) -> MatchReason? {
        var best: MatchReason?
        for place in asked {
            for other in known {
                let isHouse = place.house != nil && place.house == other.house
                let isCode = place.postcode != nil && place.postcode == other.postcode
                // NB: "9 High Street" is in every town.
                let isElsewhere = place.postcode != nil && other.postcode != nil && !isCode
                if isHouse, !isElsewhere { return .sameAddress }
                if isCode { best = .samePostcode }
            }
        }
        return best
    }

    private static func number(_ asked: ChildDescription, _ known: ChildDescription) -> MatchReason? {
        let (mine, theirs) = (Set(asked.pupilNumbers.map(plain)), Set(known.pupilNumbers.map(plain)))
        if !mine.isDisjoint(with: theirs) { return .sameNumber }
        if let one = asked.nhsNumber.map(plain), let other = known.nhsNumber.map(plain) {
            return one == other ? .sameNumber : .otherNumber
        }
        return mine.isEmpty || theirs.isEmpty ? nil : .otherNumber
    }

    private static func plain(_ number: String) -> String {
        number.filter { $0.isLetter || $0.isNumber }.uppercased()
    }

    /// Points from which a match is shown, is likely, and is very likely.
    private static let (shown, likely, veryLikely) = (6, 11, 17)

    private static func band(
        _ points: Int, _ names: NamesMatch, hasBirth: Bool, hasNumber: Bool, facts: [MatchReason], mayBeTwin: Bool
    ) -> Band? {
        guard points >= shown else { return nil }
        if mayBeTwin { return .possible }
        let isForenameSure = names.isForenameSame || (hasNumber && !names.isForenameDifferent)
        if points >= veryLikely, hasBirth || hasNumber, isForenameSure { return .veryLikely }
        let hasMore = hasBirth || facts.contains { $0.points > 0 }
        return points >= likely && hasMore && (!names.isForenameDifferent || hasNumber) ? .likely : .possible
    }
}

extension BirthLikeness {
    fileprivate var points: Int {
        switch self {
        case .same: 9
        case .dayAndMonthSwapped: 7
        case .oneDigit: 6
        case .sameMonth: 2
        case .different: -5
        case .unknown: 0
        }
    }

    fileprivate var reason: MatchReason? {
        switch self {
        case .same: .sameBirth
        case .dayAndMonthSwapped: .birthSwapped
        case .oneDigit: .birthOneDigit
        case .sameMonth: .birthSameMonth
        case .different: .otherBirth
        case .unknown: nil
        }
    }
}
