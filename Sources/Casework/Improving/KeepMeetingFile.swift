import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Keeps a file of a meeting: its minutes, or one of its papers. It is known by its bytes and kept with the entries that name it.
package struct KeepMeetingFile: Sendable {
    /// What the file is. The raw value is what a form says.
    package enum Part: String, Sendable, CaseIterable {
        case minutes, papers
    }

    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    /// Another file of minutes takes the place of the one before, which stays to be read. Sent twice it is kept once.
    package func callAsFunction(
        _ part: Part, named name: String, _ bytes: [UInt8], _ type: DocumentType, id: RecordID, of meeting: RecordID,
        in plan: String
    ) async throws(AssuranceRefusal) {
        _ = try assurer.leave(to: .keepPlan)
        let file = try await SeePlan(assurer).file(plan)
        guard !file.hasEnded else { throw .planEnded }
        guard let recorded = file.meetings.first(where: { $0.id.text == meeting.text }) else { throw .notFound }
        guard !recorded.body.files.contains(id.text) else { return }
        try await assurer.leaveOutOfPlans([("The name of the file", name)])
        var body = recorded.body
        switch part {
        case .minutes:
            guard body.heldOn != nil else { throw .missing("first that the meeting was held") }
            body.minutesFile = id.text
        case .papers: body.paperFiles = (body.paperFiles ?? []) + [id.text]
        }
        let person = assurer.person
        let document = ReceivedDocument(
            what: part == .minutes ? .minutes : .other, fileName: type.named(name), type: type, size: bytes.count,
            hash: DocumentHash.text(of: bytes), sentBy: person.user.text, receivedOn: assurer.today, record: meeting,
            addedOn: assurer.today, addedBy: person.user.text)
        let subject = Assurer.plan(plan)
        let (store, now) = (assurer.store, assurer.now())
        let appended = try await assurer.stored { () throws(StoreFailure) in
            try await store.append(
                NewEntry(document, id: id, about: subject, by: .user(person.user)), with: bytes,
                beside: [NewEntry(body, id: meeting, about: subject, by: .user(person.user), corrects: recorded.place)],
                in: person.council, at: now)
        }
        if case .changedSince(_, let by) = appended { throw .changedSince(by: by) }
    }

    /// The file as it was sent, for whoever may see the plan.
    package func handOver(
        _ document: RecordID, of meeting: RecordID, in plan: String
    ) async throws(AssuranceRefusal) -> (told: ReceivedDocument, bytes: [UInt8]) {
        let access = try assurer.leave(to: .seePlan)
        let file = try await SeePlan(assurer).file(plan)
        guard let kept = file.documents(of: meeting).first(where: { $0.id.text == document.text }) else {
            throw .notFound
        }
        let (store, now, subject) = (assurer.store, assurer.now(), Assurer.plan(plan))
        let bytes = try await assurer.stored { () throws(StoreFailure) in
            try await store.document(kept.id, ofPlan: subject.id, access: access, at: now)
        }
        return (kept.body, bytes)
    }
}

extension PlanMeeting {
    /// Records of the files it has now.
    package var files: [String] { [minutesFile].compactMap(\.self) + (paperFiles ?? []) }
}
