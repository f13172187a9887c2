import ChildJourney
import WorkingDays

/// What ends a duty without meeting it: death, adoption, an 18th birthday, transfer, the end of its episode.
extension Journey {
    /// The earliest stop of a duty that hangs on something begun on `start`. `episode` is the referral it hangs on,
    /// `ends` the day the plan or period it hangs on ended.
    ///
    /// Nothing runs past death, adoption or an 18th birthday, whenever that was. The end of an episode or a plan counts
    /// only when it is not before `start`: such an end is bad data, and must not silence an alarm.
    package func stop(
        from start: Day, episode: Recorded<Referral>? = nil, ends: Day? = nil, as ending: Ending = .planEnded
    ) -> Stop? {
        var earliest: (on: Day, because: Ending)?
        func consider(_ day: Day?, _ because: Ending) {
            guard let day, earliest.map({ day < $0.on }) ?? true else { return }
            earliest = (day, because)
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
        if let episode, let closed = episode.closedOn, closed >= start {
            consider(closed, episode.closureReason == "RC5" ? .transferred : .closed)
        }
        if let ends, ends >= start { consider(ends, ending) }
        return earliest.map { Stop(on: $0.on, because: $0.because, doubt: doubt($0.on, $0.because, start)) }
    }

    /// How a stop contradicts what is recorded: a record made, or the child seen, after the death; a record made after
    /// the adoption; or one about somebody who by their birth date was then 26 or more, when no duty to a care leaver
    /// is left either.
    private func doubt(_ day: Day, _ because: Ending, _ start: Day) -> String? {
        let isDoubtful =
            switch because {
            case .died: day < start || visits.contains { $0.seen == true && $0.on > day }
            case .adopted: day < start
            case .turned18: day <= start && day.adding(months: 8 * 12) <= start
            case .transferred, .closed, .planEnded, .noLongerApplies: false
            }
        return isDoubtful ? "a record is dated after the child had died, been adopted or turned 26" : nil
    }

    /// The referral a record hangs on: by id where the source gives one, else the latest one open that day.
    package func episode(_ id: RecordID?, on day: Day) -> Recorded<Referral>? {
        episodeIndex(id, on: day).map { referrals[$0] }
    }

    /// Whether that is the referral a record hangs on.
    package func hangs(_ id: RecordID?, from day: Day, on referral: RecordID) -> Bool {
        episodeIndex(id, on: day).map { referrals[$0].id == referral } ?? false
    }

    /// Whether an assessment that hangs on the referral comes before a place in the list.
    package func isAssessed(_ referral: RecordID, before place: Int? = nil) -> Bool {
        for index in 0..<(place ?? assessments.count)
        where hangs(assessments[index].referral, from: assessments[index].startedOn, on: referral) {
            return true
        }
        return false
    }

    private func episodeIndex(_ id: RecordID?, on day: Day) -> Int? {
        if let id, let named = referrals.firstIndex(where: { $0.id == id }) { return named }
        return referrals.lastIndex {
            $0.receivedOn <= day && ($0.closedOn.map { day <= $0 } ?? true) && $0.isAccepted
        }
    }

    /// Whether a birth was expected by a day and none is recorded: nobody can say whether there was a child to see.
    package func isBirthUnrecorded(by day: Day) -> Bool {
        guard let person, person.bornOn == nil, let expected = person.expectedOn else { return false }
        return expected <= day
    }

    /// Why nobody can say from when a child should have been visited, in something that runs until `stop`; nil when it
    /// can be said.
    package func birthDoubt(until stop: Stop?, lastDay: Day?) -> String? {
        if let born = person?.bornOn, let lastDay, born > lastDay {
            return "the birth date on record is after the last day the source covers"
        }
        guard let expected = person?.expectedOn, isBirthUnrecorded(by: lastDay ?? expected) else { return nil }
        return stop.map { $0.on <= expected } ?? false ? nil : "a birth was expected and none is recorded"
    }

    /// Unborn on a day: an expected child with no birth recorded by then.
    package func isUnborn(on day: Day) -> Bool {
        guard let person else { return false }
        if let born = person.bornOn { return day < born }
        return person.expectedOn != nil
    }
}
