import ChildJourney
import WorkingDays

/// A group of a census while it is being read: its values so far, and where it began.
struct CensusDraft {
    struct Person {
        var pupilNumber, formerPupilNumber, pupilNumberUnknown, sex, ethnicity: String?
        var bornOn, expectedOn, diedOn: Day?
        var place: Int64 = 0
    }

    struct Episode {
        var place: Int64 = 0
        var receivedOn, closedOn, conferenceOn: Day?
        var source, primaryNeed, closureReason: String?
        var noFurtherAction: Bool?
    }

    struct Assessment {
        var place: Int64 = 0
        var startedOn, internalReviewOn, authorisedOn: Day?
        var factors: [String] = []
    }

    struct InNeedPlan {
        var place: Int64 = 0
        var startedOn, endedOn: Day?
    }

    struct Enquiry {
        var place: Int64 = 0
        var startedOn, targetOn, conferenceOn: Day?
        var notRequired: Bool?
    }

    struct ProtectionPlan {
        var place: Int64 = 0
        var startedOn, endedOn: Day?
        var initialCategory, latestCategory: String?
        var previousPlans: Int?
        var reviews: [(day: Day, place: Int64)] = []
    }
}
