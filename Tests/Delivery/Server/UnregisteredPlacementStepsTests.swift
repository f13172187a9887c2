import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// A child is placed where nobody is registered to care for them. Today is Sat 21 Nov 2026.
@Suite struct UnregisteredPlacementStepsTests: TakesSteps {
    private let placed = "on=3+Nov+2026&setting=childrens-home&why=No+bed&agreed=The+director&safe=Two+staff+at+night"

    private func accepted() async throws -> ServerFixture {
        try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
    }

    @Test func `it is a concern at once, told in the story, and ended by a manager who says what shows it`()
        async throws
    {
        let fixture = try await accepted()
        let worker = try fixture.signIn(.socialWorker, user: "sam")
        #expect(try await take("unregistered-placement", placed, fixture, worker, form: "one").status == .seeOther)
        let placement = try #require(try await journey(fixture).casework.unregisteredPlacements.first)
        let page = try await fixture.get(address, worker).text
        #expect(page.contains("where nobody is registered to care for the child"))
        #expect(page.contains("Agreed by The director"))
        #expect(!page.contains("/steps/unregistered-placement-end"))

        let ended = "of=\(placement.id.text)&ending=moved&on=6+Nov+2026&shown=Seen+in+her+new+home"
        #expect(try await take("unregistered-placement-end", ended, fixture, worker, form: "two").status != .seeOther)
        let mona = try fixture.signIn(.manager, user: "mona")
        #expect(try await fixture.get(address, mona).text.contains("/steps/unregistered-placement-end?of="))
        let moved = try await take("unregistered-placement-end", ended, fixture, mona, form: "three")
        #expect(moved.status == .seeOther)
        let body = try #require(try await journey(fixture).casework.unregisteredPlacements.first).body
        #expect(body.ending == .moved && body.endedBy == "mona")
        #expect(try await fixture.get(address, mona).text.contains("Unregistered placement ended"))
    }

    @Test func `nobody under 16 is registered out of supported accommodation`() async throws {
        let fixture = try await accepted()
        let mona = try fixture.signIn(.manager, user: "mona")
        let under16 = placed.replacing("childrens-home", with: "supported-accommodation-under-16")
        #expect(try await take("unregistered-placement", under16, fixture, mona, form: "one").status == .seeOther)
        let placement = try #require(try await journey(fixture).casework.unregisteredPlacements.first)
        let ended = "of=\(placement.id.text)&ending=registered&on=6+Nov+2026&shown=x"
        let answer = try await take("unregistered-placement-end", ended, fixture, mona, form: "two")
        #expect(answer.status == .unprocessableContent)
        #expect(try await journey(fixture).casework.unregisteredPlacements.first?.body.endedOn == nil)
    }

    @Test func `from 16 on a registration ends it, and not from a day before`() async throws {
        let fixture = try await accepted()
        let mona = try fixture.signIn(.manager, user: "mona")
        let turned16 = Person(forename: "Tamar", surname: "Okoro", bornOn: try day("2010-11-10"))
        try await correct(turned16, id: "person", fixture)
        let under16 = placed.replacing("childrens-home", with: "supported-accommodation-under-16")
        #expect(try await take("unregistered-placement", under16, fixture, mona, form: "one").status == .seeOther)
        #expect(try await fixture.get(address, mona).text.contains("where nobody is registered to care for the child"))
        let placement = try #require(try await journey(fixture).casework.unregisteredPlacements.first)
        let ended = "of=\(placement.id.text)&ending=registered&shown=The+number"
        let early = try await take("unregistered-placement-end", "\(ended)&on=9+Nov+2026", fixture, mona, form: "two")
        #expect(early.status == .unprocessableContent && early.text.contains("id=\"on-error\""))
        let lawful = try await take(
            "unregistered-placement-end", "\(ended)&on=10+Nov+2026", fixture, mona, form: "three")
        #expect(lawful.status == .seeOther)
        #expect(try await journey(fixture).casework.unregisteredPlacements.first?.body.ending == .registered)
    }

    @Test(arguments: [
        ("on=3+Nov+2026&why=x&agreed=x&safe=x", "setting"),
        ("on=30+Nov+2026&setting=childrens-home&why=x&agreed=x&safe=x", "on"),
        ("on=3+Nov+2026&setting=childrens-home&why=x&agreed=x", "safe"),
        ("on=3+Nov+2026&setting=supported-accommodation&why=x&agreed=x&safe=x", "setting"),
    ])
    func `what cannot be right is asked again`(body: String, field: String) async throws {
        let fixture = try await accepted()
        let answer = try await take("unregistered-placement", body, fixture, fixture.signIn(.manager, user: "mona"))
        #expect(answer.status == .unprocessableContent && answer.text.contains("id=\"\(field)-error\""))
        #expect(try await journey(fixture).casework.unregisteredPlacements.isEmpty)
    }

    @Test(arguments: [Role.member, .analyst, .partner, .administrator])
    func `whoever records nothing about children records no placement`(role: Role) async throws {
        let fixture = try await accepted()
        let answer = try await take("unregistered-placement", placed, fixture, fixture.signIn(role, user: "who"))
        #expect(answer.status != .seeOther)
        #expect(try await journey(fixture).casework.unregisteredPlacements.isEmpty)
    }
}
