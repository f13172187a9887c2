import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// A manager gives the children one worker holds to others: to hold, or to cover for while the worker is away.
package struct GiveChildren {
    /// One child, to whom, and the entry that said who led when the form was opened.
    package struct Choice: Sendable {
        package let child: SubjectID
        package let to: String
        package let seen: Int64?

        package init(child: SubjectID, to: String, seen: Int64?) {
            self.child = child
            self.to = to
            self.seen = seen
        }
    }

    package enum Way: Sendable {
        /// Hold the child from a day on, today or one to come; whoever holds the child now goes on until then.
        case lead(from: Day, why: String?)
        /// Stand in from a day until another; nil while nobody knows.
        case cover(from: Day, until: Day?)
    }

    private let recorder: Recorder
    private let workers: [StepChoice]
    private let teamOf: [String: String]

    package init(_ recorder: Recorder, workers: [StepChoice], teamOf: [String: String]) {
        self.recorder = recorder
        self.workers = workers
        self.teamOf = teamOf
    }

    /// - Parameter mayBeLeftOut: whether somebody has said that whoever takes a restricted child is not to open the record.
    package func callAsFunction(
        _ choices: [Choice], of worker: String, _ way: Way, mayBeLeftOut: Bool = false, form: RecordID
    ) async throws(RecordingRefusal) -> ManyChildren.Outcome {
        let byChild = Dictionary(choices.map { ($0.child, $0) }, uniquingKeysWith: { first, _ in first })
        let today = recorder.now().londonDay
        return try await ManyChildren(recorder: recorder)(choices.map(\.child), as: .allocate, form: form) { opened in
            guard let choice = byChild[opened.child] else { return .success([]) }
            if HolderLeftOut.leaves(out: choice.to, of: opened.restriction), !mayBeLeftOut {
                return .failure(RefusedChild(.leftOut(choice.to)))
            }
            return records(choice, of: worker, way, opened, form, today)
        }
    }

    private func records(
        _ choice: Choice, of worker: String, _ way: Way, _ opened: OpenedChild, _ form: RecordID, _ today: Day
    ) -> Result<[StepRecord], RefusedChild> {
        let journey = opened.journey()
        let lead = journey.lead(on: today)
        guard lead?.worker == worker, choice.seen.map({ lead?.place == $0 }) ?? true else {
            return .failure(RefusedChild(.heldBySomebodyElse(lead?.worker)))
        }
        guard choice.to != worker else { return .failure(RefusedChild(.ownWork)) }
        let id = RecordID("\(form.text)-\(choice.child.local)")
        let known = LeadChange.introduction(choice.to, opened.setting.workforce, workers)
        switch way {
        case .lead(let from, let why):
            let change = LeadChange(
                worker: choice.to, team: teamOf[choice.to], from: from, why: why, id: id, today: today)
            if let began = change.tooEarly(for: journey) { return .failure(RefusedChild(.began(began))) }
            return .success(change.records(for: journey) + known)
        case .cover(let from, let until):
            var records = journey.allocations.filter {
                $0.role == .cover && $0.from < from && ($0.until.map { $0 >= from } ?? true)
            }.map { earlier -> StepRecord in
                var body = earlier.body
                body.until = from - 1
                return StepRecord(body, id: earlier.id, corrects: earlier.place)
            }
            let cover = Allocation(worker: choice.to, team: teamOf[choice.to], role: .cover, from: from, until: until)
            records.append(StepRecord(cover, id: id))
            return .success(records + known)
        }
    }
}
