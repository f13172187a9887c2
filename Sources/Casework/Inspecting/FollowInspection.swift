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
        if engagement.agreed != nil {
            guard let owner = engagement.agreedOwner else { throw .missing("who sees to what was agreed") }
            guard let due = engagement.agreedBy else { throw .missing("by when what was agreed is due") }
            guard due >= engagement.on else { throw .missing("a day for what was agreed that is not before the talk") }
            try await mustTakeOn(owner)
        }
        try await assurer.leaveOut(
            [
                ("With whom", engagement.with), ("What was asked", engagement.asked),
                ("What was answered", engagement.answered), ("What was agreed", engagement.agreed),
            ], in: inspection)
        var body = engagement
        body.by = assurer.person.user.text
        if body.agreed == nil { (body.agreedOwner, body.agreedBy) = (nil, nil) }
        (body.answeredOn, body.answeredBy, body.answer) = (nil, nil, nil)
        try await assurer.append(body, id: id, about: Assurer.inspection(inspection))
    }

    /// Only what answered it closes what was agreed: its owner says so, or whoever answers for the council.
    package func answered(
        _ engagement: RecordID, with answer: String, on day: Day, of inspection: String
    ) async throws(AssuranceRefusal) {
        let file = try await assurer.inspectionFile(inspection, anyOf: [.inspect, .answerInspection], frameworks)
        guard let recorded = file.engagements.first(where: { $0.id.text == engagement.text }),
            recorded.body.agreed != nil
        else { throw .notFound }
        let person = assurer.person
        guard recorded.body.agreedOwner == person.user.text || person.mayDo.contains(.answerInspection) else {
            throw .notOwner
        }
        guard recorded.body.answeredOn == nil else { throw .doneAlready }
        guard !answer.isEmpty else { throw .missing("what answered it") }
        guard day <= assurer.today, day >= recorded.body.on else { throw .missing("a day since it was agreed") }
        try await assurer.leaveOut([("What answered it", answer)], in: inspection)
        var body = recorded.body
        (body.answeredOn, body.answeredBy, body.answer) = (day, person.user.text, answer)
        try await assurer.append(
            body, id: recorded.id, about: Assurer.inspection(inspection), corrects: recorded.place)
    }

    /// Whether somebody can see to what was agreed: they see the inspection and may write of it.
    package static func takesOn(_ user: User) -> Bool {
        user.isActive && user.role.mayDo.isSuperset(of: [.seeAssurance, .updateAction])
            && !user.role.mayDo.isDisjoint(with: [.inspect, .answerInspection])
    }

    private func mustTakeOn(_ owner: String) async throws(AssuranceRefusal) {
        let (store, council) = (assurer.store, assurer.person.council)
        let users = try await assurer.stored { () throws(StoreFailure) in try await store.users(in: council) }
        guard users.contains(where: { $0.id.text == owner && Self.takesOn($0) }) else { throw .noSuchPerson }
    }
}
