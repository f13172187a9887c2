import ChildJourney
import Concerns
import Diagnostics
import WorkingDays

/// What a check of one source found on a day: concerns ranked, counts, and what could not be checked.
package struct CheckReport: Sendable {
    package let asOf: Day
    package let source: String
    package let setting: Setting
    package let children: Int
    package let threeCounts: ThreeCounts
    package let counts: [ConcernCode: Int]
    /// Codes no child could be checked for, and why.
    package let notCheckable: [(code: ConcernCode, because: String)]
    package let partlyCheckable: [PartlyCheckable]
    package let diagnostics: [Diagnostic]
    package let diagnosticCount: Int
    /// Children with something to show, most urgent first.
    package let found: FoundChildren
    package let service: [ServiceConcern]

    init(
        _ tally: CheckTally, evaluator: Evaluator, catalogue: [CatalogueRow], diagnostics: [Diagnostic],
        diagnosticCount: Int
    ) {
        asOf = tally.day
        setting = evaluator.setting
        source = evaluator.setting.cover.source
        children = tally.children
        threeCounts = tally.three
        counts = tally.counts
        self.diagnostics = diagnostics
        self.diagnosticCount = diagnosticCount
        found = FoundChildren(tally.found)
        service = CheckReport.service(tally, evaluator.setting)
        (notCheckable, partlyCheckable) = CheckReport.coverage(tally, evaluator, catalogue)
    }

    private static func service(_ tally: CheckTally, _ setting: Setting) -> [ServiceConcern] {
        let day = tally.lastCovered
        return (setting.cover.tells(CaseloadOver.needs) ? tally.caseloads.found(on: day, setting) : [])
            + (setting.cover.tells(ThresholdsInconsistent.needs) ? tally.thresholds.found(setting) : [])
    }

    private static func coverage(
        _ tally: CheckTally, _ evaluator: Evaluator, _ catalogue: [CatalogueRow]
    ) -> (none: [(ConcernCode, String)], partly: [PartlyCheckable]) {
        var none: [(ConcernCode, String)] = []
        var partly: [PartlyCheckable] = []
        let blind = Dictionary(grouping: evaluator.blind, by: \.code)
        for row in catalogue {
            if let needs = serviceNeeds[row.code] {
                if !evaluator.setting.cover.tells(needs) {
                    none.append((row.code, "\(evaluator.setting.cover.source) does not name workers and teams"))
                }
                continue
            }
            guard let rule = Rules.rule(row.code) else {
                none.append((row.code, "it needs what only a record kept in Sightline holds"))
                continue
            }
            let limbs = blind[row.code] ?? []
            if limbs.count == rule.limbs.count {
                none.append((row.code, limbs.first?.because ?? ""))
            } else {
                partly += limbs.map {
                    PartlyCheckable(concern: row.code, children: tally.children, because: $0.because)
                }
            }
        }
        let unable = Set(none.map(\.0))
        partly += tally.notChecked.filter { !unable.contains($0.key.code) }.map {
            PartlyCheckable(concern: $0.key.code, children: $0.value, because: $0.key.because)
        }
        partly.sort { ($0.concern.text, $0.because) < ($1.concern.text, $1.because) }
        return (none, partly)
    }

    private static let serviceNeeds: [ConcernCode: [CoveredFact]] = [
        CaseloadOver.code: CaseloadOver.needs, ThresholdsInconsistent.code: ThresholdsInconsistent.needs,
    ]
}
