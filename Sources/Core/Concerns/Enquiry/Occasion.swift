import ChildJourney
import Duties
import WorkingDays

/// What an enquiry is about: from when on a visit or a discussion can have answered it.
struct Occasion: Sendable {
    private let calendar: WorkingCalendar
    private let window: Allowance

    init(_ setting: Setting) {
        calendar = setting.calendar
        window = setting.limits.allowance("enquiry_occasion_local")
    }

    /// The enquiry's own beginning; or the last allegation, or the referral, close before it. A visit or a discussion of an
    /// earlier occasion answers nothing, however long the same referral has been open.
    func began(
        of enquiry: Recorded<Section47Enquiry>, _ referral: Recorded<Referral>?, in journey: Journey
    ) -> Happened {
        let begun = Happened(on: enquiry.startedOn, at: enquiry.body.startedAt)
        var latest: Happened?
        func isClose(_ day: Day) -> Bool {
            day <= begun.on && (calendar.due(window, after: day).map { begun.on <= $0 } ?? false)
        }
        if let referral, isClose(referral.receivedOn) {
            latest = Happened(on: referral.receivedOn, at: referral.body.receivedAt)
        }
        let alleged = journey.whenHarmWasAlleged.filter { !begun.isSurelyBefore($0) && isClose($0.on) }
        for allegation in alleged {
            // Of two of one day the later; and where one has no moment, nobody can say which that is.
            guard let known = latest else {
                latest = allegation
                continue
            }
            if allegation.isSurelyNotBefore(known) {
                latest = allegation
            } else if allegation.on == known.on, !allegation.isSurelyBefore(known) {
                latest = Happened(on: known.on)
            }
        }
        var since = latest ?? begun
        for earlier in journey.enquiries where earlier.id != enquiry.id && earlier.startedOn < enquiry.startedOn {
            let after = min((earlier.endedOn ?? earlier.startedOn) + 1, enquiry.startedOn)
            if after > since.on {
                since = after == begun.on ? begun : Happened(on: after, at: Moment(londonDay: after))
            }
        }
        return since
    }
}
