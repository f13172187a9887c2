import AccessRules
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// What Sightline cannot see: which checks what is loaded cannot answer, and for how many children.
struct CannotSeeRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/cannot-see") { _, context in try await show(context) }
    }

    private func show(_ context: RequestDetails) async throws -> Response {
        let role = try context.signedIn().person.role
        let access = try context.leave(to: role.mayDo.contains(.seeNumbers) ? .seeNumbers : .seeImports, in: live)
        let known = try await live.store.setting(of: live.council)
        let blind = Sight(live.catalogue, cover: known?.setting.cover).blind
        let partly = role.seesSuppressedNumbers ? [] : try await live.store.notChecked(access: access)
        let page = CannotSeePage(
            answered: live.catalogue.count - blind.count, of: live.catalogue.count,
            coverage: coverage(known?.setting.cover),
            notCheckable: blind.map {
                Pages.NotCheckable(kind: $0.row.kind.icon, check: $0.row.title, because: $0.because)
            },
            partlyCheckable: partly.compactMap { count in
                guard let rule = Rules.rule(count.code) else { return nil }
                return Pages.PartlyCheckable(
                    kind: rule.kind.icon, check: rule.words.title, children: count.children, because: count.because)
            })
        return try await .page(page, context, in: live)
    }

    private func coverage(_ cover: Cover?) -> [CoverageRow] {
        CoveredFact.allCases.map { fact in
            guard let cover, let extent = cover.extents[fact] else {
                return CoverageRow(
                    record: said(fact), extent: .none, period: nil, source: cover?.source ?? "nothing loaded")
            }
            let until = cover.until.map { " to \($0.words)" } ?? ""
            return CoverageRow(
                record: said(fact), extent: extent.from == nil ? .complete : .partial,
                period: (extent.from.map { "from \($0.words)" } ?? "from the beginning") + until, source: cover.source)
        }
    }

    private func said(_ fact: CoveredFact) -> String { fact.words.atSentenceStart }
}
