/// Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// Every draw is integer arithmetic, so the same seed gives the same children, byte for byte, anywhere.
package struct Chance: Sendable {
    private var state: UInt64

    /// A stream of its own for one purpose about one numbered thing: no stream depends on another having been read.
    package init(seed: UInt64, purpose: Purpose, number: Int) {
        var mixed = Chance.scramble(seed &+ 0x9E37_79B9_7F4A_7C15)
        mixed = Chance.scramble(mixed ^ (UInt64(purpose.rawValue) &* 0xD1B5_4A32_D192_ED03))
        state = Chance.scramble(mixed ^ (UInt64(bitPattern: Int64(number)) &* 0xA24B_AED4_963E_E407))
    }

    /// What a stream is for.
    package enum Purpose: UInt8, Sendable {
        case identity = 1, life, departure, block, family, post, team, likeness
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Chance.scramble(state)
    }

    /// A whole number from 0 up to and not including `bound`.
    package mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "a draw needs at least one possibility")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    package mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    package mutating func happens(perThousand: Int) -> Bool { below(1000) < perThousand }

    package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    package mutating func pick<Value>(_ table: WeightedTable<Value>) -> Value {
        table.value(at: below(table.total))
    }

    private static func scramble(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
