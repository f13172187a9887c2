import ChildJourney

/// What somebody's role makes of them: who holds the child, a second worker, or somebody else.
///
/// A blank role, and any role without one of these words, is the lead's: the dataset keeps one list of involvements and
/// most of them are allocated workers. Other agencies are named here because an involved nurse must not hide that
/// nobody holds the child. `KA` begins the codes of key agencies in one case system.
struct RoleWords: ChoiceReading {
    private static let other: Phrases = [
        "reviewing officer", " iro ", "chair", " cpc ", "personal advis", " pa ", "family support", " fsw ",
        "support worker", "supervising social worker", " ssw ", "advocate", "independent visitor", "foster carer",
        "team manager", "service manager", "practice manager", "business support", "health", "nurse", "midwife",
        " gp ", "doctor", "paediatric", "teacher", "school", "education", "police", "probation", "housing",
        "solicitor",
        "interpreter", "youth justice", "youth offending", "key agency",
    ]
    private static let second: Phrases = [
        "second", "co worker", "coworker", "co allocated", "joint worker", "deputy",
    ]

    func read(_ cell: Cell) -> ChoiceFound {
        let words = PlainWords(cell)
        if words.contains(anyOf: Self.second) { return ChoiceFound(number: 2) }
        let isKeyAgency = words.isSingleWord && cell.count <= 6 && words.begins(with: " ka")
        return ChoiceFound(number: isKeyAgency || words.contains(anyOf: Self.other) ? 3 : 1)
    }

    static func role(_ number: UInt8) -> AllocationRole {
        switch number {
        case 2: .second
        case 3: .other
        default: .lead
        }
    }

    static func written(_ role: AllocationRole) -> String {
        switch role {
        case .lead: "Allocated Case Worker"
        case .second, .cover: "Second Worker"
        case .other: "Independent Reviewing Officer"
        }
    }
}
