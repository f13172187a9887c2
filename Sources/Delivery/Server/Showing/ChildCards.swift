import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Children and their concerns as cards of a list.
struct ChildCards {
    let day: Day
    /// Now, where `day` is today: what is due in hours says how many are left or over.
    var now: Moment?
    let setting: Setting?
    /// In a list of what will begin or has cleared; nil where concerns stand.
    var showing: Pages.Standing?
    /// Nil where nothing is recorded here.
    var remedies: Remedies?
    /// Beside each concern of one child there is room to say why it is late.
    var offersDelay = false

    func card(_ child: ListedChild) -> ChildCard {
        return ChildCard(
            name: child.nameShown, href: child.address, age: child.ageWords(on: day), statuses: child.tags(on: day),
            holding: Names(setting?.workforce).holding(child.summary.holder(on: day), on: day),
            concerns: child.concerns.map { line($0, of: child.address) })
    }

    func line(_ concern: Concern, of address: String) -> Pages.ConcernLine {
        let words = setting.flatMap { concern.explanation(on: day, $0) }
        let standing =
            showing
            ?? (concern.isFlag ? .unsafeNow : concern.leavesAtPotentialRisk(on: day) ? .atPotentialRisk : .overdue)
        var line = Pages.ConcernLine(
            kind: concern.kind.icon, standing: standing, level: LevelWords.words(concern.level(on: day)),
            sentence: words?.why ?? concern.code.text, whyHref: ConcernAddress(concern).path(under: address),
            clears: words.map { "Clears when \($0.clears)." } ?? "", over: over(concern),
            marks: concern.delayWords(on: day), isNoLongerInSource: concern.noLongerInSource,
            action: showing == .cleared ? nil : remedies?.link(for: concern, of: address))
        if offersDelay { line.delay = remedies?.delay(of: concern, on: day, of: address) }
        return line
    }

    /// "4 days over", "in 3 days", "cleared Tue 3 Mar 2026".
    private func over(_ concern: Concern) -> String {
        switch showing {
        case .cleared?: return "cleared \((concern.clearedOn ?? day).words)"
        case .ahead?:
            let days = concern.onset - day
            if let dueAt = concern.dueAt { return "due by \(dueAt.dueWords)" }
            return "in \(days) \(days == 1 ? "day" : "days")"
        default: return OverWords.words(concern, on: day, now)
        }
    }
}

/// "4 days over"; where no time is allowed, how long it has stood; where the limit is in hours, how many are left or over.
enum OverWords {
    static func words(_ concern: Concern, on day: Day, _ now: Moment? = nil) -> String {
        if let dueAt = concern.dueAt, concern.due != nil { return hours(dueAt, on: day, now) }
        // No time is allowed: it has stood since its moment.
        if let dueAt = concern.dueAt, let now, now > dueAt, now.londonDay - dueAt.londonDay < 3 {
            let minutes = Int((now.milliseconds - dueAt.milliseconds) / 60_000)
            return "for " + (minutes < 60 ? counted(minutes, "minute") : counted(minutes / 60, "hour"))
        }
        if concern.due != nil { return "\(counted(concern.daysOver(on: day), "day")) over" }
        let stood = day - concern.onset
        return stood <= 0 ? "since today" : "for \(counted(stood, "day"))"
    }

    private static func hours(_ dueAt: Moment, on day: Day, _ now: Moment?) -> String {
        // NB: of a past day the page says what was due on it, since nobody asks at what hour.
        let moment = now ?? Moment(londonDay: day)
        guard moment > dueAt else {
            let minutes = Int((dueAt.milliseconds - moment.milliseconds) / 60_000)
            let left = minutes < 60 ? counted(minutes, "minute") : counted(minutes / 60, "hour")
            return now == nil ? "due by \(dueAt.dueWords)" : "due by \(dueAt.clockWords): \(left) left"
        }
        let minutes = Int((moment.milliseconds - dueAt.milliseconds) / 60_000)
        if minutes < 60 { return "\(counted(minutes, "minute")) over" }
        return minutes < 72 * 60 ? "\(counted(minutes / 60, "hour")) over" : "\(counted(minutes / 1440, "day")) over"
    }

    private static func counted(_ number: Int, _ unit: String) -> String {
        "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
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
