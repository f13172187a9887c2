import ChildJourney

/// What an initial conference tells of the enquiry it names: that a conference was required, and by when.
enum LinkedConferences {
    static func join(_ journey: inout Journey) {
        guard !journey.enquiries.isEmpty, !journey.conferences.isEmpty else { return }
        for index in journey.enquiries.indices {
            let enquiry = journey.enquiries[index]
            guard enquiry.body.conferenceRequired != true,
                journey.conferences.contains(where: { $0.body.enquiry == enquiry.id })
            else { continue }
            var body = enquiry.body
            body.conferenceRequired = true
            journey.enquiries[index] = Recorded(
                body, id: enquiry.id, place: enquiry.place, recordedAt: enquiry.recordedAt)
        }
    }
}
