import AccessRules
import Casework
import ChildJourney
import Concerns
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// What the council's own data shows inspectors that no one file can: whether managers decide alike on like facts.
struct InspectionDataRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/audit/inspections/{inspection}/data") { _, context in
            try await show(InspectionDesk(live, context))
        }
    }

    private func show(_ desk: InspectionDesk) async throws -> Response {
        let access = try desk.context.leave(to: .seeAssurance, in: live)
        let file = try await desk.file()
        let day = file.inspection.body.beganOn
        let found = try await live.store.decisionsOnLikeFacts(on: day, access: access, at: live.now())
        let names = try await desk.names()
        // Managers are told which of them; for everybody else it is how they decide that counts, and not who.
        let isNamed = access.who.mayDo.contains(.decide)
        let numbers = Dictionary(
            uniqueKeysWithValues: found.comparisons.enumerated().map { ($0.element.manager, $0.offset + 1) })
        func name(_ manager: String) -> String {
            isNamed ? names.name(manager) : numbers[manager].map { "Manager \($0)" } ?? "Another manager"
        }
        let compared = InspectionPartPage.Table(
            caption: "Referrals decided, beside what everybody decided on the same facts",
            columns: ["Decided by", "Referrals", "Nothing followed", "By chance alone", "Beyond that"],
            rows: found.comparisons.map { one in
                [
                    .init(name(one.manager)), .init(String(one.all)), .init(String(one.turnedAway)),
                    .init("\(one.least) to \(one.most)"), .init(one.isOutside ? "Yes: look into it" : "No"),
                ]
            }, nothing: "No two managers decided often enough on like facts.")
        let facts = InspectionPartPage.Table(
            caption: "By the facts", columns: ["Facts", "Decided by", "Referrals", "Nothing followed"],
            rows: found.byFacts.flatMap { facts, managers in
                managers.map { manager, tally in
                    [
                        .init(words(facts)), .init(name(manager)), .init(String(tally.all)),
                        .init(String(tally.turnedAway)),
                    ]
                }
            }, nothing: "No two managers decided on like facts.")
        let outside = found.comparisons.count(where: \.isOutside)
        return try await desk.respond(
            "Decisions on like facts",
            "Whether managers decide alike: referrals in the 12 months to \(day.words). \(outside) of \(found.comparisons.count) lie beyond what chance explains.",
            [
                InspectionPartPage.Part(
                    paragraphs: [
                        "Like facts are whether harm is alleged, its signs and the primary need. The limits hold 998 times in 1,000 if all decide at the council's own rates (exact binomial). What lies beyond them is to be looked into, and may be right: nobody is held to a number."
                    ], table: compared),
                InspectionPartPage.Part(table: facts),
            ], file)
    }

    private func words(_ facts: DecisionsOnLikeFacts.Facts) -> String {
        let need = live.standards.codeWords["primaryneedcode"]?[facts.need] ?? facts.need
        let signs = facts.signs.map(\.words)
        return ([facts.isHarmAlleged ? "Harm alleged" : "No harm alleged"] + signs + [need]).joined(separator: "; ")
    }
}
