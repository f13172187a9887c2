import AccessRules
import Pages
import RecordKeeping
import WorkingDays

/// What a search found, as its page shows it.
struct SearchShowing {
    private let found: RecordKeeping.SearchPage
    private let day: Day
    /// What an address of a child ends in: at night they are opened on the plan for tonight.
    var ending = ""
    /// Whether the reader may open a restricted record in an emergency.
    var mayBreakGlass = false

    init(_ found: RecordKeeping.SearchPage, day: Day) {
        self.found = found
        self.day = day
    }

    var results: [SearchResult] { found.hits.compactMap(result) }

    func page(_ question: String) -> Pages.SearchPage {
        let results = results
        let restricted = found.hits.count - results.count
        let outcome: SearchOutcome =
            if found.more {
                .tooMany(results, total: nil)
            } else if results.isEmpty {
                // NB: "nobody" is not said where somebody was found who may not be shown.
                restricted > 0 ? .found([], position: position(0)) : .nothing
            } else {
                .found(results, position: position(results.count))
            }
        var page = Pages.SearchPage(query: question, outcome: outcome, restricted: restricted)
        if mayBreakGlass { page.emergencies = Self.emergencies(found.hits.compactMap(\.restricted)) }
        return page
    }

    /// Where restricted records that were found are opened in an emergency; nothing of who they are.
    static func emergencies(_ hidden: [SubjectID]) -> [Link] {
        hidden.enumerated().map { place, child in
            let which = hidden.count == 1 ? "it" : "number \(place + 1)"
            return Link(words: "Open \(which) in an emergency", href: "\(ListedChild.address(of: child))/break-glass")
        }
    }

    private func position(_ count: Int) -> ListPosition {
        ListPosition(first: 1, last: count, total: count, order: "nearest first")
    }

    private func result(_ hit: SearchHit) -> SearchResult? {
        guard let child = hit.line.child else { return nil }
        return SearchResult(
            name: child.nameShown, href: child.address + ending, born: child.bornWords,
            identifiers: [child.child.local],
            statuses: child.tags(on: day), whyMatched: SearchShowing.words(hit.fit))
    }

    private static func words(_ fit: SearchHit.Fit?) -> String {
        switch fit {
        case nil: "Same number or date of birth"
        case .exact: "Same name"
        case .beginning: "A name begins so"
        case .slip: "One letter different"
        case .sound: "Sounds like it"
        }
    }
}
