/// Values and how often each should come up, as whole-number weights.
package struct WeightedTable<Value: Sendable>: Sendable {
    private let values: [Value]
    private let upTo: [Int]
    package let total: Int

    package init(_ rows: [(Value, Int)]) {
        var sum = 0
        var upTo: [Int] = []
        for (_, weight) in rows {
            precondition(weight >= 0, "a weight is never negative")
            sum += weight
            upTo.append(sum)
        }
        precondition(sum > 0, "a table needs something to choose")
        self.values = rows.map(\.0)
        self.upTo = upTo
        self.total = sum
    }

    package func value(at place: Int) -> Value {
        for index in upTo.indices where place < upTo[index] { return values[index] }
        preconditionFailure("a place beyond the table's total")
    }
}
