import AccessRules
import Concerns
import Measures
import RecordKeeping
import WorkingDays

/// Makes a pack of what the record holds now, and keeps it.
package struct MakePack {
    package enum Refusal: Error, Hashable, Sendable {
        case access(AccessRefusal)
        /// The day lies ahead.
        case notYet
        /// A team pack names a team that anything was counted of, a branch pack a branch.
        case noSuchTeam
        case store(StoreFailure)

        package var words: String {
            switch self {
            case .access: "This is not for your role"
            case .notYet: "Enter a day up to today"
            case .noSuchTeam: "Choose a team or branch of which anything is counted"
            case .store(let failure): "The record cannot answer just now (\(failure))"
            }
        }
    }

    private let store: any RecordStore
    private let who: SignedIn
    private let standards: Standards
    private let today: Day

    package init(_ store: any RecordStore, who: SignedIn, standards: Standards, today: Day) {
        self.store = store
        self.who = who
        self.standards = standards
        self.today = today
    }

    /// - Parameter team: For a team or branch pack, its id.
    package func make(_ kind: Pack.Kind, team: String? = nil, asOf day: Day) async throws(Refusal) -> Pack {
        guard day <= today else { throw .notYet }
        _ = try leave(to: .makePack)
        let access = try leave(to: .seeNumbers)
        do {
            let to = PublishedFigures.lastMonthEnd(by: day)
            let taken = try await store.measures(over: PublishedFigures.periods(to: to), access: access)
            let head = try await store.head(of: access.council)
            let frame =
                "Every child on the record; restricted children are counted as everybody is, and nobody is named"
            if kind == .director {
                let page = DirectorPack(
                    store: store, access: access, catalogue: standards.catalogue, taken: taken, day: day, to: to)
                return try await page.pack(frame: frame, sequence: head.sequence)
            }
            let figures = PublishedFigures(taken, to: to)
            let group = try group(kind, team, figures)
            let found = try await store.publishedInspections(in: access.council).compactMap {
                InspectionFile($0.id, $0.history, under: standards.frameworks)
            }
            let sections = PackSections(
                kind: kind, group: group, figures: figures, standards: standards, council: access.council,
                inspections: found, plans: try await plans(), asOf: day)
            let name = group.flatMap { $0.id }.map { ", \(figures.teamNames[$0] ?? $0)" } ?? ""
            return Pack(
                kind: kind, title: "\(kind.words)\(name), to \(to.words)", asOf: day, to: to, frame: frame,
                sequence: head.sequence, sections: sections.all)
        } catch let refusal as Refusal {
            throw refusal
        } catch let failure as StoreFailure {
            throw .store(failure)
        } catch {
            throw .store(.notFound)
        }
    }

    /// Those that have not ended; nil for whoever may not see plans.
    private func plans() async throws -> [PlanFile]? {
        guard who.role.mayDo.contains(.seePlan) else { return nil }
        let moment = Moment(londonDay: today)
        return try await SeePlan(Assurer(store: store, person: who, now: { moment })).all().filter { !$0.hasEnded }
    }

    /// - Parameter form: Names the form it was asked for with: sent twice, it is kept once.
    package func keep(_ pack: Pack, form: String, at moment: Moment) async throws(Refusal) -> Int64 {
        let access = try leave(to: .makePack)
        do { return try await store.keep(pack, form: form, access: access, at: moment) } catch { throw .store(error) }
    }

    private func group(
        _ kind: Pack.Kind, _ team: String?, _ figures: PublishedFigures
    ) throws(Refusal) -> PublishedFigure.Group? {
        guard kind.isOfATeam else { return nil }
        guard let team else { throw .noSuchTeam }
        let group = kind == .team ? PublishedFigure.Group.team(team) : .branch(team)
        guard figures.figures.contains(where: { $0.group == group }) else { throw .noSuchTeam }
        return group
    }

    private func leave(to verb: Verb) throws(Refusal) -> Access {
        switch AccessRules.access(for: who, to: verb, .council(who.council), because: .work) {
        case .success(let access): return access
        case .failure(let refusal): throw .access(refusal)
        }
    }
}
