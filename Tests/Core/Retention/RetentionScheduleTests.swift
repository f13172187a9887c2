import ChildJourney
import Duties
import Foundation
import Retention
import Standards
import Testing
import WorkingDays

/// How long a record is kept: by the schedule as shipped, and by rows made up to show one thing each.
struct RetentionScheduleTests {
    private static let folder = StandardsFolder(
        path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../Data")
            .standardizedFileURL.path)

    private func shipped() throws -> RetentionSchedule { try Self.folder.retention() }

    private func history(_ bodies: [any EntryBody]) -> History {
        History(
            entries: bodies.enumerated().map { place, body in
                JourneyEntry(
                    sequence: Int64(place + 1), id: RecordID("r\(place)"), body: body,
                    recordedAt: Moment(londonDay: "2026-01-01"))
            })
    }

    private let born = Person(forename: "Ada", bornOn: "2000-02-29")
    private let care = CareEpisode(beganOn: "2010-01-01", ceasedOn: "2012-01-01")
    private let contact = Contact(receivedOn: "2010-03-01", outcome: .noFurtherAction)

    @Test func `the record of a looked-after child is kept until the seventy-fifth birthday`() throws {
        let verdict = try shipped().verdict(history([born, care]))
        #expect(verdict.keepUntil == "2075-03-01", "29 February has no anniversary in 2075")
        #expect(!verdict.isPast(on: "2075-02-28"))
        #expect(verdict.isPast(on: "2075-03-01"))
    }

    @Test(arguments: [("2018-02-28", "2033-02-28"), ("2018-03-01", "2075-03-01"), ("2015-06-01", "2030-06-01")])
    func `a looked-after child who died before 18 is kept for fifteen years from that day`(died: Day, until: Day) throws
    {
        let person = Person(bornOn: "2000-02-29", diedOn: died)
        #expect(try shipped().verdict(history([person, care])).keepUntil == until)
    }

    @Test func `where several rows apply the longest is kept to, and all are told`() throws {
        let adopted = CareEpisode(beganOn: "2010-01-01", ceasedOn: "2012-01-01", ceasedReason: "E11")
        let verdict = try shipped().verdict(history([born, adopted]))
        guard case .until(let until, let reasons) = verdict else {
            Issue.record("no day")
            return
        }
        #expect(until == "2112-01-01")
        #expect(reasons.map(\.row.id) == ["adopted", "looked_after"])
    }

    @Test func `what is not known is kept`() throws {
        let schedule = try shipped()
        // No birth recorded, where a row counts from it.
        #expect(schedule.verdict(history([Person(forename: "Ada"), care])).keepUntil == nil)
        // A row that gives no time wins over every row that does.
        let steps = PreProceedings(startedOn: "2010-01-01")
        #expect(schedule.verdict(history([born, care, steps])).keepUntil == nil)
        // A kind of record no row is about, and a schedule without rows.
        #expect(schedule.verdict(history([born])).keepUntil == nil)
        #expect(RetentionSchedule().verdict(history([born, contact])).keepUntil == nil)
        #expect(schedule.verdict(history([])).keepUntil == nil)
    }

    @Test func `a contact of which nothing came is kept the council's own time, and a later one keeps the first`()
        throws
    {
        let schedule = try shipped()
        #expect(schedule.verdict(history([born, contact])).keepUntil == "2016-03-01")
        let later = Contact(receivedOn: "2020-05-05", outcome: .advice)
        #expect(schedule.verdict(history([born, contact, later])).keepUntil == "2026-05-05")
    }

    @Test(arguments: [
        Contact(receivedOn: "2010-03-01") as any EntryBody,
        Referral(receivedOn: "2010-03-01"), Referral(receivedOn: "2010-03-01", closedOn: "2010-02-01"),
        CareEpisode(beganOn: "2010-01-01"), ChildProtectionPlan(startedOn: "2010-01-01"),
        ChildInNeedPlan(startedOn: "2010-01-01"), EarlyHelpEpisode(startedOn: "2010-01-01"),
        Section47Enquiry(startedOn: "2010-01-01"),
        MissingEpisode(kind: .missing, from: "2010-01-01"),
    ])
    func `what has no end yet, or one that cannot be right, is open and never eligible`(body: any EntryBody) throws {
        #expect(try shipped().verdict(history([born, body])) == .open)
    }

    @Test func `sexual abuse that is recorded as such keeps a record longer`() throws {
        let told = Contact(receivedOn: "2010-03-01", outcome: .noFurtherAction)
        var alleged = told
        alleged.harmSigns = [.sexualHarm]
        #expect(try shipped().verdict(history([born, alleged])).keepUntil == "2085-03-01")
    }

    @Test func `a time that had run out before the last thing happened has not run out on that day`() throws {
        let short = RetentionSchedule([
            RetentionRow(
                id: "short", title: "Short", record: .contactOnly, start: .birth, years: 1, standing: .localPractice,
                source: "made up", verification: .memory, inForce: Period(from: "2000-01-01"))
        ])
        #expect(short.verdict(history([born, contact])).keepUntil == "2010-03-02")
    }

    @Test func `the row in force on the last day applies`() throws {
        func row(_ years: Int, _ from: Day, _ until: Day?) -> RetentionRow {
            RetentionRow(
                id: "one", title: "One", record: .contactOnly, start: .lastEvent, years: years,
                standing: .localPractice,
                source: "made up", verification: .memory, inForce: Period(from: from, until: until))
        }
        let schedule = RetentionSchedule([row(3, "2000-01-01", "2012-12-31"), row(9, "2013-01-01", nil)])
        #expect(schedule.verdict(history([contact])).keepUntil == "2013-03-01")
        let later = Contact(receivedOn: "2013-01-01", outcome: .advice)
        #expect(schedule.verdict(history([later])).keepUntil == "2022-01-01")
        let before = Contact(receivedOn: "1999-01-01", outcome: .advice)
        #expect(schedule.verdict(history([before])).keepUntil == "2002-01-01", "the earliest known")
    }

    @Test func `every shipped row names its source, and none that is not law passes for it`() throws {
        for row in try shipped().rows {
            #expect(!row.source.isEmpty && !row.title.isEmpty)
            #expect(row.standing == .statute || row.standing == .localPractice)
            if row.standing == .statute { #expect(row.source.contains("Regulations")) }
            #expect(row.isToBeConfirmed, "none was read in full for this file")
        }
    }

    @Test(arguments: [("2026-01-31", "2026-02-28", "2026-04-30"), ("2026-11-21", "2026-12-21", "2027-02-21")])
    func `a request for access is answered within a month, and three at the most`(came: Day, due: Day, latest: Day)
        throws
    {
        let terms = try Self.folder.accessTerms()
        #expect(terms.due(receivedOn: came) == due)
        #expect(terms.latest(receivedOn: came) == latest)
        #expect(terms.reasons.allSatisfy { $0.source.contains("Data Protection Act 2018") })
    }
}
