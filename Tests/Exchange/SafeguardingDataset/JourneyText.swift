import ChildJourney

extension Journey {
    /// Everything in the journey except where each record stood, for comparing two.
    var datasetLines: [String] {
        func lines<Body: EntryBody>(_ records: [Recorded<Body>]) -> [String] {
            records.map { "\(Body.kind.rawValue) \($0.id) \($0.body)" }
        }
        var all = lines(person.map { [$0] } ?? []) + lines(disabilities) + lines(addresses)
        all += lines(familyLinks) + lines(relationships) + lines(contacts) + lines(referrals) + lines(allocations)
        all += lines(assessments) + lines(enquiries) + lines(conferences) + lines(protectionPlans)
        all += lines(planReviews) + lines(inNeedPlans) + lines(visits) + lines(missingEpisodes)
        all += lines(preProceedings) + lines(careEpisodes) + lines(legalStatuses) + lines(earlyHelpEpisodes)
        all += lines(casework.immigrationStatuses)
        return all
    }
}
