import AccessRules
import Casework
import ChildJourney
import Pages
import RecordKeeping
import WorkingDays

/// The people a child belongs with, as this reader may see them.
struct Relatives {
    /// Children who may be seen, by what ties them.
    let seen: [(tie: String, child: SubjectID, summary: ChildSummary)]
    let hidden: Int
    /// Adults of the child's own record: whoever may open the child may see them.
    let adults: [(tie: Recorded<Relationship>, journey: Journey)]
    let professionals: [Recorded<Professional>]
    /// Adults of the record who are children of it too, by id, where the reader may open that child.
    let childWhoIs: [String: (child: SubjectID, summary: ChildSummary)]
    /// The child's own children; those who may not be opened are only counted.
    let ownChildren: [(child: SubjectID, summary: ChildSummary)]
    let hiddenOwnChildren: Int
    /// Adults whose name would tell a child whom the reader may not open.
    let hiddenAdults: Int
    private let ownWords: String
    /// Everybody who is named, and was logged as shown.
    let named: [SubjectID]
    private let withholding: Withholding

    /// Logs that those who may be seen were.
    init(of opened: OpenedChild, access: Access, in live: Live) async throws {
        let journey = opened.journey()
        func id(_ local: String) -> SubjectID { SubjectID(source: opened.source.text, local: local) }
        var ties = journey.relationships.filter { $0.isAdult != true }.map { ($0.kind, id($0.other)) }
        let tied = Set(ties.map(\.1))
        // Those who have an adult of the family in common, and whom nobody has tied.
        let parents = journey.relationships.filter(\.isFamily)
        for other in journey.family.children where !tied.contains(id(other.id)) {
            let shared = other.journey.relationships.contains { theirs in
                theirs.isFamily && parents.contains { $0.other == theirs.other }
            }
            if shared { ties.append(("Shares a parent or a home", id(other.id))) }
        }
        let found = ties.isEmpty ? [:] : try await live.store.relatives(ties.map(\.1), access: access)
        seen = ties.compactMap { tie, child in
            found[child].flatMap { $0 }.map { (LinkFamily.Tie(rawValue: tie)?.words ?? tie, child, $0) }
        }
        let people = opened.samePeople
        let asked = people.ownChildren + people.childWhoIs.values
        let same = asked.isEmpty ? [:] : try await live.store.relatives(asked, access: access)
        ownChildren = people.ownChildren.compactMap { child in same[child].flatMap { $0 }.map { (child, $0) } }
        hiddenOwnChildren = people.ownChildren.filter { same[$0].map { $0 == nil } ?? false }.count
        childWhoIs = people.childWhoIs.compactMapValues { child in same[child].flatMap { $0 }.map { (child, $0) } }
        let unnamed = opened.surroundings.hiddenAdults
        let ownTies = journey.relationships.filter { $0.isAdult == true }
        hiddenAdults = Set(ownTies.map(\.other)).intersection(unnamed).count
        ownWords = opened.summary.sex == "F" ? "her own" : opened.summary.sex == "M" ? "his own" : "their own"
        // Whoever is no child of this record is somebody the source only names.
        hidden = found.values.filter { $0 == nil }.count
        adults = ownTies.filter { !unnamed.contains($0.other) }.compactMap { tie in
            journey.family.adults.first { $0.id == tie.other }.map { (tie, $0.journey) }
        }
        professionals = journey.casework.professionals
        withholding = opened.withholding
        named = seen.map(\.child) + ownChildren.map(\.child) + childWhoIs.values.map(\.child)
        if !named.isEmpty { try await live.store.log(.family(access, at: live.now(), shown: named)) }
    }

    func lines(on day: Day) -> [PersonLine] {
        let grownUp = adults.filter { $0.tie.until.map { day < $0 } ?? true }.map { tie, journey in
            PersonLine(
                role: tie.kindWords, name: journey.person?.body.nameShown ?? "no name recorded",
                href: Self.address(ofAdult: tie.other),
                detail: withholding.masked(
                    (tie.facts + [selfWords(tie.other), journey.riskPosedWords(on: day)].compactMap { $0 })
                        .joined(separator: ", ")))
        }
        let children = seen.map { tie, child, summary in
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            let statuses = summary.statuses(on: day).all.map(\.tag.words).joined(separator: ", ")
            return PersonLine(
                role: tie, name: listed.nameShown, href: listed.address,
                detail: "\(listed.ageWords(on: day)). \(statuses)")
        }
        let working = professionals.filter { $0.body.until.map { day < $0 } ?? true }.map { professional in
            PersonLine(
                role: withholding.masked(professional.body.role), name: withholding.masked(professional.body.name),
                detail: [professional.body.agency.words, professional.body.contact.map(withholding.masked)]
                    .compactMap { $0 }.joined(separator: ", "))
        }
        let notSeen = hidden + hiddenAdults
        return own(on: day) + grownUp + children + working
            + (notSeen == 0 ? [] : [PersonLine(role: "Others", name: "\(notSeen) you may not open")])
    }

    /// "is also a child of this record, Maya Invented"; nil for an adult who is none, or none the reader may open.
    func selfWords(_ adult: String) -> String? {
        childWhoIs[adult].map { child, summary in
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            return "is also a child of this record, \(listed.nameShown)"
        }
    }

    private func own(on day: Day) -> [PersonLine] {
        let role = "Has a child of \(ownWords) on this record"
        return ownChildren.map { child, summary in
            let listed = ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            return PersonLine(
                role: role, name: listed.nameShown, href: listed.address, detail: listed.ageWords(on: day))
        } + (hiddenOwnChildren == 0 ? [] : [PersonLine(role: role, name: "\(hiddenOwnChildren) you may not open")])
    }

    static func address(ofAdult local: String) -> String {
        "/adults/\(PercentText.encode(SubjectID(source: SourceName.record.text, local: local).text))"
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

extension Recorded where Body == Relationship {
    /// A parent, or somebody the child lives with.
    var isFamily: Bool {
        body.isAdult == true && (body.livesWith == true || ["mother", "father"].contains(body.kind))
    }

    /// "lives with the child", "has parental responsibility".
    var facts: [String] {
        [
            body.livesWith == true ? "lives with the child" : nil,
            body.parentalResponsibility == true ? "has parental responsibility" : nil,
            body.carer == true ? "looks after the child" : nil, body.until.map { "until \($0.words)" },
        ].compactMap { $0 }
    }
}
