import AccessRules
import ChildJourney
import WorkingDays

/// What is done if a plan does not hold.
package enum SetPlanContents: Step {
    package static let name = "plan-contingency"
    package static let words = StepWords("Write the plan's contingency", done: "Contingency written")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        RunningPlan.all(journey).map { $0.opening(isNext: $0.contingency == nil) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let plan = RunningPlan.all(scene.journey).first { $0.id == scene.opening.record }
        return [
            StepField(
                "contingency", "What happens if the plan does not keep the child safe?",
                called: "what happens if the plan does not hold", .longText,
                initial: [plan?.contingency].compactMap { $0 })
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard var plan = RunningPlan.all(scene.journey).first(where: { $0.id == scene.opening.record }) else {
            return []
        }
        plan.contingency = answers.text("contingency")
        return [plan.record(on: scene.today)]
    }
}

/// A plan that runs, for protection or in need: both have actions and a contingency.
struct RunningPlan {
    private enum Kind {
        case protection(Recorded<ChildProtectionPlan>)
        case inNeed(Recorded<ChildInNeedPlan>)
    }

    private let kind: Kind
    var contingency: String?
    var actions: [PlanAction]

    static func all(_ journey: Journey) -> [RunningPlan] {
        [journey.runningProtectionPlan.map { RunningPlan(.protection($0), $0.body.contingency, $0.body.actions) }]
            .compactMap { $0 }
            + [journey.runningInNeedPlan.map { RunningPlan(.inNeed($0), $0.body.contingency, $0.body.actions) }]
            .compactMap { $0 }
    }

    private init(_ kind: Kind, _ contingency: String?, _ actions: [PlanAction]?) {
        self.kind = kind
        self.contingency = contingency
        self.actions = actions ?? []
    }

    var id: RecordID {
        switch kind {
        case .protection(let plan): plan.id
        case .inNeed(let plan): plan.id
        }
    }

    func opening(isNext: Bool = false) -> StepOpening {
        switch kind {
        case .protection(let plan): plan.opening("child protection plan", of: plan.startedOn, isNext: isNext)
        case .inNeed(let plan): plan.opening("child in need plan", of: plan.startedOn, isNext: isNext)
        }
    }

    /// The plan as it now stands, written on a day.
    func record(on today: Day) -> StepRecord {
        let isWhole = !actions.isEmpty && contingency?.isEmpty == false
        switch kind {
        case .protection(let plan):
            var body = plan.body
            (body.contingency, body.actions) = (contingency, actions)
            body.contentsOn = body.contentsOn ?? (isWhole ? today : nil)
            return StepRecord(body, id: plan.id, corrects: plan.place)
        case .inNeed(let plan):
            var body = plan.body
            (body.contingency, body.actions) = (contingency, actions)
            body.contentsOn = body.contentsOn ?? (isWhole ? today : nil)
            return StepRecord(body, id: plan.id, corrects: plan.place)
        }
    }
}
