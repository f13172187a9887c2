import WorkingDays

/// The name of a limit: an id in `Data/timescales.yaml` or `Data/local-limits.yaml`.
package struct LimitID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { text }
}

/// One standard: how long a step may take, who says so, and when that was in force.
package struct Standard: Hashable, Sendable {
    package enum Standing: String, Sendable, CaseIterable {
        case statute
        case statutoryGuidance = "statutory_guidance"
        case dataStandard = "data_standard"
        case practiceGuidance = "practice_guidance"
        case inspectionFramework = "inspection_framework"
        case localPractice = "local_practice"
        case notCommenced = "statute_not_commenced"

        package var words: String {
            switch self {
            case .statute: "law"
            case .statutoryGuidance: "statutory guidance"
            case .dataStandard: "national data standard"
            case .practiceGuidance: "practice guidance"
            case .inspectionFramework: "inspection framework"
            case .localPractice: "your council's own setting"
            case .notCommenced: "law not yet in force"
            }
        }
    }

    package enum Verification: String, Sendable, CaseIterable {
        case verified
        case partly = "partly verified"
        case memory

        /// Shown beside the source.
        package var words: String {
            switch self {
            case .verified: "number and source read"
            case .partly: "source partly read"
            case .memory: "from general knowledge: check before relying on it"
            }
        }
    }

    package let id: LimitID
    package let title: String
    /// Nil where the standard has no length (something must exist, whenever).
    package let allowance: Allowance?
    /// A plain count, where the standard is a number of children and not a length of time.
    package let count: Int?
    package let standing: Standing
    package let source: String
    package let verification: Verification
    package let inForce: Period

    package init(
        id: LimitID, title: String, allowance: Allowance?, count: Int? = nil, standing: Standing, source: String,
        verification: Verification, inForce: Period
    ) {
        self.id = id
        self.title = title
        self.allowance = allowance
        self.count = count
        self.standing = standing
        self.source = source
        self.verification = verification
        self.inForce = inForce
    }

    /// A council may set its own number only where the standard is local practice or nobody has verified it.
    package var isCouncilsToSet: Bool { standing == .localPractice || verification == .memory }
}
