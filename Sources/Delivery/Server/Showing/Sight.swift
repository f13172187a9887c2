import ChildJourney
import Concerns

/// Which rows of the catalogue what is loaded can answer. A check nobody can make finds nobody, and its nought is
/// never shown as one.
struct Sight {
    /// Rows no child can be checked for, in the order of the catalogue.
    let blind: [(row: CatalogueRow, because: String)]
    private let codes: Set<ConcernCode>

    /// `cover` is nil where nothing has been loaded.
    init(_ catalogue: [CatalogueRow], cover: Cover?) {
        blind = catalogue.compactMap { row in
            Sight.whyNot(row.code, cover).map { (row: row, because: $0) }
        }
        codes = Set(blind.map(\.row.code))
    }

    func answers(_ code: ConcernCode) -> Bool { !codes.contains(code) }

    /// Whether any row of the kind that is shown in Today can be answered.
    func answers(_ kind: ConcernKind, in catalogue: [CatalogueRow]) -> Bool {
        catalogue.contains { $0.kind == kind && $0.inToday && answers($0.code) }
    }

    private static func whyNot(_ code: ConcernCode, _ cover: Cover?) -> String? {
        guard let needs = ways(code) else { return "it needs what only a record kept in Sightline holds" }
        guard let cover else { return "nothing has been loaded" }
        guard !needs.contains(where: { cover.tells($0) }) else { return nil }
        let missing = (needs.first ?? []).filter { !cover.tells($0) }.map(\.words)
        return "\(cover.source) does not say \(missing.joined(separator: ", nor "))"
    }

    /// What each way of answering needs; nil where this version has no rule.
    private static func ways(_ code: ConcernCode) -> [[CoveredFact]]? {
        switch code {
        case CaseloadOver.code: [CaseloadOver.needs]
        case ThresholdsInconsistent.code: [ThresholdsInconsistent.needs]
        default: Rules.rule(code).map { $0.limbs.map(\.needs) }
        }
    }
}
