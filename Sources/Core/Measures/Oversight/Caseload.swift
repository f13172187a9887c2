import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `caseload`: children held, for each worker who holds any.
package struct Caseload: Measure {
    package static let id: MeasureID = "caseload"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.perWorker
    package static let better = MeasureDirection.neither
    package static let staysInside = true
    package static let needs: [CoveredFact] = [.allocations, .workers]
    package static let words = MeasureWords(
        title: "Children per worker",
        purpose: "Whoever holds too many children cannot see each of them.",
        numerator: "Children a worker leads for",
        denominator: "Different workers who lead for any of them",
        exclusions: """
            Children nobody leads for, or whose lead has left, and workers who hold nobody. Whoever leads in two teams is \
            counted in each, and once in all. A mean says nothing of the worker who holds most: those over the council's \
            limit are on Numbers, about workers and teams.
            """,
        source: "The record's own allocations",
        example: "Two workers who hold 14 and 19 children hold 16.5 each on average.")

    private let workforce: Workforce

    package init(_ setting: Setting) {
        workforce = setting.workforce
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let held = journey.beforeDeath(DaySpans(spans(journey)))
        guard !held.isEmpty else { return }
        cases.stood(Self.self, over: held, counted: held)
    }

    /// The days on which whoever leads is known, and has not left.
    private func spans(_ journey: Journey) -> [DaySpans.Span] {
        var days: Set<Day> = []
        for lead in journey.allocations where lead.role == .lead {
            days.insert(lead.from)
            if let until = lead.until { days.insert(until + 1) }
            if let left = left(lead.worker) { days.insert(left) }
        }
        let ordered = days.sorted()
        return ordered.enumerated().compactMap { place, day in
            guard let worker = journey.lead(on: day)?.worker, left(worker).map({ day < $0 }) ?? true else { return nil }
            return DaySpans.Span(from: day, until: place + 1 < ordered.count ? ordered[place + 1] : nil)
        }
    }

    private func left(_ worker: String?) -> Day? { worker.flatMap { workforce.workers[$0]?.leftOn } }
}
