import ChildJourney

extension FormReader {
    /// A number with at most one digit after its point, in tenths: "92.5" is 925. A sign for a hundredth after it is left aside.
    package mutating func tenths(
        _ name: String, called what: String, in range: ClosedRange<Int>, required: Bool = true
    ) -> Int? {
        guard let text = given(name) else { return missing(name, "Enter \(what)", when: required) }
        let plain = text.filter { $0 != "%" && $0 != "," && $0 != " " }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        guard isDigits, (1...2).contains(parts.count), parts.count == 1 || parts[1].count == 1,
            let whole = Int(parts[0]), whole < 1_000_000
        else { return problem(name, "\(what.atSentenceStart) must be a number such as 90 or 92.5") }
        let number = whole * 10 + (parts.count == 2 ? Int(parts[1]) ?? 0 : 0)
        guard range.contains(number) else {
            return problem(
                name, "\(what.atSentenceStart) must be from \(range.lowerBound / 10) to \(range.upperBound / 10)")
        }
        return number
    }
}
