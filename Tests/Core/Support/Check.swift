import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// What every rule finds for one invented child, under a cover.
struct Check {
    let concerns: [Concern]
    let notChecked: [NotChecked]
    let setting: Setting

    init(
        _ journey: Journey, _ cover: Cover = .extract, workers: [String: Worker] = [:], overrides: [LimitID: Int] = [:],
        absences: [String: [WorkerAbsence]] = [:]
    ) {
        setting = Setting(
            calendar: Shipped.calendar, limits: Limits(Shipped.standards, overrides: overrides), cover: cover,
            workforce: Workforce(workers: workers, absences: absences))
        var findings = Findings(setting)
        Evaluator(setting).evaluate(journey, into: &findings)
        concerns = findings.concerns
        notChecked = findings.notChecked
    }

    init(
        _ child: Child, _ cover: Cover = .extract, workers: [String: Worker] = [:], overrides: [LimitID: Int] = [:],
        absences: [String: [WorkerAbsence]] = [:]
    ) {
        self.init(child.journey, cover, workers: workers, overrides: overrides, absences: absences)
    }

    func found(_ code: ConcernCode, limb: String? = nil) -> [Concern] {
        concerns.filter { $0.code == code && (limb == nil || $0.limb == limb) }
    }

    func only(_ code: ConcernCode, limb: String? = nil, at: SourceLocation = #_sourceLocation) throws -> Concern {
        let all = found(code, limb: limb)
        try #require(all.count == 1, "\(all)", sourceLocation: at)
        return all[0]
    }

    func standing(_ code: ConcernCode, on day: Day) -> [Concern] { found(code).filter { $0.stands(on: day) } }

    func unchecked(_ code: ConcernCode, limb: String? = nil) -> [NotChecked] {
        notChecked.filter { $0.code == code && (limb == nil || $0.limb == limb) }
    }

    /// Limbs nobody could be checked for.
    var blind: [NotChecked] { Evaluator(setting).blind }
}

extension Cover {
    /// A record kept here from the beginning: complete for everything there is.
    static var record: Cover { record(without: []) }

    static func record(without missing: Set<CoveredFact>) -> Cover {
        let told = CoveredFact.allCases.filter { !missing.contains($0) }
        return Cover(
            source: "the invented record", extents: Dictionary(uniqueKeysWithValues: told.map { ($0, Extent()) }),
            until: nil)
    }

    /// What no file tells.
    static let onlyRecorded: Set<CoveredFact> = [
        .coreGroups, .inNeedPlanReviews, .submissions, .partners, .minutes, .planContents, .referralDecisions,
        .supervisions, .contactDecisions, .agencyChecks, .referrersTold, .escalations,
        .longPlanDecisions, .givenToFamily, .advocateOffers,
        .emergencyPowers, .transfersIn, .professionalAllegations, .seriousIncidents, .unregisteredPlacements,
        .caseNotes, .timesOfWriting,
        .missingMeetings, .returnInterviews, .exploitationAssessments, .privateFostering, .homelessness,
        .preProceedingsReviews, .flags,
        .family, .expectantMotherSeen, .absences, .leavers, .visitors, .whyNotAlone,
    ]

    /// Complete for everything a file can tell, from the beginning.
    static var extract: Cover { extract(without: []) }

    static func extract(without missing: Set<CoveredFact>) -> Cover {
        let told = CoveredFact.allCases.filter { !missing.union(onlyRecorded).contains($0) }
        return Cover(
            source: "the invented extract", extents: Dictionary(uniqueKeysWithValues: told.map { ($0, Extent()) }),
            until: "2027-12-31")
    }

    /// What a census of the year to 31 March 2026 tells.
    static var census: Cover {
        var extents: [CoveredFact: Extent] = [.birthDates: Extent()]
        for fact: CoveredFact in [
            .referrals, .assessments, .enquiries, .enquiryOutcomes, .conferences, .protectionPlans, .planReviews,
            .inNeedPlans, .preProceedings,
        ] { extents[fact] = Extent(from: "2025-04-01") }
        return Cover(source: "the invented census", extents: extents, until: "2026-03-31")
    }
}
