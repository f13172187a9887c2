import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `allocated-to-a-qualified-worker`: open children led by a registered social worker.
package struct ChildrenWithQualifiedWorker: Measure {
    package static let id: MeasureID = "allocated-to-a-qualified-worker"
    package static let counting = MeasureCounting.stood
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.allocations, .qualifications]
    package static let words = MeasureWords(
        title: "Allocated to a qualified worker",
        purpose: "A child who must be protected has a registered social worker.",
        numerator: "Open children led by a registered social worker",
        denominator: "Open children",
        exclusions: "Nothing: a child whom nobody leads for is in the denominator.",
        source: "Working Together to Safeguard Children; the register of Social Work England",
        example: "A child led by a student is not in the numerator.")

    private let workforce: Workforce

    package init(_ setting: Setting) {
        workforce = setting.workforce
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let spans = journey.allocations.filter { $0.role == .lead }.compactMap { lead -> DaySpans.Span? in
            guard let id = lead.worker, let worker = workforce.workers[id], worker.isQualified else { return nil }
            let until = [lead.until.map { $0 + 1 }, worker.leftOn.map { $0 + 1 }].compactMap(\.self).min()
            return until.map { $0 <= lead.from } ?? false ? nil : DaySpans.Span(from: lead.from, until: until)
        }
        cases.stood(Self.self, over: journey.daysOpen, counted: DaySpans(spans))
    }
}
