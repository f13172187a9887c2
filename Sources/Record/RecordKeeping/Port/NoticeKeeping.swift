import AccessRules
import Concerns
import WorkingDays

/// What messages to people are made from, where they go, and that they went.
package protocol NoticeKeeping: Sendable {
    /// Concerns that stand on a day, or begin within `days` after it, for children the reader may open; of these codes alone
    /// where any are given. Only counted: nobody is shown, and nothing is logged.
    func waiting(
        _ scope: WaitingScope, codes: Set<ConcernCode>?, on day: Day, ahead days: Int, access: Access
    ) async throws(StoreFailure) -> [WaitingConcern]
    /// Where somebody wants notices; nil where they want none.
    func noticeAddress(of user: UserID, in council: CouncilCode) async throws(StoreFailure) -> NoticeAddress?
    /// Begins a message about each of these, unless one about it is under way, arrived or may have. The numbers of those begun.
    func beginNotice(
        _ kind: NoticeKind, about: [String], to user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> [Int64]
    /// What became of it; said once.
    func endNotice(
        _ numbers: [Int64], as outcome: NoticeOutcome, reply: Int?, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure)
    /// Latest first.
    func notices(to user: UserID, in council: CouncilCode, limit: Int) async throws(StoreFailure) -> [NoticeSending]
}
