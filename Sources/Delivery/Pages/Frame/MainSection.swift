/// A part of Sightline named at the top of every page.
package enum MainSection: Sendable, CaseIterable {
    case today, work, nights, team, search, numbers, audit, improvement, imports, retention, accessLog, people

    var words: String {
        switch self {
        case .today: "Today"
        case .work: "My work"
        case .nights: "Nights"
        case .team: "Team"
        case .search: "Search"
        case .numbers: "Numbers"
        case .audit: "Audit"
        case .improvement: "Improvement"
        case .imports: "Imports"
        case .retention: "Retention"
        case .accessLog: "Access log"
        case .people: "People"
        }
    }

    package var path: String {
        switch self {
        case .today: "/today"
        case .work: "/work"
        case .nights: "/nights"
        case .team: "/team"
        case .search: "/search"
        case .numbers: "/numbers"
        case .audit: "/audit"
        case .improvement: "/improvement"
        case .imports: "/imports"
        case .retention: "/retention"
        case .accessLog: "/access-log"
        case .people: "/people"
        }
    }
}
