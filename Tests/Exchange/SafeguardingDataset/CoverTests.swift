import ChildJourney
import Diagnostics
import SafeguardingDataset
import Testing

private let day = DatasetFixture.day

@Suite struct CoverTests {
    @Test func `an extract of every table tells every fact the dataset has`() throws {
        let extract = try DatasetFixture.extract("valid-every-table")
        let untold: Set<CoveredFact> = [
            .harmAlleged, .strategyDiscussions, .postponements, .coreGroups, .inNeedPlanReviews, .submissions,
            .partners,
            .minutes, .planContents, .referralDecisions, .supervisions, .contactDecisions, .agencyChecks,
            .referrersTold, .escalations,
            .longPlanDecisions, .givenToFamily, .advocateOffers,
            .emergencyPowers, .transfersIn, .professionalAllegations, .seriousIncidents, .unregisteredPlacements,
            .caseNotes, .timesOfWriting,
            .missingMeetings, .returnInterviews, .exploitationAssessments, .privateFostering, .homelessness,
            .preProceedingsReviews, .flags,
            .family, .expectantMotherSeen, .absences, .leavers, .visitors, .whyNotAlone,
        ]
        #expect(extract.contents.told == Set(CoveredFact.allCases).subtracting(untold))
        #expect(extract.contents.missingTables == [])
        #expect(extract.contents.filesNotRead == ["ssd_send.csv"])
        let cover = extract.cover(until: day("2026-11-20"))
        #expect(cover.until == day("2026-11-20"))
        #expect(cover.source == "the Standard Safeguarding Dataset extract")
        #expect(cover.tells(.referrals, from: day("1990-01-01")))
    }

    @Test func `a table that is not supplied tells nothing, and is named`() throws {
        let extract = try DatasetFixture.extract("valid-other-spellings")
        #expect(extract.contents.told == [.birthDates, .enquiries, .enquiryOutcomes, .enquiryFindings])
        #expect(extract.contents.missingTables.count == 24)
        #expect(extract.contents.missingTables.first == "ssd_disability")
        #expect(!extract.cover(until: day("2026-11-20")).tells(.careEpisodes))
    }

    @Test func `a column that says nothing throughout leaves its fact untold`() throws {
        let extract = try DatasetFixture.extract("valid-empty-columns")
        #expect(extract.contents.told == [.protectionVisits, .protectionVisitSeen, .contacts, .workers])
        let visits = try #require(extract.contents.tables.first { $0.name == "ssd_cp_visits" })
        #expect(visits.emptyColumns == ["cppv_cp_plan_id", "cppv_cp_visit_seen_alone", "cppv_cp_visit_bedroom"])
        #expect(visits.missingColumns == [])
    }

    @Test func `an outcome column of flags that are never set says nothing`() throws {
        let extract = try DatasetFixture.extract("valid-empty-columns")
        #expect(!extract.contents.told.contains(.contactOutcomes))
    }

    @Test func `a table with a header and no rows is empty, and tells nothing`() throws {
        let extract = try DatasetFixture.extract("valid-empty-columns")
        #expect(extract.contents.tables.filter(\.isEmpty).map(\.name) == ["ssd_missing"])
        #expect(!extract.contents.told.contains(.missingEpisodes))
    }

    @Test func `a column that is not there leaves its fact untold, and is named`() throws {
        let extract = try DatasetFixture.extract([
            "ssd_cp_visits":
                "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen\nV1,P1,2026-01-01,Y\n"
        ])
        #expect(extract.contents.told == [.protectionVisits, .protectionVisitSeen])
        #expect(
            extract.contents.tables.first?.missingColumns
                == ["cppv_cp_plan_id", "cppv_cp_visit_seen_alone", "cppv_cp_visit_bedroom"])
        #expect(extract.diagnosticCounts["column-missing"] == 3)
    }

    @Test func `a table without the column of its day is not read, and tells nothing`() throws {
        let extract = try DatasetFixture.extract([
            "ssd_person": "pers_person_id\nP1\n", "ssd_cp_visits": "cppv_cp_visit_id,cppv_person_id\nV1,P1\n",
        ])
        #expect(extract.contents.told == [])
        #expect(extract.diagnostics.filter { $0.severity == .error }.map(\.code) == ["table-unusable"])
        #expect(try extract.journey(of: "P1")?.visits.isEmpty == true)
    }

    @Test func `a table that breaks off is not told, and what was read of it stands`() throws {
        let extract = try DatasetFixture.extract([
            "ssd_cp_visits": "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date\nV1,P1,2026-01-01\n"
                + "V2," + String(repeating: "x", count: 9 << 20) + "\n"
        ])
        #expect(extract.contents.told == [])
        #expect(extract.contents.tables.map(\.isWhole) == [false])
        #expect(try extract.journey(of: "P1")?.visits.count == 1)
    }
}
