import AccessRules
import Casework
import ChildJourney
import Foundation
import Pages
import RecordKeeping
import Server
import Simulation
import WorkingDays

/// An invented council to look round in: simulated as at today, loaded as any extract is, with one person of each role.
struct DemoCouncil {
    static let seed: UInt64 = 2026

    let store: any RecordStore
    let standards: Casework.Standards
    let council: CouncilCode

    /// Fills a database that holds no council yet; one that does is left as it is.
    func prepare(children: Int, isRecordedHere: Bool) async throws {
        let isNew = try await store.councils().isEmpty
        if isNew {
            let today = Clock.now().londonDay
            Output.write("Inventing a council of \(children) children as at \(today.words).\n")
            let invented = SimulatedCouncil(
                seed: Self.seed, children: children, referenceDay: today, calendar: standards.calendar,
                limits: standards.limits)
            if isRecordedHere { try await bringAlong(invented) } else { try await load(invented) }
        }
        for persona in Self.people(council, isRecordedHere: isRecordedHere) {
            // Whatever a visitor did to the invented accounts is undone at the next start.
            var before = try await store.user(persona.id, in: council)
            before?.generation = persona.generation
            guard before != persona else { continue }
            _ = try await store.change(
                .saved(persona), of: persona.id, in: council, by: "command-line", at: Clock.now())
        }
        if isNew {
            try await DemoAudits(store: store, standards: standards, council: council).record()
            try await DemoPlan(store: store, standards: standards, council: council).record()
        }
    }

    /// Loads an invented council as any extract is loaded.
    func load(_ invented: SimulatedCouncil) async throws {
        try await store.addCouncil(council, name: "Invented demo council")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sightline-demo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try SimulatedFiles(dataset: folder.path).write(invented, jobs: ProcessInfo.processInfo.activeProcessorCount)
        _ = try await ImportDataset(into: store, now: Clock.now)(
            path: folder.path, named: "invented-extract", takenOn: invented.referenceDay, by: .commandLine(council))
    }

    /// Every so many children the demo's own social worker leads, in place of whoever was invented.
    private static let ledByDemo = 60

    /// A council that has begun to keep its record here today, and brought along what it knew: each child's records become
    /// entries. What only this record tells is complete from today on.
    private func bringAlong(_ invented: SimulatedCouncil) async throws {
        let today = invented.referenceDay
        let author = Author.user("demo-manager")
        let known = CoveredFact.allCases.filter { !Self.onlyHere.contains($0) }
        // NB: the invented story begins with whole years; everything in it is complete from its first day on.
        let first = today.adding(months: -36)
        try await GoLive(store: store, now: Clock.now)(
            council, named: "Invented demo council", from: today, covering: CoveredFact.allCases,
            earlier: Dictionary(uniqueKeysWithValues: known.map { ($0, first) }), by: "demo-manager")
        let workforce = invented.workforce
        var people = workforce.workers.sorted { $0.key < $1.key }.map { id, worker in
            NewEntry(worker, id: "worker", about: subject(.worker, id), by: author)
        }
        for (id, name) in [("demo-social-worker", "J. Marsh"), ("demo-other-social-worker", "T. Novak")] {
            people.append(
                NewEntry(
                    Worker(name: "\(name) (invented)", registration: "SW0000"), id: "worker",
                    about: subject(.worker, id), by: author))
        }
        people += workforce.teams.merging(Self.teams) { first, _ in first }.sorted { $0.key < $1.key }.map { id, team in
            NewEntry(team, id: "team", about: subject(.team, id), by: author)
        }
        _ = try await store.append(people, in: council, at: Clock.now())
        for batch in SimulatedBatches(invented, jobs: ProcessInfo.processInfo.activeProcessorCount) {
            for child in batch {
                let entries = child.journey.records.map { record in
                    NewEntry(
                        led(record.body, child), id: record.id, about: subject(.child, child.id), by: author)
                }
                _ = try await store.append(entries, in: council, at: Clock.now())
            }
        }
    }

    private static let onlyHere: Set<CoveredFact> = [
        .harmAlleged, .strategyDiscussions, .postponements, .coreGroups, .inNeedPlanReviews, .submissions, .partners,
        .minutes, .planContents, .referralDecisions, .supervisions, .contactDecisions, .agencyChecks, .referrersTold,
        .escalations,
        .longPlanDecisions, .givenToFamily, .advocateOffers,
        .emergencyPowers, .transfersIn, .professionalAllegations, .seriousIncidents, .unregisteredPlacements,
        .caseNotes, .timesOfWriting,
        .missingMeetings, .returnInterviews, .exploitationAssessments, .privateFostering, .homelessness,
        .preProceedingsReviews, .flags,
        .family, .expectantMotherSeen, .absences, .leavers,
    ]

    private func subject(_ kind: SubjectKind, _ local: String) -> Subject {
        Subject(kind, SubjectID(source: SourceName.record.text, local: local))
    }

    private func led(_ body: any EntryBody, _ child: SimulatedChild) -> any EntryBody {
        guard child.number % Self.ledByDemo == 0, var lead = body as? Allocation, lead.role == .lead, lead.until == nil
        else { return body }
        lead.worker = "demo-social-worker"
        lead.team = Self.ownTeam
        return lead
    }

    /// The team of the demo's own manager and social worker, and another to hand children over to.
    private static let ownTeam = "demo-own-team"
    private static let otherTeam = "demo-other-team"
    private static let teams = [
        ownTeam: Team(name: "Riverside Team (invented)"), otherTeam: Team(name: "Hillside Team (invented)"),
    ]

    /// Who belongs to which team is known where the record is kept here, and else in the system it is loaded from.
    private static func people(_ council: CouncilCode, isRecordedHere: Bool) -> [User] {
        let team = isRecordedHere ? ownTeam : nil
        let others = [
            User(
                council: council, id: "demo-other-manager", name: "K. Osei (invented)", role: .manager,
                team: otherTeam),
            User(
                council: council, id: "demo-other-social-worker", name: "T. Novak (invented)", role: .socialWorker,
                team: otherTeam),
        ]
        return [
            User(council: council, id: "demo-manager", name: "R. Ahmed (invented)", role: .manager, team: team),
            User(
                council: council, id: "demo-social-worker", name: "J. Marsh (invented)", role: .socialWorker,
                team: team),
        ] + (isRecordedHere ? others : []) + [
            User(council: council, id: "demo-front-door", name: "L. Okafor (invented)", role: .frontDoor),
            User(council: council, id: "demo-emergency-duty", name: "N. Fofana (invented)", role: .emergencyDuty),
            User(council: council, id: "demo-chair", name: "M. Quinn (invented)", role: .chair),
            User(council: council, id: "demo-director", name: "E. Bright (invented)", role: .director),
            User(council: council, id: "demo-auditor", name: "C. Ito (invented)", role: .auditor),
            User(council: council, id: "demo-other-auditor", name: "B. Hale (invented)", role: .auditor),
            User(council: council, id: "demo-inspector", name: "V. Stone (invented)", role: .inspector),
            User(council: council, id: "demo-analyst", name: "P. Lowe (invented)", role: .analyst),
            User(council: council, id: "demo-member", name: "Cllr T. Byrne (invented)", role: .member),
            User(council: council, id: "demo-administrator", name: "S. Idowu (invented)", role: .administrator),
        ]
    }

    static func personas(_ council: CouncilCode, isRecordedHere: Bool) -> [DemoPersona] {
        people(council, isRecordedHere: isRecordedHere).map { user in
            let team = user.team.flatMap { teams[$0]?.name }.map { ", \($0)" } ?? ""
            return DemoPersona(
                person: user.signedIn,
                shown: Persona(
                    value: user.id.text, name: user.name, role: user.role.words + team, sees: sees(user.role)))
        }
    }

    private static func sees(_ role: Role) -> String {
        switch role {
        case .director: "Every child, the access log and what was loaded."
        case .manager: "Every child, who has looked, and what was loaded."
        case .frontDoor: "Children, and the referrals that come in."
        case .emergencyDuty: "Any child, the plan for tonight, and what is handed over."
        case .chair: "Children, and their conferences and reviews."
        case .auditor, .inspector: "Children, samples of their files, and what readers and inspectors found."
        case .socialWorker: "Children, and why each concern stands."
        case .analyst: "Loads files and asks which children a number counts."
        case .member, .partner: "Numbers only, small ones hidden, and no child."
        case .administrator: "Accounts and the access log, and no child."
        }
    }
}
