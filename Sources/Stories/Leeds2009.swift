import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// After the unannounced inspection of Leeds, 2009: of 23 case files 7 children were left at potential risk of serious harm, and 2 more
/// files were not written up. Every such child was seen the same day, and earlier cases were reviewed again. Source: Community
/// Care, 2009. The numbers of the sample are published; the children, the days and the size of the look-back are invented.
package struct Leeds2009: Story {
    package static let name = "leeds-2009"
    package static let referenceDay = Day(year: 2009, month: 8, day: 31) ?? Day(number: 0)
    static let inspectedOn = Day(year: 2009, month: 7, day: 22) ?? Day(number: 0)
    static let firstDay = inspectedOn.adding(months: -12)

    private let desk: StoryDesk
    private let calendar: WorkingCalendar
    private let frameworks: InspectionFrameworks
    package var council: CouncilCode { desk.council }

    package init(store: any RecordStore, standards: StoryStandards) {
        desk = StoryDesk(store, Self.name, from: Self.firstDay)
        calendar = standards.calendar
        frameworks = standards.frameworks
    }

    private var inspector: Assurer { desk.assurer("story-inspector", .inspector) }
    private var manager: Assurer { desk.assurer("story-manager", .manager) }
    private var auditor: Assurer { desk.assurer("story-auditor", .auditor) }

    package func play() async throws {
        try await GoLive(store: desk.store, now: desk.clock.now)(
            council, named: "An invented council, after Leeds 2009", from: Self.firstDay, by: "story-manager")
        let cast = Leeds2009Cast(calendar: calendar)
        try await desk.write([StoryFile.workforce(on: Self.firstDay)] + cast.sampled.map(\.file) + cast.others)
        try await inspect(cast.sampled)
        try await lookBack()
        let publishedOn = max(Self.inspectedOn + 30, desk.clock.now().londonDay)
        desk.clock.set(publishedOn, minute: 17 * 60)
        try await RunInspection(inspector, frameworks).publish("inspection", on: publishedOn)
        desk.clock.set(max(Self.referenceDay, publishedOn), minute: 17 * 60)
    }

    /// Inspectors choose 23 files, read them, and put what worries them to the council at once.
    private func inspect(_ sampled: [Leeds2009Cast.Sampled]) async throws {
        desk.clock.set(Self.inspectedOn, minute: 9 * 60)
        let run = RunInspection(inspector, frameworks)
        var inspection = Inspection(
            framework: "ucra", visit: "standard", council: "Leeds", beganOn: Self.inspectedOn, isAnnounced: false)
        inspection.team = [
            InspectionMember(name: "An invented inspector", part: .lead),
            InspectionMember(name: "A second invented inspector", part: .inspector),
        ]
        try await run.open(inspection, id: "inspection")
        try await ChooseSample(inspector)(
            sampled.map(\.file.child), purpose: "Unannounced inspection of contact, referral and assessment",
            why: "Chosen by inspectors from the council's lists", tool: "case-file", inspection: "inspection",
            id: "files")
        for (turn, one) in sampled.enumerated() {
            desk.clock.set(Self.inspectedOn, minute: 9 * 60 + 10 + turn * 5)
            try await read(one, by: inspector, "inspection-\(turn)")
            guard one.meaning != .decoy else { continue }
            try await answer(one, RecordID("flag-inspection-\(turn)"))
        }
        desk.clock.set(Self.inspectedOn + 1, minute: 16 * 60)
        try await report(run)
    }

    private func read(_ one: Leeds2009Cast.Sampled, by reader: Assurer, _ id: String) async throws {
        var audit = CaseFileAudit(
            on: reader.today, reader: .inspector, by: "story-inspector", tool: "case-file", sample: "files")
        audit.isFinished = true
        audit.leftAtPotentialRisk = one.meaning == .atRisk
        audit.cannotTell = one.meaning == .notWrittenUp
        audit.analysis = one.why
        try await AuditFile(reader)(
            audit, id: RecordID(id), about: one.file.child, unsafeNow: one.meaning == .atRisk ? one.why : nil)
    }

    /// The same day: somebody takes it, the child is seen, a manager decides and writes, and inspectors agree.
    private func answer(_ one: Leeds2009Cast.Sampled, _ flag: RecordID) async throws {
        let raised = desk.clock.now()
        desk.clock.set(raised.adding(seconds: 15 * 60))
        try await AnswerFlag(manager).acknowledge(flag, about: one.file.child)
        if one.meaning == .atRisk {
            desk.clock.set(raised.adding(seconds: 120 * 60))
            var visit = Visit(on: Self.inspectedOn, purpose: .childInNeed, seen: true, seenAlone: true, place: .home)
            visit.at = desk.clock.now()
            _ = try await desk.store.append(
                [NewEntry(visit, id: "same-day", about: .child(one.file.child), by: .user("story-worker"))],
                in: council, at: desk.clock.now())
        }
        desk.clock.set(raised.adding(seconds: 180 * 60))
        try await AnswerFlag(manager).decide(
            one.meaning == .atRisk ? "Strategy discussion called for today" : "Written up from the worker's notebook",
            established: one.meaning == .notWrittenUp ? "Both were visited the week before, with the police" : nil,
            flag,
            about: one.file.child)
        desk.clock.set(raised.adding(seconds: 200 * 60))
        try await AnswerFlag(inspector).agree(true, flag, about: one.file.child)
    }

    private func report(_ run: RunInspection) async throws {
        let files = InspectionEvidence(
            on: Self.inspectedOn, source: .caseFile, isPolicy: false,
            shows: "In 7 of 23 files children were left at potential risk of serious harm; 2 more were not written up",
            by: "")
        try await run.record(files, id: "files", of: "inspection")
        let talks = InspectionEvidence(
            on: Self.inspectedOn, source: .manager, isPolicy: false,
            shows: "Strategy discussions with the police and others are late or are not held", by: "")
        try await run.record(talks, id: "talks", of: "inspection")
        try await run.record(
            InspectionFinding(
                on: Self.inspectedOn + 1, category: "area_for_priority_action", area: nil,
                words: "Children about whom there is concern are not seen, and strategy discussions are late or absent",
                evidence: ["files", "talks"]), id: "priority", of: "inspection")
    }

    /// Every case of the frame is reviewed again.
    private func lookBack() async throws {
        desk.clock.set(Self.inspectedOn + 5, minute: 9 * 60)
        _ = try await DrawSample(auditor)(
            DrawSample.Request(
                purpose: "Look-back over every open case", method: .wholeFrame, size: 0, tool: "case-file", frame: .open
            ),
            id: "look-back")
        let cases = try await SeeAssurance(auditor, frameworks).read("look-back").cases
        for (turn, one) in cases.enumerated() {
            desk.clock.set(Self.inspectedOn + 6 + turn / 4, minute: 9 * 60 + turn % 4 * 90)
            var audit = CaseFileAudit(
                on: auditor.today, reader: .auditor, by: "story-auditor", tool: "case-file", sample: "look-back")
            audit.isFinished = true
            audit.leftAtPotentialRisk = false
            try await AuditFile(auditor)(audit, id: RecordID("look-back-\(turn)"), about: one.child)
        }
    }

    package func numbers() async throws -> [(name: String, value: StoryValue)] {
        let see = SeeAssurance(desk.assurer("story-director", .director), frameworks)
        let sample = try await see.read("files")
        let lookBack = try await see.read("look-back")
        // As the record stood when inspectors came, whatever was done about it the same day.
        let eve = Self.inspectedOn - 1
        func standing(_ one: ReadSample.Case) -> [Concern] { one.file?.concerns.filter { $0.stands(on: eve) } ?? [] }
        let atRisk = sample.cases.count { standing($0).contains { $0.leavesAtPotentialRisk(on: eve) } }
        let unwritten = sample.cases.count {
            standing($0).contains { $0.kind == .unrecorded && $0.level(on: eve) == 1 }
        }
        let seen = sample.cases.count { one in
            one.file?.flags.contains { flag in
                !flag.body.isCannotTell
                    && (one.file?.seen.contains {
                        $0.at.map { $0 >= flag.body.at } ?? false && $0.on == flag.body.at.londonDay
                    }
                        ?? false)
            } ?? false
        }
        return [
            ("sampled", .count(sample.cases.count)), ("atPotentialRisk", .count(atRisk)),
            ("notWrittenUp", .count(unwritten)), ("seenSameDay", .count(seen)),
            (
                "lookBack",
                .group([
                    ("frame", .count(lookBack.file.sample.frameCount)),
                    ("reviewed", .count(lookBack.cases.count { $0.isRead })),
                ])
            ),
        ]
    }
}
