/// How far one action of an improvement plan has come, as a pack shows it. Its words name nobody.
package struct PlanProgressLine: Hashable, Sendable {
    package var title: String
    package var target: String
    package var value: String
    /// "On course", "late", "complete".
    package var status: String
    /// Why it is late; nil where it is not.
    package var lateBecause: String?

    package init(title: String, target: String, value: String, status: String, lateBecause: String? = nil) {
        self.title = title
        self.target = target
        self.value = value
        self.status = status
        self.lateBecause = lateBecause
    }
}

/// Where a pack gets the progress of the improvement plan from; nil lines where no plan is kept.
package protocol PlanProgress: Sendable {
    func lines() async throws -> [PlanProgressLine]?
}
