import AccessRules
import WorkingDays

/// Who may open a restricted child, and what was opened in an emergency. Every change is a line of a log that cannot be
/// changed.
package protocol NeedToKnowKeeping: Sendable {
    /// Who may open a child at a moment; for asking `AccessRules`. Nil for a child nobody has recorded.
    func restriction(
        of child: SubjectID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Restriction?
    /// Restricts a child to those named, or lifts it where `users` is nil. False where something was changed since the line
    /// `seen`.
    func restrict(
        _ child: SubjectID, to users: Set<UserID>?, why: String, seen: Int64, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> Bool
    /// What was done about who may open a child, latest first.
    func needToKnowChanges(of child: SubjectID, access: Access) async throws(StoreFailure) -> [NeedToKnowChange]
    /// Opens a restricted record to whoever asks, until a moment.
    func breakGlass(
        of child: SubjectID, why: String, until end: Moment, access: Access, at moment: Moment
    ) async throws(StoreFailure)
    /// Until when somebody who is not named has a record open; nil where they have not.
    func glassEnds(
        of child: SubjectID, for user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Moment?
    /// What was opened in an emergency: all that waits for review, and the latest that were reviewed. `moment` is nil where
    /// they are only counted: then no child is named, and nothing is logged.
    func brokenGlass(access: Access, at moment: Moment?) async throws(StoreFailure) -> [BrokenGlass]
    /// Says of one of them whether it was right. One that was not ends at once.
    func review(
        _ number: Int64, wasRight: Bool, because words: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> BrokenGlass.ReviewOutcome
    /// The number of the first broken line of that log; nil when it is whole.
    func firstBrokenNeedToKnowChange(of council: CouncilCode) async throws(StoreFailure) -> Int64?
}
