import AccessRules
import ChildJourney
import WorkingDays

/// An assessment starts.
package struct StartAssessment {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func callAsFunction(
        on day: Day, id: RecordID, of referral: RecordID, about child: SubjectID
    ) async throws(RecordingRefusal) {
        guard day <= recorder.now().londonDay else { throw .dayNotPossible }
        let body = Assessment(referral: referral, kind: .single, startedOn: day)
        try await recorder.record(body, id: id, about: child, as: .recordAssessment)
    }
}

/// A manager authorises an assessment: the day it counts as finished.
package struct AuthoriseAssessment {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func callAsFunction(on day: Day, id: RecordID, about child: SubjectID) async throws(RecordingRefusal) {
        guard let record = try await recorder.journey(of: child).assessments.first(where: { $0.id == id }) else {
            throw .notFound
        }
        guard day >= record.startedOn, day <= recorder.now().londonDay else { throw .dayNotPossible }
        var body = record.body
        body.authorisedOn = day
        try await recorder.record(body, id: id, about: child, as: .recordAssessment, corrects: record.place)
    }
}
