import WorkingDays

/// One child's story: everything that stands recorded about them, kind by kind, each in order of day.
package struct Journey: Sendable {
    package var person: Recorded<Person>?
    package var disabilities: [Recorded<Disability>] = []
    package var addresses: [Recorded<Address>] = []
    package var familyLinks: [Recorded<FamilyLink>] = []
    package var relationships: [Recorded<Relationship>] = []
    package var contacts: [Recorded<Contact>] = []
    package var referrals: [Recorded<Referral>] = []
    package var allocations: [Recorded<Allocation>] = []
    package var assessments: [Recorded<Assessment>] = []
    package var strategyDiscussions: [Recorded<StrategyDiscussion>] = []
    package var enquiries: [Recorded<Section47Enquiry>] = []
    package var conferences: [Recorded<Conference>] = []
    package var protectionPlans: [Recorded<ChildProtectionPlan>] = []
    package var planReviews: [Recorded<PlanReview>] = []
    package var inNeedPlans: [Recorded<ChildInNeedPlan>] = []
    package var visits: [Recorded<Visit>] = []
    package var missingEpisodes: [Recorded<MissingEpisode>] = []
    package var preProceedings: [Recorded<PreProceedings>] = []
    package var careEpisodes: [Recorded<CareEpisode>] = []
    package var legalStatuses: [Recorded<LegalStatus>] = []
    package var earlyHelpEpisodes: [Recorded<EarlyHelpEpisode>] = []
    var caseworkBox: CaseworkBox?
    var familyBox: FamilyBox?

    package init() {}

    @inlinable
    package mutating func add<Body: EntryBody>(
        _ body: Body, id: RecordID, place: Int64 = 0, recordedAt: Moment? = nil, firstWrittenAt: Moment? = nil,
        firstSettledAt: Moment? = nil
    ) {
        Body.fold(
            Recorded(
                body, id: id, place: place, recordedAt: recordedAt, firstWrittenAt: firstWrittenAt,
                firstSettledAt: firstSettledAt), into: &self)
    }

    /// Puts each kind in order of day, keeping the recorded order within a day. Call once, when everything is in.
    package mutating func arrange() {
        contacts.arrange { $0.receivedOn }
        referrals.arrange { $0.receivedOn }
        allocations.arrange { $0.from }
        assessments.arrange { $0.startedOn }
        strategyDiscussions.arrange { $0.heldOn }
        enquiries.arrange { $0.startedOn }
        conferences.arrange { $0.heldOn ?? $0.plannedOn ?? Day(number: .max) }
        protectionPlans.arrange { $0.startedOn }
        planReviews.arrange { $0.heldOn ?? $0.dueOn ?? Day(number: .max) }
        inNeedPlans.arrange { $0.startedOn }
        visits.arrange { $0.on }
        missingEpisodes.arrange { $0.from }
        preProceedings.arrange { $0.firstDay ?? Day(number: .max) }
        careEpisodes.arrange { $0.beganOn }
        legalStatuses.arrange { $0.from }
        earlyHelpEpisodes.arrange { $0.startedOn }
        if caseworkBox != nil {
            var arranged = casework
            arranged.arrange()
            casework = arranged
        }
    }
}

extension Array {
    /// A stable insertion sort: journeys are short and nearly always in order already, so this allocates nothing.
    fileprivate mutating func arrange<Body>(_ day: (Body) -> Day) where Element == Recorded<Body> {
        guard count > 1 else { return }
        for index in 1..<count {
            var place = index
            while place > 0, day(self[place].body) < day(self[place - 1].body) {
                swapAt(place, place - 1)
                place -= 1
            }
        }
    }
}
