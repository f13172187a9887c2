import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// What comes after a report: the day it arrived, where that was not recorded or not right, and what was talked of since.
package struct FollowInspection: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    /// The day the council received the report. It is appended: what was recorded before stays to be seen.
    package func received(
        _ inspection: String, on day: Day, because why: String
    ) async throws(AssuranceRefusal) {
        let file = try await assurer.inspectionFile(inspection, anyOf: [.inspect, .answerInspection], frameworks)
        guard file.inspection.body.publishedOn != nil else { throw .notPublished }
        guard day <= assurer.today else { throw .missing("a day that has come") }
        guard day >= file.inspection.body.beganOn else { throw .missing("a day after the inspection began") }
        guard !why.isEmpty else { throw .missing("what shows it") }
        try await assurer.leaveOut([("What shows it", why)], in: inspection)
        var body = file.inspection.body
        (body.receivedOn, body.receivedWhy) = (day, why)
        try await assurer.append(
            body, id: "inspection", about: Assurer.inspection(inspection), corrects: file.inspection.place)
    }

    package func engaged(
        _ engagement: Engagement, id: RecordID, with inspection: String
    ) async throws(AssuranceRefusal) {
        _ = try await assurer.inspectionFile(inspection, anyOf: [.inspect, .answerInspection], frameworks)
        guard !engagement.with.isEmpty else { throw .missing("with whom") }
        guard !engagement.asked.isEmpty else { throw .missing("what was asked") }
        guard engagement.on <= assurer.today else { throw .missing("a day that has come") }
        try await assurer.leaveOut(
            [
                ("With whom", engagement.with), ("What was asked", engagement.asked),
                ("What was answered", engagement.answered),
            ], in: inspection)
        var body = engagement
        body.by = assurer.person.user.text
        try await assurer.append(body, id: id, about: Assurer.inspection(inspection))
    }
}
