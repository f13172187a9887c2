/// How alike two spellings are, from 0 to 1, after Jaro (1989) and Winkler (1990): letters they share at nearly the same
/// place, with more weight on the first four.
package enum JaroWinkler {
    package static func likeness(_ left: String, _ right: String) -> Double {
        let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        let jaro = jaro(a, b)
        // Winkler's weight is only for what is alike already.
        guard jaro > 0.7 else { return jaro }
        let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    private static func jaro(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        let reach = max(0, max(a.count, b.count) / 2 - 1)
        var taken = Array(repeating: false, count: b.count)
        var shared: [Unicode.Scalar] = []
        for (index, letter) in a.enumerated() {
            let places = max(0, index - reach)..<max(max(0, index - reach), min(b.count, index + reach + 1))
            guard let place = places.first(where: { !taken[$0] && b[$0] == letter }) else { continue }
            taken[place] = true
            shared.append(letter)
        }
        guard !shared.isEmpty else { return 0 }
        let other = zip(b, taken).filter(\.1).map(\.0)
        let swapped = Double(zip(shared, other).count { $0 != $1 } / 2)
        let matches = Double(shared.count)
        return (matches / Double(a.count) + matches / Double(b.count) + (matches - swapped) / matches) / 3
    }
}
