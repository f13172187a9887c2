/// One of the seven kinds of concern, as the picture and the word shown for it.
package enum KindIcon: String, Sendable, CaseIterable {
    case unseen, undecided, late, unrecorded, unshared, unowned, adrift

    package var word: String {
        switch self {
        case .unseen: "Unseen"
        case .undecided: "Undecided"
        case .late: "Late"
        case .unrecorded: "Unrecorded"
        case .unshared: "Unshared"
        case .unowned: "Unowned"
        case .adrift: "Adrift"
        }
    }

    var symbol: String { "kind-\(rawValue)" }
}
