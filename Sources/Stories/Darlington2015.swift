import AccessRules
import Casework
import ChildJourney
import Concerns
import RecordKeeping
import WorkingDays

/// After the single inspection of Darlington, 2015: 98 child protection conferences postponed in 12 months, partly for
/// reports not ready, and 94 assessments delayed; among decoys done on the last day in time, done late but done, and
/// moved once because the family asked. Source: the published report; the children here are invented.
package struct Darlington2015: Story {
    package static let name = "darlington-2015"
    package static let referenceDay = Day(year: 2015, month: 6, day: 30) ?? Day(number: 0)
    static let firstDay = referenceDay.adding(months: -18)

    private let desk: StoryDesk
    private let calendar: WorkingCalendar
    private let inspection: Darlington2015Inspection
    package var council: CouncilCode { desk.council }

    package init(store: any RecordStore, standards: StoryStandards) {
        desk = StoryDesk(store, Self.name, from: Self.firstDay)
        calendar = standards.calendar
        inspection = Darlington2015Inspection(desk: desk, frameworks: standards.frameworks)
    }

    package func play() async throws {
        let (store, clock) = (desk.store, desk.clock)
        let worker = desk.signedIn("story-social-worker", .socialWorker)
        let manager = desk.signedIn("story-manager", .manager)
        try await GoLive(store: store, now: clock.now)(
            council, named: "An invented council, after Darlington 2015", from: Self.firstDay,
            covering: GoLive.withoutVisits, by: manager.user)
        var events = Darlington2015Cast(calendar: calendar).events
        events.sort { ($0.on, $0.place) < ($1.on, $1.place) }
        let workers = Recorder(store: store, person: worker, now: clock.now)
        let managers = Recorder(store: store, person: manager, now: clock.now)
        for event in events {
            clock.set(event.on, minute: 9 * 60 + event.place)
            try await event.play(workers, managers)
        }
        // NB: after the record's own numbers were counted on: inspectors write nothing that changes them.
        try await inspection.play(Darlington2015Cast.sampled)
        clock.set(Self.referenceDay, minute: 17 * 60)
    }

    package func numbers() async throws -> [(name: String, value: StoryValue)] {
        let store = desk.store
        let analyst = desk.signedIn("story-analyst", .analyst)
        let access = try AccessRules.access(for: analyst, to: .drillDown, .council(council), because: .dataQuality)
            .get()
        let moment = Moment(londonDay: Self.referenceDay, minute: 17 * 60)
        let delayed = try await store.children(
            under: .code(AssessmentLate.code), on: Self.referenceDay, after: nil, limit: 1, access: access, at: moment)
        let year = Period(from: Self.referenceDay.adding(months: -12) + 1, until: Self.referenceDay)
        let postponed = try await store.children(
            whose: ConferencePostponed.code, beganIn: year, after: nil, limit: 1, access: access, at: moment)
        return [
            ("delayedAssessments", .count(delayed.total)), ("postponedConferences", .count(postponed.total)),
        ] + (try await inspection.numbers())
    }
}
