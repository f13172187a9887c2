/// The bytes of one cell, trimmed and in UTF-8. Valid only while its row is.
typealias Cell = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// What databases export for a value that is not there, and what the dataset's own scripts put where a column is
    /// not filled yet.
    var saysNothing: Bool {
        switch count {
        case 0: true
        case 4: equals("NULL") || equals("null")
        case 16: equals("PLACEHOLDER_DATA")
        default: false
        }
    }

    /// The dataset's case systems write a key that points nowhere as -1.
    var pointsNowhere: Bool { saysNothing || equals("-1") }

    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != text.utf8Start[index] { return false }
        return true
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
