import AccessRules
import Assurance
import ChildJourney
import RecordKeeping
import WorkingDays

/// What the council holds to be wrong in a draft report, paragraph by paragraph, and what inspectors answer to each.
package struct CommentOnDraft: Sendable {
    private let assurer: Assurer
    private let frameworks: InspectionFrameworks

    package init(_ assurer: Assurer, _ frameworks: InspectionFrameworks) {
        self.assurer = assurer
        self.frameworks = frameworks
    }

    package func comment(
        _ words: String, on record: RecordID, of inspection: String, id: RecordID
    ) async throws(AssuranceRefusal) {
        let file = try await assurer.inspectionFile(inspection, anyOf: [.answerInspection], frameworks)
        guard file.inspection.body.publishedOn == nil else { throw .published }
        guard let paragraph = file.paragraph(record) else { throw .missing("which paragraph it is about") }
        guard !words.isEmpty else { throw .missing("what is not right") }
        try await assurer.leaveOut([("What is not right", words)], in: inspection)
        try await assurer.append(
            AccuracyComment(
                on: assurer.today, of: record.text, paragraph: paragraph, words: words, by: assurer.person.user.text),
            id: id, about: Assurer.inspection(inspection))
    }

    /// - Parameter changedTo: What the paragraph says now; nil where it stays as it is.
    package func answer(
        _ id: RecordID, of inspection: String, changedTo: String?, because words: String
    ) async throws(AssuranceRefusal) {
        let file = try await assurer.inspectionFile(inspection, anyOf: [.inspect], frameworks)
        guard file.inspection.body.publishedOn == nil else { throw .published }
        if let refusal = file.refusal(toInspect: assurer.person) { throw refusal }
        guard try await isLead(file) else { throw .leadAnswers }
        guard let comment = file.comments.first(where: { $0.id == id }) else { throw .notFound }
        guard !comment.body.isAnswered else { throw .doneAlready }
        guard !words.isEmpty else { throw .missing("how it was changed, or why not") }
        try await assurer.leaveOut(
            [("How it was changed, or why not", words), ("What it says now", changedTo)], in: inspection)
        let (me, subject) = (Author.user(assurer.person.user), Assurer.inspection(inspection))
        var body = comment.body
        (body.isChanged, body.answer) = (changedTo != nil, words)
        (body.answeredBy, body.answeredOn) = (assurer.person.user.text, assurer.today)
        var entries = [NewEntry(body, id: id, about: subject, by: me, corrects: comment.place)]
        if let changedTo {
            guard !changedTo.isEmpty, changedTo != file.paragraph(RecordID(comment.body.of)) else {
                throw .missing("what the paragraph says now")
            }
            if let finding = file.findings.first(where: { $0.id.text == comment.body.of }) {
                var changed = finding.body
                changed.words = changedTo
                entries.append(NewEntry(changed, id: finding.id, about: subject, by: me, corrects: finding.place))
            } else if let judged = file.judgements.first(where: { $0.id.text == comment.body.of }) {
                var changed = judged.body
                changed.reason = changedTo
                entries.append(NewEntry(changed, id: judged.id, about: subject, by: me, corrects: judged.place))
            } else {
                throw .notFound
            }
        }
        try await assurer.append(entries)
    }

    /// The lead alone, where the team names one who has an account here and was let in, or set it up; otherwise any of them.
    private func isLead(_ file: InspectionFile) async throws(AssuranceRefusal) -> Bool {
        guard let lead = file.leadName else { return true }
        let inspectors = file.access.map(\.body).filter { $0.isConfirmed && $0.withdrawnBy == nil }.map(\.user)
        let (store, council) = (assurer.store, assurer.person.council)
        for user in Set(inspectors + [file.inspection.body.setUpBy].compactMap { $0 }).sorted() {
            let account = try await assurer.stored { () throws(StoreFailure) in
                try await store.user(UserID(user), in: council)
            }
            if account?.name == lead { return user == assurer.person.user.text }
        }
        return true
    }
}

extension InspectionFile {
    /// What a finding says, or why a grade was given: what the council may comment on. Nil for anything else.
    package func paragraph(_ record: RecordID) -> String? {
        findings.first { $0.id == record }?.body.words ?? judgements.first { $0.id == record }?.body.reason
    }

    /// Every paragraph of the draft that may be commented on, in the order recorded.
    package var paragraphs: [(id: RecordID, words: String)] {
        findings.map { ($0.id, $0.body.words) } + judgements.map { ($0.id, $0.body.reason) }
    }
}
