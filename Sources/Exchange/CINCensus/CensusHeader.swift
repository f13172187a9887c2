import ChildJourney
import WorkingDays

/// What the top of a census says about the whole file.
package struct CensusHeader: Sendable, Hashable {
    /// The three-digit national code of the council, where the file gives one.
    package var council: String?
    package var year: Int?
    /// 31 March at the end of the census year.
    package var referenceDay: Day?

    package init(council: String? = nil, year: Int? = nil, referenceDay: Day? = nil) {
        self.council = council
        self.year = year
        self.referenceDay = referenceDay
    }
}

extension Cover {
    /// A census tells its year, 1 April to 31 March, for whatever was open or began in it; nothing that ended before.
    /// It has no visits, no workers, no contacts and no children's names.
    package static func census(referenceDay: Day) -> Cover {
        let begins = Cover.Extent(from: referenceDay.adding(months: -12) + 1)
        var extents: [CoveredFact: Extent] = [:]
        let told: [CoveredFact] = [
            .referrals, .assessments, .enquiries, .enquiryOutcomes, .conferences, .protectionPlans, .planReviews,
            .inNeedPlans, .preProceedings,
        ]
        for fact in told { extents[fact] = begins }
        extents[.birthDates] = Extent()
        return Cover(
            source: "the children in need census to \(referenceDay.shortWords)", extents: extents, until: referenceDay)
    }
}
