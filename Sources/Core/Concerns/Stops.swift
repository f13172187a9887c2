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
        // NB: one code, keyed by one person: it ends what ran when it was keyed, and silences nothing that came after.
        for referral in referrals {
            guard let closed = referral.closedOn, closed >= start else { continue }
            switch referral.closureReason {
            case "RC1" where referral.isAdopted: consider(closed, .adopted)
            // In a file the code is all there is; here a death is recorded with its day, and counts by that.
            case "RC2" where referral.body.closedBy == nil: consider(closed, .died)
            default: break
            }
        }
        for care in careEpisodes where care.ceasedReason == "E11" || care.ceasedReason == "E12" {
            if let ceased = care.ceasedOn, ceased >= start { consider(ceased, .adopted) }
        }
        if let episode, let closed = episode.closedOn, closed >= start {
            consider(closed, episode.isTransferred ? .transferred : .closed)
        }
        if let ends, ends >= start { consider(ends, ending) }
        return earliest.map { Stop(on: $0.on, because: $0.because, doubt: doubt($0.on, $0.because, start)) }
    }

    /// How a stop contradicts what is recorded: a record made, or the child seen, after the death; or something begun for
    /// a child who by their birth date was then no child any more.
    private func doubt(_ day: Day, _ because: Ending, _ start: Day) -> String? {
        switch because {
        case .died where day < start || visits.contains { $0.seen == true && $0.on > day }:
            "a record is dated after the child had died"
        case .turned18 where day <= start: "by the birth date on record it began after the 18th birthday"
        case .died, .turned18, .adopted, .transferred, .closed, .planEnded, .noLongerApplies: nil
        }
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

extension Recorded where Body == Referral {
    /// Whether the child was adopted. A file has the code alone; here it takes the day of the order and what shows it, or it
    /// is a closing like any other.
    package var isAdopted: Bool {
        guard closureReason == "RC1" else { return false }
        guard body.closedBy != nil else { return true }
        return body.adoptionOrderedOn != nil && body.adoptionShownBy != nil
    }

    /// Whether another council took over. A file has the code alone; here it takes who accepted, the day and what shows
    /// it in writing, or it is a closing like any other.
    package var isTransferred: Bool {
        guard closureReason == "RC5" else { return false }
        guard body.closedBy != nil else { return true }
        return body.transferAcceptedBy != nil && body.transferAcceptedOn != nil && body.transferShownBy != nil
    }
}
