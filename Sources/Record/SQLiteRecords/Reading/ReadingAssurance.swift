import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    private static let assuranceVerbs: Set<Verb> = [.seeAssurance, .drawSample, .inspect]

    private static func verbs(_ kind: SubjectKind) -> Set<Verb> {
        kind == .plan ? [.seePlan, .keepPlan, .updateAction] : assuranceVerbs
    }

    package func assuranceWork(
        _ kind: SubjectKind, access: Access
    ) async throws(StoreFailure) -> [(id: SubjectID, history: History)] {
        try require(access, Self.verbs(kind))
        let (council, reader) = (access.council, access.who)
        return try await read { db in
            let subjects = try EntryRows.subjects(kind, after: nil, limit: .max, in: council, db)
            let open = kind == .sample ? try InspectorRows.stillOpen(to: reader, in: council, db) : []
            return try subjects.compactMap { Subject(text: $0) }.map { subject in
                (subject.id, try FamilyRows.history(of: subject, in: council, db))
            }.filter { !InspectorRows.isOf(open, $0.1) }
        }
    }

    package func assuranceWork(_ subject: Subject, access: Access) async throws(StoreFailure) -> History {
        try require(access, Self.verbs(subject.kind))
        guard [.sample, .inspection, .plan].contains(subject.kind) || subject == .wholeCouncil else {
            throw .accessMismatch
        }
        let (council, reader) = (access.council, access.who)
        return try await read { db in
            let history = try FamilyRows.history(of: subject, in: council, db)
            guard subject.kind == .sample else { return history }
            let open = try InspectorRows.stillOpen(to: reader, in: council, db)
            return InspectorRows.isOf(open, history) ? History() : history
        }
    }

    package func frame(
        of question: FrameQuestion, on day: Day, weighing: Bool, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> FrameAnswer {
        try require(access, [.drawSample])
        let answer = try await read { db in
            try FrameReading(question: question, day: day, weighing: weighing, access: access, db: db).answer()
        }
        // Nobody is shown: a frame is counted and drawn from.
        try await log(Look(access, at: moment, query: "a frame of \(answer.children.count) children"))
        return answer
    }

    package func fileAudits(
        of children: [SubjectID], access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [SubjectID: AuditedFile?] {
        try require(access, Self.assuranceVerbs)
        let (council, user) = (access.council, access.who.user)
        let isShutOut = access.who.isShutOut
        let files = try await read { db in
            var files: [SubjectID: AuditedFile?] = [:]
            let mayWithhold = try WithholdingRows.mayConcern(in: council, db)
            for child in children {
                if isShutOut {
                    files[child] = .some(nil)
                } else if try RestrictionRows.hides(child, from: user, in: council, db) {
                    files[child] = .some(nil)
                } else if let row = try ChildRows.row(child, in: council, db) {
                    let casework = try FamilyRows.history(of: .child(child), in: council, db).journey()
                    files[child] = AuditedFile(
                        summary: row.summary, audits: casework.casework.fileAudits,
                        replies: casework.casework.auditReplies, flags: casework.casework.unsafeFlags,
                        seen: casework.visits.filter { $0.seen == true }.map {
                            AuditedFile.SeenAt(on: $0.on, at: $0.body.at)
                        },
                        concerns: try ConcernRows.of(child, in: council, db).map(\.concern),
                        withholding: mayWithhold.contains(child)
                            ? try WithholdingRows.withholding(of: child, in: council, db) : Withholding())
                }
            }
            return files
        }
        let shown = files.filter { $0.value != nil }.keys.sorted()
        try await log(Look(access, at: moment, query: "audits of a sample", shown: shown))
        return files
    }
}
