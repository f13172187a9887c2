import ChildJourney
import Improvement
import Testing
import WorkingDays

@Suite struct PlanMonthTests {
    private let calendar = Shipped.calendar

    @Test(
        arguments: [
            ("2026-11", "2026-11-30"), ("2026-10", "2026-10-30"), ("2026-05", "2026-05-29"), ("2026-02", "2026-02-27"),
            ("2024-03", "2024-03-28"), ("2011-04", "2011-04-28"), ("2012-06", "2012-06-29"),
        ])
    func `the last working day of a month is no weekend and no bank holiday`(month: String, last: String) throws {
        let day = try #require(PlanMonth(text: month)).lastWorkingDay(calendar)
        #expect(day.description == last)
    }

    @Test func `a month is over from six in the evening of its last working day`() throws {
        let last: Day = "2026-10-30"
        for (minute, over) in [(0, "2026-09"), (18 * 60 - 1, "2026-09"), (18 * 60, "2026-10")] {
            let moment = Moment(londonDay: last, minute: minute)
            #expect(PlanMonth.lastOver(at: moment, calendar).text == over)
        }
        #expect(PlanMonth.lastOver(at: Moment(londonDay: "2026-10-31"), calendar).text == "2026-10")
        #expect(PlanMonth.lastOver(at: Moment(londonDay: "2026-11-01"), calendar).text == "2026-10")
    }

    private func action(_ edit: (inout ImprovementAction) -> Void = { _ in }) -> ImprovementAction {
        var action = ImprovementAction(
            what: "x", theme: "t", answers: ["p"], owner: "ana", byOn: "2026-12-31", beganOn: "2026-03-10")
        edit(&action)
        return action
    }

    private func duty(
        _ action: ImprovementAction, wrote: [Day] = [], deniedIn: String? = nil
    ) -> UpdateDuty {
        UpdateDuty(
            action, recordedOn: "2026-03-10",
            updates: wrote.map { ActionUpdate(on: $0, action: "a", month: $0, by: "ana", words: "x") },
            deniedIn: deniedIn.flatMap { PlanMonth(text: $0) })
    }

    /// Tue 31 Mar 2026 is the last working day of March.
    @Test(
        arguments: [
            ("2026-03-23", [], nil), ("2026-03-24", [], "2026-03"), ("2026-03-31", [], "2026-03"),
            ("2026-04-01", ["2026-03"], nil),
        ] as [(Day, [String], String?)])
    func `it is asked for in the last days of the month, and overdue the day after`(
        day: Day, overdue: [String], asked: String?
    ) {
        let duty = duty(action())
        #expect(duty.overdue(on: day, calendar).map(\.text) == overdue)
        #expect(duty.asked(on: day, calendar)?.text == asked)
    }

    @Test func `a month nobody wrote for stays overdue when a later one is written, until it is written itself`() {
        let day: Day = "2026-06-02"
        #expect(duty(action()).overdue(on: day, calendar).map(\.text) == ["2026-03", "2026-04", "2026-05"])
        #expect(duty(action(), wrote: ["2026-05-20"]).overdue(on: day, calendar).map(\.text) == ["2026-03", "2026-04"])
        #expect(
            duty(action(), wrote: ["2026-05-01", "2026-04-01", "2026-03-01"]).overdue(on: day, calendar).isEmpty)
    }

    @Test func `what is complete or given up owes no more, but for what the number denied`() {
        let day: Day = "2026-08-03"
        let completed = action { $0.completedOn = "2026-05-06" }
        #expect(duty(completed).overdue(on: day, calendar).map(\.text) == ["2026-03", "2026-04"])
        #expect(
            duty(completed, deniedIn: "2026-06").overdue(on: day, calendar).map(\.text)
                == ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07"])
        let dropped = action { $0.droppedOn = "2026-04-06" }
        #expect(duty(dropped).overdue(on: day, calendar).map(\.text) == ["2026-03"])
    }
}
