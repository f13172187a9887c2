import AccessRules
import Casework
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
    func prepare(children: Int) async throws {
        if try await store.councils().isEmpty {
            let today = Clock.now().londonDay
            Output.write("Inventing a council of \(children) children as at \(today.words).\n")
            try await load(
                SimulatedCouncil(
                    seed: Self.seed, children: children, referenceDay: today, calendar: standards.calendar,
                    limits: standards.limits))
        }
        for persona in Self.people(council) {
            if try await store.user(persona.id, in: council) == nil { try await store.save(persona) }
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

    private static func people(_ council: CouncilCode) -> [User] {
        [
            User(council: council, id: "demo-manager", name: "R. Ahmed (invented)", role: .manager),
            User(council: council, id: "demo-social-worker", name: "J. Marsh (invented)", role: .socialWorker),
            User(council: council, id: "demo-analyst", name: "P. Lowe (invented)", role: .analyst),
            User(council: council, id: "demo-member", name: "Cllr T. Byrne (invented)", role: .member),
            User(council: council, id: "demo-administrator", name: "S. Idowu (invented)", role: .administrator),
        ]
    }

    static func personas(_ council: CouncilCode) -> [DemoPersona] {
        people(council).map { user in
            DemoPersona(
                person: user.signedIn,
                shown: Persona(value: user.id.text, name: user.name, role: user.role.words, sees: sees(user.role)))
        }
    }

    private static func sees(_ role: Role) -> String {
        switch role {
        case .director: "Every child, the access log and what was loaded."
        case .manager: "Every child, who has looked, and what was loaded."
        case .frontDoor: "Children, and the referrals that come in."
        case .chair: "Children, and their conferences and reviews."
        case .auditor, .inspector: "Children, and why each concern stands; records nothing."
        case .socialWorker: "Children, and why each concern stands."
        case .analyst: "Loads files and asks which children a number counts."
        case .member, .partner: "Numbers only, small ones hidden, and no child."
        case .administrator: "Accounts and the access log, and no child."
        }
    }
}
