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
        // Managers are told of themselves, the director of each; for everybody else it is how they decide that counts, and not who.
        let person = access.who
        let isNamed = person.mayDo.contains(.decide)
        func isShown(_ manager: String) -> Bool {
            !isNamed || person.role == .director || manager == person.user.text
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: found.comparisons.enumerated().map { ($0.element.manager, $0.offset + 1) })
        func name(_ manager: String) -> String {
            isNamed ? names.name(manager) : numbers[manager].map { "Manager \($0)" } ?? "Another manager"
        }
        let compared = InspectionPartPage.Table(
            caption: "Referrals decided, beside what everybody decided on the same facts",
            columns: ["Decided by", "Referrals", "Nothing followed", "By chance alone", "Beyond that"],
            rows: found.comparisons.filter { isShown($0.manager) }.map { one in
                [
                    .init(name(one.manager)), .init(String(one.all)), .init(String(one.turnedAway)),
                    .init("\(one.least) to \(one.most)"), .init(one.isOutside ? "Yes: look into it" : "No"),
                ]
            }, nothing: "Nobody of whom you are told decided often enough on like facts.")
        let facts = InspectionPartPage.Table(
            caption: "By the facts", columns: ["Facts", "Decided by", "Referrals", "Nothing followed"],
            rows: found.byFacts.flatMap { facts, managers in
                managers.filter { isShown($0.manager) && $0.tally.all > Suppression.hidden.upperBound }
                    .map { manager, tally in
                        [
                            .init(words(facts)), .init(name(manager)), .init(String(tally.all)),
                            .init(Self.words(tally)),
                        ]
                    }
            }, nothing: "Nobody of whom you are told decided \(Suppression.hidden.upperBound + 1) times on like facts.")
        let seesAll = !isNamed || person.role == .director
        let outside = found.comparisons.count(where: \.isOutside)
        return try await desk.respond(
            "Decisions on like facts",
            "Whether managers decide alike: referrals in the 12 months to \(day.words). \(seesAll ? "\(outside) of \(found.comparisons.count) lie beyond what chance explains." : "You see your own decisions.")",
            [
                InspectionPartPage.Part(
                    paragraphs: [
                        "Like facts are whether harm is alleged, its signs and the primary need. The limits hold 998 times in 1,000 if all decide at the council's own rates (exact binomial). What lies beyond them is to be looked into, and may be right: nobody is held to a number."
                    ], table: compared),
                InspectionPartPage.Part(
                    paragraphs: [
                        "Whoever decided fewer than \(Suppression.hidden.upperBound + 1) times on the same facts is left out of this table, and 1 to \(Suppression.hidden.upperBound) children are not counted out."
                    ], table: facts),
            ], file)
    }

    /// Neither those of whom nothing followed nor the others are told where they are few.
    private static func words(_ tally: DecisionsOnLikeFacts.Tally) -> String {
        let isFew = [tally.turnedAway, tally.all - tally.turnedAway].contains { Suppression.hidden.contains($0) }
        return isFew ? "Not told: too few" : String(tally.turnedAway)
    }

    private func words(_ facts: DecisionsOnLikeFacts.Facts) -> String {
        let need = live.standards.codeWords["primaryneedcode"]?[facts.need] ?? facts.need
        let signs = facts.signs.map(\.words)
        return ([facts.isHarmAlleged ? "Harm alleged" : "No harm alleged"] + signs + [need]).joined(separator: "; ")
    }
}
