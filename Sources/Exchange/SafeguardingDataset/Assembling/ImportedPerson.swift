import ChildJourney

/// One person of an extract, put together from every table.
package struct ImportedPerson: Sendable {
    /// The person's id in the case system the extract comes from.
    package let id: String
    package let journey: Journey

    /// Everything recorded, each with its table's key and its place in the extract, in order of place.
    package var records: [(id: RecordID, body: any EntryBody, place: Int64)] {
        var found: [(id: RecordID, body: any EntryBody, place: Int64)] = []
        func add<Body: EntryBody>(_ records: [Recorded<Body>]) {
            for record in records { found.append((record.id, record.body, record.place)) }
        }
        add(journey.person.map { [$0] } ?? [])
        add(journey.disabilities)
        add(journey.addresses)
        add(journey.familyLinks)
        add(journey.relationships)
        add(journey.contacts)
        add(journey.referrals)
        add(journey.allocations)
        add(journey.assessments)
        add(journey.enquiries)
        add(journey.conferences)
        add(journey.protectionPlans)
        add(journey.planReviews)
        add(journey.inNeedPlans)
        add(journey.visits)
        add(journey.missingEpisodes)
        add(journey.preProceedings)
        add(journey.careEpisodes)
        add(journey.legalStatuses)
        add(journey.earlyHelpEpisodes)
        if journey.hasCasework { add(journey.casework.immigrationStatuses) }
        return found.sorted { $0.place < $1.place }
    }
}
