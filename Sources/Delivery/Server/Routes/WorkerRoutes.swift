import AccessRules
import Casework
import ChildJourney
import Concerns
import HTTPTypes
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

/// One worker, for managers: the children they hold, being away, leaving, and giving the children to others.
struct WorkerRoutes {
    let live: Live

    func add(to router: Router<RequestDetails>) {
        router.get("/team/workers/{worker}") { request, context in try await worker(request, context) }
        router.post("/team/workers/{worker}") { _, context in try await act(context) }
    }

    static func address(of worker: String) -> String { "/team/workers/\(PercentText.encode(worker))" }

    static func newForm() -> String { "form-\(SecretToken().text.prefix(20))" }

    private func worker(_ request: Request, _ context: RequestDetails) async throws -> Response {
        let page = try await page(context)
        return try await .page(page, context, in: live)
    }

    // MARK: What is sent

    private func act(_ context: RequestDetails) async throws -> Response {
        _ = try context.mayTry(.allocate, in: live)
        try await live.mustBeKeptHere()
        let id = try context.pathPart("worker")
        let known = try await KnownWorker(id, live, context)
        var form = FormReader(context.form)
        let today = live.today
        let access = try context.leave(to: .seeToday, in: live)
        let recorder = Recorder(store: live.store, person: try context.signedIn().person, now: live.now)
        let recording = RecordWorker(recorder, access: access)
        switch form.given("do") {
        case "away":
            guard let formID = formID(form) else { throw Refused.addressUnreadable }
            let from = form.day("from", called: "the first day away", around: today)
            let until = form.day("until", called: "the last day away", around: today, required: false)
            let reason: AbsenceReason? = form.choice("reason", called: "whether it was planned")
            if let from, let until, until < from { form.note("until", "Enter a day from \(from.shortWords)") }
            guard let from, let reason, form.problems.isEmpty else { return try await again(form, context) }
            try await recording.away(id, from: from, until: until, reason, form: formID)
        case "back":
            let absence = form.given("absence") ?? ""
            let until = form.day("until-\(absence)", called: "the last day away", around: today)
            let began = known.absences.first { $0.id == absence }?.body.from
            guard let began else { throw Refused.notFound }
            if let until, until < began { form.note("until-\(absence)", "Enter a day from \(began.shortWords)") }
            guard let until, form.problems.isEmpty else { return try await again(form, context) }
            try await recording.back(id, RecordID(absence), until: until)
        case "leaves":
            let left = form.day("left", called: "the first day they no longer work here", around: today)
            guard let left, form.problems.isEmpty else { return try await again(form, context) }
            try await recording.leaves(id, named: known.name, on: left)
        case "works":
            guard let formID = formID(form) else { throw Refused.addressUnreadable }
            guard let pattern = pattern(&form) else { return try await again(form, context) }
            try await recording.works(id, pattern, form: formID)
        case "registered":
            let number = form.given("registration")
            if let number, number.count > 20 { form.note("registration", "Enter at most 20 letters and numbers") }
            guard form.problems.isEmpty else { return try await again(form, context) }
            try await recording.registered(
                id, named: known.name, number: number, newlyQualified: form.isTicked("newly-qualified"),
                agency: form.isTicked("agency"))
        case "lead", "cover":
            return try await give(id, known, form, recorder, context)
        default: throw Refused.addressUnreadable
        }
        return .seeOther(Self.address(of: id))
    }

    /// Nil where something must be put right.
    private func pattern(_ form: inout FormReader) -> WorkingPattern? {
        let from = form.day("works-from", called: "the day it holds from", around: live.today)
        guard let works = form.given("works"), ["set", "bank"].contains(works) else {
            form.note("works", "Choose how they work")
            return nil
        }
        guard works == "set" else {
            guard let from, form.problems.isEmpty else { return nil }
            return WorkingPattern(from: from, isBank: true)
        }
        let weekly = form.tenths("hours", called: "the hours a week they work", in: 10...1000)
        let full = form.tenths("full-time", called: "the hours of the same post at full time", in: 10...1000)
        if let weekly, let full, weekly > full {
            form.note(
                "hours", "Enter at most the hours of the same post at full time, \(WorkingPatternWords.plain(full))")
        }
        guard let from, let weekly, let full, form.problems.isEmpty else { return nil }
        return WorkingPattern(from: from, weeklyTenths: weekly, fullTimeTenths: full)
    }

    private func formID(_ form: FormReader) -> RecordID? {
        guard let id = form.given("form"), id.hasPrefix("form-"), id.count <= 60 else { return nil }
        return RecordID(id)
    }

    private func again(_ form: FormReader, _ context: RequestDetails) async throws -> Response {
        var page = try await page(context)
        page.errors = form.problems
        for name in [
            "from", "until", "reason", "left", "why", "lead-from", "registration", "works-from", "works", "hours",
            "full-time",
        ] {
            page.typed[name] = form.given(name)
        }
        return .page(page, in: try await live.frame(for: context), status: .unprocessableContent)
    }

    private func give(
        _ id: String, _ known: KnownWorker, _ form: FormReader, _ recorder: Recorder, _ context: RequestDetails
    ) async throws -> Response {
        var form = form
        guard let formID = formID(form) else { throw Refused.addressUnreadable }
        let may = Set(known.others.map(\.id.text))
        let all = form.given("all")
        var choices: [GiveChildren.Choice] = []
        for child in Set(form.fields.all("child")).sorted() {
            guard let to = form.given("to-\(child)") ?? all else { continue }
            guard may.contains(to) else {
                form.note("all", "Choose people from the list: somebody was taken off it")
                continue
            }
            let seen = form.given("seen-\(child)").flatMap { Int64($0) }
            choices.append(GiveChildren.Choice(child: SubjectID(child), to: to, seen: seen))
        }
        if choices.isEmpty, form.problems.isEmpty { form.note("all", "Choose who takes at least one child") }
        let from = form.day("lead-from", called: "the first day they hold them", around: live.today, required: false)
        if let from, from < live.today || from > live.today.adding(months: LeadChange.monthsAhead) {
            form.note("lead-from", "Enter a day from today, within \(LeadChange.monthsAhead) months")
        }
        var way = GiveChildren.Way.lead(from: from ?? live.today, why: form.given("why"))
        if form.given("do") == "cover" {
            let id = form.given("absence")
            guard let absence = known.absences.first(where: { $0.id == id })?.body else {
                form.note("all", "Record first that they are away")
                return try await again(form, context)
            }
            guard absence.until.map({ $0 >= live.today }) ?? true else {
                form.note("all", "They are back since this page was opened: look again who is to be covered for")
                return try await again(form, context)
            }
            let from = max(absence.from, live.today)
            for to in Set(choices.map(\.to)).sorted() {
                guard let away = try await KnownWorker(to, live, context).away(on: from) else { continue }
                let name = known.others.first { $0.id.text == to }?.name ?? to
                let back = away.until.map { "until \($0.shortWords)" } ?? "with no day of coming back yet"
                form.note("all", "\(name) is away \(back) too: choose somebody who is here on \(from.shortWords)")
            }
            way = .cover(from: from, until: absence.until)
        }
        guard form.problems.isEmpty else { return try await again(form, context) }
        let outcome = try await GiveChildren(
            recorder, workers: known.people.map { StepChoice($0.id.text, $0.name) },
            teamOf: known.people.reduce(into: [:]) { $0[$1.id.text] = $1.team }
        )(choices, of: id, way, mayBeLeftOut: form.isTicked("left-out"), form: formID)
        var page = try await page(context)
        page.told = try await ManyChildrenWords(live, context).lines(outcome, done: "given to somebody else")
        page.asksLeftOut = outcome.refused.contains {
            if case .leftOut = $0.why { true } else { false }
        }
        return .page(
            page, in: try await live.frame(for: context), status: outcome.refused.isEmpty ? .ok : .conflict)
    }

    // MARK: What is shown

    private func page(_ context: RequestDetails) async throws -> WorkerPage {
        let person = try context.mayTry(.allocate, in: live)
        try await live.mustBeKeptHere()
        let id = try context.pathPart("worker")
        let known = try await KnownWorker(id, live, context)
        let access = try context.leave(to: .seeToday, in: live)
        let day = live.today
        let held = try await live.store.heldChildren(of: id, on: day, access: access, at: live.now())
        let absence = known.absences.last { $0.body.holds(on: day) } ?? known.absences.first { $0.body.from > day }
        let away = absence?.body
        let until = away?.until.map { max($0, day) } ?? day + TodayRoutes.daysAhead
        let concerns = try await WorkersConcerns(of: id, until: until, live, access)
        let names = PeopleNames(users: known.people, workforce: known.workforce)
        var page = WorkerPage(
            name: known.name, address: Self.address(of: id), state: known.state(on: day),
            children: held.compactMap { child in
                guard let listed = child.listed else { return nil }
                var shown = WorkerPage.Child(
                    id: listed.child.text, link: Link(words: listed.nameShown, href: listed.address),
                    age: listed.ageWords(on: day), missing: concerns.standing(listed.child),
                    due: concerns.ahead(listed.child), cover: child.cover.map { "\(names.name($0))" },
                    seen: child.leadPlace.map { "\($0)" } ?? "", chosen: "")
                shown.next = child.next.map { "\(names.name($0.worker)) holds them from \($0.from.words)" }
                return shown
            }, restricted: held.count { $0.listed == nil },
            absences: known.absences.map { absence in
                WorkerPage.Absence(
                    id: absence.id, words: known.words(of: absence.body),
                    mayEnd: absence.body.until.map { $0 >= day } ?? true)
            },
            others: known.others.map { FilterOption(value: $0.id.text, words: named($0, known, day), isChosen: false) },
            dueHeading: away?.until == nil ? "In the next 14 days" : "Falls due by \(until.words)",
            form: Self.newForm(), csrfToken: try context.signedIn().formToken.masked(), absence: absence?.id)
        page.figures = Link(
            words: "Figures of the children they have led for", href: "\(Self.address(of: id))/measures")
        let patterns = known.workforce?.patterns[id] ?? []
        page.patterns = patterns.compactMap { WorkingPatternWords(pattern: $0).since }
        if person.user.text != id {
            page.mayRecordHours = true
            page.fullTimeHours = patterns.last?.fullTimeTenths.map(WorkingPatternWords.plain) ?? ""
            page.registration = known.registration
            page.supervision = Link(words: "Supervision agenda", href: "\(Self.address(of: id))/supervision")
        }
        return page
    }
}

extension WorkerRoutes {
    /// Whoever is away says so in the list they are chosen from.
    private func named(_ user: User, _ known: KnownWorker, _ day: Day) -> String {
        let absences = known.workforce?.absences[user.id.text] ?? []
        guard let away = absences.first(where: { $0.holds(on: day) }) else { return user.name }
        return "\(user.name) (away\(away.until.map { " until \($0.shortWords)" } ?? ""))"
    }
}

/// Somebody whom the record or an account names.
struct KnownWorker {
    let id: String
    let name: String
    let people: [User]
    let workforce: Workforce?
    let absences: [(id: String, body: WorkerAbsence)]

    init(_ id: String, _ live: Live, _ context: RequestDetails) async throws {
        self.id = id
        workforce = try await live.store.setting(of: live.council)?.setting.workforce
        let users = try await live.store.users(in: live.council)
        people = users.filter { [.socialWorker, .manager].contains($0.role) }
        guard
            let name = users.first(where: { $0.id.text == id })?.name
                ?? workforce?.workers[id].map({ $0.name ?? "Worker \(id)" })
        else { throw Refused.notFound }
        self.name = name
        let access = try context.leave(to: .seeToday, in: live)
        let history = try await live.store.history(ofWorker: id, access: access)
        var latest: [String: WorkerAbsence] = [:]
        for entry in history.entries {
            if let body = entry.body as? WorkerAbsence { latest[entry.id.text] = body }
        }
        absences = latest.map { ($0.key, $0.value) }.sorted { ($0.body.from, $0.id) < ($1.body.from, $1.id) }
    }

    var leftOn: Day? { workforce?.workers[id]?.leftOn }

    /// Whom a child can be given to: people who sign in here, and have not left.
    var others: [User] {
        people.filter { user in user.isActive && user.id.text != id && workforce?.workers[user.id.text]?.leftOn == nil }
            .sorted { $0.name < $1.name }
    }

    var registration: WorkerPage.Registration {
        let worker = workforce?.workers[id]
        return WorkerPage.Registration(
            number: worker?.registration ?? "", newlyQualified: worker?.newlyQualified ?? false,
            agency: worker?.agency ?? false)
    }

    func away(on day: Day) -> WorkerAbsence? { absences.last { $0.body.holds(on: day) }?.body }

    func state(on day: Day) -> [String] {
        var lines: [String] = []
        if let leftOn {
            lines.append(
                leftOn <= day
                    ? "Left \(leftOn.words). Nobody holds the children still listed here."
                    : "Leaves \(leftOn.words). From that day nobody holds the children still listed here.")
        }
        if let away = away(on: day) { lines.append(words(of: away)) }
        if workforce?.workers[id]?.isQualified != true {
            lines.append("No registration as a social worker is recorded.")
        }
        return lines
    }

    func words(of absence: WorkerAbsence) -> String {
        let until = absence.until.map { " until \($0.words)" } ?? ", with no day of coming back yet"
        return "Away from \(absence.from.words)\(until) (\(absence.reason.words))."
    }
}

/// What stands for the children one worker holds, and what will begin until a day if nobody acts.
struct WorkersConcerns {
    private static let most = 500
    private var now: [SubjectID: [Concern]] = [:]
    private var soon: [SubjectID: [Concern]] = [:]
    private let setting: Setting?
    private let day: Day

    init(of worker: String, until: Day, _ live: Live, _ access: Access) async throws {
        day = live.today
        setting = try await live.store.setting(of: live.council)?.setting
        let filter = ListFilter(worker: worker)
        for tab in ListTab.allCases {
            let page = try await live.store.list(
                ListQuery(tab, on: day, filter: filter, limit: Self.most), access: access, at: live.now())
            for child in page.lines.compactMap(\.child) { now[child.child, default: []] += child.concerns }
        }
        let ahead = try await live.store.beginning(
            after: day, within: max(1, until - day), filter: filter, limit: Self.most, access: access, at: live.now())
        for line in ahead.lines.compactMap({ $0 }) { soon[line.child, default: []].append(line.concern) }
    }

    func concerns(_ child: SubjectID) -> [Concern] {
        (now[child] ?? []).sorted { Concern.isBefore($0, $1, on: day) }
    }

    func standing(_ child: SubjectID) -> [String] {
        concerns(child).map { "\(title($0)), \(OverWords.words($0, on: day))" }
    }

    func ahead(_ child: SubjectID) -> [String] {
        (soon[child] ?? []).map { "\(title($0)): from \($0.onset.words)" }
    }

    private func title(_ concern: Concern) -> String { Rules.rule(concern.code)?.words.title ?? concern.code.text }
}

/// What became of a form about many children, child by child.
struct ManyChildrenWords {
    private let live: Live
    private let context: RequestDetails

    init(_ live: Live, _ context: RequestDetails) {
        self.live = live
        self.context = context
    }

    func lines(_ outcome: ManyChildren.Outcome, done: String) async throws -> [String] {
        let access = try context.leave(to: .seeToday, in: live)
        let setting = try await live.store.setting(of: live.council)?.setting
        let names = PeopleNames(users: try await live.store.users(in: live.council), workforce: setting?.workforce)
        let listed = try await live.store.listed(
            outcome.refused.map(\.child), as: "not recorded", access: access, at: live.now())
        let count = outcome.recorded.count
        var lines = ["\(count) \(count == 1 ? "child is" : "children are") \(done)."]
        let closed = outcome.refused.count { $0.why == .mayNotOpen }
        if closed > 0 {
            lines.append(
                "\(closed) \(closed == 1 ? "child is" : "children are") left as they are: a record you may not open.")
        }
        for (refused, child) in zip(outcome.refused, listed) where refused.why != .mayNotOpen {
            let name = child?.nameShown ?? "A child whose record you may not open"
            lines.append("\(name) is left as they are: \(words(refused.why, names)).")
        }
        return lines
    }

    private func words(_ why: ManyChildren.Refusal, _ names: PeopleNames) -> String {
        switch why {
        case .mayNotOpen: "a record you may not open"
        case .heldBySomebodyElse(let other):
            other.map { "\(names.name($0)) holds them, and did not when this page was opened" }
                ?? "nobody holds them any more"
        case .began(let day): "whoever holds them began only on \(day.words)"
        case .changedSince: "somebody recorded about them at the same time"
        case .ownWork: "nobody does this for themselves"
        case .leftOut(let worker):
            "\(names.name(worker)) is not among those who may open this restricted record. Name them on the restriction, "
                + "choose somebody who is named, or say below that this is meant"
        case .wrong(let problem): problem
        }
    }
}
