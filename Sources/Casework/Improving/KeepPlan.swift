import AccessRules
import Assurance
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// Sets up an improvement plan, says what it answers, and gives each action an owner, a day and a number.
package struct KeepPlan: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    package func open(_ plan: ImprovementPlan, id: String) async throws(AssuranceRefusal) {
        _ = try assurer.leave(to: .keepPlan)
        try await check(plan)
        try await leaveOut(plan)
        var body = plan
        body.keptBy = assurer.person.user.text
        try await assurer.append(body, id: "plan", about: Assurer.plan(id))
    }

    /// Changes what the plan says of itself: the day it was sent, its themes, its branches, its end.
    package func change(
        _ id: String, _ edit: @Sendable (inout ImprovementPlan) -> Void
    ) async throws(AssuranceRefusal) {
        let file = try await file(id)
        var body = file.plan.body
        edit(&body)
        try await check(body)
        let used = Set(file.actions.map(\.body.theme))
        guard used.isSubset(of: body.themes.map(\.id)) else { throw .missing("a theme for every action") }
        try await leaveOut(body)
        try await assurer.append(body, id: file.plan.id, about: Assurer.plan(id), corrects: file.plan.place)
    }

    private func check(_ plan: ImprovementPlan) async throws(AssuranceRefusal) {
        guard !plan.name.isEmpty else { throw .missing("what the plan is called") }
        guard !plan.themes.isEmpty else { throw .missing("at least one theme") }
        guard plan.beganOn <= assurer.today else { throw .missing("a day that has come") }
        if let framework = plan.framework, frameworks[framework] == nil {
            throw .notOfTheFramework("the name \(framework)")
        }
        if let visit = plan.visit, frameworks.visitKind(visit) == nil {
            throw .notOfTheFramework("visits of the kind \(visit)")
        }
        for day in [plan.receivedOn, plan.publishedOn, plan.sentOn].compactMap({ $0 }) where day > assurer.today {
            throw .missing("a day that has come")
        }
        if plan.sentOn != nil, plan.sentShownBy?.isEmpty ?? true { throw .missing("what shows that it was sent") }
        if let inspection = plan.inspection { _ = try await self.inspection(inspection) }
    }

    private func leaveOut(_ plan: ImprovementPlan) async throws(AssuranceRefusal) {
        var typed: [(name: String, words: String?)] = [
            ("What it is called", plan.name), ("What shows that it was sent", plan.sentShownBy),
        ]
        for theme in plan.themes { typed.append(("A theme", theme.name)) }
        for branch in plan.branches { typed.append(("A branch", branch.name)) }
        try await assurer.leaveOutOfPlans(typed)
    }

    package func answer(_ point: AnsweredPoint, id: RecordID, in plan: String) async throws(AssuranceRefusal) {
        _ = try await file(plan)
        guard !point.words.isEmpty else { throw .missing("what was found") }
        guard point.on <= assurer.today else { throw .missing("a day that has come") }
        try await assurer.leaveOutOfPlans([("What was found", point.words), ("Which one", point.reference)])
        try await assurer.append(point, id: id, about: Assurer.plan(plan))
    }

    /// Says which pattern of published findings a point is like.
    package func liken(_ point: RecordID, to pattern: String?, in plan: String) async throws(AssuranceRefusal) {
        let file = try await file(plan)
        guard let recorded = file.points.first(where: { $0.id.text == point.text }) else { throw .notFound }
        guard recorded.body.pattern != pattern else { return }
        var body = recorded.body
        body.pattern = pattern
        try await assurer.append(body, id: point, about: Assurer.plan(plan), corrects: recorded.place)
    }

    /// Takes up every finding of the plan's inspection that asks for something and is not in the plan yet. How many.
    @discardableResult
    package func takeFindings(into plan: String) async throws(AssuranceRefusal) -> Int {
        let file = try await file(plan)
        guard let id = file.plan.body.inspection else { throw .missing("which inspection it answers") }
        let left = Self.notTaken(try await inspection(id), file)
        let entries = left.map { finding in
            var point = AnsweredPoint(
                on: finding.body.on, origin: .inspection, words: finding.body.words, isPriority: finding.isPriority)
            (point.reference, point.pattern) = (finding.id.text, finding.body.pattern)
            return NewEntry(
                point, id: RecordID("finding-\(finding.id.text)"), about: Assurer.plan(plan),
                by: .user(assurer.person.user))
        }
        if !entries.isEmpty { try await assurer.append(entries) }
        return entries.count
    }

    package struct LeftFinding: Sendable {
        package let id: RecordID
        package let body: InspectionFinding
        package let isPriority: Bool
    }

    /// What an inspection found that asks for something, and a plan does not have.
    package static func notTaken(_ inspection: InspectionFile, _ plan: PlanFile) -> [LeftFinding] {
        let known = Set(plan.points.compactMap(\.body.reference))
        return [true, false].flatMap { isPriority in
            inspection.findings(of: isPriority ? .priority : .development).filter { !known.contains($0.id.text) }.map {
                LeftFinding(id: $0.id, body: $0.body, isPriority: isPriority)
            }
        }
    }

    package func act(_ action: ImprovementAction, id: RecordID, in plan: String) async throws(AssuranceRefusal) {
        let file = try await file(plan)
        try await check(action, in: file)
        try await leaveOut(action)
        try await mustBeSamples(action, before: nil)
        try await assurer.append(action, id: id, about: Assurer.plan(plan))
    }

    /// Gives an action another day, owner or measure, gives it up, or says which audits asked before and again. It says why, and
    /// every version stays to be seen.
    package func change(
        _ action: RecordID, in plan: String, because why: String, _ edit: @Sendable (inout ImprovementAction) -> Void
    ) async throws(AssuranceRefusal) {
        let file = try await file(plan)
        guard let recorded = file.action(action) else { throw .notFound }
        guard !why.isEmpty else { throw .missing("why it is changed") }
        var body = recorded.body
        edit(&body)
        body.changedBecause = why
        guard body != recorded.body else { return }
        // NB: what was said to have begun on a day is what its number is measured from: it stays.
        guard body.beganOn == recorded.body.beganOn else { throw .missing("the day it began as it was") }
        try await check(body, in: file)
        try await leaveOut(body)
        try await mustBeSamples(body, before: recorded.body)
        try await assurer.append(body, id: action, about: Assurer.plan(plan), corrects: recorded.place)
    }

    private func leaveOut(_ action: ImprovementAction) async throws(AssuranceRefusal) {
        try await assurer.leaveOutOfPlans([
            ("What is done", action.what), ("Why no number shows it", action.noMeasureBecause),
            ("What shows that it had begun", action.begunShownBy), ("Why it is changed", action.changedBecause),
        ])
    }

    /// The audits it names are samples of this record. Those it named before are not looked for again.
    private func mustBeSamples(
        _ action: ImprovementAction, before: ImprovementAction?
    ) async throws(AssuranceRefusal) {
        let known = [before?.auditedBefore, before?.auditedAgain]
        for id in [action.auditedBefore, action.auditedAgain].compactMap({ $0 }) where !known.contains(id) {
            let access = try assurer.leave(to: .seeAssurance)
            let (store, subject) = (assurer.store, Assurer.sample(id))
            let history = try await assurer.stored { () throws(StoreFailure) in
                try await store.assuranceWork(subject, access: access)
            }
            guard SampleFile(subject.id, history) != nil else { throw .noSuchAudit }
        }
    }

    private func check(_ action: ImprovementAction, in file: PlanFile) async throws(AssuranceRefusal) {
        guard !action.what.isEmpty else { throw .missing("what is done") }
        guard file.plan.body.themes.contains(where: { $0.id == action.theme }) else { throw .missing("which theme") }
        let answered = file.points.filter { action.answers.contains($0.id.text) }
        guard !answered.isEmpty, answered.count == Set(action.answers).count else {
            throw .missing("what it answers")
        }
        if let found = answered.map(\.body.on).min(), action.beganOn < found, action.begunShownBy?.isEmpty ?? true {
            throw .missing("what shows that it began before it was asked for")
        }
        guard action.beganOn <= action.byOn else {
            throw .missing("a day it is to be done by that is not before it begins")
        }
        try await mustTakeActions(action.owner)
        switch (action.measure, action.noMeasureBecause) {
        case (nil, nil), (nil, ""): throw .missing("which measure shows it, or why none does")
        case (nil, _): break
        case (let bound?, nil):
            do throws(ActionRule.Refusal) { _ = try ActionRule(bound) } catch { throw .measureUnfit(Self.words(error)) }
        case (_?, _?): throw .missing("either a measure or why there is none")
        }
    }

    private static func words(_ refusal: ActionRule.Refusal) -> String {
        switch refusal {
        case .noSuchMeasure: "Choose a measure from the list"
        case .noDirection: "This measure says what work there is, not how well it is done: choose another"
        case .targetBelowFloor: "The target must be at least as good as the floor"
        case .outOfRange: "The target and the floor must be what the measure can be, and the step above nought"
        case .noSuchPeriod: "Choose a period from the list"
        }
    }

    func mustTakeActions(_ owner: String) async throws(AssuranceRefusal) {
        let (store, council) = (assurer.store, assurer.person.council)
        let users = try await assurer.stored { () throws(StoreFailure) in try await store.users(in: council) }
        guard users.contains(where: { $0.id.text == owner && $0.isActive && $0.role.mayDo.contains(.updateAction) })
        else { throw .noSuchPerson }
    }

    package func inspection(_ id: String) async throws(AssuranceRefusal) -> InspectionFile {
        let file = try await assurer.inspectionFile(id, anyOf: [.seeAssurance], frameworks)
        let access = try assurer.leave(to: .seeAssurance)
        let store = assurer.store
        // What is withheld of a child may have been withheld after it was written there: it is not copied.
        return file.masked(
            by: try await assurer.stored { () throws(StoreFailure) in
                try await store.withholding(ofChildrenIn: id, access: access)
            })
    }

    private func file(_ plan: String) async throws(AssuranceRefusal) -> PlanFile {
        _ = try assurer.leave(to: .keepPlan)
        let file = try await SeePlan(assurer).file(plan)
        guard !file.hasEnded else { throw .planEnded }
        return file
    }
}
