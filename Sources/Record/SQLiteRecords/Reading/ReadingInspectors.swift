import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

/// Whom inspections let in, and what those looked at.
enum InspectorRows {
    /// An inspection somebody was let into, or is to be.
    struct LettingIn: Sendable {
        let id: String
        let inspection: Inspection
        let access: [InspectorAccess]

        func opens(to user: UserID, on day: Day) -> Bool {
            !inspection.isClosed && access.contains { $0.lets(in: user.text, on: day) }
        }

        /// Whether a look was taken in the course of it.
        func holds(_ look: LoggedLook) -> Bool {
            look.role == Role.inspector.rawValue
                && access.contains { one in
                    one.user == look.user.text && one.isConfirmed && one.from <= look.at.londonDay
                        && look.at.londonDay <= one.until
                }
        }
    }

    static func all(in council: CouncilCode, _ db: Database) throws -> [LettingIn] {
        let select = try PreparedStatement(
            db,
            """
            SELECT DISTINCT subject FROM entry INDEXED BY entry_inspector_access
            WHERE council = ? AND kind = 'inspector-access' ORDER BY subject
            """)
        select.bind(1, council.text)
        return try select.all { $0.text(0) }.compactMap { Subject(text: $0) }.compactMap { subject in
            let history = try FamilyRows.history(of: subject, in: council, db)
            guard let inspection = history.standing(Inspection.self).last?.body else { return nil }
            return LettingIn(
                id: subject.id.local, inspection: inspection,
                access: history.standing(InspectorAccess.self).map(\.body))
        }
    }

    /// Where the children are whom inspectors opened in the course of an inspection.
    static func chosen(in inspection: String) -> Subject {
        Subject(.sample, SubjectID(source: SourceName.record.text, local: "opened-\(inspection)"))
    }

    /// Inspections that let inspectors in and are not closed: their samples the council does not see yet, those drawn, chosen and
    /// opened alike.
    static func stillOpen(to reader: SignedIn, in council: CouncilCode, _ db: Database) throws -> Set<String> {
        guard reader.role != .inspector else { return [] }
        return Set(try all(in: council, db).filter { !$0.inspection.isClosed }.map(\.id))
    }

    static func isOf(_ inspections: Set<String>, _ sample: History) -> Bool {
        guard !inspections.isEmpty else { return false }
        return sample.standing(CaseSample.self).last?.body.inspection.map(inspections.contains) ?? false
    }
}

extension SQLiteStore {
    package func inspections(
        open user: UserID, in council: CouncilCode, at moment: Moment
    ) async throws(StoreFailure) -> [String] {
        try readHere { db in
            try InspectorRows.all(in: council, db).filter { $0.opens(to: user, on: moment.londonDay) }
                .sorted { $1.inspection.beganOn < $0.inspection.beganOn }.map(\.id)
        }
    }

    /// Adds a child an inspector opens to the chosen sample of their inspection, unless a sample of it holds the child already.
    func addToChosen(_ child: SubjectID, opened access: Access, at moment: Moment) async throws(StoreFailure) {
        guard let inspection = access.who.inspection else { return }
        let subject = InspectorRows.chosen(in: inspection)
        // NB: of two who open children in the same moment one comes second, and takes the next number.
        for _ in 1...5 {
            let isDone = try await added(child, to: subject, of: inspection, opened: access, at: moment)
            if isDone { return }
        }
        throw .busy
    }

    /// False where somebody else added another child in the same moment.
    private func added(
        _ child: SubjectID, to subject: Subject, of inspection: String, opened access: Access, at moment: Moment
    ) async throws(StoreFailure) -> Bool {
        let council = access.council
        let (isThere, hasSample, number) = try readHere { db in
            let opened = try FamilyRows.history(of: subject, in: council, db)
            let hasSample = !opened.standing(CaseSample.self).isEmpty
            if opened.standing(SampleAddition.self).contains(where: { $0.body.child == child.text }) {
                return (true, hasSample, 0)
            }
            let others = try EntryRows.subjects(.sample, after: nil, limit: .max, in: council, db)
            let isDrawn = try others.compactMap { Subject(text: $0) }.contains { other in
                let history = try FamilyRows.history(of: other, in: council, db)
                guard let sample = history.standing(CaseSample.self).last?.body, sample.inspection == inspection
                else { return false }
                let replacing = history.standing(SampleReplacement.self).map(\.body.by.child)
                return sample.cases.contains { $0.child == child.text } || replacing.contains(child.text)
            }
            return (isDrawn, hasSample, 1 + opened.entries.count { $0.body is SampleAddition })
        }
        guard !isThere else { return true }
        let author = Author.user(access.who.user)
        var entries: [NewEntry] = []
        if !hasSample {
            let today = moment.londonDay
            var sample = CaseSample(
                on: today, purpose: "Children inspectors opened", method: "chosen", tool: "case-file",
                frame: FrameQuestion.named([]).words, frameAsOf: today, frameCount: 0, cases: [])
            sample.chosenBy = access.who.user.text
            sample.whyChosen = "opened in the course of the inspection"
            sample.inspection = inspection
            entries.append(NewEntry(sample, id: "sample", about: subject, by: author))
        }
        entries.append(
            NewEntry(
                SampleAddition(child: child.text, by: access.who.user.text, at: moment),
                // The id names nobody: it outlasts the child's own record.
                id: RecordID("addition-\(number)"), about: subject, by: author))
        guard case .recorded = try await append(entries, in: council, at: moment) else { return false }
        return true
    }

    package func looks(
        in inspection: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [InspectorsLook]? {
        try require(access, [.seeAssurance])
        let (council, reader) = (access.council, access.who)
        let (found, hidden) = try readHere { db in
            (
                try InspectorRows.all(in: council, db).first { $0.id == inspection },
                try RestrictionRows.hidden(from: reader.user, in: council, db)
            )
        }
        guard let found else { return [] }
        guard found.inspection.isClosed else { return nil }
        let looks = try await accessLog.read { db in
            try LookRows.inspectors(in: council, db).filter { !$0.shown.isEmpty && found.holds($0) }
        }
        let shown = looks.map { look in
            let open = look.shown.filter { !hidden.contains($0) }
            return InspectorsLook(
                look: look.saying(why: look.isReasonStated ? "" : look.why, query: "", shown: open),
                count: look.shown.count, restricted: look.shown.count - open.count)
        }
        try await log(
            Look(
                access, at: moment, query: "what inspectors looked at",
                shown: Set(shown.flatMap(\.look.shown)).sorted()))
        return shown
    }

    /// Lines of inspectors whose inspection is open, for a reader who is none of them.
    func hiddenLooks(from reader: SignedIn) throws(StoreFailure) -> @Sendable (LoggedLook) -> Bool {
        guard reader.role != .inspector else { return { _ in false } }
        let council = reader.council
        let open = try readHere { db in try InspectorRows.all(in: council, db).filter { !$0.inspection.isClosed } }
        return { look in open.contains { $0.holds(look) } }
    }
}
