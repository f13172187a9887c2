import AccessRules
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// The children behind a number, as their page shows them.
struct DrillDownShowing {
    let heading: NumberHeading
    let day: Day
    /// Nil where the number is of what stands on the day.
    let beganIn: Period?
    let found: ListPage
    /// The place of the first line in the whole list, counted from 1.
    let first: Int
    let setting: Setting?
    let catalogue: [CatalogueRow]

    var page: DrillDownPage {
        let children = found.lines.compactMap(\.child)
        let cards = ChildCards(day: day, setting: setting)
        let list = ChildList(
            holding: .standing, children: children.map(cards.card), position: position,
            restricted: found.lines.count - children.count)
        return DrillDownPage(heading: heading.words(in: catalogue), counted: counted, filters: filters, list: list)
    }

    private var counted: String {
        let number = "\(found.total) \(found.total == 1 ? "child" : "children")"
        if let beganIn {
            return
                "\(number), for whom it began from \(beganIn.from.words) to \(day.words), whether or not it still stands."
        }
        let children = "\(number) on \(day.words)"
        return switch heading.heading {
        case .potentialRisk: "\(children), each left at potential risk."
        // NB: the number counts concerns, and one child may have several.
        case .dutiesOverdue: "\(children), each with at least one duty overdue; the number counts the duties."
        case .kind: "\(children), each with at least one concern of this kind."
        case .code: "\(children), each with this concern."
        }
    }

    private var position: ListPosition {
        let last = first + found.lines.count - 1
        return ListPosition(
            first: first, last: last, total: found.total, order: "by number",
            previousHref: first > 1 ? address : nil,
            nextHref: found.next.map { "\(address)&after=\(PercentText.encode($0.child.text))&from=\(last + 1)" })
    }

    private var address: String {
        "/numbers/children?heading=\(PercentText.encode(heading.text))&on=\(day)\(beganIn == nil ? "" : "&began=year")"
    }

    private var filters: FilterForm {
        let headings: [DailyChanges.Heading] = [.dutiesOverdue] + ConcernKind.allCases.map { .kind($0) }
        let options = headings.map(NumberHeading.init).map {
            FilterOption(value: $0.text, words: $0.words(in: catalogue), isChosen: $0 == heading)
        }
        return FilterForm(
            action: "/numbers/children",
            fields: [
                FilterField(
                    name: "heading", words: "What is counted", options: options, anyWords: "Left at potential risk")
            ], kept: [(name: "on", value: day.description)])
    }
}
