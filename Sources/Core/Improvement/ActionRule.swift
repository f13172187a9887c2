import ChildJourney
import Measures

/// How a measure sets red, amber or green. Nobody overrules it.
///
/// Green: at or past the target. Amber: at or past the floor, or short of it and moved towards the target by the stated step since
/// the action began. Red: short of the floor and not so moved. Not checkable: the source does not tell, or fewer than
/// `fewest` are counted.
package struct ActionRule: Sendable {
    /// (L) A share, or a mean, of fewer than this says nothing.
    package static let fewest = 5
    /// A month that has just begun says next to nothing, and two of them cannot be compared.
    package static let periods: [MeasurePeriod.Kind] = [.quarter, .year, .day]

    package let measure: any Measure.Type
    package let target: Int
    package let floor: Int
    package let step: Int

    package enum Refusal: Error, Hashable, Sendable {
        case noSuchMeasure
        /// It says what work there is, and not how well it is done.
        case noDirection
        /// The target is worse than the floor.
        case targetBelowFloor
        /// The step is nought or less, or the target is outside what the measure can be.
        case outOfRange
        case noSuchPeriod
    }

    package init(_ bound: ActionMeasure) throws(Refusal) {
        guard let measure = Measures.all.first(where: { $0.id.text == bound.id }) else { throw .noSuchMeasure }
        guard measure.better != .neither else { throw .noDirection }
        guard Self.periods.contains(where: { $0.rawValue == bound.period }) else { throw .noSuchPeriod }
        let most = measure.unit == .percent ? 1000 : 10_000_000
        guard bound.step > 0, (0...most).contains(bound.target), (0...most).contains(bound.floor) else {
            throw .outOfRange
        }
        self.measure = measure
        (target, floor, step) = (bound.target, bound.floor, bound.step)
        guard isAtOrPast(floor, value: target) else { throw .targetBelowFloor }
    }

    /// `then` is the same figure to the day the action began; nil where that day has not passed, or it is not known.
    package func judge(now: MeasureSum, then: MeasureSum?, blind: String? = nil) -> ActionJudgement {
        if let blind { return ActionJudgement(.notCheckable, because: "Not checkable: \(blind)") }
        guard let value = value(now) else {
            return ActionJudgement(
                .notCheckable,
                because:
                    "Not checkable: \(now.denominator == 0 ? "nothing was counted" : "only \(now.denominator) counted, fewer than \(fewestHere)")"
            )
        }
        let before = then.flatMap { self.value($0) }
        let moved = before.map { measure.better == .lower ? $0 - value : value - $0 }
        let hasMoved = moved.map { $0 >= step } ?? false
        func judged(_ colour: ActionColour, _ because: String) -> ActionJudgement {
            ActionJudgement(
                colour, because: because, value: value, valueWhenBegun: before, moved: moved, hasMoved: hasMoved)
        }
        if isAtOrPast(target, value: value) { return judged(.green, "At or past the target of \(words(target))") }
        if isAtOrPast(floor, value: value) {
            return judged(.amber, "Between the floor of \(words(floor)) and the target of \(words(target))")
        }
        if hasMoved {
            return judged(
                .amber,
                "Short of the floor of \(words(floor)), but moved by \(words(moved ?? 0)) towards the target since it began"
            )
        }
        return judged(.red, "Short of the floor of \(words(floor)), and not moved by \(words(step)) since it began")
    }

    private var fewestHere: Int { measure.unit == .children ? 1 : Self.fewest }

    private func value(_ sum: MeasureSum) -> Int? {
        sum.denominator < fewestHere ? nil : sum.tenths(measure.unit)
    }

    package func isAtOrPast(_ line: Int, value: Int) -> Bool {
        measure.better == .lower ? value <= line : value >= line
    }

    package func words(_ tenths: Int) -> String { Self.words(tenths, measure.unit) }

    /// "92.5%", "14 children", "3.5 days".
    package static func words(_ tenths: Int, _ unit: MeasureUnit) -> String {
        let sign = tenths < 0 ? "-" : ""
        let size = tenths.magnitude
        let number = size.isMultiple(of: 10) ? "\(size / 10)" : "\(size / 10).\(size % 10)"
        return switch unit {
        case .percent: "\(sign)\(number)%"
        case .children: "\(sign)\(number)"
        case .days: "\(sign)\(number) \(size == 10 ? "day" : "days")"
        case .perWorker: "\(sign)\(number) per worker"
        }
    }
}
