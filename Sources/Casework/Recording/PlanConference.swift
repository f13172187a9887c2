import AccessRules
import ChildJourney
import WorkingDays

/// A child protection conference is planned for a day.
package struct PlanConference {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func callAsFunction(
        _ kind: ConferenceKind, on day: Day, id: RecordID, of referral: RecordID?, about child: SubjectID
    ) async throws(RecordingRefusal) {
        let body = Conference(kind: kind, referral: referral, plannedOn: day)
        try await recorder.record(body, id: id, about: child, as: .recordConference)
    }
}

/// A planned conference is put off: from when, to when, and why. Each time is kept and counted.
package struct PostponeConference {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func callAsFunction(
        to day: Day?, because reason: PostponementReason, lateReport: String? = nil, decidedOn: Day, id: RecordID,
        about child: SubjectID
    ) async throws(RecordingRefusal) {
        guard reason != .reportNotReady || lateReport?.isEmpty == false else { throw .lateReportMissing }
        guard let record = try await recorder.journey(of: child).conferences.first(where: { $0.id == id }),
            let planned = record.postponements?.last?.to ?? record.plannedOn
        else { throw .notFound }
        guard record.heldOn == nil else { throw .alreadyHeld }
        guard day.map({ $0 > planned }) ?? true, decidedOn <= recorder.now().londonDay else { throw .dayNotPossible }
        var body = record.body
        body.postponements =
            (body.postponements ?? []) + [
                Postponement(decidedOn: decidedOn, from: planned, to: day, reason: reason, lateReport: lateReport)
            ]
        try await recorder.record(body, id: id, about: child, as: .recordConference, corrects: record.place)
    }
}

/// A conference is held.
package struct HoldConference {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func callAsFunction(
        on day: Day, quorate: Bool, decidedPlan: Bool?, id: RecordID, about child: SubjectID
    ) async throws(RecordingRefusal) {
        guard let record = try await recorder.journey(of: child).conferences.first(where: { $0.id == id }) else {
            throw .notFound
        }
        guard record.heldOn == nil else { throw .alreadyHeld }
        guard day <= recorder.now().londonDay else { throw .dayNotPossible }
        var body = record.body
        body.heldOn = day
        body.quorate = quorate
        body.decidedPlan = decidedPlan
        try await recorder.record(body, id: id, about: child, as: .recordConference, corrects: record.place)
    }
}
