import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// What was recorded with one form, as its page shows it: what it says, what it clears and what comes next.
struct RecordedShowing {
    let opened: OpenedChild
    /// The numbers of its entries.
    let places: Set<Int64>
    let day: Day
    let role: Role
    /// "Visit recorded"; nil where the first event's own title says it.
    var heading: String?
    /// What else can be done at once, before the next step of this child's journey.
    var alsoNext: [Link] = []

    var page: RecordedPage {
        let journey = opened.journey()
        let told = StoryWords(names: Names(opened.setting.workforce), withholding: opened.withholding).events(
            of: journey
        ).filter {
            places.contains($0.place)
        }
        let words = told.map { [$0.title, $0.words].filter { !$0.isEmpty }.joined(separator: ": ") }
        return RecordedPage(
            heading: heading ?? "Recorded", childName: opened.nameShown,
            childHref: ListedChild.address(of: opened.child),
            words: words.joined(separator: " "), on: told.first?.on.words ?? day.words, clears: clears, starts: starts,
            next: alsoNext + StepsOffered(opened, for: role, on: day).next)
    }

    private func restsOnIt(_ concern: Concern) -> Bool {
        concern.evidence.contains { places.contains($0.place) }
    }

    /// What these entries cleared: they are the evidence the concern ended with.
    private var clears: [String] {
        opened.concerns.filter { $0.clearedOn.map { $0 <= day } ?? false && restsOnIt($0) }.map { concern in
            "\(title(concern)), since \(concern.onset.words)"
        }
    }

    /// Clocks that run from them.
    private var starts: [String] {
        opened.concerns.filter { $0.clearedOn == nil && $0.onset > day && restsOnIt($0) }.compactMap { concern in
            concern.due.map { "\(title(concern)) from \(concern.onset.words), unless it is done by \($0.words)" }
        }
    }

    private func title(_ concern: Concern) -> String {
        Rules.rule(concern.code)?.words.title ?? concern.code.text
    }
}
