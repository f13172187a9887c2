import AccessRules
import Casework
import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// The children a child belongs with, as this reader may see them.
struct Relatives {
    /// Those who may be seen, by what ties them.
    let seen: [(tie: String, child: SubjectID, summary: ChildSummary)]
    let hidden: Int

    init(of opened: OpenedChild, access: Access, in live: Live) async throws {
        let ties = opened.history.journey().relationships.map { tie in
            (tie.kind, SubjectID(source: opened.source.text, local: tie.other))
        }
        let found = ties.isEmpty ? [:] : try await live.store.relatives(ties.map(\.1), access: access)
        seen = ties.compactMap { tie, child in
            found[child].flatMap { $0 }.map { (LinkFamily.Tie(rawValue: tie)?.words ?? tie, child, $0) }
        }
        // Whoever is no child of this record is an adult, or somebody the source only names.
        hidden = found.values.filter { $0 == nil }.count
    }

    func lines(on day: Day) -> [PersonLine] {
        seen.map { tie, child, summary in
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            let statuses = summary.statuses(on: day).all.map(\.tag.words).joined(separator: ", ")
            return PersonLine(
                role: tie, name: listed.nameShown, href: listed.address,
                detail: "\(listed.ageWords(on: day)). \(statuses)")
        } + (hidden == 0 ? [] : [PersonLine(role: "Others", name: "\(hidden) you may not open")])
    }

    /// The visit that was just recorded, for each of the others: one day and place, each child's own part.
    func sameVisit(_ visit: Visit) -> [Link] {
        let place = visit.place.map { "&place=\($0.rawValue)" } ?? ""
        return seen.map { _, child, summary in
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            return Link(
                words: "Record the same visit to \(listed.nameShown)",
                href: "\(listed.address)/visits/new?on=\(visit.on)\(place)")
        }
    }
}
