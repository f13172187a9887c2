import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// A child whose derived rows are to be made again.
struct ToDerive {
    let child: SubjectID
    /// Nil where the entries are to be read.
    var history: History?
    /// Nothing is derived about the child yet.
    var isNew: Bool

    init(_ child: SubjectID, history: History? = nil, isNew: Bool = false) {
        self.child = child
        self.history = history
        self.isNew = isNew
    }
}

/// Everything a derivation needs, so that it can be done away from the database.
struct Deriving: Sendable {
    let child: SubjectID
    let history: History
    let surroundings: Surroundings
    let withholding: Withholding
    let isNew: Bool
    let state: SourceState

    init(
        _ child: SubjectID, _ history: History, _ surroundings: Surroundings, _ withholding: Withholding, isNew: Bool,
        _ state: SourceState
    ) {
        self.withholding = withholding
        self.surroundings = surroundings
        self.child = child
        self.history = history
        self.isNew = isNew
        self.state = state
    }
}

/// What was derived, to be written.
struct Derived: Sendable {
    let child: SubjectID
    let isNew: Bool
    let state: SourceState
    let rows: DerivedRows
    let standings: Standings

    init(_ work: Deriving, on day: Day) {
        child = work.child
        isNew = work.isNew
        state = work.state
        rows = work.state.evaluation.derive(work.child, work.history, work.surroundings, work.withholding)
        standings = Standings(
            concerns: rows.concerns, summary: rows.summary, on: day, backlogBefore: work.state.backlogBefore)
    }
}
