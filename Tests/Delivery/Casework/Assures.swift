import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Audits and inspections of an invented council whose record is kept here. Today is Sat 21 Nov 2026.
protocol Assures: TakesSteps {}

extension Assures {
    /// Whoever assures, at a moment.
    func assurer(
        _ fixture: ServerFixture, _ role: Role = .auditor, _ user: UserID? = nil, hoursOn: Int = 0
    ) throws -> Assurer {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: user ?? UserID(role.rawValue), role: role)
        return Assurer(store: record.store, person: person, now: { ServerFixture.moment.adding(hours: hoursOn) })
    }

    /// As many more open children as asked for, "record:child1" and so on.
    func children(_ count: Int, in fixture: ServerFixture) async throws {
        for number in 1...count {
            try await fixture.record?.record(
                [
                    ("person", Person(forename: "Child\(number)", surname: "Invented", bornOn: try day("2016-03-03"))),
                    ("R1", Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false)),
                ], about: SubjectID("record:child\(number)"))
        }
    }

    func request(_ size: Int, _ edit: (inout DrawSample.Request) -> Void = { _ in }) -> DrawSample.Request {
        var request = DrawSample.Request(
            purpose: "Look-back", method: .simpleRandom, size: size, tool: "case-file", frame: .open)
        edit(&request)
        return request
    }

    func sample(_ id: String, _ fixture: ServerFixture) async throws -> SampleFile {
        let see = SeeAssurance(try assurer(fixture), try #require(fixture.record).standards.frameworks)
        return try #require(try await see.samples().first { $0.id == id })
    }

    func finished(_ reader: AuditReader = .auditor, sample: String = "s") -> CaseFileAudit {
        var audit = CaseFileAudit(
            on: ServerFixture.moment.londonDay, reader: reader, by: "", tool: "case-file", sample: sample)
        (audit.grade, audit.leftAtPotentialRisk, audit.isFinished) = ("good", false, true)
        return audit
    }

    func flags(_ fixture: ServerFixture) async throws -> [Recorded<UnsafeFlag>] {
        try await journey(fixture).casework.unsafeFlags
    }

    /// What something is refused as; a failed test where it is not.
    func refusal(
        of work: () async throws -> Void, at: SourceLocation = #_sourceLocation
    ) async -> String? {
        do {
            try await work()
        } catch let refusal as AssuranceRefusal {
            if case .access = refusal { return "access" }
            return refusal.words
        } catch {
            Issue.record("\(error)", sourceLocation: at)
            return nil
        }
        Issue.record("not refused", sourceLocation: at)
        return nil
    }
}
