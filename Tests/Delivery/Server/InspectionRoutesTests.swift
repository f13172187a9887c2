import AccessRules
import Assurance
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// An inspection, and the register, through the real router. Today is Sat 21 Nov 2026.
@Suite struct InspectionRoutesTests: Assures {
    private let path = "/audit/inspections/inspection-1"

    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        try await fixture.post(path, token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    private func opened() async throws -> (ServerFixture, SecretToken) {
        let fixture = try await fixture()
        let ina = try fixture.signIn(.inspector, user: "ina")
        let sent = try await send(
            "/audit/inspections/new",
            "form=inspection-1&framework=ilacs-2026&visit=standard&council=Invented&began=2+Nov+2026&announced=no&team=I.+Invented",
            fixture, ina)
        try #require(sent.status == .seeOther, "\(sent.text.suffix(1500))")
        return (fixture, ina)
    }

    @Test func `an inspector records evidence, what it shows and a report that says so`() async throws {
        let (fixture, ina) = try await opened()
        #expect(
            try await send("\(path)/evidence", "form=item-1&source=case-file&shows=Visits+are+late", fixture, ina)
                .status
                == .seeOther)
        #expect(
            try await send("\(path)/evidence", "form=item-2&source=family&shows=So+say+families", fixture, ina).status
                == .seeOther)
        let frameworks = try #require(fixture.record).standards.frameworks
        let category = try #require(frameworks["ilacs-2026"]?.findingCategories.last { $0.weight == .development })
        let found = try await send(
            "\(path)/findings",
            "form=item-3&category=\(category.id)&found=Children+wait+for+visits&evidence=item-1&evidence=item-2",
            fixture,
            ina)
        #expect(found.status == .seeOther, "\(found.text.suffix(800))")
        let page = try await fixture.get(path, ina).text
        #expect(page.contains("Children wait for visits") && !page.contains("Thin:"))
        let report = try await fixture.get("\(path)/report", ina).text
        #expect(report.contains("A draft, made from what is recorded so far") && report.contains(category.label))
        // A draft of findings is for those who see assurance, and the director is one of them.
        #expect(try await fixture.get("\(path)/report", fixture.signIn(.director, user: "d")).status == .ok)
    }

    @Test func `a finding without evidence is told beside its field, and its form stands open`() async throws {
        let (fixture, ina) = try await opened()
        let frameworks = try #require(fixture.record).standards.frameworks
        let category = try #require(frameworks["ilacs-2026"]?.findingCategories.first)
        let sent = try await send(
            "\(path)/findings", "form=item-3&category=\(category.id)&found=Children+wait", fixture, ina)
        #expect(sent.status == .unprocessableContent && sent.text.contains("Say which evidence it rests on"))
        #expect(sent.text.contains("<details open"))
        #expect(sent.text.contains("Children wait"), "what was typed stays")
        #expect(!(try await fixture.get(path, ina).text.contains("<details open")))
    }

    @Test(arguments: [Role.manager, .director, .socialWorker, .chair])
    func `who does not inspect records nothing of an inspection`(role: Role) async throws {
        let (fixture, _) = try await opened()
        let token = try fixture.signIn(role, user: "other")
        for (what, body) in [
            ("evidence", "form=item-9&source=data&shows=x"), ("findings", "form=item-9&category=x&found=x"),
            ("judgements", "judged=x&grade=good&reason=x"), ("publication", "published=20+Nov+2026"),
        ] {
            #expect(try await send("\(path)/\(what)", body, fixture, token).status == .forbidden, "\(what)")
        }
    }

    @Test func `the register is found by council and grade, tells its source, and comes as a file`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("/register?council=Darlington", ben)
        #expect(page.status == .ok && page.text.contains("Darlington") && !page.text.contains("Calderdale"))
        let csv = try await fixture.get("/register.csv?council=Darlington", ben).text
        #expect(csv.contains("Darlington") && !csv.contains("Calderdale"))
        #expect(try await fixture.get("/register/councils/Darlington", ben).status == .ok)
        #expect(try await fixture.get("/register/councils/Nowhere", ben).status == .notFound)
        #expect(try await fixture.get("/register", nil).status != .ok, "nobody who has not signed in")
    }
}
