import AccessRules
import ChildJourney
import Concerns
import Pages
import WorkingDays

/// Whether managers, and teams, decide alike on like facts, as one reader may see it.
struct DecisionsShowing {
    static let title = "Decisions on like facts"

    let found: DecisionsOnLikeFacts
    let day: Day
    let person: SignedInPerson
    let names: PeopleNames
    /// Words for codes of primary need.
    let needs: [String: String]

    var lede: String {
        let outside = found.comparisons.count(where: \.isOutside)
        let own =
            seesAll
            ? "\(outside) of \(found.comparisons.count) managers lie beyond what chance explains."
            : "You see your own decisions, and every team's."
        return "Whether managers, and teams, decide alike: referrals in the 12 months to \(day.words). \(own)"
    }

    var parts: [InspectionPartPage.Part] {
        [
            InspectionPartPage.Part(
                paragraphs: [
                    "Like facts are whether harm is alleged, its signs and the primary need. The limits hold 998 times in 1,000 if all decide at the council's own rates (exact binomial). What lies beyond them is to be looked into, and may be right: nobody is held to a number."
                ], table: managers),
            InspectionPartPage.Part(
                "By team",
                paragraphs: [
                    "The team is the one the referral names. Both ways of looking are of the same referrals, so one may explain the other."
                ], table: teams),
            InspectionPartPage.Part(
                "By the facts",
                paragraphs: [
                    "Whoever decided fewer than \(Suppression.hidden.upperBound + 1) times on the same facts is left out of this table, and 1 to \(Suppression.hidden.upperBound) children are not counted out."
                ], table: facts),
        ]
    }

    /// Managers are told of themselves, the director of each; for everybody else it is how they decide that counts, and not who.
    private var isNamed: Bool { person.mayDo.contains(.decide) }
    private var seesAll: Bool { !isNamed || person.role == .director }

    private func isShown(_ manager: String) -> Bool { seesAll || manager == person.user.text }

    private func name(_ manager: String) -> String {
        if isNamed { return names.name(manager) }
        return found.comparisons.firstIndex { $0.who == manager }.map { "Manager \($0 + 1)" } ?? "Another manager"
    }

    private var managers: InspectionPartPage.Table {
        .init(
            caption: "Referrals decided, beside what everybody decided on the same facts",
            columns: ["Decided by"] + Self.columns,
            rows: found.comparisons.filter { isShown($0.who) }.map { [.init(name($0.who))] + Self.cells($0) },
            nothing: "Nobody of whom you are told decided often enough on like facts.")
    }

    private var teams: InspectionPartPage.Table {
        .init(
            caption: "Referrals decided in each team, beside what every team decided on the same facts",
            columns: ["Team"] + Self.columns,
            rows: found.teamComparisons.map { [.init(names.team($0.who))] + Self.cells($0) },
            nothing: "In no two teams was it decided often enough on like facts, or no referral names its team.")
    }

    private static let columns = ["Referrals", "Nothing followed", "By chance alone", "Beyond that"]

    private static func cells(_ one: DecisionsOnLikeFacts.Comparison) -> [InspectionPartPage.Item] {
        [
            .init(String(one.all)), .init(String(one.turnedAway)), .init("\(one.least) to \(one.most)"),
            .init(one.isOutside ? "Yes: look into it" : "No"),
        ]
    }

    private var facts: InspectionPartPage.Table {
        .init(
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
    }

    /// Neither those of whom nothing followed nor the others are told where they are few.
    private static func words(_ tally: DecisionsOnLikeFacts.Tally) -> String {
        let isFew = [tally.turnedAway, tally.all - tally.turnedAway].contains { Suppression.hidden.contains($0) }
        return isFew ? "Not told: too few" : String(tally.turnedAway)
    }

    private func words(_ facts: DecisionsOnLikeFacts.Facts) -> String {
        let signs = facts.signs.map(\.words)
        return ([facts.isHarmAlleged ? "Harm alleged" : "No harm alleged"] + signs + [needs[facts.need] ?? facts.need])
            .joined(separator: "; ")
    }
}
