import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// A council begins to keep its record here: from a day on, everything that happens is recorded, so that what is not
/// recorded did not happen. Until then an absence says nothing.
package struct GoLive {
    /// What a record kept here covers: what can be recorded here.
    package static let recordable: [CoveredFact] =
        withoutVisits + [
            .protectionVisits, .protectionVisitSeen, .protectionVisitAlone, .inNeedVisits, .inNeedVisitSeen,
            .allocations, .assessmentChildSeen, .assessmentOutcomes, .strategyDiscussions, .enquiryFindings,
            .reviewQuoracy, .preProceedings, .referralDecisions, .submissions, .partners, .minutes, .coreGroups,
            .inNeedPlanReviews, .planContents, .supervisions,
            .contacts, .contactOutcomes, .contactDecisions, .agencyChecks, .referrersTold, .escalations,
            .longPlanDecisions, .givenToFamily, .advocateOffers,
            .emergencyPowers, .transfersIn, .professionalAllegations, .seriousIncidents, .unregisteredPlacements,
            .caseNotes, .timesOfWriting,
            .missingEpisodes, .preProceedingsEnds, .missingMeetings, .returnInterviews, .exploitationAssessments,
            .privateFostering, .homelessness, .earlyHelpEpisodes,
            .preProceedingsReviews, .flags,
            .family, .expectantMotherSeen, .absences, .leavers,
            // Whoever leads for a child is introduced with it; a registration is recorded on the worker's page.
            .workers, .qualifications,
            // NB: care cannot be recorded here yet. Until it can, a child in care is held to the visits of a child in
            // need: an alarm too many, where leaving it out would be silence about every child in need.
            .careEpisodes, .careVisits,
        ]
    /// The same for a story that tells of no visits.
    package static let withoutVisits: [CoveredFact] = [
        .referrals, .harmAlleged, .assessments, .enquiries, .enquiryOutcomes, .conferences, .postponements,
        .protectionPlans, .planReviews, .inNeedPlans,
    ]

    private let store: any RecordStore
    private let now: @Sendable () -> Moment

    package init(store: any RecordStore, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.now = now
    }

    /// `earlier` names what is complete from a day before, because it was brought along.
    package func callAsFunction(
        _ council: CouncilCode, named name: String, from day: Day, covering facts: [CoveredFact] = Self.recordable,
        earlier: [CoveredFact: Day] = [:], by user: UserID
    ) async throws(StoreFailure) {
        try await store.addCouncil(council, name: name)
        var extents = Dictionary(uniqueKeysWithValues: facts.map { ($0, Cover.Extent(from: day)) })
        for (fact, first) in earlier { extents[fact] = Cover.Extent(from: first) }
        extents[.birthDates] = Cover.Extent()
        let cover = Cover(source: "the record kept in Sightline since \(day.shortWords)", extents: extents, until: nil)
        try await declare(cover, id: "go-live", in: council, by: user)
    }

    /// What a newer release can record is covered from the day the council says it is recorded, and no earlier. What was
    /// covered stays as it was. Returns what was added; nil where no record is kept here.
    package func extendCover(
        of council: CouncilCode, from day: Day, by user: UserID
    ) async throws(StoreFailure) -> [CoveredFact]? {
        guard let setting = try await store.setting(of: council), setting.source == .record else { return nil }
        var cover = setting.setting.cover
        let added = Self.recordable.filter { !cover.tells($0) }
        guard !added.isEmpty else { return [] }
        for fact in added { cover.extents[fact] = Cover.Extent(from: day) }
        try await declare(cover, id: RecordID("cover-\(now().milliseconds)"), in: council, by: user)
        return added
    }

    private func declare(
        _ cover: Cover, id: RecordID, in council: CouncilCode, by user: UserID
    ) async throws(StoreFailure) {
        let entry = NewEntry(
            .cover(StoredCover(cover)), id: id, about: Subject(.source, SubjectID(SourceName.record.text)),
            by: .user(user))
        _ = try await store.append([entry], in: council, at: now())
    }
}
