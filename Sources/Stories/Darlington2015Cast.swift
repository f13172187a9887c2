import AccessRules
import ChildJourney
import WorkingDays

/// The invented children of the Darlington story, and what happens to each.
struct Darlington2015Cast {
    private static let delayed = 94
    private static let postponed = 98
    private static let assessmentDays = 45

    /// Children who are there before inspectors come: referred in the months before.
    static let sampled: [SubjectID] = (1...40).map { SubjectID(source: "record", local: "D\($0 + 94 + 20 + 15 + 8)") }

    let calendar: WorkingCalendar
    private let reference = Darlington2015.referenceDay

    init(calendar: WorkingCalendar) {
        self.calendar = calendar
    }

    var events: [StoryEvent] {
        var all: [StoryEvent] = []
        var number = 0
        func cast(_ count: Int, _ life: (Life) -> [StoryEvent]) {
            for index in 0..<count {
                number += 1
                all += life(Life(number: number, index: index))
            }
        }
        cast(Self.delayed, delayedAssessment)
        cast(20, authorisedOnTheLastDay)
        cast(15, authorisedLate)
        cast(8, dueOnTheReferenceDay)
        cast(Self.postponed, postponedConference)
        cast(12, movedForTheFamily)
        cast(20, heldAsPlanned)
        cast(6, postponedTheYearBefore)
        return all
    }

    private struct Life {
        let number: Int
        let index: Int

        var child: SubjectID { SubjectID(source: "record", local: "D\(number)") }

        func event(_ day: Day, _ act: StoryEvent.Act) -> StoryEvent {
            StoryEvent(on: day, place: number, child: child, act: act)
        }

        /// Invented: two lists of names that go round at different speeds.
        var person: Person {
            let forenames = ["Ada", "Bram", "Cleo", "Dev", "Esme", "Farid", "Gwen", "Hal", "Iris", "Jude", "Kit"]
            let surnames = [
                "Ashgrove", "Birchmere", "Cobblewick", "Dunmarsh", "Elderfold", "Fernhollow", "Gorsefield",
            ]
            let born = Darlington2015.firstDay - 365 * (2 + number % 12) - number % 300
            return Person(
                forename: forenames[number % forenames.count], surname: surnames[number % surnames.count], bornOn: born)
        }
    }

    private func working(_ days: Int, after day: Day) -> Day {
        calendar.adding(workingDays: days, to: day) ?? day
    }

    private func referred(_ life: Life, on day: Day) -> [StoryEvent] {
        [
            life.event(day, .referral(life.person, need: life.index % 3 == 0 ? "N5" : "N1")),
            life.event(working(1, after: day), .startAssessment),
        ]
    }

    /// Received 50 to 240 working days before the reference day, and still open on it.
    private func delayedAssessment(_ life: Life) -> [StoryEvent] {
        referred(life, on: working(-(50 + life.index * 2), after: reference))
    }

    /// A decoy: authorised on the forty-fifth working day.
    private func authorisedOnTheLastDay(_ life: Life) -> [StoryEvent] {
        let received = working(-(60 + life.index * 5), after: reference)
        return referred(life, on: received)
            + [life.event(working(Self.assessmentDays, after: received), .authoriseAssessment)]
    }

    /// A decoy: late, and authorised before the reference day.
    private func authorisedLate(_ life: Life) -> [StoryEvent] {
        let received = working(-(80 + life.index * 5), after: reference)
        return referred(life, on: received)
            + [life.event(working(Self.assessmentDays + 10, after: received), .authoriseAssessment)]
    }

    /// A decoy: still open, and due on the reference day itself.
    private func dueOnTheReferenceDay(_ life: Life) -> [StoryEvent] {
        referred(life, on: working(-Self.assessmentDays, after: reference))
    }

    /// Assessed in time, with a conference planned for the fourteenth working day after the referral.
    private func conference(_ life: Life, _ received: Day) -> (events: [StoryEvent], planned: Day) {
        let planned = working(14, after: received)
        let events =
            referred(life, on: received) + [
                life.event(working(3, after: received), .planConference(on: planned)),
                life.event(working(30, after: received), .authoriseAssessment),
            ]
        return (events, planned)
    }

    private static let reports = ["social worker's report", "health report", "school report", "police report"]
    private static let otherReasons: [PostponementReason] = [.inquorate, .professionalsAway, .noInterpreter, .other]

    /// Postponed within the 12 months: two in five for a report not ready, one in six twice, one in fourteen not yet
    /// held.
    private func postponedConference(_ life: Life) -> [StoryEvent] {
        let (before, planned) = conference(life, working(-(40 + life.index * 2), after: reference))
        let isReport = life.index % 5 < 2
        let reason = isReport ? .reportNotReady : Self.otherReasons[life.index % 4]
        let report = isReport ? Self.reports[life.index % 4] : nil
        let moved = working(6, after: planned)
        var events =
            before + [life.event(working(-1, after: planned), .postpone(to: moved, reason, lateReport: report))]
        var held = moved
        if life.index % 6 == 0 {
            held = working(4, after: moved)
            events.append(life.event(working(-1, after: moved), .postpone(to: held, .inquorate, lateReport: nil)))
        }
        if life.index % 14 != 0 { events.append(life.event(held, .hold)) }
        return events
    }

    /// A decoy: the day was moved once because the family asked, and the conference was held.
    private func movedForTheFamily(_ life: Life) -> [StoryEvent] {
        let (before, planned) = conference(life, working(-(60 + life.index * 6), after: reference))
        let moved = working(1, after: planned)
        return before + [
            life.event(working(-2, after: planned), .postpone(to: moved, .familyAsked, lateReport: nil)),
            life.event(moved, .hold),
        ]
    }

    /// A decoy: held on the day it was planned for.
    private func heldAsPlanned(_ life: Life) -> [StoryEvent] {
        let (before, planned) = conference(life, working(-(50 + life.index * 8), after: reference))
        return before + [life.event(planned, .hold)]
    }

    /// A decoy: postponed, but more than 12 months before the reference day.
    private func postponedTheYearBefore(_ life: Life) -> [StoryEvent] {
        let (before, planned) = conference(life, working(-(300 + life.index * 4), after: reference))
        let moved = working(5, after: planned)
        return before + [
            life.event(working(-1, after: planned), .postpone(to: moved, .reportNotReady, lateReport: Self.reports[0])),
            life.event(moved, .hold),
        ]
    }
}
