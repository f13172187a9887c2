/// How a name that was typed and one that is recorded agree; best first.
package enum NameLikeness: Int, Sendable, Comparable {
    case same
    /// One of several parts: a double name of which only one half is used.
    case part
    /// One letter more, fewer, other or swapped; two in a long name.
    case slip
    /// Spelled otherwise and said alike.
    case sound
    case near
    /// The one begins as the other: an initial, or a short form.
    case beginning
    case different
    /// One of the two is not known.
    case unknown

    package static func < (left: NameLikeness, right: NameLikeness) -> Bool { left.rawValue < right.rawValue }

    package init(_ typed: String?, _ recorded: String?) {
        let (a, b) = (NameText.parts(typed ?? ""), NameText.parts(recorded ?? ""))
        guard !a.isEmpty, !b.isEmpty else {
            self = .unknown
            return
        }
        let (left, right) = (a.joined(), b.joined())
        if left == right {
            self = .same
        } else if a.contains(where: { $0.count > 2 && b.contains($0) }) {
            self = .part
        } else {
            self = NameLikeness.likeness(left, right)
        }
    }

    /// Above this two names are near each other; below the other, sounding alike is chance: "Leo" and "Lola" share a consonant.
    private static let (isNear, mayBeSound) = (0.9, 0.7)
    /// In a name of three letters as much is needed as to be nearly the same: Ann and Anne, and not Ada and Ida.
    private static let mayBeShortSound = 0.85

    private static func likeness(_ left: String, _ right: String) -> NameLikeness {
        let shorter = min(left.count, right.count)
        // In a name of three letters another letter is another name: Ada and Ida.
        if shorter > 3, NameText.distance(left, right) <= (shorter >= 7 ? 2 : 1) { return .slip }
        let likeness = JaroWinkler.likeness(left, right)
        let sound = NameText.sound(left)
        if sound.count > 1, sound == NameText.sound(right), likeness >= (shorter > 3 ? mayBeSound : mayBeShortSound) {
            return .sound
        }
        if left.hasPrefix(right) || right.hasPrefix(left) { return .beginning }
        return likeness >= isNear ? .near : .different
    }
}
