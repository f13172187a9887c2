import ChildJourney
import WorkingDays

extension ChildSummary {
    /// What lists need to know, from the story.
    package init(_ journey: Journey) {
        let person = journey.person
        let names = [person?.forename, person?.surname].compactMap { $0 }.filter { !$0.isEmpty }
        self.init(
            name: ChildSummary.unbornName(journey) ?? (names.isEmpty ? nil : names.joined(separator: " ")),
            bornOn: person?.bornOn,
            expectedOn: person?.expectedOn, diedOn: person?.diedOn, sex: person?.sex, ethnicity: person?.ethnicity,
            statuses: ChildSummary.statusSteps(journey), holders: ChildSummary.holderSteps(journey))
    }

    /// "Unborn baby of Ann Invented"; nil for a child who is born, or has a first name already.
    private static func unbornName(_ journey: Journey) -> String? {
        guard let person = journey.person, person.bornOn == nil, person.expectedOn != nil else { return nil }
        guard person.forename?.isEmpty ?? true else { return nil }
        let mother = journey.mother?.journey.person
        let names = [mother?.forename, mother?.surname].compactMap { $0 }.filter { !$0.isEmpty }
        if !names.isEmpty { return "Unborn baby of \(names.joined(separator: " "))" }
        return ["Unborn baby", person.surname].compactMap { $0 }.joined(separator: " ")
    }

    private static func statusSteps(_ journey: Journey) -> [StatusStep] {
        var days: Set<Day> = []
        for referral in journey.referrals {
            days.formUnion([referral.receivedOn, referral.closedOn].compactMap { $0 })
        }
        for plan in journey.protectionPlans { days.formUnion([plan.startedOn, plan.endedOn].compactMap { $0 }) }
        for care in journey.careEpisodes { days.formUnion([care.beganOn, care.ceasedOn].compactMap { $0 }) }
        for contact in journey.contacts { days.insert(contact.receivedOn) }
        var steps: [StatusStep] = []
        for day in days.sorted() {
            let statuses = StatusSet(journey.statuses(on: day))
            if steps.last?.statuses != statuses { steps.append(StatusStep(from: day, statuses: statuses)) }
        }
        return steps
    }

    /// Where a source has no allocations, the team of the referral open that day stands in.
    private static func holderSteps(_ journey: Journey) -> [HolderStep] {
        let leads = journey.allocations.filter { $0.role == .lead }
        var days: Set<Day> = []
        for lead in leads { days.formUnion([lead.from, lead.until.map { $0 + 1 }].compactMap { $0 }) }
        for referral in journey.referrals {
            days.formUnion([referral.receivedOn, referral.closedOn].compactMap { $0 })
        }
        var steps: [HolderStep] = []
        for day in days.sorted() {
            let step = holder(in: journey, on: day)
            if steps.last?.worker != step.worker || steps.last?.team != step.team
                || steps.last?.isLead != step.isLead
            {
                steps.append(step)
            }
        }
        return steps
    }

    private static func holder(in journey: Journey, on day: Day) -> HolderStep {
        if let lead = journey.lead(on: day) {
            return HolderStep(from: day, worker: lead.worker, team: lead.team)
        }
        let open = journey.referrals.last { $0.receivedOn <= day && ($0.closedOn.map { day < $0 } ?? true) }
        return HolderStep(
            from: day, worker: journey.allocations.isEmpty ? open?.worker : nil, team: open?.team, isLead: false)
    }
}
