import AccessRules
import ChildJourney
import Concerns
import Diagnostics
import Matching
import WorkingDays

/// Where everything recorded is kept. Entries are only ever appended; all else is derived from them, or is a log.
///
/// Every method that shows a child takes the `Access` for it, writes the access log, and answers when that line is safe on
/// disk: there is no way to read without it.
package protocol RecordStore: EntryKeeping, LoadKeeping, ListKeeping, NightKeeping, AccessLogKeeping, DraftKeeping,
    PeopleKeeping, AccountKeeping, NeedToKnowKeeping, DocumentKeeping, WaitingKeeping, WorkerKeeping, NoticeKeeping,
    WebhookKeeping, RetentionKeeping, AssuranceKeeping, AuditWorkKeeping, MeasureKeeping, PackKeeping, SealingKeeping,
    PlannedVisitKeeping
{}

/// Recording, and what holds the record together.
package protocol EntryKeeping: Sendable {
    func addCouncil(_ council: CouncilCode, name: String) async throws(StoreFailure)
    func councils() async throws(StoreFailure) -> [(code: CouncilCode, name: String)]
    /// The record that is kept, for one that is one with it; nil for a record that stands by itself.
    func recordKept(
        insteadOf child: SubjectID, in council: CouncilCode
    ) async throws(StoreFailure) -> SubjectID?
    /// All or none, in one transaction with what is derived from them.
    func append(_ entries: [NewEntry], in council: CouncilCode, at moment: Moment) async throws(StoreFailure)
        -> Appended
    func head(of council: CouncilCode) async throws(StoreFailure) -> ChainHead
    func verify(_ council: CouncilCode, expecting head: ChainHead?) async throws(StoreFailure) -> ChainReport
    /// Where every chain ends.
    func heads(of council: CouncilCode) async throws(StoreFailure) -> RecordHeads
    /// The first line of a log that is not as a head kept elsewhere says; nil where it is. The chain itself is checked apart.
    func fault(of log: KeptLog, in council: CouncilCode, expecting head: ChainHead) async throws(StoreFailure)
        -> ChainFault?
    /// Rights that stand and that no log tells of.
    func unloggedRights(of council: CouncilCode) async throws(StoreFailure) -> UnloggedRights
    /// Deletes the text of a subject's entries, of all records or of those named, and every copy made of it.
    func erase(
        _ subject: Subject, records: Set<History.Key>?, authority: String, in council: CouncilCode, by user: UserID,
        at moment: Moment
    ) async throws(StoreFailure) -> [Int64]
    /// Makes every derived row again from the entries. `progress` is told how many children are done.
    func rebuild(
        _ council: CouncilCode, on day: Day, progress: @escaping @Sendable (Int) -> Void
    ) async throws(StoreFailure) -> Int
    /// Works on children whose rows are out of date, `limit` at most; what is left after it.
    func recalculate(_ council: CouncilCode, on day: Day, limit: Int) async throws(StoreFailure) -> Recalculation
    /// A number for a limit that is the council's to set; nil goes back to the shipped one.
    func setLimit(_ id: String, to number: Int?, in council: CouncilCode) async throws(StoreFailure)
    /// Another number after every change of anything kept here, by whatever program; nothing about which or when.
    func changeStamp() throws(StoreFailure) -> Int64
}

/// Loads of outside files.
package protocol LoadKeeping: Sendable {
    /// Starts a load. One of the same source that died is marked as rolled forward by this one.
    func beginLoad(_ plan: LoadPlan, access: Access) async throws(StoreFailure) -> LoadID
    /// Takes in what the file says about some subjects. Workers and teams come before the children they are named by.
    /// It may still be being written when this returns; a failure then comes out of the next call for the load, and
    /// `finish` waits for all of it.
    func take(_ subjects: [ImportedSubject], in load: LoadID, at moment: Moment) async throws(StoreFailure)
    func keep(_ diagnostics: [Diagnostic], unreadable: [UnreadableRow], in load: LoadID) async throws(StoreFailure)
    /// The whole file was read: works out what the source no longer has, and completes the load.
    func finish(_ load: LoadID, at moment: Moment) async throws(StoreFailure) -> Load
    func fail(_ load: LoadID, because failure: LoadFailure, at moment: Moment) async throws(StoreFailure)
    /// Completes loads that had been read to the end when the program stopped, and marks the others as interrupted.
    func resumeLoads(at moment: Moment) async throws(StoreFailure) -> [Load]
    func loads(access: Access, limit: Int) async throws(StoreFailure) -> [Load]
    func diagnostics(of load: LoadID, access: Access, after: Int, limit: Int) async throws(StoreFailure) -> [Diagnostic]
    func unreadableRows(of load: LoadID, access: Access, at moment: Moment) async throws(StoreFailure)
        -> [UnreadableRow]
    func lastCompleteLoad(of council: CouncilCode) async throws(StoreFailure) -> Load?
    /// Whether a load is being read or worked out now.
    func loadInProgress(of council: CouncilCode) async throws(StoreFailure) -> Load?
}

/// Lists, search and numbers.
package protocol ListKeeping: Sendable {
    func list(_ query: ListQuery, access: Access, at moment: Moment) async throws(StoreFailure) -> ListPage
    /// Of the whole list, of one team or of one worker.
    func counts(
        _ tab: ListTab, on day: Day, team: String?, worker: String?, access: Access
    ) async throws(StoreFailure) -> ListCounts
    /// Children on the list by team, most first.
    func countsByTeam(
        _ tab: ListTab, on day: Day, access: Access
    ) async throws(StoreFailure) -> [(team: String, children: Int)]
    /// Children on the list by worker; a worker with none is left out.
    func countsByWorker(_ tab: ListTab, on day: Day, access: Access) async throws(StoreFailure) -> [String: Int]
    /// How many open children each worker of a record kept here leads on a day, whether or not the reader may see them. Nobody is
    /// shown, and nothing is logged.
    func heldByWorker(on day: Day, access: Access) async throws(StoreFailure) -> [String: Int]
    /// Concerns that will begin within `days` if nobody acts, soonest first.
    func beginning(
        after day: Day, within days: Int, filter: ListFilter, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> ConcernPage
    /// Concerns cleared in the `days` up to and including `day`, latest first.
    func cleared(
        upTo day: Day, within days: Int, filter: ListFilter, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> ConcernPage
    func search(
        _ question: String, on day: Day, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> SearchPage
    /// Children known here who may be the one described, before somebody new is made. Logged as a search.
    func alike(
        _ description: ChildDescription, besides child: SubjectID?, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> AlikePage
    /// The source the council's children come from, and what they are evaluated with: its cover, its workers and teams,
    /// and the council's own limits. Says nothing about any child. Nil before anything is recorded.
    func setting(of council: CouncilCode) async throws(StoreFailure) -> (source: SourceName, setting: Setting)?
    /// Opens one child's record.
    func open(_ child: SubjectID, access: Access, at moment: Moment) async throws(StoreFailure) -> OpenedChild
    /// Opens an adult of the record. Not found for whoever may open none of the children the adult belongs with.
    func open(adult: SubjectID, access: Access, at moment: Moment) async throws(StoreFailure) -> OpenedAdult
    /// Adults by name, date of birth or number, who belong with a child the reader may open, or with none.
    func adults(
        _ question: String, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [FoundAdult]
    /// Adults like somebody, the likest first, with the reasons; those alone whom `adults` would find. What is withheld takes no
    /// part.
    func adultsAlike(
        _ description: ChildDescription, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [AlikeAdult]
    /// The count under a heading on each of the days.
    func trend(
        _ heading: DailyChanges.Heading, on days: [Day], access: Access
    ) async throws(StoreFailure) -> [Int]
    /// Children by concern on a day.
    func countsByCode(on day: Day, access: Access) async throws(StoreFailure) -> [ConcernCode: Int]
    /// The children a number of children under a heading counts.
    func children(
        under heading: DailyChanges.Heading, on day: Day, after: SubjectID?, limit: Int, access: Access,
        at moment: Moment
    ) async throws(StoreFailure) -> ListPage
    /// Children for whom a concern began in a period, whether or not it stands still.
    func children(
        whose code: ConcernCode, beganIn period: Period, after: SubjectID?, limit: Int, access: Access,
        at moment: Moment
    ) async throws(StoreFailure) -> ListPage
    /// Children by concern that began in a period, whether or not it stands still.
    func countsByCode(beganIn period: Period, access: Access) async throws(StoreFailure) -> [ConcernCode: Int]
    /// Which of these are children of this record, and who they are; nil for each whom the reader may not see.
    func relatives(_ children: [SubjectID], access: Access) async throws(StoreFailure) -> [SubjectID: ChildSummary?]
    /// Children a worker leads on a day, by name; nil for each whom the reader may not see. `moment` is nil where they are
    /// only counted: then nobody is shown, and nothing is logged.
    func held(by worker: String, on day: Day, access: Access, at moment: Moment?) async throws(StoreFailure)
        -> [ListedChild?]
    /// These children as a list names them, in the order asked; nil for each whom the reader may not see. One line of the log,
    /// with what the list is of.
    func listed(_ children: [SubjectID], as query: String, access: Access, at moment: Moment)
        async throws(StoreFailure) -> [ListedChild?]
    func notChecked(access: Access) async throws(StoreFailure) -> [NotCheckedCount]
    func recalculation(of council: CouncilCode) async throws(StoreFailure) -> Recalculation?
    /// Replaces what stands about workers and teams.
    func setServiceConcerns(_ concerns: [ServiceConcern], in council: CouncilCode) async throws(StoreFailure)
    func serviceConcerns(access: Access) async throws(StoreFailure) -> [ServiceConcern]
}

/// Who looked at what.
package protocol AccessLogKeeping: Sendable {
    /// Returns when the line is safe on disk.
    func log(_ look: Look) async throws(StoreFailure)
    /// Everybody who was shown the child, latest first.
    func whoHasLooked(at child: SubjectID, access: Access, limit: Int) async throws(StoreFailure) -> [LoggedLook]
    func looks(access: Access, before: Int64?, limit: Int) async throws(StoreFailure) -> [LoggedLook]
    /// The same lines as their reader may see them.
    func shown(_ looks: [LoggedLook], access: Access) async throws(StoreFailure) -> [ShownLook]
    /// Writes one line over the one before, beside the log: fails where nothing could be logged, as on a full disk.
    func tryWriting(at moment: Moment) async throws(StoreFailure)
    /// The number of the first broken line of the log; nil when it is whole.
    func firstBrokenLook(of council: CouncilCode) async throws(StoreFailure) -> Int64?
}

/// Forms begun and not sent.
package protocol DraftKeeping: Sendable {
    /// `access` is leave to record about the child, or to open an adult whom its holder may see: a draft is kept under it, for
    /// whoever has it, and is read again only with it. One there was of the same form is replaced.
    func keep(_ draft: Draft, access: Access) async throws(StoreFailure)
    func draft(of form: String, about subject: SubjectID, access: Access) async throws(StoreFailure) -> Draft?
    func forgetDraft(of form: String, about subject: SubjectID, access: Access) async throws(StoreFailure)
    /// What somebody has begun, latest first.
    func drafts(of owner: UserID, in council: CouncilCode) async throws(StoreFailure) -> [Draft]
}

extension DraftKeeping {
    /// Of the child it is leave for.
    package func draft(of form: String, access: Access) async throws(StoreFailure) -> Draft? {
        guard let child = access.child else { throw .accessMismatch }
        return try await draft(of: form, about: child, access: access)
    }

    package func forgetDraft(of form: String, access: Access) async throws(StoreFailure) {
        guard let child = access.child else { throw .accessMismatch }
        try await forgetDraft(of: form, about: child, access: access)
    }
}

/// Accounts and sessions.
package protocol PeopleKeeping: Sendable {
    func user(_ id: UserID, in council: CouncilCode) async throws(StoreFailure) -> User?
    func users(in council: CouncilCode) async throws(StoreFailure) -> [User]
    func save(_ user: User) async throws(StoreFailure)
    /// Counts a refused attempt to sign in, and locks the account when it is the last of `tries` in a row. Costs the same
    /// for a name that is nobody's, and for an account that is locked already, so that the time taken tells neither.
    func refuseAttempt(
        of id: UserID, in council: CouncilCode, at moment: Moment, lockingAfter tries: Int, until lockEnd: Moment
    ) async throws(StoreFailure)
    func clearFailedAttempts(of id: UserID, in council: CouncilCode) async throws(StoreFailure)
    /// False where the account is of another generation by now, or closed: then there is no session.
    func start(_ session: Session) async throws(StoreFailure) -> Bool
    /// Nil for a session that is unknown or has expired by `moment`.
    func session(tokenDigest: [UInt8], at moment: Moment) async throws(StoreFailure) -> Session?
    /// The session was used: it runs out at `moment`.
    func extend(tokenDigest: [UInt8], until moment: Moment) async throws(StoreFailure)
    func end(tokenDigest: [UInt8]) async throws(StoreFailure)
    /// Ends every session of somebody: after a new password or a change of role.
    func endSessions(of user: UserID, in council: CouncilCode) async throws(StoreFailure)
}

/// What is done to accounts, and one-time codes.
package protocol AccountKeeping: Sendable {
    /// The change, its line in the log and the end of the sessions it ends, in one transaction; or nothing, and why.
    func change(
        _ change: AccountChange, of account: UserID, in council: CouncilCode, by author: UserID, at moment: Moment
    ) async throws(StoreFailure) -> AccountChange.Outcome
    /// What was done, latest first, to one account or to all.
    func accountChanges(of account: UserID?, access: Access, limit: Int) async throws(StoreFailure)
        -> [LoggedAccountChange]
    /// The number of the first broken line of that log; nil when it is whole.
    func firstBrokenAccountChange(of council: CouncilCode) async throws(StoreFailure) -> Int64?
    /// What waits for a second person, oldest first.
    func accountsWaiting(access: Access) async throws(StoreFailure) -> [WaitingChange]
    /// The browsers somebody is signed in with, latest first.
    func sessions(of user: UserID, in council: CouncilCode, at moment: Moment) async throws(StoreFailure) -> [Session]
    func secondFactor(of user: UserID, in council: CouncilCode) async throws(StoreFailure) -> SecondFactor?
    /// Keeps a secret that counts for nothing until a code confirms it. False where there are codes already.
    func beginCodes(
        of user: UserID, in council: CouncilCode, sealed: [UInt8], by session: [UInt8], at moment: Moment
    ) async throws(StoreFailure) -> Bool
    /// Forgets a secret that was never confirmed.
    func forgetCodesBegun(of user: UserID, in council: CouncilCode) async throws(StoreFailure)
    /// Takes a code's time step, once: false when it or a later one has been taken.
    func takeStep(_ step: Int64, of user: UserID, in council: CouncilCode) async throws(StoreFailure) -> Bool
    /// Takes a recovery code, once.
    func takeRecoveryCode(
        _ digest: [UInt8], of user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> Bool
    func rolesNeedingCodes(in council: CouncilCode) async throws(StoreFailure) -> Set<Role>
    /// Whose password a link is for; nil for one that is used or too old.
    func account(ofLink digest: [UInt8], in council: CouncilCode, at moment: Moment) async throws(StoreFailure) -> User?
    /// Whose calendar an address is of, while they are active; nil for one that was stopped or renewed.
    func account(ofCalendar digest: [UInt8], in council: CouncilCode) async throws(StoreFailure) -> User?
    /// When somebody's address was made; nil where they have none.
    func calendarMade(of user: UserID, in council: CouncilCode) async throws(StoreFailure) -> Moment?
}
