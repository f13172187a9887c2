/// A concern about a worker or a team rather than a child.
package struct ServiceConcern: Hashable, Sendable {
    /// The worker's or team's id.
    package let subject: String
    package let concern: PlannedConcern

    package var line: String { concern.line(about: subject) }
}
