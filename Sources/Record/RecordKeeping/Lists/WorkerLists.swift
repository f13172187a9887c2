import AccessRules
import ChildJourney
import WorkingDays

/// A child a worker holds or covers for, and how.
package struct HeldChild: Sendable {
    /// Nil for a child the reader may not see.
    package let listed: ListedChild?
    /// Who covers on the day, other than whoever holds the child.
    package let cover: String?
    /// The number of the entry that says who leads: what a form was opened on.
    package let leadPlace: Int64?
    /// Who takes the lead on a day to come, where that is recorded.
    package var next: (worker: String, from: Day)?

    package init(listed: ListedChild?, cover: String?, leadPlace: Int64?) {
        self.listed = listed
        self.cover = cover
        self.leadPlace = leadPlace
    }
}

/// What is recorded about those who work here.
package protocol WorkerKeeping: Sendable {
    /// The open children a worker leads on a day, by name, each with who covers; those the reader may not see are counted,
    /// last. `moment` is nil where they are only counted: then nobody is shown, and nothing is logged.
    func heldChildren(of worker: String, on day: Day, access: Access, at moment: Moment?) async throws(StoreFailure)
        -> [HeldChild]
    /// The open children a worker covers for on a day, in place of whoever leads.
    func covered(by worker: String, on day: Day, access: Access, at moment: Moment) async throws(StoreFailure)
        -> [HeldChild]
    /// What was recorded about a worker. Says nothing about any child.
    func history(ofWorker worker: String, access: Access) async throws(StoreFailure) -> History
}
