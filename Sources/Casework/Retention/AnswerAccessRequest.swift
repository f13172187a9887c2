import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// A request for access to a child's record: its pages are read and marked, and a second person gives what is left.
package struct AnswerAccessRequest {
    private let recorder: Recorder
    private let child: SubjectID
    private let request: Recorded<SubjectAccessRequest>

    package enum Refusal: Error, Hashable, Sendable {
        /// It is with a second person, or has ended.
        case notOpenNow
        /// Not every page has been read as it is now.
        case unread
        /// Whoever marked a page or handed it over does not give it.
        case own
    }

    package init(_ recorder: Recorder, _ child: SubjectID, _ request: Recorded<SubjectAccessRequest>) {
        self.recorder = recorder
        self.child = child
        self.request = request
    }

    /// The marks of one page, in place of those it had.
    package func keep(_ page: AccessPageRead) async throws(RecordingRefusal) -> Refusal? {
        guard request.body.isBeingRead else { return .notOpenNow }
        var body = request.body
        body.pagesRead = (body.pagesRead ?? []).filter { $0.number != page.number } + [page]
        try await record(body)
        return nil
    }

    package func handOver(isRead: Bool) async throws(RecordingRefusal) -> Refusal? {
        guard request.body.isBeingRead else { return .notOpenNow }
        guard isRead else { return .unread }
        var body = request.body
        (body.preparedOn, body.preparedBy) = (recorder.now().londonDay, recorder.person.user.text)
        (body.keptBackOn, body.keptBackWhy, body.keptBackBy) = (nil, nil, nil)
        try await record(body)
        return nil
    }

    /// Whoever marked it may take it back too.
    package func keepBack(because why: String) async throws(RecordingRefusal) -> Refusal? {
        guard request.body.waitsForSecond else { return .notOpenNow }
        var body = request.body
        (body.preparedOn, body.preparedBy) = (nil, nil)
        (body.keptBackOn, body.keptBackWhy) = (recorder.now().londonDay, why)
        body.keptBackBy = recorder.person.user.text
        try await record(body)
        return nil
    }

    package func mayGive(_ user: String) -> Bool {
        request.body.preparedBy != user && !(request.body.pagesRead ?? []).contains { $0.by == user }
    }

    /// Keeps what is given, as it is given, and ends the request, both or neither.
    package func give(_ text: String, from council: String, isRead: Bool) async throws(RecordingRefusal) -> Refusal? {
        guard request.body.waitsForSecond else { return .notOpenNow }
        let user = recorder.person.user
        guard mayGive(user.text) else { return .own }
        guard isRead else { return .unread }
        let today = recorder.now().londonDay
        let bytes = Array(text.utf8)
        let id = RecordID("given-\(request.id.text)")
        let document = ReceivedDocument(
            what: .other, fileName: "what-is-recorded-\(today).txt", type: .text, size: bytes.count,
            hash: DocumentHash.text(of: bytes), sentBy: council, receivedOn: today,
            about:
                "Given for the request for access of \(request.body.receivedOn.shortWords), without what was left out",
            addedOn: today, addedBy: user.text)
        var body = request.body
        (body.answeredOn, body.end, body.endedBy, body.given) = (today, .given, user.text, id)
        let ended = NewEntry(body, id: request.id, about: .child(child), by: .user(user), corrects: request.place)
        try await recorder.keep(
            document, bytes, id: id, about: child, as: .answerAccessRequest, beside: [ended])
        return nil
    }

    private func record(_ body: SubjectAccessRequest) async throws(RecordingRefusal) {
        try await recorder.record(
            body, id: request.id, about: child, as: .answerAccessRequest, corrects: request.place)
    }
}
