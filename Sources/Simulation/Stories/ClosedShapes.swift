import ChildJourney
import WorkingDays

/// Children whose latest episode closed before the reference day, or was never taken up.
extension ShapeMaker {
    /// An episode of need that closed on a day, as long as such episodes are.
    mutating func ended(on closed: Day) -> EpisodeShape {
        let length = chance.within(chance.pick(NationalProfile.endedEpisodeLengths))
        let received = max(practice.later(0, setting.historyStart), arrival(near: closed - length))
        let days = closed - received
        let path = chance.below(100)
        var shape: EpisodeShape
        switch days {
        case 0..<130: shape = stayedInNeed(received, closed)
        case 130..<365: shape = path < 75 ? stayedInNeed(received, closed) : wasProtected(received, closed)
        case 365..<730:
            shape =
                path < 25
                ? stayedInNeed(received, closed)
                : path < 65 ? wasProtected(received, closed) : cameIntoCare(received, closed)
        default:
            shape =
                path < 25
                ? stayedInNeed(received, closed)
                : path < 50 ? wasProtected(received, closed) : cameIntoCare(received, closed)
        }
        shape.closureReason = reason(shape)
        return shape
    }

    /// Assessed, found not in need, and closed soon after the assessment was authorised.
    mutating func notInNeed(receivedOn received: Day) -> EpisodeShape {
        let due = practice.due(practice.assessment, after: received)
        let length = chance.within(chance.pick(NationalProfile.assessmentLengths))
        var authorised = min(practice.later(length + 2, received), due)
        var wait = chance.below(8)
        if chance.happens(perThousand: NationalProfile.assessmentsLatePerThousand * 12 / 10) {
            authorised = practice.later(chance.within(chance.pick(NationalProfile.assessmentDelays)), due)
            wait = 2 + chance.below(6)
        }
        let closed = practice.later(wait, authorised)
        guard closed < today else {
            // Those not yet decided are the children under assessment; this one came earlier.
            return notInNeed(receivedOn: practice.earlier(20 + chance.below(120), received))
        }
        let reason = chance.happens(perThousand: 220) && closed.year >= 2023 ? "RC9" : "RC8"
        var shape = shape(
            received, [Phase(.inNeed, from: received, until: closed)], closedOn: closed, reason: reason, need: need())
        shape.authorisedOn = authorised
        shape.outcome = reason == "RC9" ? .earlyHelp : .noFurtherAction
        return shape
    }

    mutating func noFurtherAction(receivedOn received: Day) -> EpisodeShape {
        var shape = shape(received, [], need: need())
        shape.isNoFurtherAction = true
        return shape
    }

    /// Over before the census year began.
    mutating func endedEarlier() -> EpisodeShape {
        let last = setting.yearStart - 1
        let first = setting.historyStart + 40
        switch chance.below(10) {
        case 0: return noFurtherAction(receivedOn: closingDay(from: first, to: last - 5))
        case 1...3:
            let shape = notInNeed(receivedOn: closingDay(from: first, to: last - 160))
            return shape
        default: return ended(on: closingDay(from: first, to: last - 5))
        }
    }

    private mutating func stayedInNeed(_ received: Day, _ closed: Day) -> EpisodeShape {
        shape(received, [Phase(.inNeed, from: received, until: closed)], closedOn: closed, need: need())
    }

    /// A protection plan somewhere in it, ending with the episode or stepping down to in need before.
    private mutating func wasProtected(_ received: Day, _ closed: Day) -> EpisodeShape {
        let wait = conferenceWait()
        let earliest = practice.later(wait + 5, received)
        // Long plans fit only in long episodes, so those have them more often.
        let isLong = closed - received > 820 && chance.happens(perThousand: 350)
        let wanted = isLong ? closed - received : chance.within(chance.pick(NationalProfile.endedPlanLengths))
        let stays = chance.happens(perThousand: 250) || closed - earliest < 80 ? 0 : 20 + chance.below(60)
        let ended = stays == 0 ? closed : practice.earlier(0, closed - stays)
        let from = max(earliest, practice.earlier(0, ended - wanted))
        guard ended - from >= 30 else { return stayedInNeed(received, closed) }
        let enquiry = practice.earlier(wait, from)
        var phases = [
            Phase(.inNeed, from: received, until: from),
            Phase(.protection, from: from, until: ended, enquiryOn: enquiry),
        ]
        if ended < closed { phases.append(Phase(.inNeed, from: ended, until: closed)) }
        return shape(received, phases, closedOn: closed, need: "N1")
    }

    private mutating func cameIntoCare(_ received: Day, _ closed: Day) -> EpisodeShape {
        let began = practice.later(20 + chance.below(60), received)
        let ceased = chance.happens(perThousand: 500) ? closed : practice.earlier(0, closed - 40 - chance.below(60))
        var phases = [Phase(.inNeed, from: received, until: began), Phase(.care, from: began, until: ceased)]
        if ceased < closed { phases.append(Phase(.inNeed, from: ceased, until: closed)) }
        return shape(received, phases, closedOn: closed, need: need())
    }

    /// Adoption and orders end a time in care; the rest is as in England.
    private mutating func reason(_ shape: EpisodeShape) -> String {
        let lastIsCare = shape.phases.last?.kind == .care
        if lastIsCare {
            return chance.pick(WeightedTable([("RC1", 22), ("RC3", 7), ("RC4", 26), ("RC6", 8), ("RC7", 37)]))
        }
        let drawn = chance.pick(NationalProfile.closureReasons)
        return ["RC1", "RC3", "RC4", "RC6"].contains(drawn) ? "RC7" : drawn
    }
}
