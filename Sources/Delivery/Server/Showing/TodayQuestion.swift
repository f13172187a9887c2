import ChildJourney
import Concerns
import RecordKeeping

/// What the address of Today asks for; anything it does not know is passed over.
struct TodayQuestion: Hashable {
    enum Tab: String, CaseIterable {
        case now, ahead, backlog, cleared
    }

    let tab: Tab
    let filter: ListFilter
    let after: ListPlace?
    /// How many children came before this page.
    let before: Int

    init(_ form: FormFields) {
        tab = form["tab"].flatMap { Tab(rawValue: $0) } ?? .now
        filter = ListFilter(
            team: TodayQuestion.given(form["team"]), worker: TodayQuestion.given(form["worker"]),
            kind: form["kind"].flatMap { ConcernKind(rawValue: $0) }, level: form["level"].flatMap { Int($0) },
            status: form["status"].flatMap { Status(rawValue: $0) })
        after = form["after"].flatMap { ListPlace($0) }
        before = form["before"].flatMap { Int($0) }.map { max(0, $0) } ?? 0
    }

    private static func given(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return text
    }

    /// The filters in force: the name in the address, the value, and the words of the chip.
    var inForce: [(name: String, value: String, words: String)] {
        var found: [(String, String, String)] = []
        if let team = filter.team { found.append(("team", team, "Team: \(team)")) }
        if let worker = filter.worker { found.append(("worker", worker, "Worker: \(worker)")) }
        if let kind = filter.kind { found.append(("kind", kind.rawValue, "Kind: \(kind.rawValue)")) }
        if let level = filter.level { found.append(("level", String(level), "Level: \(LevelWords.words(level))")) }
        if let status = filter.status { found.append(("status", status.rawValue, "Status: \(status.rawValue)")) }
        return found
    }

    /// The address of a tab with the filters in force, but for one.
    func address(_ tab: Tab, without name: String? = nil, adding more: [(String, String)] = []) -> String {
        let kept = inForce.filter { $0.name != name }.map { ($0.name, $0.value) }
        let all = [("tab", tab.rawValue)] + kept + more
        return "/today?" + all.map { "\($0.0)=\(PercentText.encode($0.1))" }.joined(separator: "&")
    }
}

/// "act today": a level in words.
enum LevelWords {
    static func words(_ level: Int) -> String {
        switch level {
        case ...1: "act today"
        case 2: "this week"
        default: "watch"
        }
    }
}
