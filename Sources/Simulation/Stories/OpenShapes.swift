import ChildJourney
import WorkingDays

/// Children whose latest episode is open on the reference day.
extension ShapeMaker {
    /// Referred within the time an assessment may take, and not finished.
    mutating func underAssessment() -> EpisodeShape {
        let limit = practice.assessment.number
        let received = arrival(near: practice.earlier(chance.below(limit), today))
        let due = practice.due(practice.assessment, after: received)
        let left = max(1, practice.workingDays(from: today, to: due))
        var shape = shape(received, [Phase(.inNeed, from: received)], need: need())
        shape.authorisedOn = min(practice.later(1 + chance.below(left), today), max(due, today + 1))
        return shape
    }

    /// In need for less than a year without another step: from a year on it would be drift.
    mutating func inNeed() -> EpisodeShape {
        let longest = today - today.adding(months: -practice.inNeedStep.number) - 3
        let days = 50 + min(chance.below(longest - 50), chance.below(longest - 50) + 40)
        let received = arrival(near: today - min(days, longest - 5))
        return shape(received, [Phase(.inNeed, from: received)], need: need())
    }

    /// A protection plan ended in the last year and the child stayed in need.
    mutating func steppedDown() -> EpisodeShape {
        let ended = practice.earlier(0, today - 15 - chance.below(310))
        let length = chance.within(chance.pick(NationalProfile.endedPlanLengths))
        var shape = protected(planFrom: ended - length, until: ended, need: "N1")
        shape.phases.append(Phase(.inNeed, from: ended))
        return shape
    }

    mutating func onProtectionPlan() -> EpisodeShape {
        let age = chance.within(chance.pick(NationalProfile.runningPlanAges))
        return protected(planFrom: today - age, until: nil, need: chance.happens(perThousand: 850) ? "N1" : need())
    }

    mutating func inCare() -> EpisodeShape {
        let began = practice.earlier(0, today - 20 - min(chance.below(900), chance.below(900)))
        if chance.happens(perThousand: 250) {
            let length = chance.within(60...300)
            var shape = protected(planFrom: began - length, until: began, need: "N1")
            shape.phases.append(Phase(.care, from: began))
            return shape
        }
        let received = max(setting.historyStart, practice.earlier(0, began - 25 - chance.below(240)))
        return shape(
            received, [Phase(.inNeed, from: received, until: began), Phase(.care, from: began)], need: need())
    }

    /// Working days from the enquiry to the conference: some are late, and held all the same.
    mutating func conferenceWait() -> Int {
        guard chance.happens(perThousand: NationalProfile.conferencesLatePerThousand * 11 / 10) else {
            return min(practice.conference.number, chance.within(chance.pick(NationalProfile.conferenceWaits)))
        }
        return practice.conference.number + chance.within(chance.pick(NationalProfile.conferenceDelays))
    }

    /// The phases up to the end of a protection plan, from the day the plan should begin.
    mutating func protected(planFrom wanted: Day, until: Day?, need: String) -> EpisodeShape {
        let earliest = practice.later(60, setting.historyStart)
        var from = max(practice.earlier(0, wanted), earliest)
        if let until, from > until - 20 { from = practice.earlier(0, until - 20) }
        let enquiry = practice.earlier(conferenceWait(), from)
        var received = practice.earlier(chance.below(8), enquiry)
        if chance.happens(perThousand: 300) {
            received = max(setting.historyStart, practice.earlier(0, enquiry - 60 - chance.below(200)))
        }
        return shape(
            received,
            [
                Phase(.inNeed, from: received, until: from),
                Phase(.protection, from: from, until: until, enquiryOn: enquiry),
            ], need: need)
    }
}
