import AccessRules
import Assurance
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// The questions of a tool with what one child's record holds beside each.
struct WorkbenchShowing {
    let opened: OpenedChild
    let file: SampleFile
    let tool: AuditTool
    let today: Day
    /// Whom an action may be given to.
    var owners: [FilterOption] = []

    func page(_ typed: FormReader, isSent: Bool, me: String, role: Role, token: String) -> WorkbenchPage {
        let mine = opened.journey().casework.fileAudits.last { $0.body.by == me && $0.body.sample == file.id }
        func given(_ name: String, _ stored: String?) -> String {
            isSent ? typed.given(name) ?? "" : stored.map(opened.withholding.masked) ?? ""
        }
        func grades(_ name: String, _ stored: String?) -> [FilterOption] {
            let chosen = given(name, stored)
            return tool.grades.map {
                FilterOption(value: $0.rawValue, words: $0.words.atSentenceStart, isChosen: $0.rawValue == chosen)
            }
        }
        let reader = given("reader", mine?.body.reader.rawValue ?? Self.usual(role).rawValue)
        let risk = given("risk", mine?.body.leftAtPotentialRisk.map { $0 ? "yes" : "no" })
        let action = mine?.body.actions.first
        let owner = given("owner", action?.owner)
        var page = WorkbenchPage(
            childName: opened.summary.name ?? opened.child.local, childHref: ListedChild.address(of: opened.child),
            sample: Link(words: file.sample.purpose, href: "/audit/samples/\(PercentText.encode(file.id))"),
            action: "/audit/samples/\(PercentText.encode(file.id))/cases/\(PercentText.encode(opened.child.text))",
            csrfToken: token, form: typed.given("form") ?? mine?.id.text ?? "audit-\(SecretToken().text.prefix(20))",
            seen: typed.given("seen").flatMap { Int64($0) } ?? mine?.place,
            readers: AuditReader.allCases.filter {
                $0 != .moderator && ($0 == .inspector) == (role == .inspector)
            }.map {
                FilterOption(value: $0.rawValue, words: $0.words.atSentenceStart, isChosen: $0.rawValue == reader)
            },
            flagged: flagged,
            sections: tool.sections.map { section in
                WorkbenchPage.Section(
                    id: section.id, title: section.title,
                    grades: grades("g-\(section.id)", mine?.body.sectionGrades[section.id]),
                    questions: section.questions.map { question in
                        let answer = mine?.body.answers.first { $0.question == question.id }
                        let chosen = given("q-\(question.id)", answer?.answer?.rawValue)
                        return WorkbenchPage.Question(
                            id: question.id, ask: question.ask, isSafety: question.isSafety,
                            error: typed.problems.message(for: "q-\(question.id)"),
                            answers: AuditAnswer.Answer.allCases.map {
                                FilterOption(
                                    value: $0.rawValue, words: $0.words.atSentenceStart, isChosen: $0.rawValue == chosen
                                )
                            }, evidence: given("e-\(question.id)", answer?.evidence),
                            evidenceError: typed.problems.message(for: "e-\(question.id)"),
                            record: record(question.shows))
                    })
            }, grades: grades("grade", mine?.body.grade), analysis: given("analysis", mine?.body.analysis),
            unsafeWhy: given("unsafe", nil),
            atRisk: [("yes", "Yes"), ("no", "No")].map {
                FilterOption(value: $0.0, words: $0.1, isChosen: $0.0 == risk)
            }, actionWhat: given("what", action?.what),
            actionOwners: owners.map {
                FilterOption(value: $0.value, words: $0.words, isChosen: $0.value == owner)
            },
            actionBy: given("by", action?.byOn?.shortWords), errors: typed.problems)
        let family = mine.flatMap { mine in
            opened.journey().casework.auditReplies.last { $0.body.isFamily && $0.id.text == "family-\(mine.id.text)" }
        }
        let who = given("family-who", family?.body.saidBy)
        page.familyWho = FamilyVoice.allCases.map {
            FilterOption(value: $0.words, words: $0.words.atSentenceStart, isChosen: $0.words == who)
        }
        page.familyWords = given("family-words", family?.body.words)
        return page
    }

    /// Flags that wait, so that nobody thinks theirs was lost or raises it again.
    private var flagged: [String] {
        opened.journey().casework.unsafeFlags.filter(\.body.waits).map { flag in
            let what = flag.body.isCannotTell ? "Nobody can tell whether the child is safe" : "Flagged as unsafe now"
            return "\(what), at \(flag.body.at.clockWords) on \(flag.body.at.londonDay.words). It waits for an answer."
        }
    }

    private static func usual(_ role: Role) -> AuditReader { role == .inspector ? .inspector : .auditor }

    /// The record's own answer, each line with its day; a second reader sees no other reader's.
    private func record(_ shows: AuditQuestion.Shows) -> [String] {
        let journey = opened.journey()
        func day(_ words: String, _ on: Day?) -> String? { on.map { "\(words) \($0.words)" } }
        let lines: [String?]
        switch shows {
        case .referral:
            lines = journey.referrals.suffix(3).flatMap { referral in
                [
                    day("Referral received", referral.receivedOn), day("Decided", referral.decidedOn),
                    day("Closed", referral.closedOn),
                ]
            }
        case .seen:
            let seen = journey.visits.last { $0.seen == true }
            let alone = journey.visits.last { $0.seen == true && $0.seenAlone == true }
            lines = [
                day("Last seen", seen?.on), day("Last seen alone", alone?.on),
                "\(journey.visits.count { $0.on > today.adding(months: -3) }) visits in 3 months",
            ]
        case .concerns:
            lines = opened.concerns.filter { $0.stands(on: today) }.map {
                "\($0.code.text), since \($0.onset.words)"
            }
        case .strategy:
            lines = journey.strategyDiscussions.suffix(3).map { discussion in
                let present = (discussion.body.present ?? []).map(\.words).joined(separator: ", ")
                return "Strategy discussion \(discussion.heldOn.words)" + (present.isEmpty ? "" : ", with \(present)")
            }
        case .enquiry:
            lines = journey.enquiries.suffix(3).flatMap { enquiry in
                [day("Enquiry began", enquiry.startedOn), day("Enquiry ended", enquiry.endedOn)]
            }
        case .assessment:
            lines = journey.assessments.suffix(3).flatMap { assessment in
                [
                    day("Assessment started", assessment.startedOn), day("Authorised", assessment.authorisedOn),
                    assessment.body.findings.map { "\($0.count) parts written" },
                ]
            }
        case .plan:
            lines =
                journey.protectionPlans.suffix(2).flatMap { plan in
                    [
                        day("Protection plan began", plan.startedOn), plan.body.actions.map { "\($0.count) actions" },
                        day("Ended", plan.endedOn),
                    ]
                } + journey.inNeedPlans.suffix(2).map { day("Child in need plan began", $0.startedOn) }
                + [day("Last reviewed", journey.planReviews.compactMap(\.heldOn).max())]
        case .supervision:
            lines =
                [day("Last supervision", journey.casework.supervisions.map(\.on).max())]
                + journey.casework.supervisions.suffix(3).compactMap { supervision in
                    supervision.body.earlierActions.map {
                        "On \(supervision.on.words), what was agreed the time before was \($0.words)"
                    }
                }
                + journey.casework.decisions.suffix(3).map { "Decided \($0.on.words): \($0.body.point.words)" }
        }
        return lines.compactMap { $0 }.map(opened.withholding.masked)
    }
}
