/// How a sample comes about. The raw value is stored.
package enum DrawMethod: String, Hashable, Sendable, Codable, CaseIterable {
    case simpleRandom = "simple-random"
    case everyNth = "every-nth"
    case stratified
    /// Likelier the heavier a child weighs; each case keeps its chance, so that what it says of everybody stays unbiased.
    case riskWeighted = "risk-weighted"
    /// Everybody: a look-back, or an audit of every closure.
    case wholeFrame = "whole-frame"
    /// Named by somebody, who says why. Says nothing about anybody else.
    case chosen

    package var words: String {
        switch self {
        case .simpleRandom: "drawn at random"
        case .everyNth: "every so many, from a start nobody chose"
        case .stratified: "drawn at random within each group"
        case .riskWeighted: "drawn at random, likelier where more is missing"
        case .wholeFrame: "everybody in the frame"
        case .chosen: "chosen"
        }
    }

    /// Whether what it finds can be said of everybody in the frame.
    package var supportsEstimates: Bool { self != .chosen }
}
