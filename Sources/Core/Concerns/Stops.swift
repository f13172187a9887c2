import ChildJourney
import WorkingDays

/// What ends a duty without meeting it: death, adoption, an 18th birthday, transfer, the end of its episode.
extension Journey {
    /// The earliest stop on or after `start`. `episode` is the referral the duty hangs on, `ends` the day the plan or
    /// period it hangs on ended.
    package func stop(
        from start: Day, episode: Recorded<Referral>? = nil, ends: Day? = nil, as ending: Ending = .planEnded
    ) -> Stop? {
        var earliest: Stop?
        func consider(_ day: Day?, _ because: Ending) {
            guard let day, day >= start, earliest.map({ day < $0.on }) ?? true else { return }
            earliest = Stop(on: day, because: because)
        }
        consider(person?.diedOn, .died)
        consider(person?.bornOn?.birthday(18), .turned18)
        for referral in referrals where referral.closedOn != nil {
            switch referral.closureReason {
            case "RC1": consider(referral.closedOn, .adopted)
            case "RC2": consider(referral.closedOn, .died)
            default: break
            }
        }
        for care in careEpisodes where care.ceasedReason == "E11" || care.ceasedReason == "E12" {
            consider(care.ceasedOn, .adopted)
        }
        if let episode {
            consider(episode.closedOn, episode.closureReason == "RC5" ? .transferred : .closed)
        }
        consider(ends, ending)
        return earliest
    }

    /// The referral a record hangs on: by id where the source gives one, else the latest one open that day.
    package func episode(_ id: RecordID?, on day: Day) -> Recorded<Referral>? {
        if let id, let named = referrals.first(where: { $0.id == id }) { return named }
        return referrals.last { $0.receivedOn <= day && ($0.closedOn.map { day <= $0 } ?? true) && $0.isAccepted }
    }

    /// Unborn on a day: an expected child with no birth recorded by then.
    package func isUnborn(on day: Day) -> Bool {
        guard let person else { return false }
        if let born = person.bornOn { return day < born }
        return person.expectedOn != nil
    }
}
