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

/// Every page of the program is asked whether it tells where a family that has fled lives.
@Suite struct SafeAddressHuntTests: FledFamily {
    @Test func `before it is withheld the page tells it, or the hunt below would prove nothing`() async throws {
        let fixture = try await fled()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(tells(try await fixture.get("\(address)/details", ben).text).count >= 3)
        let story = try await fixture.get("\(address)?kind=case-note", ben).text
        for text in FledWords.written { #expect(story.contains(text), "\(text)") }
        #expect(tells(try await fixture.get("\(address)/documents", ben).text).count >= 2)
        #expect(tells(try await fixture.get("\(address)/documents/document-1", ben).text).count == 1)
        #expect(try await fixture.get("/children/record:kacper", ben).text.contains("Lives at 9 Secret Lane"))
        let reader = try fixture.signIn(.auditor, user: "reader")
        for page in ["/audit/samples/sample-hunt/cases/record:tamar", "/audit/samples/sample-replaced"] {
            #expect(tells(try await fixture.get(page, reader).text).count >= 3, "\(page)")
        }
        for page in ["", "/report", "/report.html", "/draft", "/requests", "/requests/item-4/file", "/after"] {
            let answer = try await fixture.get(
                "/audit/inspections/inspection-hunt\(page)", try fixture.signIn(.director, user: "dot"))
            #expect(tells(answer.text).count >= 3, "\(page)")
        }
        let audited = try await fixture.get(
            "/children/record:tamar/audits/audit", fixture.signIn(.manager, user: "ana"))
        #expect(tells(audited.text).count >= 3)
    }

    @Test func `no address of the program tells it to anybody, on this child's record or their brother's`() async throws
    {
        let fixture = try await fled()
        try await withhold(fixture)
        try await take(
            "outgoing-document", "content=whole-story&recipient=John+Okoro&relation=father", fixture,
            try fixture.signIn(.socialWorker, user: "ben"))
        let document = try #require(try await journey(fixture).casework.outgoingDocuments.first).id.text
        try await take(
            "subject-access", "asked-by=John+Okoro&relation=her+father&proof=Passport&on=18+Nov+2026", fixture,
            try fixture.signIn(.manager, user: "ana"))
        let request = try #require(try await journey(fixture).casework.accessRequests.first).id.text
        let assessment = try #require(try await journey(fixture).assessments.first).id.text
        let adult = try #require(try await journey(fixture).relationships.first { $0.isAdult == true }).other
        #expect(
            try await fixture.get("/adults/record:\(adult)", try fixture.signIn(.manager, user: "ana")).status == .ok)
        let director = try fixture.signIn(.director, user: "dana")
        let made = try await fixture.post(
            "/packs", director, "csrf=\(fixture.formToken(director))&kind=committee&form=pack-hunt")
        #expect(made.status == .seeOther)
        var pages = 0
        var telling: Set<String> = []
        for role in Role.allCases {
            let token = try fixture.signIn(role, user: "reader")
            for route in RouteLeave.all where route.method == "GET" && route.admits(role) {
                let isAboutAChild = route.path.contains("{child}") || route.path.contains("{id}")
                for child in isAboutAChild ? ["record:tamar", "record:kacper"] : [""] {
                    let path = route.path.replacing("{child}", with: child).replacing(
                        "{adult}", with: "record:\(adult)"
                    ).replacing("{id}", with: child)
                        .replacing("{code}", with: "assessment-late").replacing("{number}", with: "1")
                        .replacing("{visit}", with: "v").replacing("{worker}", with: "ben").replacing(
                            "{form}", with: "form-note"
                        )
                        .replacing("requests/{request}", with: "requests/item-4")
                        .replacing("{request}", with: request).replacing("{sample}", with: "sample-hunt")
                        .replacing("{inspection}", with: "inspection-hunt").replacing("{list}", with: "3")
                        .replacing("{pattern}", with: "plans_not_smart")
                        .replacing("{measure}", with: "children-in-need").replacing(
                            "{programme}", with: "programme-hunt"
                        )
                        .replacing("{council}", with: "Darlington").replacing("{audit}", with: "audit")
                        .replacing("{plan}", with: "plan-hunt").replacing("{action}", with: "action-hunt")
                        .replacing("{point}", with: "point-hunt").replacing("{month}", with: "2026-10")
                        .replacing("{meeting}", with: "meeting-hunt")
                        .replacing("documents/{document}", with: "documents/document-1")
                        .replacing("{document}", with: document).replacing("{pack}", with: "1")
                        .replacing("{chart}", with: "referrals.csv")
                    let asks = isAboutAChild ? ["", "?of=\(assessment)", "?on=2026-10-20"] : ["", "?q=Okoro"]
                    for query in role == .manager || role == .emergencyDuty ? asks : [""] {
                        let answer = try await fixture.get(path + query, token)
                        if answer.status == .ok { pages += 1 }
                        if !tells(answer.text).isEmpty { telling.insert("\(route.path)\(query)") }
                    }
                }
            }
        }
        for role in [Role.auditor, .inspector, .director, .manager, .chair] {
            let answer = try await fixture.get("/audit/samples/sample-replaced", fixture.signIn(role, user: "reader"))
            #expect(answer.status == .ok && answer.text.contains("Replaced"))
            if !tells(answer.text).isEmpty { telling.insert("a replaced case, as \(role.rawValue)") }
        }
        // Everything that can go out, and everything that was written more than once.
        let (ben, ana) = (try fixture.signIn(.socialWorker, user: "ben"), try fixture.signIn(.manager, user: "ana"))
        for content in ["chronology", "plan", "plain-words"] {
            let asked = "content=\(content)&recipient=John&relation=father"
            try await take("outgoing-document", asked, fixture, ben, form: content)
        }
        try await take("minutes-version", "of=form-minutes&recipient=John&relation=father", fixture, ben)
        let outgoing = try await journey(fixture).casework.outgoingDocuments
        #expect(outgoing.count == 6)
        for document in outgoing {
            try await take(
                "outgoing-document-release", "of=\(document.id)&read=yes&decision=release", fixture, ana,
                form: "release-\(document.id)")
            for path in ["\(address)/outgoing/\(document.id)", "\(address)/outgoing/\(document.id)/table.csv"] {
                let answer = try await fixture.get(path, ana)
                #expect(answer.status == .ok, "\(path)")
                if !tells(answer.text).isEmpty { telling.insert(path) }
            }
        }
        let changes = try await fixture.get("\(address)/changes", ana).text.split(separator: "\"").filter {
            $0.contains("/changes?from=")
        }
        #expect(changes.count >= 1)
        for href in changes {
            let answer = try await fixture.get(String(href).replacing("&amp;", with: "&"), ana)
            #expect(answer.status == .ok)
            if !tells(answer.text).isEmpty { telling.insert(String(href)) }
        }
        #expect(telling.sorted() == [])
        #expect(pages > 300, "the hunt reached \(pages) pages")
    }
}
