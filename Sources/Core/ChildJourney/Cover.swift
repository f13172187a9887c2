import WorkingDays

/// A thing that a source may or may not be able to tell. An absence counts only where the source covers the fact
/// completely over the whole period a rule looks at; a fact that is seen always counts.
package enum CoveredFact: String, Sendable, Codable, CaseIterable {
    case contacts, contactOutcomes, referrals, harmAlleged, allocations, workers, qualifications, teams
    case assessments, assessmentChildSeen, assessmentOutcomes
    case strategyDiscussions, enquiries, enquiryOutcomes, enquiryFindings, conferences, postponements
    case protectionPlans, planReviews, reviewQuoracy, inNeedPlans
    case protectionVisits, protectionVisitSeen, protectionVisitAlone
    case inNeedVisits, inNeedVisitSeen, careVisits
    case missingEpisodes, careEpisodes, earlyHelpEpisodes, preProceedings, birthDates
    case coreGroups, inNeedPlanReviews, submissions, partners, minutes, planContents, referralDecisions, supervisions,
        contactDecisions, agencyChecks, referrersTold, escalations, longPlanDecisions, givenToFamily, advocateOffers,
        emergencyPowers, transfersIn, professionalAllegations, seriousIncidents, unregisteredPlacements, caseNotes,
        timesOfWriting,
        missingMeetings, returnInterviews, exploitationAssessments, privateFostering, homelessness,
        preProceedingsEnds, preProceedingsReviews, flags
    case family, expectantMotherSeen, absences, leavers
    /// Told by nothing yet: what hangs on them is listed as not checkable.
    case visitors, whyNotAlone

    /// Read after "this source does not say ...".
    package var words: String {
        switch self {
        case .contacts: "what contacts were received"
        case .contactOutcomes: "what was decided on contacts"
        case .referrals: "what referrals were received"
        case .harmAlleged: "whether harm was alleged"
        case .allocations: "who held the child"
        case .workers: "who works for the council"
        case .qualifications: "which workers are registered social workers"
        case .teams: "which team dealt with a referral"
        case .assessments: "what assessments were made"
        case .assessmentChildSeen: "whether the child was seen during the assessment"
        case .assessmentOutcomes: "what assessments decided"
        case .strategyDiscussions: "what strategy discussions were held"
        case .enquiries: "what section 47 enquiries were made"
        case .enquiryOutcomes: "how section 47 enquiries ended"
        case .enquiryFindings: "what section 47 enquiries found"
        case .conferences: "what conferences were held"
        case .postponements: "which conferences were postponed"
        case .protectionPlans: "what child protection plans there were"
        case .planReviews: "when plans were reviewed"
        case .reviewQuoracy: "whether reviews were quorate"
        case .inNeedPlans: "what child in need plans there were"
        case .protectionVisits: "when children on plans were visited"
        case .protectionVisitSeen: "whether the child was seen on a visit"
        case .protectionVisitAlone: "whether the child was seen alone"
        case .inNeedVisits: "when children in need were visited"
        case .inNeedVisitSeen: "whether a child in need was seen on a visit"
        case .careVisits: "when children in care were visited"
        case .visitors: "which worker made a visit, and whether they are registered"
        case .whyNotAlone: "why a child was not seen alone"
        case .missingEpisodes: "when children were missing"
        case .careEpisodes: "which children were in care"
        case .earlyHelpEpisodes: "what early help was opened"
        case .preProceedings: "what steps were taken before proceedings"
        case .preProceedingsEnds: "how steps before proceedings ended"
        case .preProceedingsReviews: "when steps before proceedings were reviewed"
        case .missingMeetings: "when meetings were held about a missing child"
        case .returnInterviews: "what return interviews were offered and held"
        case .exploitationAssessments: "when the risk of exploitation was assessed"
        case .privateFostering: "which children are privately fostered, and the visits to them"
        case .homelessness: "which young people of 16 or 17 were homeless"
        case .coreGroups: "when core groups met"
        case .inNeedPlanReviews: "when child in need plans were reviewed"
        case .submissions: "when work was handed to a manager"
        case .partners: "who took part in strategy discussions"
        case .minutes: "what strategy discussions decided"
        case .planContents: "what plans say"
        case .agencyChecks: "what checks other agencies were asked for"
        case .referrersTold: "whether whoever referred was told"
        case .escalations: "what was escalated"
        case .longPlanDecisions: "what managers and chairs decided on long plans"
        case .givenToFamily: "what was given to the family"
        case .advocateOffers: "whether an advocate was offered"
        case .emergencyPowers: "when a child was under police protection or an emergency order"
        case .unregisteredPlacements: "which children live where nobody is registered to care for them"
        case .seriousIncidents: "which children died or were seriously harmed, and who was told"
        case .transfersIn: "which children on another council's plan moved here"
        case .professionalAllegations: "what is alleged about people who work with children"
        case .caseNotes: "who was spoken to between one step and the next"
        case .timesOfWriting: "when things were written down"
        case .flags: "who was flagged as unsafe"
        case .contactDecisions: "when contacts were decided"
        case .supervisions: "what supervision there was"
        case .referralDecisions: "when referrals were decided"
        case .birthDates: "when the child was born"
        case .family: "who belongs with the child and lives with them"
        case .absences: "which workers are away"
        case .leavers: "when workers left"
        case .expectantMotherSeen: "whether an expectant mother was seen"
        }
    }
}

/// What a source can tell, and over which days.
package struct Cover: Sendable, Hashable {
    /// Complete from a day (nil: from the beginning).
    package struct Extent: Sendable, Hashable, Codable {
        package var from: Day?

        package init(from: Day? = nil) {
            self.from = from
        }

        /// Whether it is complete from a day on.
        package func reaches(_ day: Day) -> Bool { from.map { $0 <= day } ?? true }

        /// The latest day on which a clock that began on a day, or at its moment, can have started for all the source
        /// tells: what stands from then on certainly stands.
        package func latestStart(_ day: Day) -> Day { from.map { max($0, day) } ?? day }
    }

    /// "the children in need census for the year to 31 March 2026".
    package var source: String
    package var extents: [CoveredFact: Extent]
    /// The last day the source knows about; nil for a record kept here, which is complete up to the present.
    package var until: Day?

    package init(source: String, extents: [CoveredFact: Extent], until: Day?) {
        self.source = source
        self.extents = extents
        self.until = until
    }

    /// Whether the fact is covered at all.
    package func tells(_ fact: CoveredFact) -> Bool { extents[fact] != nil }

    package func tells(_ facts: [CoveredFact]) -> Bool { facts.allSatisfy(tells) }

    /// The first day from which all of the facts are complete; nil: from the beginning. Of no use where one of them is
    /// not told at all.
    package func begins(_ facts: [CoveredFact]) -> Day? { facts.compactMap { extents[$0]?.from }.max() }

    /// Whether the fact is covered completely from a day on.
    package func tells(_ fact: CoveredFact, from day: Day) -> Bool {
        extents[fact]?.reaches(day) ?? false
    }
}
