/// Unique pupil numbers with the right check letter, and certain to belong to no pupil.
package enum PupilNumber {
    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    /// A number names the area that first gave it, not the council that holds the child.
    private static let area = 201

    /// Characters 5 to 8 are a school number below 1000, which no school has.
    package static func number(ofChild child: Int) -> String {
        var digits: [Int] = []
        for (value, width) in [(area, 3), (0, 1), (child, 7), (1, 1)] {
            var rest = value
            var part: [Int] = []
            for _ in 0..<width {
                part.insert(rest % 10, at: 0)
                rest /= 10
            }
            digits += part
        }
        var sum = 0
        for (place, digit) in digits.enumerated() { sum += digit * (place + 2) }
        return String(letters[sum % 23]) + digits.map(String.init).joined()
    }
}
