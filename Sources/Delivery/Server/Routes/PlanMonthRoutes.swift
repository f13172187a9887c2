import AccessRules
import Casework
import ChildJourney
import Hummingbird
import Improvement
import Measures
import Pages
import WorkingDays

/// The months of a plan: what was written, what was frozen, and what changed from one to the next.
struct PlanMonthRoutes {
    private static let path = "\(ImprovementDesk.path)/{plan}/months"

    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("\(Self.path)") { _, context in try await all(ImprovementDesk(live, context)) }
        router.get("\(Self.path)/{month}") { _, context in try await one(ImprovementDesk(live, context)) }
        router.get("\(Self.path)/{month}/signed.txt") { _, context in
            let desk = ImprovementDesk(live, context)
            try desk.leave(to: .seePlan)
            let file = try await desk.file()
            let snapshot = try snapshot(desk, file)
            return Response.text(SnapshotText.of(snapshot.body, plan: file.id))
        }
    }

    private func snapshot(_ desk: ImprovementDesk, _ file: PlanFile) throws -> Recorded<PlanSnapshot> {
        let month = PlanMonth(text: try desk.context.pathPart("month"))
        guard let found = file.snapshots.first(where: { $0.body.month == month?.first }) else { throw Refused.notFound }
        return found
    }

    private func all(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .seePlan)
        let file = try await desk.file()
        let people = try await desk.people()
        let calendar = live.standards.calendar
        let late = file.overdueUpdates(on: live.today, calendar)
        let began = file.plan.firstWrittenAt?.londonDay ?? file.plan.body.beganOn
        let over = PlanMonth.lastOver(at: live.now(), calendar)
        let months = PlanMonth.all(from: began, through: max(over.first, began)).filter { $0 <= over }
        let address = ImprovementDesk.address(file.id)
        let rows = months.reversed().map { month -> [InspectionPartPage.Item] in
            let frozen = file.snapshots.first { $0.body.month == month.first }
            let missing = late.count { $0.month == month }
            let owed: [StatusTag] =
                missing == 0
                ? [] : [StatusTag(words: "\(ImprovementShowing.counted(missing, "update")) overdue", tone: .red)]
            return [
                .init(month.words, href: frozen.map { _ in "\(address)/months/\(month.text)" }),
                .init(month.lastWorkingDay(calendar).shortWords),
                frozen.map { .init("Frozen \($0.body.takenAt.words)") }
                    ?? .init("", tags: [StatusTag(words: "No snapshot was taken", tone: .gone)]),
                .init(missing == 0 ? "None overdue" : "", tags: owed),
            ]
        }
        let owedRows = late.map { action, month -> [InspectionPartPage.Item] in
            [
                .init(action.body.what, href: "\(address)/actions/\(PercentText.encode(action.id.text))"),
                .init(people.names.name(action.body.owner)), .init(month.words),
                .init(month.lastWorkingDay(calendar).shortWords),
            ]
        }
        let broken = SnapshotSignature.firstBroken(of: file)
        let next = PlanMonth(of: live.today).lastWorkingDay(calendar)
        return try await desk.respond(
            "Months of the plan",
            "Each month's updates are due by its last working day; that evening its figures and words are frozen. The next such day is \(next >= live.today ? next.words : PlanMonth(of: live.today).next.lastWorkingDay(calendar).words).",
            [
                .init(
                    paragraphs: [
                        broken.map {
                            "The snapshot of \($0.words) is not as it was signed, or does not follow from the one before."
                        }
                            ?? "Every snapshot is as it was signed and follows from the one before."
                    ],
                    table: .init(
                        caption: "Months, latest first", columns: ["Month", "Updates due", "Snapshot", "Updates"],
                        rows: rows, nothing: "No month is over yet.")),
                .init(
                    "Updates overdue",
                    table: .init(
                        caption: ImprovementShowing.counted(late.count, "update"),
                        columns: ["Action", "Who sees to it", "Month", "Was due"], rows: owedRows,
                        nothing: "No update is overdue.")),
            ], plan: file)
    }

    private func one(_ desk: ImprovementDesk) async throws -> Response {
        try desk.leave(to: .seePlan)
        let file = try await desk.file()
        let snapshot = try snapshot(desk, file)
        let people = try await desk.people()
        let body = snapshot.body
        let month = PlanMonth(of: body.month)
        let before = file.snapshots.last { $0.body.month < body.month }
        let showing = SnapshotShowing(file: file, people: people)
        let told = body.toldUntil.map { " The source tells of days until \($0.words)." } ?? ""
        let mine = SnapshotSignature.of(body, plan: file.id)
        return try await desk.respond(
            "\(month.words), as frozen",
            "As it stood on \(body.asAt.words), frozen \(body.takenAt.words). Nothing here is worked out again.\(told)",
            [
                .init(
                    "What changed",
                    paragraphs: before.map { ["Since \(PlanMonth(of: $0.body.month).words)."] } ?? [
                        "It is the first snapshot."
                    ],
                    table: before.map { showing.changes($0.body, body) }),
                .init("Every action", table: showing.lines(body)),
                .init(
                    "Signature",
                    paragraphs: [
                        mine == body.digest ? "It is as it was signed." : "It is not as it was signed.",
                        "SHA-256 of its text: \(body.digest)",
                        "Of the snapshot before it: \(body.previous ?? "none, it is the first")",
                        "The record then ended at \(body.recordHead)",
                    ],
                    links: [
                        Link(
                            words: "The text that was signed",
                            href: "\(ImprovementDesk.address(file.id))/months/\(month.text)/signed.txt")
                    ]),
            ], plan: file, trail: [Link(words: "Months", href: "\(ImprovementDesk.address(file.id))/months")])
    }
}
