import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// Makes the emergency list of a day: every child on it is opened, and logged as opened.
package struct EmergencyListMaking: Sendable {
    /// As many as fit on paper somebody can carry.
    package static let most = 100

    private let store: any RecordStore
    private let person: SignedInPerson
    private let councilName: String
    private let now: @Sendable () -> Moment
    private let standards: Casework.Standards

    package init(
        store: any RecordStore, person: SignedInPerson, councilName: String, now: @escaping @Sendable () -> Moment,
        standards: Casework.Standards
    ) {
        self.store = store
        self.person = person
        self.councilName = councilName
        self.now = now
        self.standards = standards
    }

    package func list(on day: Day) async throws -> EmergencyList {
        let moment = now()
        let seeing = try leave(.seeToday, .council(person.council))
        let page = try await store.list(
            ListQuery(.now, on: day, filter: ListFilter(level: 1), limit: Self.most), access: seeing, at: moment)
        let setting = try await store.setting(of: person.council)
        let names = PeopleNames(users: try await store.users(in: person.council), workforce: setting?.setting.workforce)
        var children: [EmergencyList.Child] = []
        // A clock that was started tonight has not run out: the child belongs on the list all the same. One that is made after
        // midnight is for the day that has begun, and looks to the opening after it as one made by day does.
        let until = OfficeHours.opening(after: Moment(londonDay: day + 1), standards.calendar)
        let ahead = try await store.beginning(
            after: day, within: max(1, until.londonDay - day), filter: ListFilter(level: 1), limit: 1000,
            access: seeing,
            at: moment)
        let soon = ahead.lines.compactMap { $0 }.filter { $0.concern.isSoon(after: day, before: until) }.map(\.child)
        var order = page.lines.compactMap(\.child?.child)
        for child in soon where !order.contains(child) { order.append(child) }
        for child in order {
            let restriction = try await store.restriction(of: child, in: person.council, at: moment) ?? .none
            let access = try leave(.openChild, .child(child, in: person.council, restriction))
            let opened = try await store.open(child, access: access, at: moment)
            // The hours of a day that is not today are not now's.
            let shown = day == moment.londonDay ? moment : Moment(londonDay: day)
            let showing = PlanShowing(opened, on: day, at: shown, names: names)
            var plan = showing.lines
            plan.missing += showing.soonWords(before: until)
            children.append(
                EmergencyList.Child(
                    name: showing.name, number: child.local, about: showing.about, plan: plan))
        }
        return EmergencyList(
            council: councilName, made: moment.words, asAt: day.words,
            doubt: try await doubt(setting != nil, day, moment),
            children: children, more: max(0, page.total - page.lines.count),
            restricted: page.lines.count - page.lines.compactMap(\.child).count)
    }

    private func doubt(_ isKnown: Bool, _ day: Day, _ moment: Moment) async throws -> String? {
        guard isKnown else { return "Nothing is recorded or loaded yet: this list may not be read as clear." }
        if day != moment.londonDay { return "Made for another day than the one it was made on." }
        guard let load = try await store.lastCompleteLoad(of: person.council) else { return nil }
        let told = load.finishedAt?.words ?? "an earlier day"
        return "From the files loaded \(told): what was recorded since in the other system is not in it."
    }

    private func leave(_ verb: Verb, _ target: AccessRules.Target) throws -> Access {
        try AccessRules.access(for: person, to: verb, target, because: .work).get()
    }
}
