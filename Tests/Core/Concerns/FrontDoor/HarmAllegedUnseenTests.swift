import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct HarmAllegedUnseenTests {
    private let code: ConcernCode = "harm-alleged-unseen"

    private func at(_ day: Day, _ hour: Int, _ minute: Int = 0) -> Moment {
        Moment(londonDay: day, minute: hour * 60 + minute)
    }

    /// Harm alleged on Fri 6 Mar 2026, at 16:50 unless told otherwise.
    private func child(
        born: Day? = "2018-05-04", expected: Day? = nil,
        alleged: Moment? = Moment(londonDay: "2026-03-06", minute: 1010),
        signs: [HarmSign]? = [.noneOfThese]
    ) -> Child {
        var child = Child("Ada", born: born, expected: expected)
        var referral = Referral(receivedOn: alleged?.londonDay ?? "2026-03-06", harmAlleged: true)
        (referral.receivedAt, referral.harmSigns) = (alleged, signs)
        child.add(referral)
        return child
    }

    private func visited(_ child: Child, _ on: Day, _ moment: Moment? = nil, seen: Bool = true) -> Child {
        var child = child
        var visit = Visit(on: on, purpose: .other, seen: seen)
        visit.at = moment
        child.add(visit)
        return child
    }

    @Test(
        arguments: [
            (16, 50, nil), (16, 51, "2026-03-07"), (9, 0, nil), (23, 59, "2026-03-07"),
        ] as [(Int, Int, Day?)])
    func `a Saturday does not wait: the child is seen by the same time next day, to the minute`(
        hour: Int, minute: Int, cleared: Day?
    ) throws {
        let check = Check(visited(child(), "2026-03-07", at("2026-03-07", hour, minute)), .record)
        guard let cleared else { return #expect(check.found(code).isEmpty) }
        let concern = try check.only(code)
        #expect(concern.dueAt == at("2026-03-07", 16, 50) && concern.clockStartAt == at("2026-03-06", 16, 50))
        #expect(concern.onset == "2026-03-07" && concern.due == "2026-03-07" && concern.clearedOn == cleared)
    }

    @Test(arguments: [(16, 49, 1), (16, 50, 0), (17, 30, 0)] as [(Int, Int, Int)])
    func `a visit before the harm was alleged, on that very day, answers nothing`(hour: Int, minute: Int, found: Int) {
        let check = Check(visited(child(), "2026-03-06", at("2026-03-06", hour, minute)), .record)
        #expect(check.found(code).count == found)
    }

    @Test func `a visit without its time counts neither on the day of the allegation nor as in time on the next`()
        throws
    {
        #expect(Check(visited(child(), "2026-03-06"), .record).standing(code, on: "2026-03-10").count == 1)
        let next = try Check(visited(child(), "2026-03-07"), .record).only(code)
        #expect(next.onset == "2026-03-07" && next.clearedOn == "2026-03-07" && !next.stands(on: "2026-03-07"))
    }

    @Test func `the visit whose time is known is the one that is held to the hour`() {
        let twice = visited(visited(child(), "2026-03-07"), "2026-03-07", at("2026-03-07", 10))
        #expect(Check(twice, .record).found(code).isEmpty)
    }

    @Test func `an allegation without its time is counted from the start of its day, and says so`() throws {
        let check = Check(child(alleged: nil), .record)
        let concern = try check.only(code)
        #expect(concern.dueAt == Moment(londonDay: "2026-03-07") && concern.clockStartAt == nil)
        #expect(concern.onset == "2026-03-07" && concern.due == "2026-03-06")
        let words = try #require(concern.explanation(on: "2026-03-07", check.setting))
        #expect(words.why.contains("no time is recorded"))
        #expect(words.arithmetic.contains { $0.contains("due by the end of Fri 6 Mar 2026") })
    }

    @Test(
        arguments: [
            ([.noneOfThese], "2018-05-04", true), ([.injury], "2018-05-04", false),
            ([.sexualHarm], "2018-05-04", false),
            ([.adultAtHome], "2018-05-04", false), (nil, "2018-05-04", false), ([.noneOfThese], "2024-03-07", false),
            ([.noneOfThese], "2024-03-06", true), ([.noneOfThese], nil, false),
        ] as [([HarmSign]?, Day?, Bool)])
    func `the same day holds for an injury, sexual harm, an adult at home, a child under 2, and where nobody said`(
        signs: [HarmSign]?, born: Day?, hasHours: Bool
    ) throws {
        let concern = try Check(child(born: born, signs: signs), .record).only(code)
        #expect((concern.dueAt != nil) == hasHours && concern.onset == "2026-03-07")
        #expect(concern.standard == (hasHours ? "harm_alleged_seen_hours_local" : "harm_alleged_seen_same_day_local"))
    }

    @Test func `seen later the same day is in time, and the next morning is not`() throws {
        let injured = child(signs: [.injury])
        #expect(Check(visited(injured, "2026-03-06", at("2026-03-06", 23, 50)), .record).found(code).isEmpty)
        #expect(
            try Check(visited(injured, "2026-03-07", at("2026-03-07", 0, 10)), .record).only(code).onset == "2026-03-07"
        )
    }

    /// The last moment in time is 24 hours on, whatever the clock on the wall does; worked out with Python's zoneinfo.
    @Test(
        arguments: [
            // Clocks go forward on 29 Mar 2026: 24 hours end an hour later by the clock.
            ("2026-03-28", 16 * 60 + 50, "2026-03-29", 17 * 60 + 50), ("2026-03-28", 30, "2026-03-29", 30),
            ("2026-03-28", 60, "2026-03-29", 120), ("2026-03-29", 0, "2026-03-30", 60),
            ("2026-03-28", 23 * 60 + 30, "2026-03-30", 30),
            // Clocks go back on 25 Oct 2026: an hour earlier, and of what came in just after midnight on the same day.
            ("2026-10-24", 16 * 60 + 50, "2026-10-25", 15 * 60 + 50), ("2026-10-25", 30, "2026-10-25", 23 * 60 + 30),
            ("2026-10-25", 0, "2026-10-25", 23 * 60), ("2026-10-24", 30, "2026-10-25", 30),
        ] as [(Day, Int, Day, Int)])
    func `on the nights when clocks change the hours are those that pass`(
        from: Day, minute: Int, due: Day, dueMinute: Int
    ) throws {
        let alleged = Moment(londonDay: from, minute: minute)
        let concern = try Check(child(alleged: alleged), .record).only(code)
        let dueAt = try #require(concern.dueAt)
        #expect(dueAt.londonDay == due && dueAt.londonMinute == dueMinute && concern.onset == due)
        let inTime = visited(child(alleged: alleged), due, dueAt)
        #expect(Check(inTime, .record).found(code).isEmpty)
        let late = dueAt.adding(seconds: 60)
        #expect(Check(visited(child(alleged: alleged), late.londonDay, late), .record).found(code).count == 1)
    }

    @Test func `another allegation of the same day is another clock, and one that became the referral is not`() {
        var ada = visited(child(), "2026-03-06", at("2026-03-06", 18))
        var contact = Contact(receivedOn: "2026-03-06", outcome: .other)
        (contact.harmAlleged, contact.receivedAt) = (true, at("2026-03-06", 16, 50))
        ada.add(contact)
        #expect(Check(ada, .record).found(code).isEmpty)
        contact.receivedAt = at("2026-03-06", 21)
        ada.add(contact)
        #expect(Check(ada, .record).found(code).count == 1)
    }

    @Test func `a visit on which nobody saw the child, or one before, clears nothing`() {
        let tried = visited(child(), "2026-03-07", at("2026-03-07", 9), seen: false)
        #expect(Check(tried, .record).standing(code, on: "2026-03-10").count == 1)
        #expect(Check(visited(child(), "2026-03-05"), .record).standing(code, on: "2026-03-10").count == 1)
    }

    @Test func `a child not born yet cannot be seen, and only the expectant mother is asked about`() {
        let found = Check(child(born: nil, expected: "2026-06-01"), .record).found(code)
        #expect(found.map(\.limb) == ["expectant-mother"])
    }

    @Test func `an enquiry's hours run from the discussion that began it, and a visit since the allegation answers it`()
    {
        func enquired(seen: Moment?) -> [Concern] {
            var ada = child()
            var enquiry = Section47Enquiry(startedOn: "2026-03-06")
            enquiry.startedAt = at("2026-03-06", 20)
            ada.add(enquiry)
            if let seen { ada = visited(ada, seen.londonDay, seen) }
            return Check(ada, .record).found("enquiry-child-unseen")
        }
        #expect(enquired(seen: nil).map(\.dueAt) == [at("2026-03-07", 20)])
        #expect(enquired(seen: at("2026-03-07", 20)).isEmpty)
        #expect(enquired(seen: at("2026-03-07", 20, 1)).count == 1)
        #expect(enquired(seen: at("2026-03-06", 17)).isEmpty)
        #expect(enquired(seen: at("2026-03-06", 16)).count == 1)
    }
}
