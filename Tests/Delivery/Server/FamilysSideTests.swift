import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// What the family says, agrees to and is given. Today is Sat 21 Nov 2026.
@Suite struct FamilysSideTests: TakesSteps {
    private func people(_ fixture: ServerFixture) throws -> (ben: SecretToken, ana: SecretToken) {
        (try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana"))
    }

    @Test func `a complaint is kept in the family's words, answered by a manager and taken further`() async throws {
        let fixture = try await fixture()
        let (ben, ana) = try people(fixture)
        try await take(
            "complaint", "on=2+Nov+2026&by=Jane,+mother&words=Nobody+rang+me&stage=first&promised=16+Nov+2026", fixture,
            ben)
        #expect(try await take("complaint-answer", "of=form-complaint", fixture, ben, form: "no").status == .forbidden)
        let answer = "of=form-complaint&on=12+Nov+2026&outcome=partly-upheld&answer=We+ring+each+week"
        #expect(try await take("complaint-answer", answer, fixture, ana).status == .seeOther)
        let page = try await fixture.get(address, ben).text
        for words in [
            "“Nobody rang me”", "Upheld in part. We ring each week. After 10 days.", "Complaint by Jane, mother",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        let further = "of=form-complaint&on=14+Nov+2026&stage=investigated"
        #expect(try await take("complaint-further", further, fixture, ben).status == .seeOther)
        let complaint = try #require(try await journey(fixture).casework.complaints.first).body
        #expect(complaint.stages.map(\.at) == [.first, .investigated] && complaint.waits)
        let early = "of=form-complaint&on=13+Nov+2026&outcome=upheld&answer=Sorry"
        #expect(try await take("complaint-answer", early, fixture, ana, form: "early").status == .unprocessableContent)
    }

    @Test func `a disputed statement stands beside the entry wherever it is told, and the entry stays as it was`()
        async throws
    {
        let fixture = try await fixture()
        let (ben, ana) = try people(fixture)
        try await take("note", "on=6+Oct+2026&significant=yes&text=He+was+drunk", fixture, ben)
        try await take("outgoing-document", "content=chronology&recipient=Jane&relation=mother", fixture, ben)
        let before = try await journey(fixture).casework.notes.map(\.body)
        let disputed = "entry=case-note%7Cform-note&on=20+Nov+2026&by=John,+father&words=I+had+the+flu"
        #expect(try await take("disputed-statement", disputed, fixture, ben).status == .seeOther)
        let told = "Disputed by John, father on Fri 20 Nov 2026: “I had the flu” Not answered yet."
        for page in [
            address, "\(address)/chronology", "\(address)/together", "\(address)/outgoing/form-outgoing-document",
        ] {
            #expect(try await fixture.get(page, ben).text.contains(told), "\(page)")
        }
        #expect(try await fixture.get("\(address)/recorded/form-note", ben).text.contains(told))
        let answer = "of=form-disputed-statement&on=21+Nov+2026&answer=not-agreed&because=Two+people+saw"
        #expect(
            try await take("disputed-statement-answer", answer, fixture, ben, form: "ben").status == .forbidden)
        #expect(try await take("disputed-statement-answer", answer, fixture, ana).status == .seeOther)
        #expect(try await fixture.get(address, ben).text.contains("not agreed: Two people saw"))
        #expect(try await journey(fixture).casework.notes.map(\.body) == before)
    }

    @Test func `what a disputed statement told is taken out once it is withheld`() async throws {
        let fixture = try await fixture()
        let (ben, _) = try people(fixture)
        try await take("note", "on=6+Oct+2026&significant=yes&text=She+moved", fixture, ben)
        try await take(
            "disputed-statement", "entry=case-note%7Cform-note&on=20+Nov+2026&by=Jane&words=I+am+at+ZZ98+7QX", fixture,
            ben)
        #expect(try await fixture.get(address, ben).text.contains("ZZ98 7QX"))
        try await take("address", "address=9+Secret+Lane&postcode=ZZ98+7QX&on=5+Oct+2026", fixture, ben)
        try await take("withholding", "facts=address&from=John&why=Fear&since=5+Oct+2026", fixture, ben)
        let page = try await fixture.get(address, ben).text
        #expect(!page.contains("ZZ98 7QX") && page.contains("I am at [address withheld]"))
    }

    @Test(
        arguments: [
            ("service=agreed&serviceBy=mother&serviceOn=2+Nov+2026", "Mother agreed to the service on Mon 2 Nov 2026."),
            ("service=declined", "The family declined the service."),
        ])
    func `whether the family agreed to a service stands apart from the right to share`(body: String, told: String)
        async throws
    {
        let fixture = try await fixture()
        let (ben, _) = try people(fixture)
        let contact = "on=2+Nov+2026&harm=no&about=Tired&basis=protecting-the-child"
        #expect(try await take("contact", "\(contact)&\(body)", fixture, ben).status == .seeOther)
        #expect(try await fixture.get(address, ben).text.contains(told))
        #expect(try await journey(fixture).contacts.last?.body.basis == .protectingTheChild)
    }

    @Test func `nobody waits for agreement to protect a child`() async throws {
        let fixture = try await fixture()
        let (ben, _) = try people(fixture)
        let sent = try await take("contact", "on=2+Nov+2026&harm=yes&about=A+bruise", fixture, ben)
        #expect(sent.status == .seeOther)
        #expect(try await journey(fixture).contacts.last?.body.service == nil)
    }

    @Test func `a letter or an assessment given is recorded, and counts for no plan`() async throws {
        let fixture = try await fixture()
        let (ben, _) = try people(fixture)
        let letter =
            "what=letter&which=About+the+school&to=parents&recipient=Jane&on=2+Nov+2026&means=By+post&language=Polish"
        #expect(try await take("given-to-family", letter, fixture, ben).status == .seeOther)
        let page = try await fixture.get(address, ben).text
        #expect(
            page.contains("Letter given to the parents")
                && page.contains("About the school. To Jane. By post. In Polish."))
        let withheld = "what=report&which=Health+report&to=child&on=2+Nov+2026&withheld=Too+young"
        #expect(try await take("given-to-family", withheld, fixture, ben, form: "two").status == .seeOther)
        #expect(try await fixture.get(address, ben).text.contains("Report withheld from the child"))
        let nothing = "to=child&on=2+Nov+2026&means=Post"
        #expect(
            try await take("given-to-family", nothing, fixture, ben, form: "none").status == .unprocessableContent)
    }
}
