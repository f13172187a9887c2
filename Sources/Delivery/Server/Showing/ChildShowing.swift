import AccessRules
import Casework
import ChildJourney
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// One child as their page shows them: as believed now, or as it was known at the end of a past day.
struct ChildShowing {
    static let eventsShown = 40

    let opened: OpenedChild
    let today: Day
    let question: ChildQuestion
    let catalogue: [CatalogueRow]
    /// What the child's source can answer.
    let sight: Sight
    /// What the reader may do from here.
    var actions: [Link] = []
    var people: [PersonLine] = []
    /// Where the story is told beside others, or put together for somebody.
    var storyLinks: [Link] = []
    /// Now, where clocks run in hours and the page is about today.
    var now: Moment?
    /// Nil where nothing is recorded here, and for a past day.
    var remedies: Remedies?
    private let journey: Journey
    private let concerns: [Concern]
    private let notChecked: [NotChecked]

    init(
        opened: OpenedChild, day: Day, question: ChildQuestion, catalogue: [CatalogueRow],
        sight: Sight
    ) {
        self.opened = opened
        self.today = day
        self.question = question
        self.catalogue = catalogue
        self.sight = sight
        if let past = question.asItStood.day {
            let moment = Moment(londonDay: past + 1).adding(seconds: -1)
            journey = opened.journey(asKnownAt: moment)
            var findings = Findings(opened.setting)
            let evaluator = Evaluator(opened.setting)
            evaluator.evaluate(journey, into: &findings)
            findings.keepWhatStandsApart(opened.history.known(at: moment), in: journey) {
                evaluator.evaluate($0, into: &$1)
            }
            concerns = findings.concerns
            notChecked = findings.notChecked
        } else {
            journey = opened.journey()
            concerns = opened.concerns
            notChecked = opened.notChecked
        }
    }

    private var day: Day { question.asItStood.day ?? today }
    private var listed: ListedChild {
        ListedChild(child: opened.child, summary: opened.summary, standing: nil, concerns: [])
    }
    private var names: Names { Names(opened.setting.workforce) }

    var page: ChildPage {
        let standing = concerns.filter { $0.stands(on: day) }.sorted { Concern.isBefore($0, $1, on: day) }
        var cards = ChildCards(
            day: day, now: now, setting: opened.setting, remedies: question.asItStood.day == nil ? remedies : nil)
        cards.offersDelay = true
        var page = ChildPage(
            name: listed.nameShown, age: listed.ageWords(on: day), statuses: listed.tags(on: day),
            holding: names.holding(opened.summary.holder(on: day), on: day), home: home, documents: documents,
            noLongerInSource: gone,
            asItStoodOn: question.asItStood.day.map { "As known at the end of \($0.words)." }, actions: actions,
            clocks: ChildClocks(journey: journey, concerns: concerns, setting: opened.setting, day: day).all,
            concerns: standing.map { cards.line($0, of: listed.address) }, checks: checks, story: story,
            people: people, identifiers: identifiers, notCheckable: notCheckable,
            dayForm: DayForm(action: listed.address, typed: question.asItStood.typed, error: question.asItStood.error))
        page.dayForm.kept = question.filter.kept
        page.advice = journey.casework.adviceWords(on: day).map(opened.withholding.masked)
        page.background = background
        page.plannedVisits = plannedVisits
        page.risks = journey.casework.riskWords(on: day).map(opened.withholding.masked)
        // As it stands now, whatever day is looked at.
        let casework = opened.history.journey().casework
        page.heldSince = casework.legalHolds.first { $0.body.stands }?.body.on.words
        page.governance = governance(casework)
        return page
    }

    /// As it stands now, whatever day is looked at: what was withheld since stays hidden. A file's addresses are not shown at all.
    private var home: Link? {
        guard opened.source == .record, let role = remedies?.role else { return nil }
        let words = DetailsShowing(opened: opened, role: role, today: today).home
        return Link(words: words ?? "Where to find them is not recorded.", href: "\(listed.address)/details")
    }

    /// What holds on the day; religion and immigration status are in the history of those alone who are told of them.
    private var background: [Identifier] {
        guard journey.hasCasework else { return [] }
        var found: [Identifier] = []
        if let spoken = journey.language(on: day)?.body {
            let need = spoken.needsInterpreter.map { $0 ? "An interpreter is needed" : "No interpreter is needed" }
            found.append(
                Identifier(
                    words: "First language",
                    value: [spoken.language, need, spoken.interpreterFor].compactMap { $0 }.joined(separator: ". ")))
        }
        if let held = journey.casework.religions.last(where: { $0.body.from <= day })?.body {
            found.append(
                Identifier(
                    words: "Religion", value: [held.religion, held.minded].compactMap { $0 }.joined(separator: ". ")))
        }
        let statuses = journey.casework.immigrationStatuses.filter { status in
            status.body.from.map { $0 <= day } ?? true && status.body.until.map { day <= $0 } ?? true
        }
        if let status = statuses.last?.body {
            let until = status.until.map { "until \($0.words)" }
            found.append(
                Identifier(
                    words: "Immigration status",
                    value: [status.status, until].compactMap { $0 }.joined(separator: ", ")))
        }
        return found.map { Identifier(words: $0.words, value: opened.withholding.masked($0.value)) }
    }

    /// As planned now, whatever day is looked at; none on a past day.
    private var plannedVisits: [PlannedVisitLine] {
        guard question.asItStood.day == nil, let role = remedies?.role else { return [] }
        let showing = PlannedVisitsShowing(
            role: role, names: PeopleNames(users: [], workforce: opened.setting.workforce), today: today)
        return journey.openPlannedVisits.map { showing.line(PlannedVisitRow($0), nil, listed.address) }
    }

    private func governance(_ casework: CaseworkRecords) -> [Link] {
        guard opened.source == .record, let role = remedies?.role, role.mayDo.contains(.destroyRecord) else {
            return []
        }
        let address = listed.address
        let requests = casework.accessRequests.filter { $0.body.waits || $0.body.given != nil }.map { request in
            Link(
                words: request.body.waits
                    ? "Request for access, to be answered by \(request.body.answerBy.words)"
                    : "What was given for the request of \(request.body.receivedOn.shortWords)",
                href: AccessRequestRoutes.address(request.id, of: opened.child))
        }
        return requests + [
            Link(words: "Record a request for access", href: "\(address)/steps/\(RecordAccessRequest.name)"),
            Link(words: "Put a legal hold on it", href: "\(address)/steps/\(PutOnHold.name)"),
        ]
            + casework.legalHolds.filter(\.body.stands).map { hold in
                Link(
                    words: "End the legal hold of \(hold.body.on.shortWords)",
                    href: "\(address)/steps/\(EndHold.name)?of=\(PercentText.encode(hold.id.text))")
            } + [Link(words: "How long it is kept", href: "\(address)/destruction")]
    }

    private var documents: Link? {
        guard opened.source == .record else { return nil }
        let count = opened.history.journey().casework.documents.count
        let words = count == 0 ? "Documents" : count == 1 ? "1 document" : "\(count) documents"
        return Link(words: words, href: "\(listed.address)/documents")
    }

    /// Every record about the child has gone from the source they came from.
    private var gone: String? {
        // NB: as believed now, whatever day is looked at.
        let person = question.asItStood.day == nil ? journey.person : opened.history.journey().person
        guard !opened.history.entries.isEmpty, person == nil, !opened.history.withdrawn.isEmpty
        else { return nil }
        return "This child is no longer in the source. What was missing stands until somebody records why."
    }

    private var checks: ChecksMade {
        let unable = Set(sight.blind.map(\.row.code)).union(notChecked.map(\.code))
        return ChecksMade(made: catalogue.count - unable.count, notMade: unable.count)
    }

    private var notCheckable: [Pages.NotCheckable] {
        var said: Set<String> = []
        return notChecked.compactMap { unchecked in
            guard let rule = Rules.rule(unchecked.code), said.insert(unchecked.code.text + unchecked.because).inserted
            else { return nil }
            return Pages.NotCheckable(
                kind: rule.kind.icon, check: rule.words.title,
                because: unchecked.because.atSentenceStart + ".")
        }
    }

    private var identifiers: [Identifier] {
        var found = [Identifier(words: "Number in the source", value: opened.child.local)]
        if let pupil = journey.person?.uniquePupilNumber {
            found.append(Identifier(words: "Unique pupil number", value: pupil))
        }
        if let number = journey.person?.body.nhsNumber {
            found.append(Identifier(words: "NHS number", value: number))
        }
        return found
    }

    private var story: Story {
        let events = StoryWords(names: names, withholding: opened.withholding).events(of: journey)
        let filter = question.filter
        let shown = events.filter(filter.admits)
        let gaps = question.page.number == 1 && !filter.hidesGaps ? gapEntries : []
        let on = question.asItStood.day.map { [(name: "on", value: $0.description)] } ?? []
        var story = Story(
            heading: "The story", filters: filter.form(listed.address, events, kept: on),
            entries: gaps + question.page.of(shown).map(\.entry),
            position: question.page.position(of: shown, order: "newest first") { page in
                filter.address(listed.address, on + [(name: "page", value: "\(page)")])
            })
        story.links = storyLinks
        return story
    }

    /// What should be in the story and is not, drawn where it is missing.
    private var gapEntries: [StoryEntry] {
        concerns.filter { $0.stands(on: day) && $0.inToday && $0.due != nil }.sorted { $0.onset > $1.onset }.map {
            StoryEntry(
                date: ($0.due ?? $0.onset).words, isoDate: ($0.due ?? $0.onset).description, kind: "Nothing recorded",
                words: Rules.rule($0.code)?.words.title ?? $0.code.text, isGap: true)
        }
    }
}

extension ToldEvent {
    /// As a page shows it.
    var entry: StoryEntry {
        var entry = StoryEntry(date: on.words, isoDate: on.description, kind: title, words: said)
        entry.disputes = disputes
        return entry
    }
}
