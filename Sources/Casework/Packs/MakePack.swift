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
        /// What was typed tells something of a child.
        case tells(field: String, name: String, ToldOfChild)
        case store(StoreFailure)

        package var words: String {
            switch self {
            case .access: "This is not for your role"
            case .notYet: "Enter a day up to today"
            case .noSuchTeam: "Choose a team or branch of which anything is counted"
            case .tells(_, let name, .name): "\(name) names a child: leave the name out"
            case .tells(_, let name, .withheld): "\(name) tells what is withheld of a child: leave it out"
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

    /// - Parameters:
    ///   - team: For a team or branch pack, its id.
    ///   - words: Of the council's own; the director's page has none.
    package func make(
        _ kind: Pack.Kind, team: String? = nil, asOf day: Day, saying words: PackWords = PackWords(), at moment: Moment
    ) async throws(Refusal) -> Pack {
        guard day <= today else { throw .notYet }
        _ = try leave(to: .makePack)
        let access = try leave(to: .seeNumbers)
        do {
            let typed = words.all
            for (one, told) in zip(typed, try await told(by: typed.map(\.words), at: moment)) {
                if let told { throw Refusal.tells(field: one.field, name: one.name, told) }
            }
            let to = PublishedFigures.lastMonthEnd(by: day)
            let periods = PublishedFigures.periods(to: to) + (kind == .director ? [.day(day)] : [])
            let taken = try await store.measures(over: periods, access: access)
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
                inspections: found,
                plan: try await progress(figures, team: group?.id, asOf: day, at: moment), words: words)
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

    /// Of plans that have not ended; nil for whoever may not see plans.
    private func progress(
        _ figures: PublishedFigures, team: String?, asOf day: Day, at moment: Moment
    ) async throws -> PlanProgress? {
        guard who.role.mayDo.contains(.seePlan) else { return nil }
        let plans = try await SeePlan(Assurer(store: store, person: who, now: { moment })).all().filter { !$0.hasEnded }
        let written = PlanWords.all(of: plans)
        let unfit = zip(written, try await told(by: written, at: moment)).filter { $0.1 != nil }.map(\.0)
        return PlanProgress(
            plans: plans, figures: figures, team: team, asOf: day, told: PlanWords(unfit: Set(unfit)))
    }

    /// Of each text what it tells of a child that no pack may.
    private func told(by texts: [String], at moment: Moment) async throws -> [ToldOfChild?] {
        try await store.told(by: texts, access: try leave(to: .makePack), at: moment)
    }

    /// A second person lets members and partners read it. What is withheld of a child since it was made is looked for once more.
    package func release(_ kept: KeptPack, at moment: Moment) async throws(ReleaseRefusal) {
        let access: Access
        do { access = try leave(to: .releasePack) } catch { throw .access }
        guard kept.madeBy != who.user.text else { throw .ownPack }
        do {
            let told = try await store.told(by: kept.pack.everyText, access: access, at: moment)
            if told.contains(where: { $0 != nil }) { throw ReleaseRefusal.tells }
            guard try await store.releasePack(kept.number, access: access, at: moment) else {
                throw ReleaseRefusal.notReleasable
            }
        } catch let refusal as ReleaseRefusal {
            throw refusal
        } catch {
            throw .store(error as? StoreFailure ?? .notFound)
        }
    }

    package enum ReleaseRefusal: Error, Hashable, Sendable {
        case access
        /// Whoever made it does not release it.
        case ownPack
        /// It names a child, or tells what is withheld of one by now.
        case tells
        /// It is not for members, or released already.
        case notReleasable
        case store(StoreFailure)
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

extension Pack {
    /// Every text that stands in it, once.
    fileprivate var everyText: [String] {
        var texts: Set<String> = []
        for section in sections {
            texts.insert(section.heading)
            texts.formUnion(section.paragraphs)
            texts.formUnion(section.items)
            for table in section.tables {
                texts.insert(table.caption)
                for row in table.rows { texts.formUnion(row) }
            }
        }
        return texts.filter { text in text.contains { $0.isLetter } }.sorted()
    }
}
