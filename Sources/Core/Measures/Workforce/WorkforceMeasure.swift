import ChildJourney
import Concerns
import Duties
import WorkingDays

/// A number of workers, not of children: counted from the register of who works here. It opens onto nobody, and is of the
/// whole council, because the register says of nobody which team they work in.
package protocol WorkforceMeasure: Measure {
    /// Whether a worker is among those counted.
    static func counts(_ worker: Worker) -> Bool
}

extension WorkforceMeasure {
    package static var counting: MeasureCounting { .happened }
    package static var better: MeasureDirection { .lower }
    package static var staysInside: Bool { true }
    package static var needs: [CoveredFact] { [.workers, .leavers] }

    /// No child adds to it.
    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {}

    /// Of those on the register on any day of the period, who left in it.
    package static func sum(of workforce: Workforce, over period: MeasurePeriod) -> MeasureSum {
        var sum = MeasureSum()
        for (id, worker) in workforce.workers where counts(worker) {
            if let known = workforce.knownFrom[id], known > period.to { continue }
            if let left = worker.leftOn, left < period.from { continue }
            sum.denominator += 1
            if let left = worker.leftOn, left <= period.to { sum.numerator += 1 }
        }
        return sum
    }
}
