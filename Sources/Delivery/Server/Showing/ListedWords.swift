import AccessRules
import Casework
import Concerns
import Duties
import Pages
import RecordKeeping
import WorkingDays

extension ListedChild {
    /// The child's name, or their number where the source carries no names.
    var nameShown: String { summary.name ?? "Child \(child.local)" }

    var address: String { "/children/\(PercentText.encode(child.text))" }

    /// "Fri 11 Feb 2022", "due Tue 2 Feb 2027".
    var bornWords: String {
        if let born = summary.bornOn { return born.words }
        if let expected = summary.expectedOn { return "due \(expected.words)" }
        return "not known"
    }

    func ageWords(on day: Day) -> String {
        guard let born = summary.bornOn else { return bornWords }
        if let died = summary.diedOn { return "born \(born.words), died \(died.words)" }
        guard born <= day else { return "born \(born.words)" }
        let years = born.completedYears(on: day)
        return "\(years) \(years == 1 ? "year" : "years"), born \(born.words)"
    }

    func tags(on day: Day) -> [StatusTag] { summary.statuses(on: day).all.map(\.tag) }

    /// A card of the child with the concerns the list is about.
    func card(on day: Day, _ setting: Setting) -> ChildCard {
        let holder = summary.holder(on: day).flatMap { holder in
            let parts = [holder.worker, holder.team].compactMap(\.self)
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }
        return ChildCard(
            name: nameShown, href: address, age: ageWords(on: day), statuses: tags(on: day), heldBy: holder,
            concerns: concerns.map { line($0, on: day, setting) })
    }

    private func line(_ concern: Concern, on day: Day, _ setting: Setting) -> Pages.ConcernLine {
        let words = concern.explanation(on: day, setting)
        let days = concern.daysOver(on: day)
        return Pages.ConcernLine(
            kind: concern.kind.icon, standing: concern.leavesAtPotentialRisk(on: day) ? .atPotentialRisk : .overdue,
            level: ["act today", "this week", "watch"][min(max(concern.level(on: day), 1), 3) - 1],
            sentence: words?.why ?? concern.code.text,
            whyHref: "\(address)/why/\(PercentText.encode(concern.code.text))",
            clears: words.map { "Clears when \($0.clears)" } ?? "", over: "\(days) \(days == 1 ? "day" : "days") over",
            isNoLongerInSource: concern.noLongerInSource)
    }
}

extension Live {
    /// What concerns of a list are explained against.
    func setting() async throws -> Setting? {
        guard let cover = try await store.lastCompleteLoad(of: council)?.plan.cover else { return nil }
        return Setting(calendar: standards.calendar, limits: standards.limits, cover: cover)
    }
}
