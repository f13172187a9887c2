import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// Plans which councils are to be inspected in a round.
package struct PlanProgramme: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    package func callAsFunction(_ programme: InspectionProgramme, id: String) async throws(AssuranceRefusal) {
        _ = try assurer.leave(to: .inspect)
        guard frameworks[programme.framework] != nil else {
            throw .notOfTheFramework("the name \(programme.framework)")
        }
        guard !programme.name.isEmpty else { throw .missing("what the programme is called") }
        guard !programme.councils.isEmpty else { throw .missing("which councils") }
        guard programme.from <= programme.until else { throw .missing("a last day that is not before the first") }
        try await assurer.append(programme, id: "programme", about: Assurer.inspection(id))
    }

    package func all() async throws(AssuranceRefusal) -> [ProgrammeFile] {
        let access = try assurer.leave(to: .seeAssurance)
        let store = assurer.store
        let work = try await assurer.stored { () throws(StoreFailure) in
            try await store.assuranceWork(.inspection, access: access)
        }
        let inspections = work.compactMap { InspectionFile($0.id, $0.history, under: frameworks) }
        return work.compactMap { ProgrammeFile($0.id, $0.history, inspections) }
    }
}

/// A round of inspections as it stands: each number is councils, so that it can be opened.
package struct ProgrammeFile: Sendable {
    package enum State: String, CaseIterable, Sendable {
        case planned, held, published, priority

        package var words: String {
            switch self {
            case .planned: "planned"
            case .held: "held"
            case .published: "published"
            case .priority: "published with something for priority action"
            }
        }
    }

    package struct Visit: Sendable {
        package let council: String
        /// Nil where it has not been held.
        package let inspection: InspectionFile?

        package func isIn(_ state: State) -> Bool {
            switch state {
            case .planned: true
            case .held: inspection != nil
            case .published: inspection?.inspection.body.publishedOn != nil
            case .priority:
                inspection.map { $0.inspection.body.publishedOn != nil && !$0.findings(of: .priority).isEmpty } ?? false
            }
        }
    }

    package let id: String
    package let programme: InspectionProgramme
    package let visits: [Visit]

    /// Nil where nothing of the subject is a programme.
    init?(_ subject: SubjectID, _ history: History, _ inspections: [InspectionFile]) {
        guard let programme = history.standing(InspectionProgramme.self).last?.body else { return nil }
        id = subject.local
        self.programme = programme
        visits = programme.councils.map { council in
            Visit(
                council: council,
                inspection: inspections.first { file in
                    let body = file.inspection.body
                    return body.council == council && body.framework == programme.framework
                        && !Self.besides.contains(body.visit)
                        && programme.from <= body.beganOn && body.beganOn <= programme.until
                })
        }
    }

    /// Kinds of visit that are not the inspection a round is made of: an exercise, and what follows an inspection.
    private static let besides: Set<String> = [InspectionFile.mock, "monitoring_visit", "focused_visit"]

    package func count(_ state: State) -> Int { visits.count { $0.isIn(state) } }
}
