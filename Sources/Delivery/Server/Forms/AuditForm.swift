import AccessRules
import Assurance
import Casework
import ChildJourney
import Pages
import WorkingDays

/// A reader's form to what they found, by the questions of its tool.
struct AuditForm {
    let tool: AuditTool
    /// Whom an action may be given to, by their names for signing in.
    var owners: Set<String> = []

    func audit(
        _ form: inout FormReader, sample: String, by user: UserID, today: Day
    ) -> CaseFileAudit? {
        var reader = form.choice("reader", called: "as what you read", of: AuditReader.self)
        // Moderating has a page of its own, and is no reading.
        if reader == .moderator {
            form.note("reader", "Choose as what you read from the list")
            reader = nil
        }
        var audit = CaseFileAudit(
            on: today, reader: reader ?? .auditor, by: user.text, tool: tool.id, sample: sample)
        var couldNotTell = false
        for question in tool.questions {
            let answer = form.given("q-\(question.id)").flatMap(AuditAnswer.Answer.init(rawValue:))
            let evidence = form.text("e-\(question.id)", called: "what shows it", atMost: 2000, required: false)
            if question.isSafety, answer == nil {
                form.note("q-\(question.id)", "Answer this: it is about safety. Cannot tell is an answer")
            }
            if question.isSafety, answer == .cannotTell { couldNotTell = true }
            if answer != nil || evidence != nil {
                audit.answers.append(AuditAnswer(question: question.id, answer: answer, evidence: evidence))
            }
        }
        for section in tool.sections {
            guard let grade = grade("g-\(section.id)", &form) else { continue }
            audit.sectionGrades[section.id] = grade.rawValue
        }
        let overall = grade("grade", &form)
        if overall == nil { form.note("grade", "Choose the overall grade") }
        audit.grade = overall?.rawValue
        limit(overall, audit.sectionGrades, &form)
        audit.analysis = form.text("analysis", called: "why this grade", atMost: 5000)
        switch form.given("risk") {
        case "yes": audit.leftAtPotentialRisk = true
        case "no": audit.leftAtPotentialRisk = false
        default: form.note("risk", "Choose whether the child was left at potential risk")
        }
        audit.cannotTell = couldNotTell
        if let what = form.text("what", called: "what is to be done", atMost: 1000, required: false) {
            let owner = form.text("owner", called: "who does it", atMost: 200)
            let day = form.day("by", called: "the day it is done by", around: today)
            if let owner, !owners.contains(owner) { form.note("owner", "Choose who does it from the list") }
            if let owner, let day { audit.actions = [AuditAction(what: what, owner: owner, byOn: day)] }
        }
        audit.isFinished = true
        return reader == nil ? nil : audit
    }

    /// What the family told the reader; nil where nothing is typed.
    func family(_ form: inout FormReader, today: Day) -> AuditReply? {
        guard let words = form.text("family-words", called: "what they say", atMost: 5000, required: false) else {
            if form.given("family-who") != nil { form.note("family-words", "Enter what they say") }
            return nil
        }
        guard let who = form.given("family-who"), FamilyVoice.allCases.contains(where: { $0.words == who }) else {
            form.note("family-who", "Choose who of the family said it")
            return nil
        }
        var reply = AuditReply(on: today, audit: "", by: "", isFamily: true, words: words)
        reply.saidBy = who
        return reply
    }

    private func grade(_ name: String, _ form: inout FormReader) -> Grade? {
        guard let given = form.given(name) else { return nil }
        guard tool.grades.contains(Grade(given)) else {
            form.note(name, "Choose a grade from the list")
            return nil
        }
        return Grade(given)
    }

    private func limit(_ overall: Grade?, _ graded: [String: String], _ form: inout FormReader) {
        guard let overall, let limit = tool.limit(given: graded.mapValues { Grade($0) }),
            let given = tool.grades.firstIndex(of: overall), let most = tool.grades.firstIndex(of: limit.atMost),
            given < most
        else { return }
        form.note("grade", "No better than \(limit.atMost.words): \(limit.because.words)")
    }
}
