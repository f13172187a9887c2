import Assurance
import Casework
import ChildJourney
import Pages
import Publishing
import RecordKeeping
import WorkingDays

/// One inspection as a page, and its report.
struct InspectionShowing {
    let file: InspectionFile
    let visit: VisitKind?
    let calendar: WorkingCalendar

    private var body: Inspection { file.inspection.body }

    func page(samples: [SampleFile], mayInspect: Bool, token: String, typed: FormReader?) -> InspectionPage {
        let kept = ["reason", "override", "found", "shows", "begun", "begun-shown"].compactMap { name in
            typed?.given(name).map { (name, $0) }
        }
        var page = InspectionPage(
            id: PercentText.encode(file.id), council: body.council, facts: facts, evidence: evidence,
            findings: findings, areas: areas,
            samples: samples.filter { $0.sample.inspection == file.id }.map {
                Link(
                    words: "\($0.sample.purpose): \($0.cases.count) \($0.cases.count == 1 ? "file" : "files")",
                    href: "/audit/samples/\(PercentText.encode($0.id))")
            }, forms: mayInspect && body.publishedOn == nil ? forms : nil,
            report: Link(
                words: body.publishedOn == nil ? "See the report as it would read now" : "Read the report",
                href: "/audit/inspections/\(PercentText.encode(file.id))/report"), csrfToken: token,
            typed: Dictionary(kept) { first, _ in first }, errors: typed?.problems ?? [])
        page.links = links
        if file.isDraftLeftOut { page.leftOut = Self.draftLeftOut }
        return page
    }

    static let draftLeftOut = "What was found and judged is told here once the report is published."

    private var links: [Link] {
        let address = "/audit/inspections/\(PercentText.encode(file.id))"
        let waiting = file.unanswered == 0 ? "" : ": \(file.unanswered) to answer"
        let draft = Link(words: "The draft, paragraph by paragraph\(waiting)", href: "\(address)/draft")
        return (file.isDraftLeftOut ? [] : [draft]) + [
            Link(words: "Who is let in, and the inspection's close", href: "\(address)/access"),
            Link(words: "Lists handed over at its start", href: "\(address)/lists"),
            Link(words: "What was asked for", href: "\(address)/requests"),
            Link(words: "Decisions on like facts", href: "\(address)/data"),
            Link(words: "What inspectors looked at", href: "\(address)/looks"),
            Link(words: "Before it and after it", href: "\(address)/after"),
        ]
    }

    private var facts: [(words: String, value: String)] {
        var facts = [("Framework", file.framework.name)]
        if let visit { facts.append(("Kind", visit.name)) }
        facts.append(("Began", body.beganOn.words))
        if let ended = body.endedOn { facts.append(("Ended", ended.words)) }
        facts.append(("Notice", body.isAnnounced ? "Announced" : "Unannounced"))
        for member in body.team { facts.append((member.part.words.atSentenceStart, member.name)) }
        if let published = body.publishedOn {
            facts.append(("Published", published.words))
        } else if let days = file.framework.publishWithinWorkingDays, !file.isMock {
            facts.append(("Published", "Not yet: the framework gives \(days) working days"))
        }
        if let received = body.receivedOn { facts.append(("Received by the council", received.words)) }
        if let plan = file.planDue(calendar, visit: visit) {
            let assumed = plan.isAssumed ? ", if it was received the day it was published" : ""
            facts.append(("Action plan due", "\(plan.on.words): \(plan.workingDays) working days\(assumed)"))
        }
        return facts
    }

    private var evidence: [InspectionPage.Evidence] {
        file.evidence.map { item in
            InspectionPage.Evidence(
                id: item.id.text,
                source: item.body.source.words.atSentenceStart + (item.body.isPolicy ? " (policy)" : " (practice)"),
                shows: item.body.shows, on: item.body.on.shortWords)
        }
    }

    private var findings: [InspectionPage.Finding] {
        file.findings.map { finding in
            InspectionPage.Finding(
                id: finding.id.text,
                category: file.framework.category(finding.body.category)?.label ?? finding.body.category,
                area: finding.body.area.flatMap { file.framework.area($0)?.name }, words: finding.body.words,
                thin: file.isThin(finding) ? "Thin: rests on one item, or on one kind of source" : nil)
        }
    }

    private func name(_ area: String) -> String { file.framework.area(area)?.name ?? area }

    private var areas: [InspectionPage.Area] {
        file.areas.map { area in
            let judged = file.judgements.last { $0.body.area == area.id }?.body
            let limit = file.limit(on: area.id).map { limit in
                "A limiting rule binds, no better than \(limit.atMost.words), because of: \(limit.boundBy.map(name).joined(separator: ", ")). \(limit.bindings.first?.rule.words ?? "")"
            }
            return InspectionPage.Area(
                id: area.id, name: area.part.map { "\($0): \(area.name)" } ?? area.name,
                grade: judged.map { Grade($0.grade).words.atSentenceStart }, why: judged?.reason, limit: limit,
                override: judged?.overrideReason.map { "Overridden: \($0)" })
        }
    }

    private var forms: InspectionPage.Forms {
        func short(_ words: String) -> String { words.count > 90 ? "\(words.prefix(90))…" : words }
        return InspectionPage.Forms(
            sources: EvidenceSource.allCases.map { FilterOption(value: $0.rawValue, words: $0.words.atSentenceStart) },
            areas: file.areas.map { area in
                FilterOption(value: area.id, words: area.part.map { "\($0): \(area.name)" } ?? area.name)
            }, categories: file.framework.findingCategories.map { FilterOption(value: $0.id, words: $0.label) },
            evidence: file.evidence.map { FilterOption(value: $0.id.text, words: short($0.body.shows)) },
            findings: file.findings.map { FilterOption(value: $0.id.text, words: short($0.body.words)) },
            grades: file.framework.grades.map { FilterOption(value: $0.rawValue, words: $0.words.atSentenceStart) },
            limbs: file.framework.inadequateLimbs.map { FilterOption(value: $0.id, words: $0.words.atSentenceStart) },
            form: "item-\(SecretToken().text.prefix(20))")
    }

    /// What the report says, in the framework's own order: the judgements, what was found by weight, then area by area.
    var report: InspectionReportPage {
        let weights: [FindingCategory.Weight] = [.priority, .development, .satisfactory, .strength]
        var parts: [InspectionReportPage.Part] = []
        for weight in weights {
            for category in file.framework.findingCategories where category.weight == weight {
                let found = file.findings.filter { $0.body.category == category.id }.map(\.body.words)
                if !found.isEmpty {
                    parts.append(InspectionReportPage.Part(heading: category.label, paragraphs: found))
                }
            }
        }
        for area in file.areas {
            guard let judged = file.judgements.last(where: { $0.body.area == area.id })?.body else { continue }
            var paragraphs = ["\(Grade(judged.grade).words.atSentenceStart). \(judged.reason)"]
            paragraphs += file.findings.filter { $0.body.area == area.id }.map(\.body.words)
            let name = area.part.map { "\($0): \(area.name)" } ?? area.name
            parts.append(InspectionReportPage.Part(heading: name, paragraphs: paragraphs))
        }
        return InspectionReportPage(
            council: body.council,
            back: Link(
                words: "Inspection of \(body.council)", href: "/audit/inspections/\(PercentText.encode(file.id))"),
            isDraft: body.publishedOn == nil, facts: facts,
            judgements: file.areas.compactMap { area in
                file.grades[area.id].map {
                    (area.part.map { "\($0): \(area.name)" } ?? area.name, $0.words.atSentenceStart)
                }
            }, parts: parts)
    }

    /// The same report as a file that leaves the program.
    var document: PublishedDocument {
        let page = report
        var blocks: [PublishedDocument.Block] = []
        if page.isDraft { blocks.append(.paragraph("A draft, made from what is recorded so far.")) }
        blocks.append(
            .table(
                PublishedDocument.Table(
                    caption: "The inspection", columns: ["What", "Said here"],
                    rows: page.facts.map { [$0.words, $0.value] })))
        if !page.judgements.isEmpty {
            blocks.append(
                .table(
                    PublishedDocument.Table(
                        caption: "Judgements", columns: ["Area", "Grade"],
                        rows: page.judgements.map { [$0.area, $0.grade] })))
        }
        for part in page.parts {
            blocks.append(.heading(level: 1, part.heading))
            blocks += part.paragraphs.map { .paragraph($0) }
        }
        return PublishedDocument(title: page.title, blocks: blocks)
    }
}
