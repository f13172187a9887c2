import ChildJourney
import WorkingDays

/// Draws the outline of a sound life for a story: one latest episode, and perhaps earlier ones before it.
struct ShapeMaker {
    let setting: Setting
    let story: Story
    var chance: Chance

    var practice: Practice { setting.practice }
    var today: Day { setting.today }

    mutating func outlines() -> [EpisodeShape] {
        guard var latest = latest() else { return [] }
        delay(&latest)
        return earlierEpisodes(before: latest) + [latest]
    }

    mutating func latest() -> EpisodeShape? {
        switch story {
        case .underAssessment: underAssessment()
        case .onProtectionPlan: onProtectionPlan()
        case .inCare: inCare()
        case .inNeed: chance.happens(perThousand: 70) ? steppedDown() : inNeed()
        case .ended: ended(on: closingDay(from: setting.yearStart, to: today - 1))
        case .assessedNotInNeed: notInNeed(receivedOn: dayInYear())
        case .noFurtherAction: noFurtherAction(receivedOn: dayInYear())
        case .earlierYears: endedEarlier()
        case .contactsOnly: nil
        }
    }

    /// Steps done late and put right, at the national rates.
    mutating func delay(_ shape: inout EpisodeShape) {
        if shape.authorisedOn == nil {
            shape.isAssessedLate = chance.happens(perThousand: NationalProfile.assessmentsLatePerThousand * 21 / 10)
        }
        shape.isReviewedLate = chance.happens(perThousand: NationalProfile.reviewsLatePerThousand * 12 / 10)
        if chance.happens(perThousand: NationalProfile.plansElsewherePerThousand) {
            shape.plansElsewhere = chance.pick([1, 1, 1, 1, 2])
        }
    }

    func shape(
        _ received: Day, _ phases: [Phase], closedOn: Day? = nil, reason: String? = nil, need: String
    ) -> EpisodeShape {
        EpisodeShape(
            receivedOn: received, phases: phases, closedOn: closedOn, closureReason: reason, primaryNeed: need)
    }

    mutating func need() -> String { chance.pick(NationalProfile.primaryNeeds) }

    /// Any day of the census year but the last few; a working day, or now and then a weekend.
    mutating func dayInYear() -> Day {
        arrival(near: setting.yearStart + chance.below(max(1, today - setting.yearStart - 2)))
    }

    /// About three referrals in a hundred come at a weekend.
    mutating func arrival(near day: Day) -> Day {
        let working = practice.earlier(0, day)
        guard chance.happens(perThousand: 50) else { return working }
        let saturday = working + (5 - working.weekday.rawValue)
        return saturday < today ? saturday : working
    }

    mutating func closingDay(from first: Day, to last: Day) -> Day {
        let day = practice.earlier(0, first + 5 + chance.below(max(1, last - first - 5)))
        return max(day, practice.later(0, first))
    }
}
