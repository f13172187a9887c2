import ChildJourney
import WorkingDays

/// Episodes before the latest one: what makes a referral a re-referral, and a plan a second plan.
extension ShapeMaker {
    private static let sharePerThousand: [Story: Int] = [
        .underAssessment: 300, .onProtectionPlan: 230, .inCare: 120, .inNeed: 280, .ended: 250,
        .assessedNotInNeed: 290, .noFurtherAction: 290, .earlierYears: 120,
    ]
    private static let secondPlanPerThousand = 70

    mutating func earlierEpisodes(before latest: EpisodeShape) -> [EpisodeShape] {
        guard latest.closureReason != "RC1", latest.closureReason != "RC2" else { return [] }
        let isPlan = latest.phases.contains { $0.kind == .protection }
        if isPlan, chance.happens(perThousand: Self.secondPlanPerThousand),
            let before = protectedEarlier(before: latest.receivedOn)
        {
            return [before]
        }
        guard chance.happens(perThousand: Self.sharePerThousand[story] ?? 0),
            let before = episode(before: latest.receivedOn)
        else { return [] }
        guard chance.happens(perThousand: 150), let first = episode(before: before.receivedOn) else { return [before] }
        return [first, before]
    }

    /// A short episode that closed some time before a day: mostly long enough before not to be closed too soon.
    private mutating func episode(before day: Day) -> EpisodeShape? {
        let gap = chance.happens(perThousand: 120) ? 5 + chance.below(86) : 92 + chance.below(260)
        let closed = practice.earlier(0, day - gap)
        switch chance.below(100) {
        case 0..<5:
            guard closed > setting.historyStart else { return nil }
            return noFurtherAction(receivedOn: closed)
        case 5..<78:
            let received = practice.earlier(8 + chance.below(45), closed)
            guard received > setting.historyStart else { return nil }
            var shape = shape(
                received, [Phase(.inNeed, from: received, until: closed)], closedOn: closed, need: need())
            let isEarlyHelp = chance.happens(perThousand: 220) && closed.year >= 2023
            shape.closureReason = isEarlyHelp ? "RC9" : "RC8"
            shape.outcome = isEarlyHelp ? .earlyHelp : .noFurtherAction
            shape.authorisedOn = practice.earlier(
                chance.below(5), min(closed, practice.due(practice.assessment, after: received)))
            return shape
        default:
            let received = practice.earlier(0, closed - 20 - chance.below(120))
            guard received > setting.historyStart else { return nil }
            var shape = shape(
                received, [Phase(.inNeed, from: received, until: closed)], closedOn: closed, reason: "RC7", need: need()
            )
            delay(&shape)
            return shape
        }
    }

    /// An episode with a protection plan that closed within two years before a day.
    private mutating func protectedEarlier(before day: Day) -> EpisodeShape? {
        let closed = practice.earlier(0, day - 95 - chance.below(200))
        let length = chance.within(60...240)
        guard closed - length - 120 > setting.historyStart else { return nil }
        var shape = protected(planFrom: closed - length, until: closed, need: "N1")
        guard shape.receivedOn > setting.historyStart else { return nil }
        shape.closedOn = closed
        shape.closureReason = "RC7"
        return shape
    }
}
