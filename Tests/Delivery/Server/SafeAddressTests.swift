import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Where a family that has fled lives is shown to whoever says why, and withheld from everybody else until somebody else ends it.
@Suite struct SafeAddressTests: FledFamily {
    @Test func `whoever needs it says why, is shown it once, and the log says so`() async throws {
        let fixture = try await fled()
        try await withhold(fixture)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        let silent = try await fixture.post("\(address)/details", ben, "csrf=\(csrf)&why=+")
        #expect(silent.status == .unprocessableContent && tells(silent.text) == [])
        let shown = try await fixture.post("\(address)/details", ben, "csrf=\(csrf)&why=I+am+driving+there+now")
        #expect(tells(shown.text).count >= 3)
        #expect(tells(try await fixture.get("\(address)/details", ben).text) == [], "once")
        let log = try await fixture.get(address, try fixture.signIn(.manager, user: "ana")).text
        #expect(log.contains("I am driving there now"))
        // Nobody who only reads files is shown it, whatever they say.
        for role in [Role.auditor, .inspector, .analyst, .director] {
            let token = try fixture.signIn(role, user: "reader")
            let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
            let refused = try await fixture.post("\(address)/details", token, "csrf=\(csrf)&why=Please")
            #expect(refused.status == .forbidden && tells(refused.text) == [])
        }
    }

    @Test func `a new address is withheld from its first minute, and words that tell it are asked to be left out`()
        async throws
    {
        let fixture = try await fled()
        try await withhold(fixture)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take(
            "address", "address=40+Newer+Street&postcode=ZZ97+1AB&on=20+Nov+2026", fixture, ben, form: "moved")
        let page = try await fixture.get(address, ben).text
        #expect(page.contains("Address withheld") && !page.contains("40 Newer"))
        let told = try await take(
            "note", "on=20+Nov+2026&significant=no&text=Seen+at+40+Newer+St+by+me", fixture, ben, form: "leak")
        #expect(told.status == .unprocessableContent)
        #expect(told.text.contains("This tells the address, which is withheld from John Okoro, her father"))
        #expect(told.text.contains("Seen at 40 Newer St by me"), "what was typed stays for its writer to put right")
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        let visit = try await fixture.post(
            "\(address)/visits/new", ben,
            "csrf=\(csrf)&record=visit-9&on=20+Nov+2026&seen=yes&alone=yes&place=home&note=At+40+Newer+Street")
        #expect(visit.status == .unprocessableContent && visit.text.contains("This tells the address"))
        // On the brother's record too.
        let beside = try await fixture.post(
            "/children/record:kacper/steps/note", ben,
            "csrf=\(csrf)&form=form-k&on=20+Nov+2026&significant=no&text=His+sister+is+at+ZZ97+1AB")
        #expect(beside.status == .unprocessableContent)
    }

    @Test func `it is ended by somebody else than whoever withheld it`() async throws {
        let fixture = try await fled()
        let ana = try fixture.signIn(.manager, user: "ana")
        try await take("withholding", "facts=address&from=John&why=Fear&since=5+Oct+2026", fixture, ana)
        let own = try await take("withholding-ended", "why=He+has+left", fixture, ana, form: "own")
        #expect(own.status == .unprocessableContent && own.text.contains("You withheld it yourself"))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await take("withholding-ended", "why=x", fixture, ben, form: "ben").status == .forbidden)
        let dee = try fixture.signIn(.manager, user: "dee")
        #expect(try await take("withholding-ended", "why=He+has+died", fixture, dee, form: "dee").status == .seeOther)
        #expect(try await fixture.get(address, ben).text.contains("Lives at 9 Secret Lane"))
    }

    @Test func `what goes out names who it is for, is read by a second person, and has what is withheld taken out`()
        async throws
    {
        let fixture = try await fled()
        try await withhold(fixture)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let ana = try fixture.signIn(.manager, user: "ana")
        try await take("outgoing-document", "content=chronology&recipient=Jane&relation=mother", fixture, ben)
        let id = try #require(try await journey(fixture).casework.outgoingDocuments.first).id.text
        let page = try await fixture.get("\(address)/outgoing/\(id)", ana).text
        #expect(page.contains("Not released") && page.contains("For Jane, mother."))
        #expect(page.contains("[address withheld]") && page.contains("address, in "))
        let own = try await take(
            "outgoing-document-release", "of=\(id)&read=yes&decision=release", fixture, ben, form: "own")
        #expect(own.text.contains("You prepared it yourself"))
        let unread = try await take(
            "outgoing-document-release", "of=\(id)&read=no&decision=release", fixture, ana, form: "unread")
        #expect(unread.text.contains("Read all of it before it goes"))
        try await take("outgoing-document-release", "of=\(id)&read=yes&decision=release", fixture, ana, form: "ana")
        #expect(try await fixture.get("\(address)/outgoing/\(id)", ben).text.contains("Not released") == false)
        // What is recorded after it was prepared is not in it.
        try await take("note", "on=20+Nov+2026&significant=yes&text=Written+since", fixture, ben, form: "since")
        #expect(try await fixture.get("\(address)/outgoing/\(id)", ben).text.contains("Written since") == false)
    }
}
