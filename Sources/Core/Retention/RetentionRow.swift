import ChildJourney
import Duties
import WorkingDays

/// One line of a retention schedule: which records, how long, by whose word.
package struct RetentionRow: Hashable, Sendable {
    /// What a number of years is counted from.
    package enum Start: String, Sendable, CaseIterable {
        case birth, death
        /// The last day anything is recorded to have happened.
        case lastEvent = "last-event"

        /// Read after "75 years from".
        package var words: String {
            switch self {
            case .birth: "birth"
            case .death: "death"
            case .lastEvent: "the last day anything happened"
            }
        }
    }

    /// Whether it is for children who died before 18.
    package enum DiedYoung: String, Sendable, CaseIterable { case only, never }

    package let id: String
    package let title: String
    package let record: RecordClass
    /// Nil for both.
    package let ifDiedYoung: DiedYoung?
    package let start: Start
    /// Nil where nobody has said how long: then it is kept.
    package let years: Int?
    package let standing: Standard.Standing
    package let source: String
    package let verification: Standard.Verification
    package let inForce: Period

    package init(
        id: String, title: String, record: RecordClass, ifDiedYoung: DiedYoung? = nil, start: Start, years: Int?,
        standing: Standard.Standing, source: String, verification: Standard.Verification, inForce: Period
    ) {
        self.id = id
        self.title = title
        self.record = record
        self.ifDiedYoung = ifDiedYoung
        self.start = start
        self.years = years
        self.standing = standing
        self.source = source
        self.verification = verification
        self.inForce = inForce
    }

    /// Whether the council must confirm it before anything is destroyed by it.
    package var isToBeConfirmed: Bool { standing == .localPractice || verification != .verified }

    /// "75 years from birth"; "no date: keep" where nobody has said.
    package var lengthWords: String { years.map { "\($0) years from \(start.words)" } ?? "no date: keep" }
}

/// What came of a child, as far as it decides how long the record is kept. A child may be of several. The raw value stands in the data.
package enum RecordClass: String, Sendable, CaseIterable {
    case contactOnly = "contact-only"
    case earlyHelp = "early-help"
    case childInNeed = "child-in-need"
    case childProtection = "child-protection"
    case preProceedings = "pre-proceedings"
    case lookedAfter = "looked-after"
    case adopted
    case sexualAbuse = "sexual-abuse"
}

extension Journey {
    /// National codes that say a child was adopted: why a referral was closed (census), why care ceased (SSDA903).
    private static let adoptedCodes: Set<String> = ["RC1", "E11", "E12"]
    /// Factors of an assessment: sexual exploitation, and sexual abuse before and after it was split by whom.
    private static let sexualFactors: Set<String> = ["11A", "19A", "19B", "19C"]

    /// Only what is recorded as such: words in a note are not searched, and whoever confirms a destruction is told so.
    package var recordClasses: Set<RecordClass> {
        var classes: Set<RecordClass> = []
        if !careEpisodes.isEmpty || !legalStatuses.isEmpty || !casework.unregisteredPlacements.isEmpty {
            classes.insert(.lookedAfter)
        }
        let ends = referrals.compactMap(\.closureReason) + careEpisodes.compactMap(\.ceasedReason)
        if ends.contains(where: Self.adoptedCodes.contains) { classes.insert(.adopted) }
        if !strategyDiscussions.isEmpty || !enquiries.isEmpty || !conferences.isEmpty || !protectionPlans.isEmpty {
            classes.insert(.childProtection)
        }
        if !preProceedings.isEmpty { classes.insert(.preProceedings) }
        if !earlyHelpEpisodes.isEmpty { classes.insert(.earlyHelp) }
        if tellsOfSexualAbuse { classes.insert(.sexualAbuse) }
        let wasInNeed =
            !assessments.isEmpty || !inNeedPlans.isEmpty || !visits.isEmpty || !missingEpisodes.isEmpty
            || referrals.contains { $0.isAccepted } || !casework.privateFostering.isEmpty
            || !casework.homelessness.isEmpty || !casework.exploitationAssessments.isEmpty
        if wasInNeed { classes.insert(.childInNeed) }
        if classes.isEmpty, !contacts.isEmpty || !referrals.isEmpty { classes.insert(.contactOnly) }
        return classes
    }

    private var tellsOfSexualAbuse: Bool {
        let categories = protectionPlans.flatMap { [$0.initialCategory, $0.latestCategory].compactMap(\.self) }
        return categories.contains { $0 == "SAB" || $0 == "MUL" }
            || assessments.contains { !Self.sexualFactors.isDisjoint(with: $0.factors ?? []) }
            || contacts.contains { $0.body.harmSigns?.contains(.sexualHarm) == true }
            || referrals.contains { $0.body.harmSigns?.contains(.sexualHarm) == true }
            || casework.risksToChild.contains { $0.body.kind == .sexualAbuse || $0.body.kind == .sexualExploitation }
    }
}
