import AccessRules
import ChildJourney
import Concerns
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A child's first language, religion and immigration status. Today is Sat 21 Nov 2026.
@Suite struct BackgroundTests: TakesSteps {
    private func told() async throws -> (fixture: ServerFixture, ben: SecretToken) {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take(
            "language", "on=1+Oct+2026&language=Polish&interpreter=yes&for=For+her+father,+a+woman", fixture, ben)
        try await take("religion", "on=1+Oct+2026&religion=Jewish&minded=Not+on+a+Saturday", fixture, ben)
        try await take(
            "immigration-status", "on=1+Oct+2026&status=Refugee+Status&until=1+Oct+2027", fixture, ben)
        return (fixture, ben)
    }

    @Test func `each is appended with the day it holds from, and what held before stays`() async throws {
        let (fixture, ben) = try await told()
        try await take(
            "language", "on=2+Nov+2026&language=English&interpreter=no", fixture, ben, form: "english")
        let now = try await fixture.get(address, ben).text
        #expect(now.contains("English. No interpreter is needed") && now.contains("First language: Polish"))
        #expect(try await journey(fixture).casework.languages.map(\.body.language) == ["Polish", "English"])
        #expect(now.contains("Jewish. Not on a Saturday") && now.contains("Refugee Status, until Fri 1 Oct 2027"))
        let tomorrow = try await take(
            "religion", "on=22+Nov+2026&religion=None", fixture, ben, form: "tomorrow")
        #expect(tomorrow.status == .unprocessableContent)
    }

    @Test(arguments: [Role.auditor, .inspector, .analyst])
    func `religion and immigration status are told to nobody who only reads, on any page`(role: Role) async throws {
        let (fixture, _) = try await told()
        let reader = try fixture.signIn(role, user: "reader")
        for page in [
            address, "\(address)?on=2026-11-21", "\(address)?kind=religion", "\(address)/changes",
            "\(address)/together",
            "/api/v1/children/record:tamar", "\(address)/recorded/form-religion",
        ] {
            let text = try await fixture.get(page, reader).text
            for secret in ["Jewish", "Not on a Saturday", "Refugee"] { #expect(!text.contains(secret), "\(page)") }
        }
        #expect(try await fixture.get(address, reader).text.contains("An interpreter is needed"), "that is for all")
        for step in ["religion", "immigration-status", "language"] {
            #expect(try await fixture.get("\(address)/steps/\(step)", reader).status == .forbidden)
        }
    }

    @Test(arguments: [Role.manager, .frontDoor, .socialWorker, .emergencyDuty, .chair, .director])
    func `whoever works with children, or answers for what is given of a record, is told`(role: Role) async throws {
        let (fixture, _) = try await told()
        let text = try await fixture.get(address, try fixture.signIn(role, user: "reader")).text
        #expect(text.contains("Jewish") && text.contains("Refugee Status"))
    }

    @Test func `that an interpreter is needed stands where a visit and a conference are recorded`() async throws {
        let (fixture, ben) = try await told()
        try await fixture.record?.record(
            [("C1", Conference(kind: .initial, referral: "R1", plannedOn: try day("2026-11-20")))], about: child)
        for page in ["visits/new", "steps/conference-held?of=C1", "steps/planned-visit"] {
            let text = try await fixture.get("\(address)/\(page)", ben).text
            #expect(text.contains("An interpreter is needed: Polish, For her father, a woman"), "\(page)")
        }
        try await take("language", "on=2+Nov+2026&language=English&interpreter=no", fixture, ben, form: "english")
        #expect(try await !fixture.get("\(address)/visits/new", ben).text.contains("An interpreter is needed"))
    }

    @Test func `what is withheld is taken out of it too`() async throws {
        let (fixture, ben) = try await told()
        try await take("religion", "on=2+Oct+2026&religion=Jewish&minded=Shul+at+ZZ98+7QX", fixture, ben, form: "two")
        #expect(try await fixture.get(address, ben).text.contains("ZZ98 7QX"))
        try await take("address", "address=9+Secret+Lane&postcode=ZZ98+7QX&on=5+Oct+2026", fixture, ben)
        try await take("withholding", "facts=address&from=John&why=Fear&since=5+Oct+2026", fixture, ben)
        #expect(try await !fixture.get(address, ben).text.contains("ZZ98 7QX"))
    }
}
