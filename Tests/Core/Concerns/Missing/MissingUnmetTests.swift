import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// Ada is missing from Wednesday 6 May 2026 at 16:00, or from an hour nobody recorded.
@Suite struct MissingUnmetTests {
    private let code: ConcernCode = "missing-unmet"

    private func missing(
        at minute: Int? = 960, back: Day? = nil, _ backAt: Int? = nil, met: Day? = nil, _ metAt: Int? = nil,
        about: RecordID = "M1", kind: MissingKind = .missing
    ) -> Child {
        var ada = Child.ada
        var episode = MissingEpisode(kind: kind, from: "2026-05-06", until: back)
        episode.fromAt = minute.map { Moment(londonDay: "2026-05-06", minute: $0) }
        episode.returnedAt = back.flatMap { day in backAt.map { Moment(londonDay: day, minute: $0) } }
        ada.add(episode, id: "M1")
        if let met {
            var meeting = MissingMeeting(heldOn: met, of: about)
            meeting.heldAt = metAt.map { Moment(londonDay: met, minute: $0) }
            ada.add(meeting)
        }
        return ada
    }

    @Test(arguments: [(960, "2026-05-09", 960), (nil, "2026-05-09", 0)] as [(Int?, Day, Int)])
    func `it begins after 72 hours, counted strictly where nobody recorded the hour`(
        at: Int?, onset: Day, dueAt: Int
    ) throws {
        let concern = try Check(missing(at: at), .record).only(code)
        #expect(concern.onset == onset && concern.dueAt == Moment(londonDay: onset, minute: dueAt))
        #expect(concern.clearedOn == nil && concern.level(on: onset) == 1)
    }

    @Test(
        arguments: [
            ("2026-05-08", nil, false), ("2026-05-09", 960, false), ("2026-05-09", 961, true),
            ("2026-05-09", nil, true), ("2026-05-10", nil, true), ("2026-05-05", nil, true),
        ] as [(Day, Int?, Bool)])
    func `a child known to be back before the hours had run needs none, and a later return clears nothing`(
        back: Day, at: Int?, stands: Bool
    ) throws {
        let found = Check(missing(back: back, at), .record).found(code)
        #expect(found.count == (stands ? 1 : 0))
        #expect(found.allSatisfy { $0.clearedOn == nil })
    }

    @Test(
        arguments: [
            ("2026-05-08", nil, nil), ("2026-05-09", 960, nil), ("2026-05-09", 961, "2026-05-09"),
            ("2026-05-09", nil, "2026-05-09"), ("2026-05-20", nil, "2026-05-20"),
        ] as [(Day, Int?, Day?)])
    func `a meeting about it answers, in time or late`(met: Day, at: Int?, cleared: Day?) {
        #expect(Check(missing(met: met, at), .record).found(code).map(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test
    func `nothing but a meeting about it clears: not one about another time, nor a strategy discussion, nor closing`()
        throws
    {
        var ada = missing(back: "2026-05-12", met: "2026-05-13", about: "another")
        ada.add(StrategyDiscussion(heldOn: "2026-05-08"))
        ada.visited("2026-05-13")
        ada.referred("2026-05-06", closed: "2026-05-14")
        #expect(try Check(ada, .record).only(code).stands(on: "2026-06-14"))
    }

    @Test func `away with the whereabouts known is not missing, and a source without meetings cannot say`() {
        #expect(Check(missing(kind: .away), .record).found(code).isEmpty)
        #expect(Check(missing(), .extract).blind.contains { $0.code == code })
    }

    @Test
    func `who was missing before meetings were recorded here is asked about from then on, and the time before not`()
        throws
    {
        var cover = Cover.record
        cover.extents[.missingMeetings] = Cover.Extent(from: "2026-06-01")
        let check = Check(missing(), cover)
        #expect(try check.only(code).onset == "2026-06-04")
        #expect(check.unchecked(code).count == 1)
        #expect(Check(missing(back: "2026-05-20"), cover).found(code).isEmpty)
        #expect(Check(missing(back: "2026-05-20"), cover).unchecked(code).count == 1)
    }

    private func often(_ days: [Day], met: [Day] = []) -> Check {
        var ada = Child.ada
        for day in days { ada.add(MissingEpisode(kind: .missing, from: day, until: day + 1), id: RecordID("\(day)")) }
        for day in met { ada.add(MissingMeeting(heldOn: day, of: RecordID("\(days[0])"))) }
        return Check(ada, .record)
    }

    @Test(
        arguments: [
            (["2026-03-02", "2026-04-01", "2026-05-31"], 1), (["2026-03-02", "2026-04-01", "2026-06-01"], 0),
            (["2026-03-02", "2026-04-01"], 0), (["2026-03-02", "2026-03-10", "2026-04-01", "2026-05-01"], 1),
        ] as [([Day], Int)])
    func `the third time in 90 days is a concern from that day, and a fourth adds nothing`(days: [Day], count: Int)
        throws
    {
        let found = often(days).found(code, limb: "repeated")
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.onset == days[2] && $0.clearedOn == nil })
    }

    @Test
    func `a meeting between the second and the third answers nothing, one after it does, and counting starts afresh`() {
        let days: [Day] = ["2026-03-02", "2026-03-10", "2026-03-20", "2026-04-10", "2026-04-20", "2026-05-02"]
        let found = often(days, met: ["2026-03-15", "2026-03-25"]).found(code, limb: "repeated")
        #expect(found.map(\.onset) == ["2026-03-20", "2026-05-02"])
        #expect(found.map(\.clearedOn) == ["2026-03-25", nil])
    }
}
