/// Why somebody's identity provider could not vouch for them. Names nobody.
package enum OpenIDFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The provider could not be asked, or answered with an error.
    case notReached(status: Int?)
    /// It describes itself as another issuer, or without an address that is needed.
    case wrongDescription
    case answerUnreadable
    case tokenUnreadable
    /// "none", or any but RS256 and ES256.
    case algorithmNotAllowed
    case keyUnknown
    case signatureWrong
    case wrongIssuer
    case wrongAudience
    case expired
    case issuedInFuture
    case wrongNonce
    /// The claim people are known by is missing, or is an e-mail nobody verified.
    case claimMissing
    /// The provider does not say that they showed who they are in the way the council asks for.
    case methodMissing

    package var description: String {
        switch self {
        case .notReached(let status): "not reached\(status.map { ", status \($0)" } ?? "")"
        case .wrongDescription: "its description is not the configured issuer's"
        case .answerUnreadable: "its answer cannot be read"
        case .tokenUnreadable: "the token cannot be read"
        case .algorithmNotAllowed: "the token's algorithm is not allowed"
        case .keyUnknown: "the token's key is not the provider's"
        case .signatureWrong: "the token's signature is wrong"
        case .wrongIssuer: "the token is of another issuer"
        case .wrongAudience: "the token is for another client"
        case .expired: "the token has expired"
        case .issuedInFuture: "the token is from the future"
        case .wrongNonce: "the token answers another request"
        case .claimMissing: "the token lacks the claim people are known by"
        case .methodMissing: "the token does not name the method asked for"
        }
    }
}
