import AccessRules
import ChildJourney
import RecordKeeping
import Retention
import WorkingDays

/// Destroying a child's record at the end of its retention: one proposes, another confirms or declines.
package struct EndOfRetention {
    private let recorder: Recorder

    package enum Refusal: Error, Hashable, Sendable {
        /// It is open, or its time has not come, or no day can be told.
        case notPast
        case kept([RetentionBlock])
        case alreadyProposed
        case notProposed
        /// Whoever proposed it does not confirm it.
        case ownProposal
        /// What stays for good must not name whom it was about.
        case namesTheChild
    }

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    package func retention(of child: SubjectID) async throws(RecordingRefusal) -> RetentionCase {
        let access = try await recorder.mayRecord(.destroyRecord, about: child)
        do {
            return try await recorder.store.retention(of: child, on: recorder.now().londonDay, access: access)
        } catch {
            throw .store(error)
        }
    }

    /// Nil once it is proposed.
    package func propose(
        _ child: SubjectID, authority: String, id: RecordID
    ) async throws(RecordingRefusal) -> Refusal? {
        let found = try await retention(of: child)
        let today = recorder.now().londonDay
        guard case .until(let until, let reasons) = found.verdict, until <= today, let longest = reasons.first else {
            return .notPast
        }
        guard found.blocks.isEmpty else { return .kept(found.blocks) }
        if let waiting = found.proposal { return waiting.id == id ? nil : .alreadyProposed }
        if names(found.summary, in: authority) { return .namesTheChild }
        let body = DestructionProposal(
            on: today, by: recorder.person.user.text, row: longest.row.id, keptUntil: until, authority: authority)
        try await recorder.record(body, id: id, about: child, as: .destroyRecord)
        return nil
    }

    /// Nil once it is declined. Whoever proposed it may take it back.
    package func decline(_ child: SubjectID, why: String) async throws(RecordingRefusal) -> Refusal? {
        guard let waiting = try await retention(of: child).proposal else { return .notProposed }
        var body = waiting.body
        (body.declinedOn, body.declinedWhy) = (recorder.now().londonDay, why)
        body.declinedBy = recorder.person.user.text
        try await recorder.record(body, id: waiting.id, about: child, as: .destroyRecord, corrects: waiting.place)
        return nil
    }

    /// Nil once it is destroyed. `seen` is the entry of the proposal whoever confirms has read.
    package func confirm(_ child: SubjectID, seen: Int64) async throws(RecordingRefusal) -> Refusal? {
        let access = try await recorder.mayRecord(.destroyRecord, about: child)
        guard let waiting = try await retention(of: child).proposal else { return .notProposed }
        let body = waiting.body
        let authority = "End of retention (\(body.row), kept until \(body.keptUntil)): \(body.authority)"
        let outcome: DestructionOutcome
        do {
            outcome = try await recorder.store.destroy(
                child, seen: seen, authority: authority, access: access, at: recorder.now())
        } catch {
            throw .store(error)
        }
        switch outcome {
        case .destroyed: return nil
        case .notPast: return .notPast
        case .kept(let blocks): return .kept(blocks)
        case .notProposed: return .notProposed
        case .ownProposal: return .ownProposal
        }
    }

    private func names(_ summary: ChildSummary, in text: String) -> Bool {
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        let names = (summary.name ?? "").lowercased().split { !$0.isLetter }.map(String.init)
        return names.contains { $0.count > 2 && words.contains($0) }
    }
}
