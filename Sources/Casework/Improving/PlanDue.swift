import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

extension PlanFile {
    /// The day by which the plan has to be sent, as the inspection it answers says, or the report it names; nil where no law sets one.
    package func due(
        _ inspection: InspectionFile?, _ frameworks: InspectionFrameworks, _ calendar: WorkingCalendar
    ) -> ActionPlanDue? {
        if let inspection {
            return inspection.planDue(calendar, visit: frameworks.visitKind(inspection.inspection.body.visit))
        }
        guard let framework = plan.body.framework.flatMap({ frameworks[$0] }) else { return nil }
        return ActionPlanDue(
            framework, plan.body.visit.flatMap { frameworks.visitKind($0) },
            hasPriorityAction: plan.body.hasPriorityAction ?? false, receivedOn: plan.body.receivedOn,
            publishedOn: plan.body.publishedOn, calendar)
    }
}
