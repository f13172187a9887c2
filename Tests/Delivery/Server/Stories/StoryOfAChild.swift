import AccessRules
import ChildJourney
import Concerns
import Foundation
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A story told through the real router, hour by hour, in a council whose record is kept here since 5 January 2026. Each
/// person signs in anew whenever they do something, as the clock stands then.
struct StoryOfAChild {
    let record: RecordFixture
    private let clock = Locked(ServerFixture.moment)
    private let forms = Locked(0)
    private var fixture = ServerFixture()

    enum Person: String, CaseIterable {
        case ana, ben, cho, eve, flo, may

        var role: Role {
            switch self {
            case .ana, .may: .manager
            case .ben: .socialWorker
            case .cho: .chair
            case .eve: .emergencyDuty
            case .flo: .frontDoor
            }
        }
    }

    init() async throws {
        record = try RecordFixture()
        try await record.goLive(from: #require(Day("2026-01-05")))
        try await record.employ("ben", "cat", "ana")
        for person in Person.allCases {
            try await record.store.save(
                User(council: record.council, id: UserID(person.rawValue), name: person.rawValue, role: person.role))
        }
        fixture.record = record
        fixture.now = { [clock] in clock.value }
    }

    /// It is now so many minutes past midnight of a day.
    func at(_ day: String, _ time: String = "10:00") throws {
        let parts = time.split(separator: ":").compactMap { Int($0) }
        try #require(parts.count == 2)
        let moment = Moment(londonDay: try #require(Day(day)), minute: parts[0] * 60 + parts[1])
        #expect(moment >= clock.value || clock.value == ServerFixture.moment, "the story goes back in time")
        clock.value = moment
    }

    var today: Day { clock.value.londonDay }
    /// As a form takes a day.
    var typedToday: String { today.shortWords.replacing(" ", with: "+") }

    func get(_ path: String, by person: Person) async throws -> TestResponse {
        var fixture = fixture
        fixture.signsInAt = clock.value
        return try await fixture.get(path, fixture.signIn(person.role, user: UserID(person.rawValue)))
    }

    func post(_ path: String, _ body: String, by person: Person) async throws -> TestResponse {
        var fixture = fixture
        fixture.signsInAt = clock.value
        let token = try fixture.signIn(person.role, user: UserID(person.rawValue))
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(path, token, "csrf=\(csrf)&\(body)")
    }

    /// Takes a step and returns the id of what it recorded; a refusal is a failed story.
    @discardableResult
    func take(
        _ step: String, _ body: String, of child: String, by person: Person, at: SourceLocation = #_sourceLocation
    ) async throws -> String {
        forms.value += 1
        let form = "form-\(forms.value)"
        let sent = try await post("\(child)/steps/\(step)", "form=\(form)&\(body)", by: person)
        let said = sent.text.components(separatedBy: "error-summary").last.map { String($0.prefix(900)) } ?? ""
        #expect(sent.status == .seeOther, "\(step) on \(today.words): \(sent.status) \(said)", sourceLocation: at)
        return form
    }

    /// The wrong person, or the right one too soon: nothing is recorded.
    func refuse(
        _ step: String, _ body: String, of child: String, by person: Person, at: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try await record.store.head(of: record.council).sequence
        let sent = try await post("\(child)/steps/\(step)", "form=form-refused&\(body)", by: person)
        #expect(
            [.forbidden, .unprocessableContent].contains(sent.status), "\(step) by \(person): \(sent.status)",
            sourceLocation: at)
        #expect(try await record.store.head(of: record.council).sequence == before, sourceLocation: at)
    }

    func visit(_ child: String, _ body: String, by person: Person, at: SourceLocation = #_sourceLocation) async throws {
        forms.value += 1
        let sent = try await post(
            "\(child)/visits/new", "record=visit-\(forms.value)&on=\(typedToday)&\(body)", by: person)
        #expect(sent.status == .seeOther, "visit on \(today.words): \(sent.text.suffix(900))", sourceLocation: at)
    }

    func journey(_ child: String) async throws -> Journey {
        let id = SubjectID(child.replacing("/children/", with: ""))
        let person = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(id, in: record.council, .none), because: .work
        ).get()
        return try await record.store.open(id, access: access, at: clock.value).journey()
    }

    /// What stands today, by code.
    func standing(_ child: String) async throws -> Set<String> {
        let id = SubjectID(child.replacing("/children/", with: ""))
        let person = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(id, in: record.council, .none), because: .work
        ).get()
        let opened = try await record.store.open(id, access: access, at: clock.value)
        return Set(opened.concerns.filter { $0.stands(on: today) }.map { $0.code.text })
    }
}
