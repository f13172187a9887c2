import ChildJourney
import WorkingDays

/// What happens in each phase: visits always, and a plan or a period of care where the phase is one.
extension EpisodePlanner {
    mutating func live(_ index: Int, of episode: inout Episode) {
        let phase = episode.shape.phases[index]
        guard phase.from <= today else { return }
        switch phase.kind {
        case .inNeed:
            if index > 0 { addInNeedPlan(from: phase.from, until: phase.until, to: &episode) }
            visitInNeed(phase, closing: episode.shape.closedOn == phase.until, in: &episode)
        case .protection: protect(phase, in: &episode)
        case .care: care(phase, in: &episode)
        }
    }

    private mutating func protect(_ phase: Phase, in episode: inout Episode) {
        let category = chance.pick(NationalProfile.planCategories)
        var latest = category
        if today - phase.from > 120, chance.happens(perThousand: NationalProfile.planCategoryChangesPerThousand) {
            latest = chance.pick(NationalProfile.planCategories)
        }
        let id = ids.next("P")
        let place = episode.conferences.lastIndex { $0.heldOn == phase.from }
        episode.protectionPlans.append(
            Draft(
                ChildProtectionPlan(
                    referral: episode.id, conference: place.map { episode.conferences[$0].id },
                    startedOn: phase.from, endedOn: phase.until, initialCategory: category, latestCategory: latest,
                    previousPlans: episode.shape.plansElsewhere), id: id))
        if let place { episode.conferences[place].plan = id }
        review(plan: id, phase, in: &episode)
        visitOnPlan(id, phase, in: &episode)
    }

    private mutating func care(_ phase: Phase, in episode: inout Episode) {
        let ceased = phase.until
        let reasons = ["RC1": "E11", "RC3": "E41", "RC4": "E45", "RC2": "E2", "RC6": "E7"]
        let isLast = ceased != nil && ceased == episode.shape.closedOn
        let reason = isLast ? reasons[episode.shape.closureReason ?? ""] ?? "E4A" : "E4A"
        episode.careEpisodes.append(
            Draft(
                CareEpisode(
                    beganOn: phase.from, ceasedOn: ceased, ceasedReason: ceased == nil ? nil : reason,
                    primaryNeed: episode.referral.primaryNeed, referral: episode.id), id: ids.next("B")))
        let code = episode.shape.closureReason == "RC1" ? "E1" : chance.pick(["C2", "C2", "V2"])
        episode.legalStatuses.append(
            Draft(LegalStatus(code: code, from: phase.from, until: ceased), id: ids.next("G")))
        stepsBeforeProceedings(phase, in: &episode)
        visitInCare(phase, in: &episode)
    }

    /// About half the children who came into care did so after steps before proceedings.
    private mutating func stepsBeforeProceedings(_ phase: Phase, in episode: inout Episode) {
        guard chance.happens(perThousand: 500) else { return }
        let started = practice.earlier(30 + chance.below(40), phase.from)
        guard started > episode.referral.receivedOn + 10 else { return }
        let offered = chance.happens(perThousand: 850)
        episode.preProceedings.append(
            Draft(
                PreProceedings(
                    referral: episode.id, startedOn: started, letterSentOn: practice.later(3, started),
                    familyMeetingOffered: offered, familyMeetingHeld: offered && chance.happens(perThousand: 600),
                    firstMeetingOn: practice.later(12, started), reviewMeetings: 1,
                    stepDecidedOn: practice.earlier(3, phase.from), outcome: "A",
                    courtApplicationOn: practice.earlier(0, phase.from),
                    carePlanLetterOn: practice.earlier(1, phase.from)), id: ids.next("X")))
    }
}
