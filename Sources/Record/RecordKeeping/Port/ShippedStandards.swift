import ChildJourney
import Concerns
import Duties
import Retention
import WorkingDays

/// What the program brings to every council's evaluation: the calendar, the standards as shipped, and its own release.
package struct ShippedStandards: Sendable {
    package let calendar: WorkingCalendar
    package let standards: [Standard]
    /// Derived rows made by another release are made again.
    package let release: String
    /// The rules, in place of the catalogue's; for tests.
    package let finding: (@Sendable (Setting) -> Evaluation.Finding)?
    /// How long records are kept; without rows everything is.
    package let retention: RetentionSchedule

    package init(
        calendar: WorkingCalendar, standards: [Standard], release: String,
        retention: RetentionSchedule = RetentionSchedule(),
        finding: (@Sendable (Setting) -> Evaluation.Finding)? = nil
    ) {
        self.calendar = calendar
        self.standards = standards
        self.release = release
        self.finding = finding
        self.retention = retention
    }

    package func evaluation(_ setting: Setting, source: SourceName) -> Evaluation {
        guard let finding else { return Evaluation(setting, source: source, retention: retention) }
        return Evaluation(setting, source: source, retention: retention, finding: finding(setting))
    }
}
