import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Children and their concerns as cards of a list.
struct ChildCards {
    let day: Day
    let setting: Setting?
    /// In a list of what will begin or has cleared; nil where concerns stand.
    var showing: Pages.Standing?
    /// Nil where nothing is recorded here.
    var remedies: Remedies?

    func card(_ child: ListedChild) -> ChildCard {
        let holder = child.summary.holder(on: day)
        return ChildCard(
            name: child.nameShown, href: child.address, age: child.ageWords(on: day), statuses: child.tags(on: day),
            heldBy: Names(setting?.workforce).holder(worker: holder?.worker, team: holder?.team),
            concerns: child.concerns.map { line($0, of: child.address) })
    }

    func line(_ concern: Concern, of address: String) -> Pages.ConcernLine {
        let words = setting.flatMap { concern.explanation(on: day, $0) }
        let standing = showing ?? (concern.leavesAtPotentialRisk(on: day) ? .atPotentialRisk : .overdue)
        return Pages.ConcernLine(
            kind: concern.kind.icon, standing: standing, level: LevelWords.words(concern.level(on: day)),
            sentence: words?.why ?? concern.code.text, whyHref: ConcernAddress(concern).path(under: address),
            clears: words.map { "Clears when \($0.clears)." } ?? "", over: over(concern),
            isNoLongerInSource: concern.noLongerInSource,
            action: showing == .cleared ? nil : remedies?.link(for: concern, of: address))
    }

    /// "4 days over", "in 3 days", "cleared Tue 3 Mar 2026".
    private func over(_ concern: Concern) -> String {
        switch showing {
        case .cleared?: return "cleared \((concern.clearedOn ?? day).words)"
        case .ahead?:
            let days = concern.onset - day
            return "in \(days) \(days == 1 ? "day" : "days")"
        default: return OverWords.words(concern, on: day)
        }
    }
}

/// "4 days over"; where no time is allowed, how long it has stood.
enum OverWords {
    static func words(_ concern: Concern, on day: Day) -> String {
        if concern.due != nil { return "\(counted(concern.daysOver(on: day))) over" }
        let stood = day - concern.onset
        return stood <= 0 ? "since today" : "for \(counted(stood))"
    }

    private static func counted(_ days: Int) -> String { "\(days) \(days == 1 ? "day" : "days")" }
}

/// The address of one concern of a child: what it is, what about, and since when.
struct ConcernAddress {
    let code: String
    let about: String
    let onset: String

    init(_ concern: Concern) {
        code = concern.code.text
        about = concern.about.key
        onset = concern.onset.description
    }

    func path(under child: String) -> String {
        "\(child)/why/\(PercentText.encode(code))?about=\(PercentText.encode(about))&onset=\(onset)"
    }
}
