import AccessRules
import Hummingbird

/// Why a request does not get what it asked for. What each one says is decided in `RefusalAnswers` and nowhere else.
package enum Refused: Error, Hashable, Sendable {
    /// The address holds something this page cannot use.
    case addressUnreadable
    /// The form's token is missing or of another session: it lay open while somebody signed out, or was not ours.
    case formTooOld
    /// The browser says that another site sent the form.
    case fromAnotherSite
    case signInFirst
    /// The role must give codes, and this person has yet to set them up.
    case setUpCodesFirst
    case notAllowed(AccessRefusal)
    case notFound
    /// The record is one with another, which is kept: its address leads there.
    case isOne(SubjectID, with: SubjectID)
    case wrongMethod(allowed: [HTTPRequest.Method])
    case changedSince
    /// Nobody reviews what they opened themselves, and those named on a record come first.
    case notYoursToReview
    /// Nobody confirms what they asked for, or what is about their own account.
    case notYoursToConfirm
    /// In bytes.
    case tooLarge(limit: Int)
    /// The body is of a kind this address does not take.
    case wrongKind
    case tooManyTries(seconds: Int)
    /// The records cannot be reached; trying again later may help.
    case unavailable
}
