import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A story narrowed down, and told beside those of brothers and sisters. Today is Sat 21 Nov 2026.
@Suite struct StoryRoutesTests: TakesSteps {
    private func told() async throws -> ServerFixture {
        let fixture = try await fixture(
            Referral(
                receivedOn: try day("2026-09-01"), noFurtherAction: false, harmAlleged: true,
                decidedOn: try day("2026-09-01")))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take(
            "note", "on=6+Oct+2026&significant=yes&text=A+bruise+was+seen&with=Class+teacher", fixture, ben, form: "one"
        )
        try await take(
            "note", "on=7+Oct+2026&significant=no&text=The+doctor+rang+back&with=Doctor", fixture, ben, form: "two")
        return fixture
    }

    private func story(_ page: String) -> Substring {
        page.split(separator: "<ol class=\"story\">", maxSplits: 1).last?
            .split(separator: "</ol>", omittingEmptySubsequences: false).first ?? ""
    }

    @Test(
        arguments: [
            ("", ["A bruise", "The doctor", "Referral"], []),
            ("significant=yes", ["A bruise", "Referral"], ["The doctor"]),
            ("kind=case-note", ["A bruise", "The doctor"], ["Accepted."]),
            ("kind=case-note&kind=referral", ["A bruise", "The doctor", "Accepted."], []),
            ("with=class+teacher", ["A bruise"], ["The doctor", "Accepted."]),
            ("words=BRUISE+seen", ["A bruise"], ["The doctor", "Accepted."]),
            ("words=bruise+rang", [], ["A bruise", "The doctor"]),
            ("kind=case-note&significant=yes", ["A bruise"], ["The doctor", "Accepted."]),
            ("kind=nothing-like-it", ["A bruise", "The doctor", "Accepted."], []),
        ] as [(String, [String], [String])])
    func `a story is narrowed by the end of its address`(query: String, told: [String], left: [String]) async throws {
        let fixture = try await self.told()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let page = story(try await fixture.get("\(address)?\(query)", ben).text)
        for words in told { #expect(page.contains(words), "\(words)") }
        for words in left { #expect(!page.contains(words), "\(words)") }
    }

    @Test func `filters and the day it stood on are kept together, in both forms and in each link`() async throws {
        let fixture = try await told()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("\(address)?kind=referral&words=accepted&on=2026-11-21", ben).text
        #expect(page.contains("<input type=\"hidden\" name=\"on\" value=\"2026-11-21\">"))
        #expect(page.contains("<input type=\"hidden\" name=\"kind\" value=\"referral\">"))
        #expect(page.contains("<input type=\"hidden\" name=\"words\" value=\"accepted\">"))
        #expect(page.contains("?words=accepted&amp;on=2026-11-21"), "a chip takes off one filter alone")
        #expect(page.contains("\(address)?on=2026-11-21"), "taking off all filters stays on the day")
        // What was recorded today is not in the story as it stood yesterday.
        let earlier = try await fixture.get("\(address)?kind=case-note&on=2026-11-20", ben).text
        #expect(!story(earlier).contains("A bruise"))
    }

    @Test func `what should be there and is not is drawn until a filter could hide why`() async throws {
        let fixture = try await told()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for (query, isDrawn) in [("", true), ("significant=yes", true), ("words=bruise", false), ("kind=visit", false)]
        {
            let page = story(try await fixture.get("\(address)?\(query)", ben).text)
            #expect(page.contains("class=\"gap\"") == isDrawn, "\(query)")
        }
    }

    // MARK: Beside brothers and sisters

    /// Tamar and Kacper are tied, and Levan is tied to Kacper alone; what is withheld for Tamar is told on Levan's record.
    private func siblings() async throws -> ServerFixture {
        let fixture = try await told()
        let record = try #require(fixture.record)
        for name in ["Kacper", "Levan"] {
            try await record.record(
                [
                    ("person", Person(forename: name, surname: "Okoro", bornOn: try day("2017-02-11"))),
                    ("R1", Referral(receivedOn: try day("2026-10-01"), noFurtherAction: false)),
                ], about: SubjectID("record:\(name.lowercased())"))
        }
        try await record.record(
            [
                (
                    "N1",
                    CaseNote(
                        on: try day("2026-10-02"), text: "His sister is at ZZ98 7QX, said Levan", significant: true)
                )
            ], about: "record:levan")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        for (from, to) in [("tamar", "kacper"), ("kacper", "levan")] {
            _ = try await fixture.post(
                "/children/record:\(from)/family", ben, "csrf=\(csrf)&other=\(to)&tie=half-sibling")
        }
        return fixture
    }

    private func withhold(_ fixture: ServerFixture) async throws {
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("address", "address=9+Secret+Lane&postcode=ZZ98+7QX&on=5+Oct+2026", fixture, ben)
        try await take(
            "withholding", "facts=address&from=His+father&why=Fear&since=5+Oct+2026", fixture, ben)
    }

    @Test func `the stories of brothers and sisters are one line of time, each row saying whose`() async throws {
        let fixture = try await siblings()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await fixture.get(address, ben).text.contains("\(address)/together"))
        let page = try await fixture.get("/children/record:kacper/together", ben).text
        for name in ["Tamar", "Kacper", "Levan"] {
            #expect(page.contains("<strong><bdi>\(name) Okoro</bdi></strong>: "), "\(name)")
        }
        let narrowed = story(try await fixture.get("/children/record:kacper/together?child=levan", ben).text)
        #expect(narrowed.contains("Levan Okoro") && !narrowed.contains("Tamar Okoro"))
        let words = story(try await fixture.get("/children/record:kacper/together?words=bruise", ben).text)
        #expect(words.contains("Tamar Okoro") && !words.contains("Levan Okoro"))
        let past = story(try await fixture.get("/children/record:kacper/together?on=2026-11-20", ben).text)
        #expect(!past.contains("A bruise"))
    }

    @Test func `what is withheld for one of them is hidden on the rows of all, and searching its words finds nothing`()
        async throws
    {
        let fixture = try await siblings()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let before = try await fixture.get("/children/record:kacper/together", ben).text
        #expect(before.contains("ZZ98 7QX"), "or what follows would prove nothing")
        try await withhold(fixture)
        let page = try await fixture.get("/children/record:kacper/together", ben).text
        #expect(!page.contains("ZZ98 7QX") && page.contains("[address withheld], said Levan"))
        let searched = try await fixture.get("/children/record:kacper/together?words=zz98+7qx", ben).text
        #expect(!story(searched).contains("Levan Okoro"), "nor told by what a search finds")
        let own = try await fixture.get("\(address)?words=secret", ben).text
        #expect(story(own).contains("<li") == false)
    }

    @Test func `a restricted brother is counted and never named, and is not opened`() async throws {
        let fixture = try await siblings()
        let record = try #require(fixture.record)
        let access = try AccessRules.access(
            for: SignedIn(council: record.council, user: "ana", role: .manager), to: .restrictChild,
            .child("record:levan", in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict("record:levan", to: ["ana"], access: access, at: ServerFixture.moment)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        for query in ["", "?child=levan", "?child=kacper&child=levan"] {
            let page = try await fixture.get("/children/record:kacper/together\(query)", ben).text
            #expect(!page.contains("Levan Okoro") && !page.contains("His sister is"), "\(query)")
            #expect(page.contains("1 more whom you may not open"), "\(query)")
        }
    }

    @Test func `each child whose story is told has been looked at, and the log of each says so`() async throws {
        let fixture = try await siblings()
        let record = try #require(fixture.record)
        let eve = try fixture.signIn(.socialWorker, user: "eve")
        _ = try await fixture.get("/children/record:kacper/together?child=levan", eve)
        for child in ["record:kacper", "record:levan", "record:tamar"] {
            let access = try AccessRules.access(
                for: SignedIn(council: record.council, user: "ana", role: .manager), to: .seeWhoHasLooked,
                .child(SubjectID(child), in: record.council, .none), because: .work
            ).get()
            let looks = try await record.store.whoHasLooked(at: SubjectID(child), access: access, limit: 20)
            #expect(looks.contains { $0.user == "eve" }, "\(child)")
        }
    }
}
