import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Something was recorded about the wrong child: it is sealed there, and recorded where it belongs.
package struct MoveMisfiled {
    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    /// What was recorded here with one form, and can be sealed as one.
    package struct Recording: Sendable {
        /// The number of its first entry.
        package let id: Int64
        package let entries: [JourneyEntry]
        /// "Visit of Tue 3 Mar 2026".
        package let what: String
        package let recordedAt: Moment
        /// Whether it stands by itself, so that it can be recorded on another child as it is. What goes on with a record
        /// of this child (a plan, an assessment) can only be sealed here and be recorded anew there.
        package let canBeMoved: Bool
    }

    /// Latest first. Who the child is, what is withheld and what was moved before are not among them.
    package static func recordings(in history: History) -> [Recording] {
        var groups: [[JourneyEntry]] = []
        var places: [String: Int] = [:]
        let given = givenOut(history)
        for entry in history.entries
        where !entry.withdrawn && !kept.contains(type(of: entry.body).kind) && !given.contains(entry.id) {
            if let occasion = entry.occasion, let place = places[occasion] {
                groups[place].append(entry)
            } else {
                if let occasion = entry.occasion { places[occasion] = groups.count }
                groups.append([entry])
            }
        }
        return groups.reversed().map { entries in
            let first = entries[0]
            let kind = type(of: first.body).kind
            let day = first.body.happenedOn.map { " of \($0.words)" } ?? ""
            let standsAlone = entries.allSatisfy { entry in
                alone.contains(type(of: entry.body).kind)
                    && !history.entries.contains { $0.id == entry.id && $0.sequence != entry.sequence }
            }
            return Recording(
                id: first.sequence, entries: entries, what: kind.words.atSentenceStart + day,
                recordedAt: first.recordedAt, canBeMoved: standsAlone)
        }
    }

    /// NB: what is withheld is among them: sealing it would tell it, and that takes a second person. So are those that bind
    /// others or say what somebody was given, asked for, told or judged: a hold, a request, a complaint or a reading is ended in
    /// the open, by whoever may, and never by whoever finds that it stands in the way.
    private static let kept: Set<RecordKind> = [
        .person, .misfiledEntry, .withheldFact, .worker, .team, .legalHold, .subjectAccessRequest, .destructionProposal,
        .outgoingDocument, .disputedStatement, .complaint, .escalation, .caseFileAudit, .auditReply, .auditAction,
    ]

    /// Minutes of which a version went out: what somebody was given stays to be shown.
    private static func givenOut(_ history: History) -> Set<RecordID> {
        Set(
            history.journey().casework.outgoingDocuments.filter { $0.body.releasedOn != nil }.compactMap(\.body.minutes)
        )
    }

    /// Kinds that say nothing about another record of the same child, once what they were for is left out.
    private static let alone: Set<RecordKind> = [
        .visit, .caseNote, .contact, .address, .contactDetail, .caseSupervision, .managementDecision, .handover,
    ]

    /// What became of it.
    package enum Outcome: Sendable {
        case sealed
        /// Something at level 1 rests on it: nothing is sealed until a second manager says the same.
        case waitsForAnother
    }

    /// Seals a recording; with `other`, records it there. Leave is needed for both children. All of it or nothing.
    package func callAsFunction(
        _ id: Int64, of child: SubjectID, to other: SubjectID?, because why: String
    ) async throws(RecordingRefusal) -> Outcome {
        let opened = try await recorder.open(child)
        guard other != child, let recording = Self.recordings(in: opened.history).first(where: { $0.id == id }) else {
            throw .notFound
        }
        if other != nil, !recording.canBeMoved { throw .notOpenNow }
        let me = recorder.person.user.text
        let numbers = recording.entries.map(\.sequence)
        let asked = Self.asked(for: id, in: opened.history)?.body
        let sealing = told(recording, sealed: numbers, to: other, because: why)
        let entries = try await entries(sealing, of: recording, in: opened, to: other)
        guard try await recorder.appendUnlessItEnds(entries, about: child) else { return .sealed }
        guard let asked, let first = asked.by, asked.waiting == numbers, asked.waitingFor == other?.local else {
            // NB: whoever confirms says the same of the same: nobody confirms what was not there to be seen, nor for
            // another child than it was asked for.
            if let asked, asked.by != me, asked.waiting == numbers { throw .notAsAsked }
            var body = told(recording, sealed: [], to: nil, because: why)
            (body.waiting, body.waitingFor) = (numbers, other?.local)
            try await recorder.append([entry(body, id, opened)], about: child, as: .decide)
            return .waitsForAnother
        }
        if first == me { return .waitsForAnother }
        var confirmed = sealing
        confirmed.askedBy = first
        let all = try await self.entries(confirmed, of: recording, in: opened, to: other)
        try await recorder.append(all, about: child, as: .decide)
        return .sealed
    }

    private func told(
        _ recording: Recording, sealed: [Int64], to other: SubjectID?, because why: String
    ) -> MisfiledEntry {
        var body = MisfiledEntry(
            sealed: sealed, what: recording.what, why: why, on: recorder.now().londonDay, by: recorder.person.user.text,
            isMoved: other != nil)
        body.readableFrom = recording.recordedAt
        return body
    }

    /// As an entry of the child whose record it is on.
    private func entry(_ body: MisfiledEntry, _ recording: Int64, _ opened: OpenedChild) -> NewEntry {
        NewEntry(
            body, id: Self.id(recording), about: .child(opened.child), by: .user(recorder.person.user),
            corrects: Self.latest(for: recording, in: opened.history)?.place, occasion: "misfiled-\(recording)")
    }

    /// The sealing, and with `other` what is recorded there.
    private func entries(
        _ sealing: MisfiledEntry, of recording: Recording, in opened: OpenedChild, to other: SubjectID?
    ) async throws(RecordingRefusal) -> [NewEntry] {
        let id = recording.id
        let sealed = entry(sealing, id, opened)
        guard let other else { return [sealed] }
        let journey = try await recorder.open(other).history.journey()
        _ = try await recorder.mayRecord(.decide, about: other)
        func there(_ body: any EntryBody, _ record: String) -> NewEntry {
            NewEntry(
                body, id: RecordID(record), about: .child(other), by: .user(recorder.person.user),
                occasion: sealed.occasion)
        }
        var came = sealing
        (came.sealed, came.askedBy) = ([], nil)
        let moved = recording.entries.map { entry in
            there(Self.body(entry.body, on: journey), "\(entry.id.text)-moved-\(id)")
        }
        return [sealed, there(came, "misfiled-\(opened.child.local)-\(id)")] + moved
    }

    /// What sealing a recording, and recording it on `other`, would end at level 1 for anybody. Whoever shows it asks for each
    /// whether they may be told of.
    package func wouldEnd(
        _ id: Int64, of opened: OpenedChild, to other: SubjectID? = nil
    ) async throws(RecordingRefusal) -> [WouldEnd] {
        guard let recording = Self.recordings(in: opened.history).first(where: { $0.id == id }) else { return [] }
        let sealing = told(recording, sealed: recording.entries.map(\.sequence), to: other, because: "")
        let entries = try await entries(sealing, of: recording, in: opened, to: other)
        return try await recorder.wouldEnd(by: entries, about: opened.child)
    }

    /// Whoever proposed it takes it back: nothing is sealed.
    package func takeBack(_ id: Int64, of child: SubjectID) async throws(RecordingRefusal) {
        try await end(id, of: child, because: nil) { $0.by == recorder.person.user.text }
    }

    /// Somebody else, who could have confirmed it, refuses: nothing is sealed, and whoever proposed it reads why.
    package func refuse(_ id: Int64, of child: SubjectID, because why: String) async throws(RecordingRefusal) {
        try await end(id, of: child, because: why) { $0.by != recorder.person.user.text }
    }

    private func end(
        _ id: Int64, of child: SubjectID, because why: String?, where mayEnd: (MisfiledEntry) -> Bool
    ) async throws(RecordingRefusal) {
        let opened = try await recorder.open(child)
        guard let asked = Self.asked(for: id, in: opened.history), mayEnd(asked.body) else { throw .notOpenNow }
        var body = asked.body
        body.waiting = nil
        (body.endedOn, body.endedBy, body.endedWhy) = (recorder.now().londonDay, recorder.person.user.text, why)
        try await recorder.append(
            [
                NewEntry(
                    body, id: Self.id(id), about: .child(child), by: .user(recorder.person.user), corrects: asked.place)
            ], about: child, as: .decide)
    }

    private static func id(_ recording: Int64) -> RecordID { RecordID("misfiled-\(recording)") }

    /// Who asked that a recording be sealed, where that waits for a second manager.
    package static func asked(for recording: Int64, in history: History) -> Recorded<MisfiledEntry>? {
        latest(for: recording, in: history).flatMap { $0.body.waiting == nil ? nil : $0 }
    }

    private static func latest(for recording: Int64, in history: History) -> Recorded<MisfiledEntry>? {
        history.journey().casework.misfiledEntries.last { $0.id == id(recording) }
    }

    /// As it is told of the other child: a visit is for the plan that ran there.
    private static func body(_ body: any EntryBody, on journey: Journey) -> any EntryBody {
        guard var visit = body as? Visit else { return body }
        (visit.purpose, visit.plan) = journey.purposeOfVisit(on: visit.on)
        return visit
    }
}
