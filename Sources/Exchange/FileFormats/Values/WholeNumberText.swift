/// A whole number as an outside file writes it: digits only, at most nine of them.
package enum WholeNumberText {
    /// Nil when blank or malformed. A trailing `.0` or `.00` is allowed: databases write whole numbers so.
    package static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var value = 0
        var index = 0
        while index < bytes.count, index < 9, let digit = digit(bytes[index]) {
            value = value * 10 + digit
            index += 1
        }
        guard index > 0 else { return nil }
        if index < bytes.count {
            guard bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count else { return nil }
            guard bytes[(index + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> Int? {
        let value = byte &- UInt8(ascii: "0")
        return value < 10 ? Int(value) : nil
    }
}
