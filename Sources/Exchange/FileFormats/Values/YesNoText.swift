/// A yes or a no as an outside file writes it, in any case: `Y`, `Yes`, `1`, `true`, `T` and their opposites.
package enum YesNoText: Hashable, Sendable {
    case yes
    case no
    case blank
    case malformed

    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch bytes.count {
        case 0: self = .blank
        case 1: self = YesNoText.letter(bytes[0])
        case _ where bytes.isWord("yes") || bytes.isWord("true"): self = .yes
        case _ where bytes.isWord("no") || bytes.isWord("false"): self = .no
        default: self = .malformed
        }
    }

    /// Nil when blank or malformed.
    package var value: Bool? {
        switch self {
        case .yes: true
        case .no: false
        case .blank, .malformed: nil
        }
    }

    private static func letter(_ byte: UInt8) -> YesNoText {
        switch byte {
        case UInt8(ascii: "1"), UInt8(ascii: "Y"), UInt8(ascii: "y"), UInt8(ascii: "T"), UInt8(ascii: "t"): .yes
        case UInt8(ascii: "0"), UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "F"), UInt8(ascii: "f"): .no
        default: .malformed
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these are the letters of `word`, which is in lower case, in any case.
    package func isWord(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for index in 0..<count where asciiLowercase(self[index]) != word.utf8Start[index] { return false }
        return true
    }
}

@inlinable
package func asciiLowercase(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
