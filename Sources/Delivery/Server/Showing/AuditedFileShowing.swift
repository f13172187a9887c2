import AccessRules
import Assurance
import Casework
import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// A finished audit as those who did the work read it.
struct AuditedFileShowing {
    let opened: OpenedChild
    let audit: Recorded<CaseFileAudit>
    let tool: AuditTool?
    let names: PeopleNames
    let today: Day

    private var address: String { ListedChild.address(of: opened.child) }

    func page(for person: SignedInPerson) -> AuditedFilePage {
        let casework = opened.journey().casework
        let body = audit.body
        let replies = casework.auditReplies.filter { $0.body.audit == audit.id.text }
        let grade = body.grade.map { " Overall: \(Grade($0).words)." } ?? ""
        let article = body.reader == .auditor || body.reader == .inspector ? "an" : "a"
        return AuditedFilePage(
            child: Link(words: opened.nameShown, href: address),
            lede: "Read \(body.on.words) by \(article) \(body.reader.words).\(grade)",
            analysis: masked(body.analysis ?? ""), sections: sections,
            replies: replies.filter { !$0.body.isFamily }.map { reply in
                let agrees = reply.body.agrees.map { $0 ? ", agrees" : ", disputes it" } ?? ""
                return AuditedFilePage.Voice(
                    who: "\(names.name(reply.body.by))\(agrees), \(reply.body.on.words)",
                    words: masked(reply.body.words))
            },
            family: replies.filter(\.body.isFamily).map { reply in
                AuditedFilePage.Voice(
                    who: "\(masked(reply.body.saidBy ?? "the family").atSentenceStart), \(reply.body.on.words)",
                    words: masked(reply.body.words))
            },
            actions: casework.auditActions.filter { $0.body.audit == audit.id.text }.map { action($0, person) },
            offered: [
                link(ReplyToAudit.self, audit.id), link(RecordFamilyAccount.self, audit.id),
            ])
    }

    private var sections: [AuditedFilePage.Section] {
        guard let tool else { return [] }
        return tool.sections.compactMap { section in
            let answers = section.questions.compactMap { question in
                audit.body.answers.first { $0.question == question.id }.map {
                    AuditedFilePage.Answer(
                        ask: question.ask, answer: $0.answer?.words.atSentenceStart ?? "Not answered",
                        evidence: masked($0.evidence ?? ""))
                }
            }
            let grade = audit.body.sectionGrades[section.id].map { Grade($0).words }
            guard !answers.isEmpty || grade != nil else { return nil }
            return AuditedFilePage.Section(title: section.title, grade: grade, answers: answers)
        }
    }

    private func action(_ action: Recorded<ActionFromAudit>, _ person: SignedInPerson) -> AuditedFilePage.Action {
        let body = action.body
        let owner = masked(names.name(body.owner))
        if let done = body.finishedOn {
            let by = body.finishedBy.map { " Recorded by \(names.name($0))." } ?? ""
            return AuditedFilePage.Action(
                what: masked(body.what),
                state: "\(owner). Done \(done.words). Shown by: \(masked(body.shownBy ?? "not said")).\(by)", done: nil)
        }
        return AuditedFilePage.Action(
            what: masked(body.what), state: "\(owner). \(AuditActionWords.due(body, on: today))",
            done: body.owner == person.user.text || person.role.mayDo.contains(.decide)
                ? link(FinishAuditAction.self, action.id) : nil)
    }

    private func link(_ step: any Step.Type, _ id: RecordID) -> Link {
        Link(words: step.words.title, href: "\(address)/steps/\(step.name)?of=\(PercentText.encode(id.text))")
    }

    private func masked(_ words: String) -> String { opened.withholding.masked(words) }
}

/// How far an action of an audit is.
enum AuditActionWords {
    static func due(_ action: ActionFromAudit, on day: Day) -> String {
        guard let by = action.byOn else { return "No day was agreed." }
        let over = day - by
        return over > 0
            ? "To be done by \(by.words): \(over) \(over == 1 ? "day" : "days") over." : "To be done by \(by.words)."
    }
}
