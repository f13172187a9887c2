import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// The council is told on Wednesday 7 January 2026: seven working days end on Friday the 16th.
@Suite struct PrivateFosteringUnseenTests {
    private let code: ConcernCode = "private-fostering-unseen"

    private func child(_ visits: [Visit], began: Day? = nil, ended: Day? = nil, writtenAt: Moment? = nil) -> Child {
        var ada = Child.ada
        var fostering = PrivateFostering(notifiedOn: "2026-01-07", carer: "A neighbour")
        (fostering.beganOn, fostering.endedOn) = (began, ended)
        ada.add(fostering, writtenAt: writtenAt)
        for visit in visits { ada.add(visit) }
        return ada
    }

    private func seen(_ days: Day...) -> [Visit] {
        days.map { Visit(on: $0, purpose: .privateFostering, seen: true) }
    }

    @Test(
        arguments: [
            ([], ["2026-01-17"], [nil]), (["2026-01-16"], ["2026-02-28"], [nil]),
            (["2026-01-19"], ["2026-01-17", "2026-03-03"], ["2026-01-19", nil]),
            (["2026-01-16", "2026-02-27"], ["2026-04-11"], [nil]),
            (["2026-01-16", "2026-02-28"], ["2026-02-28", "2026-04-12"], ["2026-02-28", nil]),
        ] as [([Day], [Day], [Day?])])
    func `seven working days, then every six weeks in the first year`(days: [Day], onsets: [Day], cleared: [Day?]) {
        let visits = days.map { Visit(on: $0, purpose: .privateFostering, seen: true) }
        let found = Check(child(visits), .record).found(code)
        #expect(found.map(\.onset) == onsets && found.map(\.clearedOn) == cleared)
        #expect(found.allSatisfy { $0.baseLevel == 2 })
    }

    @Test func `every twelve weeks after it, counted from when the council became aware or the child came`() throws {
        let last = try #require(Check(child(seen("2027-01-07")), .record).found(code).last)
        #expect(last.clockStart == "2027-01-07" && last.due == "2027-04-01")
        let year = try #require(Check(child(seen("2027-01-06"), began: "2020-01-01"), .record).found(code).last)
        #expect(year.due == "2027-02-17")
        let later = try #require(Check(child(seen("2027-01-07"), began: "2026-02-01"), .record).found(code).last)
        #expect(later.due == "2027-02-18")
    }

    @Test func `nothing but seeing the child there clears it`() throws {
        let plan = Visit(on: "2026-01-12", purpose: .childProtectionPlan, seen: true, place: .school)
        let others = [
            Visit(on: "2026-01-12", purpose: .privateFostering, seen: false),
            Visit(on: "2026-01-12", purpose: .privateFostering), plan,
            Visit(on: "2026-01-12", purpose: .other, seen: true, place: .home),
            Visit(on: "2026-01-06", purpose: .privateFostering, seen: true),
        ]
        for other in others { #expect(try Check(child([other]), .record).only(code).onset == "2026-01-17", "\(other)") }
        var ada = child([])
        ada.referred("2026-01-05", closed: "2026-01-08")
        #expect(try Check(ada, .record).only(code).stands(on: "2026-03-01"))
        let home = Visit(on: "2026-01-12", purpose: .childProtectionPlan, seen: true, place: .home)
        #expect(Check(child([home]), .record).found(code).map(\.clockStart) == ["2026-01-12"])
    }

    @Test func `two failed visits running raise it to level 1`() throws {
        let failed = (["2026-01-12", "2026-01-14"] as [Day]).map {
            Visit(on: $0, purpose: .privateFostering, seen: false)
        }
        let concern = try Check(child(failed), .record).only(code)
        #expect(concern.level(on: "2026-01-17") == 1)
    }

    @Test func `an end counts from the day it is written`() throws {
        let written = Moment(londonDay: "2026-02-02", minute: 600)
        let concern = try Check(child([], ended: "2026-01-10", writtenAt: written), .record).only(code)
        #expect(concern.endedOn == "2026-02-02" && concern.clearedOn == nil)
        #expect(Check(child([], ended: "2026-01-10"), .record).found(code).isEmpty)
    }
}
