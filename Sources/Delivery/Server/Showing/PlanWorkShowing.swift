import AccessRules
import Casework
import ChildJourney
import Pages
import WorkingDays

/// What improvement plans wait for from whoever asks.
enum PlanWorkShowing {
    static func mine(_ live: Live, _ context: RequestDetails) async throws -> [PlanWorkItem] {
        guard try context.signedIn().person.mayDo.contains(.updateAction) else { return [] }
        let desk = ImprovementDesk(live, context)
        let see = try desk.see()
        let work = try await desk.asked { () async throws(AssuranceRefusal) in
            try await see.mine(live.standards.calendar)
        }
        return work.map { one in
            let plan = ImprovementDesk.address(one.plan)
            let href =
                one.sort == .agreement
                ? "/audit/inspections/\(PercentText.encode(one.plan))/after"
                : one.action.map { "\(plan)/actions/\(PercentText.encode($0))" } ?? "\(plan)/meetings"
            return PlanWorkItem(
                link: Link(words: one.words, href: href), due: one.dueOn.words, isOverdue: one.dueOn < live.today)
        }
    }

    /// The same at the top of all plans: a council whose record is loaded has no My work.
    static func part(_ live: Live, _ context: RequestDetails) async throws -> [InspectionPartPage.Part] {
        let items = try await mine(live, context)
        guard !items.isEmpty else { return [] }
        return [
            .init(
                "Waiting for you",
                table: .init(
                    caption: "First due first", columns: ["What", "Due"],
                    rows: items.map { item in
                        [
                            .init(item.link.words, href: item.link.href),
                            .init(item.due, tags: item.isOverdue ? [StatusTag(words: "Overdue", tone: .red)] : []),
                        ]
                    }, nothing: ""))
        ]
    }
}
