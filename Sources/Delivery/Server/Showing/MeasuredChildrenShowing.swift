import AccessRules
import ChildJourney
import Concerns
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// The children a figure of a measure counts, as their page shows them.
struct MeasuredChildrenShowing {
    let measure: any Measure.Type
    let counted: CountedInMeasure
    let found: ListPage
    /// The place of the first line in the whole list, counted from 1.
    let first: Int
    let setting: Setting?
    let day: Day
    let needs: [String: String]

    var page: DrillDownPage {
        let children = found.lines.compactMap(\.child)
        let cards = ChildCards(day: day, setting: setting)
        let list = ChildList(
            holding: .standing, children: children.map(cards.card), position: position,
            restricted: found.lines.count - children.count)
        return DrillDownPage(heading: heading, counted: words, filters: filters, list: list)
    }

    private var heading: String {
        let teams = (setting?.workforce.teams ?? [:]).compactMapValues(\.name)
        return counted.slice == .everybody
            ? measure.words.title
            : "\(measure.words.title), \(counted.slice.words(teams: teams, needs: needs))"
    }

    private var words: String {
        let number = "\(found.total) \(found.total == 1 ? "child" : "children"), \(counted.period.words)."
        let part =
            switch counted.part {
            case .all: "Counted are: \(measure.words.denominator.lowercasedFirst)."
            case .numerator: "In the numerator: \(measure.words.numerator.lowercasedFirst)."
            case .rest: "Counted, and not in the numerator: \(measure.words.numerator.lowercasedFirst)."
            }
        return measure.counting == .happened
            ? "\(number) \(part) A child may be counted more than once." : "\(number) \(part)"
    }

    private var position: ListPosition {
        let last = first + found.lines.count - 1
        return ListPosition(
            first: first, last: last, total: found.total, order: "by number",
            previousHref: first > 1 ? address : nil,
            nextHref: found.next.map { "\(address)&after=\(PercentText.encode($0.child.text))&from=\(last + 1)" })
    }

    private var address: String {
        MeasureAddress.children(measure.id, counted.period, of: counted.slice, counted.part)
    }

    private var filters: FilterForm {
        let parts: [(CountedInMeasure.Part, String)] = [
            (.numerator, "In the numerator"), (.rest, "Not in the numerator"),
        ]
        var kept: [(name: String, value: String)] = [
            ("period", "\(counted.period.kind)"), ("to", "\(counted.period.to)"),
        ]
        if counted.slice != .everybody {
            kept += [("by", "\(counted.slice.dimension)"), ("key", counted.slice.key)]
        }
        return FilterForm(
            action: "\(MeasureAddress.all)/\(measure.id)/children",
            fields: [
                FilterField(
                    name: "part", words: "Which",
                    options: parts.map {
                        FilterOption(value: $0.0.rawValue, words: $0.1, isChosen: $0.0 == counted.part)
                    }, anyWords: "Everybody counted")
            ], kept: kept)
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
