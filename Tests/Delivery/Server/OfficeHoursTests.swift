import Casework
import Duties
import Foundation
import Standards
import Testing
import WorkingDays

/// When emergency duty answers, and by when what is handed over has to be taken. Christmas 2026 is a Friday, and its bank
/// holidays last until Monday 28 December.
@Suite struct OfficeHoursTests {
    private let calendar: WorkingCalendar

    init() throws { calendar = try StandardsFolder(path: RecordFixture.data).calendar() }

    private func moment(_ text: String) throws -> Moment {
        let parts = text.split(separator: " ")
        let time = parts[1].split(separator: ":").compactMap { Int($0) }
        return Moment(londonDay: try #require(Day(iso: parts[0])), minute: time[0] * 60 + time[1])
    }

    @Test(
        arguments: [
            ("2026-11-20 16:59", "2026-11-19 17:00", "2026-11-20 09:00"),
            ("2026-11-20 17:00", "2026-11-20 17:00", "2026-11-23 09:00"),
            ("2026-11-21 06:00", "2026-11-20 17:00", "2026-11-23 09:00"),
            ("2026-11-23 08:59", "2026-11-20 17:00", "2026-11-23 09:00"),
            ("2026-12-26 12:00", "2026-12-24 17:00", "2026-12-29 09:00"),
        ])
    func `a night runs from one closing to the next opening, weekends and bank holidays included`(
        now: String, from: String, until: String
    ) throws {
        let night = OfficeHours.night(at: try moment(now), calendar)
        #expect(night == OfficeHours.Night(from: try moment(from), until: try moment(until)))
    }

    @Test(
        arguments: [
            ("2026-11-21 06:40", "2026-11-23 09:00"), ("2026-11-23 08:59", "2026-11-23 09:00"),
            ("2026-11-23 09:00", "2026-11-23 17:00"), ("2026-11-23 16:59", "2026-11-23 17:00"),
            ("2026-11-23 17:00", "2026-11-24 09:00"), ("2026-12-24 18:00", "2026-12-29 09:00"),
        ])
    func `what is handed over is taken by the next change between day and night`(handed: String, due: String) throws {
        #expect(OfficeHours.acceptBy(handedOverAt: try moment(handed), calendar) == (try moment(due)))
    }

    @Test func `beyond what the calendar knows nothing runs for ever`() throws {
        let far = Moment(londonDay: calendar.knows.upperBound + 400, minute: 600)
        #expect(OfficeHours.opening(after: far, calendar) > far)
        #expect(OfficeHours.night(at: far, calendar).from < far)
    }
}
