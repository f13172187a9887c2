import ChildJourney
import WorkingDays

/// When something happened: its day, and its moment where that is recorded.
package struct Happened: Sendable, Hashable {
    package let on: Day
    package let at: Moment?

    /// A moment of another day is bad data, and counts as none.
    package init(on day: Day, at moment: Moment? = nil) {
        self.on = day
        self.at = moment.flatMap { $0.londonDay == day ? $0 : nil }
    }

    /// As late as it can have begun for all that a source tells which is complete from a day on.
    package func latestStart(_ extent: Cover.Extent?) -> Happened {
        guard let from = extent?.from, from > on else { return self }
        return Happened(on: from, at: Moment(londonDay: from))
    }

    /// Known to have happened no earlier than something else: of two things of one day, only where both moments are known.
    package func isSurelyNotBefore(_ other: Happened) -> Bool {
        if on != other.on { return on > other.on }
        guard let at, let otherAt = other.at else { return false }
        return at >= otherAt
    }

    /// Known to have happened before something else.
    package func isSurelyBefore(_ other: Happened) -> Bool {
        if on != other.on { return on < other.on }
        guard let at, let otherAt = other.at else { return false }
        return at < otherAt
    }
}

extension Recorded where Body == Visit {
    package var happened: Happened { Happened(on: body.on, at: body.at) }
}

extension Journey {
    /// The first visit on which the child was seen that is known to be no earlier than `since`. One of that very day whose
    /// moment nobody recorded may have been before it, and answers nothing.
    package func firstSeen(since: Happened) -> Recorded<Visit>? {
        var first: Recorded<Visit>?
        for visit in visits where visit.seen == true && visit.happened.isSurelyNotBefore(since) {
            guard let known = first else {
                first = visit
                continue
            }
            // Visits are in order of day. Of one day the earliest whose moment is known: it alone can be shown to be in time.
            guard visit.on == known.on else { break }
            if let at = visit.happened.at, known.happened.at.map({ at < $0 }) ?? true { first = visit }
        }
        return first
    }
}
