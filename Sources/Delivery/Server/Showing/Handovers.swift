import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// What was handed over and nobody has taken, as somebody sees it.
struct Handovers {
    private let live: Live
    private let person: SignedInPerson
    private let token: String
    private let access: Access
    private let names: PeopleNames

    init(_ live: Live, _ context: RequestDetails) async throws {
        self.live = live
        let session = try context.signedIn()
        person = session.person
        token = session.formToken.masked()
        access = try context.leave(to: .seeToday, in: live)
        names = PeopleNames(
            users: try await live.store.users(in: live.council),
            workforce: try await live.store.setting(of: live.council)?.setting.workforce)
    }

    func all(backTo back: String) async throws -> [HandoverItem] {
        try await live.store.outstandingHandovers(access: access, at: live.now()).compactMap { $0 }.map {
            item($0, back)
        }
    }

    /// What this person may take, and what they handed over and nobody took.
    func mine(backTo back: String) async throws -> [HandoverItem] {
        guard person.role.mayDo.contains(.handOver) else { return [] }
        return try await live.store.outstandingHandovers(access: access, at: live.now()).compactMap { $0 }.filter {
            $0.isFor(person, on: live.today)
        }.map { item($0, back) }
    }

    func item(_ open: OutstandingHandover, _ back: String) -> HandoverItem {
        let listed = ListedChild(child: open.child, summary: open.summary, standing: nil, concerns: [])
        let handover = open.handover
        let whom = handover.toPerson.map(names.name) ?? handover.to.words
        let due = OfficeHours.acceptBy(handedOverAt: handover.at, live.standards.calendar)
        let isOutstanding = live.now() >= due
        let action = "\(listed.address)/handovers/\(PercentText.encode(open.id.text))"
        return HandoverItem(
            child: Link(words: listed.nameShown, href: "\(listed.address)/tonight"),
            who: "By \(names.name(handover.from)), \(handover.at.words), to \(whom).", items: handover.items,
            dueWords: isOutstanding
                ? "Outstanding: nobody had taken it by \(due.words)." : "To be taken by \(due.words).",
            isOutstanding: isOutstanding,
            accept: handover.mayBeAccepted(by: person)
                ? HandoverItem.Accept(action: action, csrfToken: token, back: back) : nil)
    }
}
