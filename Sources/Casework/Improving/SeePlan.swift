import AccessRules
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// The council's improvement plans, and what waits for one person in them.
package struct SeePlan: Sendable {
    private let assurer: Assurer

    package init(_ assurer: Assurer) {
        self.assurer = assurer
    }

    package func all() async throws(AssuranceRefusal) -> [PlanFile] {
        let access = try assurer.leave(to: .seePlan)
        let store = assurer.store
        return try await assurer.stored { () throws(StoreFailure) in
            try await store.assuranceWork(.plan, access: access)
        }.compactMap { PlanFile($0.id, $0.history) }
    }

    package func file(_ id: String) async throws(AssuranceRefusal) -> PlanFile {
        let access = try assurer.leave(to: .seePlan)
        let (store, subject) = (assurer.store, Assurer.plan(id))
        let history = try await assurer.stored { () throws(StoreFailure) in
            try await store.assuranceWork(subject, access: access)
        }
        guard let file = PlanFile(subject.id, history) else { throw .notFound }
        return file
    }

    /// A plan with its numbers, to a day.
    package func standing(of file: PlanFile, to day: Day) async throws(AssuranceRefusal) -> PlanStanding {
        let access = try assurer.leave(to: .seeNumbers)
        let store = assurer.store
        let figures = try await assurer.stored { () throws(StoreFailure) in
            try await PlanFigures(of: file, to: day, store, access)
        }
        return PlanStanding(file, figures)
    }

    /// What waits for whoever asks.
    package func mine(_ calendar: WorkingCalendar) async throws(AssuranceRefusal) -> [PlanWork] {
        let (me, today) = (assurer.person.user.text, assurer.today)
        return
            (try await all().filter { !$0.hasEnded }.flatMap { file in
                let updates = file.actions.filter { $0.body.owner == me }.flatMap { action -> [PlanWork] in
                    let duty = file.duty(of: action)
                    let late = duty.overdue(on: today, calendar)
                    return (late + [duty.asked(on: today, calendar)].compactMap { $0 }).map { month in
                        PlanWork(
                            plan: file.id, action: action.id.text, words: "\(month.words): \(action.body.what)",
                            dueOn: month.lastWorkingDay(calendar), sort: .update)
                    }
                }
                let resolved = file.openResolutions.filter { $0.body.owner == me }.map {
                    PlanWork(plan: file.id, action: nil, words: $0.body.words, dueOn: $0.body.dueOn, sort: .resolution)
                }
                return updates + resolved
            } + (try await agreed())).sorted { ($0.dueOn, $0.words) < ($1.dueOn, $1.words) }
    }

    /// What was agreed with the inspectorate and waits for whoever asks.
    private func agreed() async throws(AssuranceRefusal) -> [PlanWork] {
        guard assurer.person.mayDo.contains(.seeAssurance) else { return [] }
        let access = try assurer.leave(to: .seeAssurance)
        let (store, me) = (assurer.store, assurer.person.user.text)
        let inspections = try await assurer.stored { () throws(StoreFailure) in
            try await store.assuranceWork(.inspection, access: access)
        }
        var work: [PlanWork] = []
        for (subject, history) in inspections {
            let mine = history.standing(Engagement.self).map(\.body).filter { $0.waits && $0.agreedOwner == me }
            guard !mine.isEmpty else { continue }
            let withheld = try await assurer.stored { () throws(StoreFailure) in
                try await store.withholding(ofChildrenIn: subject.local, access: access)
            }
            for body in mine {
                guard let words = body.agreed, let due = body.agreedBy else { continue }
                work.append(
                    PlanWork(
                        plan: subject.local, action: nil, words: withheld.masked(words), dueOn: due, sort: .agreement))
            }
        }
        return work
    }
}

/// One thing a plan waits for from one person, or what was agreed after an inspection.
package struct PlanWork: Hashable, Sendable {
    package enum Sort: Hashable, Sendable { case update, resolution, agreement }

    /// The plan; of an agreement, the inspection.
    package let plan: String
    /// Nil for what a meeting resolved.
    package let action: String?
    package let words: String
    package let dueOn: Day
    package let sort: Sort
}
