import WorkingDays

/// An inspection as it was published: what the register holds of it, and how well that is known.
package struct PublishedInspection: Hashable, Sendable {
    package let council: String
    package let councilCode: String
    package let region: String
    /// The framework's id where the inspection falls under an edition that is known.
    package let framework: String
    package let kind: String
    package let beganOn: Day?
    package let endedOn: Day?
    package let publishedOn: Day?
    /// By area of the framework; an area that was not judged is absent.
    package let grades: [String: Grade]
    /// Findings for priority action: nil where the source does not say how many.
    package let priorityActions: Int?
    /// Whether the source says that there were any.
    package let hasPriorityAction: Bool?
    package let pointsToImprove: Int?
    package let source: String
    package let confidence: String
    package let note: String

    package init(
        council: String, councilCode: String, region: String, framework: String, kind: String, beganOn: Day?,
        endedOn: Day?, publishedOn: Day?, grades: [String: Grade], priorityActions: Int?, hasPriorityAction: Bool?,
        pointsToImprove: Int?, source: String, confidence: String, note: String
    ) {
        self.council = council
        self.councilCode = councilCode
        self.region = region
        self.framework = framework
        self.kind = kind
        self.beganOn = beganOn
        self.endedOn = endedOn
        self.publishedOn = publishedOn
        self.grades = grades
        self.priorityActions = priorityActions
        self.hasPriorityAction = hasPriorityAction
        self.pointsToImprove = pointsToImprove
        self.source = source
        self.confidence = confidence
        self.note = note
    }

    package var overall: Grade? { grades["overall"] }

    /// What a list is ordered by: the day it became known.
    package var orderingDay: Day? { publishedOn ?? endedOn ?? beganOn }
}
