import Concerns
import RecordKeeping

/// Changes to the counts of the lists, for all children, for each team and for each worker.
struct StandingCounts {
    struct Scope: Hashable {
        let tab: ListTab
        let text: String

        static func all(_ tab: ListTab) -> Scope { Scope(tab: tab, text: "all") }
        static func team(_ team: String, _ tab: ListTab) -> Scope { Scope(tab: tab, text: "team \(team)") }
        static func worker(_ worker: String, _ tab: ListTab) -> Scope { Scope(tab: tab, text: "worker \(worker)") }
    }

    private(set) var byScope: [Scope: ListCounts] = [:]

    mutating func count(_ standing: Standing, _ tab: ListTab, times: Int) {
        byScope[.all(tab), default: ListCounts()].count(standing, times: times)
        if let team = standing.team { byScope[.team(team, tab), default: ListCounts()].count(standing, times: times) }
        if let worker = standing.worker {
            byScope[.worker(worker, tab), default: ListCounts()].count(standing, times: times)
        }
    }
}

extension ListCounts {
    /// The counts as rows: a heading and its number.
    var rows: [(heading: String, n: Int)] {
        var rows = [("children", children), ("flagged", flagged), ("at-risk", atRisk), ("overdue", overdue)]
        for (kind, n) in atRiskByKind { rows.append(("at-risk \(kind.rawValue)", n)) }
        for (kind, n) in overdueByKind { rows.append(("overdue \(kind.rawValue)", n)) }
        for (kind, n) in byKind { rows.append(("kind \(kind.rawValue)", n)) }
        for (level, n) in byLevel { rows.append(("level \(level)", n)) }
        return rows
    }

    init(rows: [(heading: String, n: Int)]) {
        self.init()
        for (heading, n) in rows where n != 0 {
            let words = heading.split(separator: " ").map(String.init)
            let kind = words.count == 2 ? ConcernKind(rawValue: words[1]) : nil
            switch (words[0], kind) {
            case ("children", _): children = n
            case ("flagged", _): flagged = n
            case ("at-risk", nil): atRisk = n
            case ("overdue", nil): overdue = n
            case ("at-risk", let kind?): atRiskByKind[kind] = n
            case ("overdue", let kind?): overdueByKind[kind] = n
            case ("kind", let kind?): byKind[kind] = n
            case ("level", _): byLevel[Int(words[1]) ?? 0] = n
            default: continue
            }
        }
    }
}
