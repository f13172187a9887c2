import ChildJourney
import WorkingDays

extension Recorded where Body == Section47Enquiry {
    /// Whether a conference is required: as marked, or else because the enquiry's outcome calls for one. Nil: unknown.
    package var requiresConference: Bool? {
        body.conferenceRequired ?? (body.outcome == .conference ? true : nil)
    }
}

extension Journey {
    /// The initial conference an enquiry led to: linked to it, or of the same referral and held on or after it began.
    package func conferenceHeld(for enquiry: Recorded<Section47Enquiry>) -> Recorded<Conference>? {
        if conferences.isEmpty { return nil }
        let linked = conferences.first { conference in
            // NB: one dated before the enquiry began was not held for it, whatever it is linked to.
            conference.enquiry == enquiry.id && (conference.heldOn.map { $0 >= enquiry.startedOn } ?? false)
        }
        if let linked { return linked }
        let episode = episode(enquiry.referral, on: enquiry.startedOn)?.id
        return conferences.first { conference in
            guard let held = conference.heldOn, conference.kind != .review, conference.enquiry == nil else {
                return false
            }
            return held >= enquiry.startedOn && (conference.referral == nil || conference.referral == episode)
        }
    }

    /// Any initial conference recorded for an enquiry, held or only planned; called by a day where it says when it was.
    package func conferenceCalled(for enquiry: Recorded<Section47Enquiry>, by day: Day? = nil) -> Bool {
        let episode = episode(enquiry.referral, on: enquiry.startedOn)?.id
        return conferences.contains { conference in
            if let called = conference.body.calledOn, let day, called > day,
                conference.heldOn.map({ $0 > day }) ?? true
            {
                return false
            }
            if conference.enquiry == enquiry.id { return true }
            guard conference.enquiry == nil, conference.kind != .review else { return false }
            guard conference.referral == nil || conference.referral == episode else { return false }
            return (conference.heldOn ?? conference.plannedOn).map { $0 >= enquiry.startedOn } ?? true
        }
    }
}
