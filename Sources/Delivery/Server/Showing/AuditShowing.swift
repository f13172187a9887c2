import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// What is being read, as pages.
struct AuditShowing {
    let today: Day
    let frameworks: InspectionFrameworks

    func home(
        samples: [SampleFile], inspections: [InspectionFile], flagged: Int, role: Role
    ) -> AuditHomePage {
        let published = inspections.filter { $0.inspection.body.publishedOn != nil }
        let priority = published.count { !$0.findings(of: .priority).isEmpty }
        var actions: [Link] = []
        if role.mayDo.contains(.drawSample) {
            actions.append(Link(words: "Draw or choose a sample", href: "/audit/draw"))
        }
        if role.mayDo.contains(.inspect) {
            actions.append(Link(words: "Set up an inspection", href: "/audit/inspections/new"))
        }
        actions.append(Link(words: "Programmes of inspection", href: "/audit/programmes"))
        actions.append(Link(words: "Register of published inspections", href: "/register"))
        return AuditHomePage(
            flagged: flagged == 0
                ? nil
                : Link(
                    words: "\(flagged) \(flagged == 1 ? "child is" : "children are") flagged as unsafe now",
                    href: "/numbers/children?heading=\(UnsafeNowOpen.code.text)"),
            samples: samples.map { sample in
                AuditHomePage.SampleRow(
                    link: Link(words: sample.sample.purpose, href: "/audit/samples/\(PercentText.encode(sample.id))"),
                    on: sample.sample.on.shortWords, method: sample.method?.words ?? sample.sample.method,
                    cases: String(sample.cases.count))
            },
            inspections: inspections.map { file in
                let body = file.inspection.body
                return AuditHomePage.InspectionRow(
                    link: Link(words: body.council, href: "/audit/inspections/\(PercentText.encode(file.id))"),
                    framework: file.framework.name, on: body.beganOn.shortWords,
                    state: body.publishedOn.map { "Published \($0.shortWords)" } ?? "Not published")
            },
            programme: "\(published.count) published, \(priority) of them with something for priority action.",
            actions: actions)
    }

    // MARK: Drawing

    func draw(
        _ typed: FormReader, tools: [AuditTool], catalogue: [CatalogueRow], token: String
    ) -> DrawSamplePage {
        func options(_ name: String, _ all: [(value: String, words: String)]) -> [FilterOption] {
            all.map { FilterOption(value: $0.value, words: $0.words, isChosen: typed.given(name) == $0.value) }
        }
        var frames = [
            ("open", "Every open child"), ("plan", "Children on a child protection plan"),
            ("need", "Children in need"), ("care", "Children in care"), ("new", "Children new in the last 3 months"),
            ("closed", "Children closed in the last 3 months"),
        ]
        frames += catalogue.map { ("concern-\($0.code.text)", "Where it stands: \($0.title)") }
        let methods = DrawMethod.allCases.map { ($0.rawValue, $0.words.atSentenceStart) }
        return DrawSamplePage(
            csrfToken: token, form: typed.given("form") ?? "sample-\(SecretToken().text.prefix(20))",
            purpose: typed.given("purpose") ?? "", size: typed.given("size") ?? "", frames: options("frame", frames),
            methods: options("method", methods),
            groupings: options(
                "grouping", DrawSample.Grouping.allCases.map { ($0.rawValue, $0.words.atSentenceStart) }),
            tools: options("tool", tools.map { ($0.id, $0.name) }), isReaudit: typed.isTicked("reaudit"),
            children: typed.given("children") ?? "", why: typed.given("why") ?? "", errors: typed.problems)
    }

    /// Nil for what is no frame.
    static func frame(_ word: String?, on today: Day, catalogue: [CatalogueRow]) -> FrameQuestion? {
        switch word {
        case "open": return .open
        case "plan": return .status(.protectionPlan)
        case "need": return .status(.inNeed)
        case "care": return .status(.inCare)
        case "new": return .newSince(today.adding(months: -3))
        case "closed": return .closedSince(today.adding(months: -3))
        default:
            guard let word, word.hasPrefix("concern-"),
                let row = catalogue.first(where: { $0.code.text == word.dropFirst(8) })
            else { return nil }
            return .concern(row.code)
        }
    }
}
