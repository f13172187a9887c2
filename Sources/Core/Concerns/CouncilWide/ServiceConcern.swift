import ChildJourney
import WorkingDays

/// A concern about a worker or a team rather than a child: shown in Numbers only.
package struct ServiceConcern: Sendable, Hashable {
    package let code: ConcernCode
    package let kind: ConcernKind
    package let level: Int
    /// The worker's or team's id in its source.
    package let subject: String
    package let onset: Day
    package let why: String
    package let source: String

    package init(
        code: ConcernCode, kind: ConcernKind, level: Int, subject: String, onset: Day, why: String, source: String
    ) {
        self.code = code
        self.kind = kind
        self.level = level
        self.subject = subject
        self.onset = onset
        self.why = why
        self.source = source
    }
}
