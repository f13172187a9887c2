import ChildJourney
import Concerns
import Testing
import WorkingDays

/// 2 March 2026 is a Monday.
@Suite struct WrittenLateTests {
    private func check(_ body: some EntryBody, written: Day, _ cover: Cover = .record) -> Check {
        var ada = Child.ada
        ada.add(body, writtenAt: Moment(londonDay: written, minute: 1_439))
        return Check(ada, cover)
    }

    @Test(arguments: [("2026-03-04", false), ("2026-03-05", true)] as [(Day, Bool)])
    func `a visit is written within two working days`(written: Day, late: Bool) throws {
        let check = check(Visit(on: "2026-03-02", purpose: .childInNeed, seen: true), written: written)
        #expect(check.found("written-late").count == (late ? 1 : 0))
        guard late else { return }
        let concern = try check.only("written-late")
        #expect(concern.onset == written && concern.clearedOn == written + 30 && !concern.inToday)
        #expect(concern.about.on == "2026-03-02" && concern.numbers == [3])
    }

    @Test(arguments: [("2026-03-09", false), ("2026-03-10", true)] as [(Day, Bool)])
    func `anything else within five`(written: Day, late: Bool) {
        let note = CaseNote(on: "2026-03-02", text: "Rang", spokenTo: "school")
        #expect(check(note, written: written).found("written-late").count == (late ? 1 : 0))
    }

    @Test func `what was brought along from before is not said to be late`() {
        var cover = Cover.record
        cover.extents[.timesOfWriting] = Cover.Extent(from: "2026-06-01")
        let note = CaseNote(on: "2026-03-02", text: "Rang")
        #expect(check(note, written: "2026-06-02", cover).found("written-late").isEmpty)
    }

    @Test func `a planned conference is not written late, and a correction long after is not either`() {
        let id: RecordID = "c"
        func entry(_ sequence: Int64, _ body: any EntryBody, _ day: Day) -> JourneyEntry {
            JourneyEntry(sequence: sequence, id: id, body: body, recordedAt: Moment(londonDay: day, minute: 600))
        }
        func late(_ entries: [JourneyEntry]) -> Int {
            Check(History(entries: entries).journey(), .record).found("written-late").count
        }
        let planned = Conference(kind: .initial, plannedOn: "2026-03-20")
        var held = planned
        held.heldOn = "2026-03-20"
        #expect(late([entry(1, planned, "2026-04-20")]) == 0)
        #expect(late([entry(1, planned, "2026-03-02"), entry(2, held, "2026-03-27")]) == 0)
        #expect(late([entry(1, planned, "2026-03-02"), entry(2, held, "2026-03-30")]) == 1)
        let corrected = [entry(1, planned, "2026-03-02"), entry(2, held, "2026-03-20"), entry(3, held, "2026-06-01")]
        #expect(late(corrected) == 0)
    }
}
