/// A row that cannot be used, kept as it was so that nothing is lost.
package struct UnreadableRow: Hashable, Sendable {
    /// The file's name without folders.
    package let file: String
    /// The header is row 1.
    package let row: Int
    package let reason: Reason
    /// As the file has it, in its own encoding.
    package let bytes: [UInt8]

    /// Stable across releases. The raw value is the code of the diagnostic that goes with it.
    package enum Reason: String, Sendable, CaseIterable {
        case keyMissing = "key-missing"
        case personMissing = "person-missing"
        case dayMissing = "day-missing"
        case valueMissing = "value-missing"
        case cellsMisplaced = "cells-misplaced"

        var message: String {
            switch self {
            case .keyMissing: "The row has no key of its own, so it cannot be told from others."
            case .personMissing: "The row names no person."
            case .dayMissing: "The row has no usable date, and stands for nothing without one."
            case .valueMissing: "The row lacks the one thing it is there to say."
            case .cellsMisplaced: "The row has more cells than the header, so it is not known which cell is which."
            }
        }
    }
}
