import WorkingDays

/// When the day teams are there: working days from 09:00 to 17:00. Local practice (L): no law sets office hours, and a council's
/// own are to be asked for. Everything else is emergency duty's.
package enum OfficeHours {
    package static let opens = 9 * 60
    package static let closes = 17 * 60

    /// From the closing of the offices to their next opening: the stretch emergency duty answers for.
    package struct Night: Sendable, Hashable {
        package let from: Moment
        package let until: Moment

        package init(from: Moment, until: Moment) {
            self.from = from
            self.until = until
        }
    }

    /// Whether the day teams are there. A day the calendar does not know is nobody's.
    package static func areOpen(at moment: Moment, _ calendar: WorkingCalendar) -> Bool {
        calendar.isWorkingDay(moment.londonDay) == true && (opens..<closes).contains(moment.londonMinute)
    }

    /// The stretch that runs, or in office hours the last one.
    package static func night(at moment: Moment, _ calendar: WorkingCalendar) -> Night {
        var day = moment.londonDay
        let isClosedToday = calendar.isWorkingDay(day) == true && moment.londonMinute >= closes
        if !isClosedToday { day = workingDay(before: day, calendar) }
        let from = Moment(londonDay: day, minute: closes)
        return Night(from: from, until: opening(after: from, calendar))
    }

    /// The next opening after a moment.
    package static func opening(after moment: Moment, _ calendar: WorkingCalendar) -> Moment {
        var day = moment.londonDay
        if calendar.isWorkingDay(day) == true, moment.londonMinute < opens {
            return Moment(londonDay: day, minute: opens)
        }
        // Beyond what the calendar knows the next day counts: sooner, never later.
        repeat { day = day + 1 } while calendar.isWorkingDay(day) == false
        return Moment(londonDay: day, minute: opens)
    }

    /// When what was handed over should have been taken: by the next change between day and night.
    package static func acceptBy(handedOverAt moment: Moment, _ calendar: WorkingCalendar) -> Moment {
        areOpen(at: moment, calendar)
            ? Moment(londonDay: moment.londonDay, minute: closes) : opening(after: moment, calendar)
    }

    private static func workingDay(before day: Day, _ calendar: WorkingCalendar) -> Day {
        var earlier = day - 1
        while calendar.isWorkingDay(earlier) == false { earlier = earlier - 1 }
        return earlier
    }
}
