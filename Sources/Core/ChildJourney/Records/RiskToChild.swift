import WorkingDays

/// What a child is at risk of, how much, and when somebody looks again.
package struct RiskToChild: EntryBody {
    package static var kind: RecordKind { .riskToChild }

    package var kind: ChildRiskKind
    package var level: RiskLevel
    package var since: Day
    package var what: String?
    package var reviewOn: Day?
    package var endedOn: Day?

    package init(kind: ChildRiskKind, level: RiskLevel, since: Day) {
        self.kind = kind
        self.level = level
        self.since = since
    }

    package var happenedOn: Day? { since }

    package static func fold(_ record: Recorded<RiskToChild>, into journey: inout Journey) {
        journey.casework.risksToChild.append(record)
    }
}

package enum ChildRiskKind: String, Codable, Sendable, CaseIterable {
    case neglect
    case domesticAbuse = "domestic-abuse"
    case physicalAbuse = "physical-abuse"
    case sexualAbuse = "sexual-abuse"
    case emotionalAbuse = "emotional-abuse"
    case sexualExploitation = "sexual-exploitation"
    case criminalExploitation = "criminal-exploitation"
    case missing
    case privateFostering = "private-fostering"
    case selfHarm = "self-harm"
    case online, other

    package var words: String {
        switch self {
        case .neglect: "neglect"
        case .domesticAbuse: "domestic abuse"
        case .physicalAbuse: "physical abuse"
        case .sexualAbuse: "sexual abuse"
        case .emotionalAbuse: "emotional abuse"
        case .sexualExploitation: "sexual exploitation"
        case .criminalExploitation: "criminal exploitation"
        case .missing: "going missing"
        case .privateFostering: "private fostering"
        case .selfHarm: "harming themselves"
        case .online: "harm online"
        case .other: "something else"
        }
    }
}

package enum RiskLevel: String, Codable, Sendable, CaseIterable {
    case high, medium, low
}
