import AccessRules
import Assurance
import Casework
import ChildJourney
import RecordKeeping
import WorkingDays

/// The first round of unannounced inspections, 2009, as the inspectorate's own record: 18 published by September, nine of them with
/// areas for priority action, and about 40 due by the end of the month. Source: CYP Now, 2009, which names the nine; the other
/// nine are not named there, and are not named here. Days are invented.
package struct SpotChecks2009: Story {
    package static let name = "spot-checks-2009"
    package static let referenceDay = Day(year: 2009, month: 9, day: 30) ?? Day(number: 0)
    static let firstDay = Day(year: 2009, month: 6, day: 1) ?? Day(number: 0)

    /// What earned the nine an area for priority action, as the account tells it; which council it was of each, it does not say.
    static let weaknesses = [
        "Assessments are delayed or incomplete beside those of similar councils",
        "Too few social workers: enquiries into alleged harm run long",
        "Supervision is infrequent",
        "Children wait to be allocated, and electronic records are not up to date",
        "Thresholds are applied inconsistently",
        "Risk is assessed and managed weakly",
        "Procedures were not followed when children said an adult at home had assaulted them",
    ]
    static let named = [
        "Calderdale", "Cambridgeshire", "Cornwall", "East Sussex", "Hounslow", "Leeds", "North Yorkshire", "Redbridge",
        "Warrington",
    ]

    private let desk: StoryDesk
    private let frameworks: InspectionFrameworks
    package var council: CouncilCode { desk.council }

    package init(store: any RecordStore, standards: StoryStandards) {
        desk = StoryDesk(store, Self.name, from: Self.firstDay)
        frameworks = standards.frameworks
    }

    package func play() async throws {
        try await GoLive(store: desk.store, now: desk.clock.now)(
            council, named: "The inspectorate's programme, after the first round of 2009", from: Self.firstDay,
            covering: [], by: "story-inspector")
        let run = RunInspection(desk.assurer("story-inspector", .inspector), frameworks)
        let unnamed = (1...9).map { "A council the account does not name (\($0))" }
        // "18 published, about 40 due by the end of September": the others are not named in the account.
        var programme = InspectionProgramme(
            name: "Unannounced inspections, first round", framework: "ucra", from: Self.firstDay,
            until: Self.referenceDay, councils: Self.named + unnamed)
        (programme.aimedAt, programme.aimedBy) = (40, Self.referenceDay)
        try await PlanProgramme(desk.assurer("story-inspector", .inspector), frameworks)(programme, id: "programme")
        for (turn, inspected) in (Self.named + unnamed).enumerated() {
            let began = Self.firstDay + 7 + turn * 5
            let id = "visit-\(turn + 1)"
            desk.clock.set(began, minute: 9 * 60)
            try await run.open(
                Inspection(
                    framework: "ucra", visit: "standard", council: inspected, beganOn: began, isAnnounced: false),
                id: id)
            let isNamed = turn < Self.named.count
            let words = isNamed ? Self.weaknesses[turn % Self.weaknesses.count] : "Contacts are dealt with in time"
            for (source, record) in [(EvidenceSource.caseFile, "files"), (.manager, "talks")] {
                try await run.record(
                    InspectionEvidence(on: began, source: source, isPolicy: false, shows: words, by: ""),
                    id: RecordID(record), of: id)
            }
            try await run.record(
                InspectionFinding(
                    on: began + 1, category: isNamed ? "area_for_priority_action" : "strength", area: nil, words: words,
                    evidence: ["files", "talks"]), id: "finding", of: id)
            desk.clock.set(min(began + 28, Self.referenceDay), minute: 12 * 60)
            try await run.publish(id, on: min(began + 28, Self.referenceDay))
        }
        desk.clock.set(Self.referenceDay, minute: 17 * 60)
    }

    package func numbers() async throws -> [(name: String, value: StoryValue)] {
        let published = try await SeeAssurance(desk.assurer("story-inspector", .inspector), frameworks).inspections()
            .filter { $0.inspection.body.publishedOn.map { $0 <= Self.referenceDay } ?? false }
        let priority = published.filter { !$0.findings(of: .priority).isEmpty }
        return [
            ("published", .count(published.count)), ("withPriorityAction", .count(priority.count)),
            ("councils", .list(priority.map(\.inspection.body.council).sorted())),
        ]
    }
}
