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

    let store: any RecordStore
    let calendar: WorkingCalendar
    package let council: CouncilCode

    package init(store: any RecordStore, calendar: WorkingCalendar) {
        self.store = store
        self.calendar = calendar
        guard let council = CouncilCode("darlington-2015") else { preconditionFailure("a council's code is letters") }
        self.council = council
    }

    package func play() async throws {
        let clock = StoryClock(Moment(londonDay: Self.firstDay, minute: 8 * 60))
        let worker = SignedIn(council: council, user: "story-social-worker", role: .socialWorker)
        let manager = SignedIn(council: council, user: "story-manager", role: .manager)
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
        clock.set(Self.referenceDay, minute: 17 * 60)
    }

    package func numbers() async throws -> [(name: String, count: Int)] {
        let analyst = SignedIn(council: council, user: "story-analyst", role: .analyst)
        let access = try AccessRules.access(for: analyst, to: .drillDown, .council(council), because: .dataQuality)
            .get()
        let moment = Moment(londonDay: Self.referenceDay, minute: 17 * 60)
        let delayed = try await store.children(
            under: .code(AssessmentLate.code), on: Self.referenceDay, after: nil, limit: 1, access: access, at: moment)
        let year = Period(from: Self.referenceDay.adding(months: -12) + 1, until: Self.referenceDay)
        let postponed = try await store.children(
            whose: ConferencePostponed.code, beganIn: year, after: nil, limit: 1, access: access, at: moment)
        return [("delayedAssessments", delayed.total), ("postponedConferences", postponed.total)]
    }
}
