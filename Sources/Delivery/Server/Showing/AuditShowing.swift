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
        actions.append(Link(words: "Agreement between readers", href: "/audit/agreement"))
        actions.append(Link(words: "Checks before an assessment is authorised", href: "/audit/review-gate"))
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
        _ typed: FormReader, tools: [AuditTool], catalogue: [CatalogueRow], earlier: [SampleFile] = [],
        themes: [AuditTheme] = [], asked: FormReader? = nil,
        token: String
    ) -> DrawSamplePage {
        func options(_ name: String, _ all: [(value: String, words: String)]) -> [FilterOption] {
            all.map { FilterOption(value: $0.value, words: $0.words, isChosen: typed.given(name) == $0.value) }
        }
        var frames = [
            ("open", "Every open child"), ("plan", "Children on a child protection plan"),
            ("need", "Children in need"), ("care", "Children in care"), ("new", "Children new in the last 3 months"),
            ("closed", "Children closed in the last 3 months"),
            ("again", "The same children as in the sample it asks again"),
        ]
        frames += themes.map { ("theme-\($0.id)", "Theme: \($0.title)") }
        frames += catalogue.map { ("concern-\($0.code.text)", "Where it stands: \($0.title)") }
        let methods = DrawMethod.allCases.map { ($0.rawValue, $0.words.atSentenceStart) }
        var page = DrawSamplePage(
            csrfToken: token, form: typed.given("form") ?? "sample-\(SecretToken().text.prefix(20))",
            purpose: typed.given("purpose") ?? "", size: typed.given("size") ?? "", frames: options("frame", frames),
            methods: options("method", methods),
            groupings: options(
                "grouping", DrawSample.Grouping.allCases.map { ($0.rawValue, $0.words.atSentenceStart) }),
            tools: options("tool", tools.map { ($0.id, $0.name) }), isReaudit: typed.isTicked("reaudit"),
            children: typed.given("children") ?? "", why: typed.given("why") ?? "", errors: typed.problems)
        page.earlier = options(
            "reaudit-of",
            earlier.sorted { $1.sample.on < $0.sample.on }.map {
                ($0.id, "\($0.sample.purpose), \($0.sample.on.words)")
            })
        page.themes = themes.map {
            DrawSamplePage.Theme(
                link: Link(words: $0.title, href: "/audit/draw?theme=\($0.id)"), words: $0.words,
                source: "\($0.source.source) (\($0.source.verification))")
        }
        if let chosen = themes.first(where: { $0.id == typed.given("theme") }) {
            page.theme = chosen.id
            let tool = tools.first { $0.id == chosen.tool }
            let questions = chosen.lookFor.compactMap { id in tool?.questions.first { $0.id == id }?.ask }
            page.lookFor = (chosen.title, chosen.words, questions)
        }
        if let asked { page.sizing = SizingShowing.sizing(asked) }
        return page
    }

    /// What the draw page begins with for a theme.
    static func prefilled(_ theme: AuditTheme) -> FormFields {
        FormFields([
            .init("theme", theme.id), .init("purpose", theme.title), .init("method", DrawMethod.simpleRandom.rawValue),
            .init("frame", "theme-\(theme.id)"), .init("tool", theme.tool),
        ])
    }

    /// The children a theme is drawn from.
    static func frame(of theme: AuditTheme, on today: Day) -> FrameQuestion? {
        switch theme.frame {
        case .concern(let code): .concern(ConcernCode(code))
        case .recorded(let kind, let months):
            RecordKind(rawValue: kind).map { .recorded($0, since: today.adding(months: -months)) }
        case .closed(let months): .closedSince(today.adding(months: -months))
        }
    }

    /// Nil for what is no frame.
    static func frame(
        _ word: String?, on today: Day, catalogue: [CatalogueRow], themes: [AuditTheme] = []
    ) -> FrameQuestion? {
        if let theme = themes.first(where: { "theme-\($0.id)" == word }) { return frame(of: theme, on: today) }
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
