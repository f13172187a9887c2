import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// Ada came back on Friday 8 May 2026 at 10:00, or at an hour nobody recorded.
@Suite struct ReturnInterviewLateTests {
    private let code: ConcernCode = "return-interview-late"

    private func back(at minute: Int? = 600, _ interviews: [ReturnInterview], kind: MissingKind = .missing) -> Child {
        var ada = Child.ada
        var episode = MissingEpisode(kind: kind, from: "2026-05-06", until: "2026-05-08")
        episode.returnedAt = minute.map { Moment(londonDay: "2026-05-08", minute: $0) }
        ada.add(episode, id: "M1")
        for interview in interviews { ada.add(interview) }
        return ada
    }

    private func interview(
        _ outcome: ReturnInterviewOutcome, _ on: Day, at minute: Int? = nil, independent: Bool? = true,
        tried: String? = nil, of episode: RecordID = "M1"
    ) -> ReturnInterview {
        var body = ReturnInterview(on: on, of: episode, outcome: outcome)
        body.at = minute.map { Moment(londonDay: on, minute: $0) }
        (body.isIndependent, body.tried) = (independent, tried)
        return body
    }

    @Test(arguments: [(600, 600), (nil, 0)] as [(Int?, Int)])
    func `72 hours run through the weekend, from the return`(at: Int?, due: Int) throws {
        let concern = try Check(back(at: at, []), .record).only(code)
        #expect(concern.onset == "2026-05-11" && concern.dueAt == Moment(londonDay: "2026-05-11", minute: due))
        #expect(concern.level(on: "2026-05-11") == 2)
    }

    @Test(
        arguments: [
            ("2026-05-10", nil, nil), ("2026-05-11", 600, nil), ("2026-05-11", 601, "2026-05-11"),
            ("2026-05-11", nil, "2026-05-11"), ("2026-05-20", nil, "2026-05-20"),
        ] as [(Day, Int?, Day?)])
    func `held by somebody independent it is answered, in time or late`(on: Day, at: Int?, cleared: Day?) {
        let found = Check(back([interview(.held, on, at: at)]), .record).found(code)
        #expect(found.map(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test func `declined to somebody independent, with what was tried, it is answered too`() {
        let declined = interview(.declined, "2026-05-09", tried: "Twice at home")
        #expect(Check(back([declined]), .record).found(code).isEmpty)
    }

    @Test
    func `nothing else answers it: an offer, a worker of the child's own, nothing tried, another time, or before`()
        throws
    {
        let others = [
            interview(.offered, "2026-05-09"), interview(.held, "2026-05-09", independent: false),
            interview(.held, "2026-05-09", independent: nil), interview(.declined, "2026-05-09"),
            interview(.declined, "2026-05-09", tried: ""),
            interview(.declined, "2026-05-09", independent: false, tried: "At school"),
            interview(.held, "2026-05-09", of: "another"), interview(.held, "2026-05-07"),
        ]
        for other in others { #expect(try Check(back([other]), .record).only(code).clearedOn == nil, "\(other)") }
        var ada = back([])
        ada.visited("2026-05-09", alone: true)
        ada.referred("2026-05-06", closed: "2026-05-12")
        #expect(try Check(ada, .record).only(code).stands(on: "2026-06-12"))
    }

    @Test func `a child still missing is owed none yet, nor one whose return is dated before`() {
        var ada = Child.ada
        ada.missed("2026-05-06")
        ada.missed("2026-06-06", until: "2026-06-05")
        #expect(Check(ada, .record).found(code).isEmpty)
        #expect(Check(back([], kind: .away), .record).found(code).isEmpty)
    }

    @Test func `a return before interviews were recorded here cannot be checked`() {
        var cover = Cover.record
        cover.extents[.returnInterviews] = Cover.Extent(from: "2026-05-09")
        let check = Check(back([]), cover)
        #expect(check.found(code).isEmpty && check.unchecked(code).count == 1)
        #expect(Check(back([]), .extract).blind.contains { $0.code == code })
    }
}

/// From the hour of report in a record kept here.
@Suite struct MissingSinceTheHourTests {
    private func missing(reported: Day?, at minute: Int?, back: Day? = nil, _ backAt: Int? = nil) -> Child {
        var ada = Child.ada
        var episode = MissingEpisode(kind: .missing, from: "2026-05-06", until: back)
        (episode.reportedOn, episode.fromAt) = (reported, Moment(londonDay: "2026-05-06", minute: 1200))
        episode.reportedAt = reported.flatMap { day in minute.map { Moment(londonDay: day, minute: $0) } }
        episode.returnedAt = back.flatMap { day in backAt.map { Moment(londonDay: day, minute: $0) } }
        ada.add(episode)
        return ada
    }

    @Test(
        arguments: [
            ("2026-05-06", 1260, "2026-05-06", 1260), ("2026-05-07", 120, "2026-05-07", 120),
            ("2026-05-07", nil, "2026-05-07", nil), (nil, nil, "2026-05-06", 1200),
            ("2026-05-05", 60, "2026-05-06", 1200),
        ] as [(Day?, Int?, Day, Int?)])
    func `it stands from the hour of report, else from when the child was last seen`(
        reported: Day?, at: Int?, onset: Day, moment: Int?
    ) throws {
        let concern = try Check(missing(reported: reported, at: at), .record).only("missing-now")
        #expect(concern.onset == onset && concern.due == nil)
        #expect(concern.dueAt == moment.map { Moment(londonDay: onset, minute: $0) })
    }

    @Test func `a report written for after the return delays nothing`() throws {
        var ada = missing(reported: "2026-05-09", at: 60, back: "2026-05-07")
        ada.visited("2026-05-08")
        let concern = try Check(ada, .record).only("missing-now")
        #expect(concern.onset == "2026-05-06" && concern.clearedOn == "2026-05-08")
    }

    @Test(arguments: [(900, false), (1020, true), (nil, false)] as [(Int?, Bool)])
    func `of a return the same day, a visit known to be after it has seen the child`(at: Int?, clears: Bool) throws {
        var ada = Child.ada
        var episode = MissingEpisode(kind: .missing, from: "2026-05-06", until: "2026-05-06")
        episode.returnedAt = Moment(londonDay: "2026-05-06", minute: 960)
        ada.add(episode)
        var visit = Visit(on: "2026-05-06", purpose: .other, seen: true)
        visit.at = at.map { Moment(londonDay: "2026-05-06", minute: $0) }
        ada.add(visit)
        #expect(try Check(ada, .record).only("missing-now").clearedOn == (clears ? "2026-05-06" : nil))
    }
}
