import AccessRules
import ChildJourney
import Casework
import Concerns
import Duties
import Hummingbird
import Pages
import RecordKeeping
import WorkingDays

extension Live {
    /// What stands around a page about the record: how old it is, what is being read, what cannot be answered.
    func frame(for context: RequestDetails) async throws -> Frame {
        let moment = now()
        let around = try await around()
        var frame = surroundings.frame(for: try context.signedIn())
        frame.asAt = around.isKeptHere ? moment.words : around.lastLoad?.finishedAt?.words
        frame.freshness = around.isKeptHere ? .recordedHere : freshness(around.lastLoad, at: moment)
        frame.underway = around.underway
        // Work is done where the record is kept, and files are loaded where it is not.
        let elsewhere: [MainSection] = around.isKeptHere ? [.imports] : [.work, .nights, .team]
        frame.signedIn?.sections.removeAll { elsewhere.contains($0) }
        frame.accountsWaiting = try await WaitingAccountsRoutes.waiting(context, in: self)
        frame.flagAlarms = try await alarms(for: context.signedIn().person)
        if frame.signedIn?.sections.contains(.work) ?? false {
            frame.signedIn?.waiting = try await waiting(for: context.signedIn().person)
        }
        let blind = around.sight.blind.count
        frame.unanswered = blind == 0 ? nil : Unanswered(checks: blind, of: catalogue.count)
        return frame
    }

    /// How much waits for one person or cannot wait, as of this minute and of the record as it is.
    private func waiting(for person: SignedInPerson) async throws -> Int {
        let minute = Moment(milliseconds: now().milliseconds / 60_000 * 60_000)
        return try await kept.waiting(KeptPages.WaitingKey(person: person, minute: minute), asOf: store.changeStamp()) {
            try await CountWaitingWork(store: store, calendar: standards.calendar, because: .work)
                .atOnce(of: person, at: minute).atOnce
        }
    }

    /// How many flags whose clock runs are this person's to hear of, as of this minute.
    private func alarms(for person: SignedInPerson) async throws -> Int {
        let minute = Moment(milliseconds: now().milliseconds / 60_000 * 60_000)
        return try await kept.alarms(KeptPages.WaitingKey(person: person, minute: minute), asOf: store.changeStamp()) {
            try await CountWaitingWork(store: store, calendar: standards.calendar, because: .work)
                .alarms(of: person, at: minute).count
        }
    }

    /// What can be answered from everything loaded so far.
    func sight() async throws -> Sight { try await around().sight }

    /// This minute, where the record is kept here and clocks run in hours; nil where only days are told. To the minute, so
    /// that a page is made once in it.
    func hourHand() async throws -> Moment? {
        guard try await around().isKeptHere else { return nil }
        return Moment(milliseconds: now().milliseconds / 60_000 * 60_000)
    }

    private func around() async throws -> KeptPages.Around {
        try await kept.around(asOf: store.changeStamp()) {
            let isKeptHere = try await isKeptHere()
            let lastLoad = try await store.lastCompleteLoad(of: council)
            // NB: a load that is being read for the first time answers nothing yet.
            let isTold = lastLoad != nil || isKeptHere
            let cover = isTold ? try await store.setting(of: council)?.setting.cover : nil
            return KeptPages.Around(
                isKeptHere: isKeptHere, lastLoad: lastLoad, underway: try await underway(),
                sight: Sight(catalogue, cover: cover))
        }
    }

    /// What can be answered for a child, who may come from another source than the one loaded last.
    func sight(of opened: OpenedChild) async throws -> Sight {
        if try await store.setting(of: council)?.source == opened.source { return try await sight() }
        return Sight(catalogue, cover: opened.setting.cover)
    }

    private func freshness(_ load: Load?, at moment: Moment) -> Freshness {
        guard let finished = load?.finishedAt else { return .nothingLoaded }
        let allowed = standards.limits.allowance("import_stale_local")
        // NB: a day the calendar does not know says nothing for the load, so it counts as too old.
        // A file loaded today that ends in March says nothing of what has happened since.
        let told = min(finished.londonDay, load?.plan.cover.until ?? finished.londonDay)
        guard let due = standards.calendar.due(allowed, after: told), moment.londonDay <= due else {
            return .stale(lastLoad: told < finished.londonDay ? "of what was known on \(told.words)" : finished.words)
        }
        return .current(lastLoad: Self.ago(moment.milliseconds - finished.milliseconds))
    }

    /// "3 hours ago".
    private static func ago(_ milliseconds: Int64) -> String {
        let minutes = max(0, milliseconds / 60_000)
        func counted(_ number: Int64, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s") ago" }
        if minutes < 2 { return "just now" }
        return minutes < 120 ? counted(minutes, "minute") : counted(minutes / 60, "hour")
    }

    private func underway() async throws -> Link? {
        if let load = try await store.loadInProgress(of: council) {
            return Link(
                words: "Import in progress: \(load.counts.subjects) children read", href: "/imports/\(load.id.number)")
        }
        guard let work = try await store.recalculation(of: council), work.left > 0 else { return nil }
        return Link(words: "\(work.left) of \(work.of) children are being worked out again", href: "/cannot-see")
    }
}

extension Response {
    static func page(_ page: some Page, _ context: RequestDetails, in live: Live) async throws -> Response {
        .page(page, in: try await live.frame(for: context))
    }
}
