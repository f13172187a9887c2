import ChildJourney
import WorkingDays

/// How old a child was, in the bands of the published figures.
package enum AgeBand: String, Hashable, Sendable, CaseIterable {
    /// The unborn with those under 1.
    case under1 = "0"
    case from1To4 = "1-4"
    case from5To9 = "5-9"
    case from10To15 = "10-15"
    case from16 = "16"
    case notKnown = ""

    package var words: String {
        switch self {
        case .under1: "Under 1, and unborn"
        case .from1To4: "1 to 4"
        case .from5To9: "5 to 9"
        case .from10To15: "10 to 15"
        case .from16: "16 and over"
        case .notKnown: "Not recorded"
        }
    }

    /// The birthdays on which a child goes on to the next band, in years.
    static let birthdays = [1, 5, 10, 16]

    init(years: Int) {
        self =
            switch years {
            case ..<1: .under1
            case 1...4: .from1To4
            case 5...9: .from5To9
            case 10...15: .from10To15
            default: .from16
            }
    }
}

/// The main groups of the census of the population, from the national codes.
package enum EthnicGroup: String, Hashable, Sendable, CaseIterable {
    case white, mixed, asian, black, other
    /// Not asked, not told, or a code this release does not know.
    case notKnown = ""

    package init(code: String?) {
        self =
            switch code?.uppercased() {
            case .some("CHNE"): .asian
            case .some(let code) where code.hasPrefix("W"): .white
            case .some(let code) where code.hasPrefix("M"): .mixed
            case .some(let code) where code.hasPrefix("A"): .asian
            case .some(let code) where code.hasPrefix("B"): .black
            case .some(let code) where code.hasPrefix("O"): .other
            default: .notKnown
            }
    }

    package var words: String {
        switch self {
        case .white: "White"
        case .mixed: "Mixed"
        case .asian: "Asian or Asian British"
        case .black: "Black or Black British"
        case .other: "Other ethnic group"
        case .notKnown: "Not known"
        }
    }
}

/// Whether a disability is recorded.
package enum DisabilityGroup: String, Hashable, Sendable, CaseIterable {
    case disabled, none
    case notRecorded = ""

    package init(codes: [String]) {
        self = codes.contains { $0.uppercased() != "NONE" } ? .disabled : codes.isEmpty ? .notRecorded : .none
    }

    package var words: String {
        switch self {
        case .disabled: "Disabled"
        case .none: "No disability"
        case .notRecorded: "Not recorded"
        }
    }
}

/// A part of a figure: of a team, or of children who have something in common.
package enum MeasureSlice: Hashable, Sendable {
    case everybody
    case team(String)
    case age(AgeBand)
    /// The primary need of the last referral, by national code; empty where none is recorded.
    case need(String)
    case ethnicity(EthnicGroup)
    case disability(DisabilityGroup)
    /// The children one worker leads for in one team. Kept so that the workers who hold anybody can be counted without
    /// going through every child; nothing shows it, and no figure is asked for by it.
    case holder(team: String?, worker: String)

    /// What it is cut by. The raw values are stored, so they never change.
    package enum Dimension: Int, Hashable, Sendable, CaseIterable {
        case everybody = 0
        case team = 1
        case age = 2
        case need = 3
        case ethnicity = 4
        case disability = 5
        case holder = 6

        /// Those a figure may be asked for by.
        package static let allCases: [Dimension] = [.everybody, .team, .age, .need, .ethnicity, .disability]
    }

    package var dimension: Dimension {
        switch self {
        case .everybody: .everybody
        case .team: .team
        case .age: .age
        case .need: .need
        case .ethnicity: .ethnicity
        case .disability: .disability
        case .holder: .holder
        }
    }

    /// Which one of its dimension, as it is stored.
    package var key: String {
        switch self {
        case .everybody: ""
        case .team(let id): id
        case .age(let band): band.rawValue
        case .need(let code): code
        case .ethnicity(let group): group.rawValue
        case .disability(let group): group.rawValue
        // NB: the worker first, for every holder has one; a unit separator stands in no id.
        case .holder(let team, let worker): team.map { "\(worker)\u{1F}\($0)" } ?? worker
        }
    }

    /// Nil for a key its dimension does not have.
    package init?(_ dimension: Dimension, key: String) {
        switch dimension {
        case .everybody:
            guard key.isEmpty else { return nil }
            self = .everybody
        case .team: self = .team(key)
        case .age:
            guard let band = AgeBand(rawValue: key) else { return nil }
            self = .age(band)
        case .need: self = .need(key)
        case .ethnicity:
            guard let group = EthnicGroup(rawValue: key) else { return nil }
            self = .ethnicity(group)
        case .disability:
            guard let group = DisabilityGroup(rawValue: key) else { return nil }
            self = .disability(group)
        case .holder:
            let parts = key.split(separator: "\u{1F}", maxSplits: 1)
            guard let worker = parts.first else { return nil }
            self = .holder(team: parts.count == 2 ? String(parts[1]) : nil, worker: String(worker))
        }
    }
}

/// What is recorded of a child that figures are cut by.
package struct MeasureTraits: Hashable, Sendable {
    package var age: AgeBand
    package var need: String
    package var ethnicity: EthnicGroup
    package var disability: DisabilityGroup

    package init(
        age: AgeBand = .notKnown, need: String = "", ethnicity: EthnicGroup = .notKnown,
        disability: DisabilityGroup = .notRecorded
    ) {
        self.age = age
        self.need = need
        self.ethnicity = ethnicity
        self.disability = disability
    }
}

extension Journey {
    /// What is recorded now of who the child is; age and need are those of a day: see `traits(_:on:)`.
    var lastingTraits: MeasureTraits {
        MeasureTraits(
            ethnicity: EthnicGroup(code: person?.ethnicity),
            disability: DisabilityGroup(codes: disabilities.map(\.body.code)))
    }

    func traits(_ lasting: MeasureTraits, on day: Day) -> MeasureTraits {
        var traits = lasting
        traits.age = ageBand(on: day)
        traits.need = referrals.last { $0.receivedOn <= day }?.primaryNeed ?? ""
        return traits
    }

    private func ageBand(on day: Day) -> AgeBand {
        if let years = age(on: day) { return AgeBand(years: years) }
        return person?.bornOn == nil && person?.expectedOn == nil ? .notKnown : .under1
    }

    /// The days on which somebody else leads, or the child is of another age or need: what stands is cut there.
    var traitChanges: [Day] {
        var days = Set(allocations.flatMap { [$0.from] + ($0.until.map { [$0 + 1] } ?? []) })
        days.formUnion(referrals.map(\.receivedOn))
        if let born = person?.bornOn {
            days.insert(born)
            days.formUnion(AgeBand.birthdays.map { born.birthday($0) })
        }
        return days.sorted()
    }
}
