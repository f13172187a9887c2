import ChildJourney
import Duties
import WorkingDays

/// An invented council: its workforce, and any number of children, each made from the seed and the child's number
/// alone, with the concerns that stand for each on the reference day.
package struct SimulatedCouncil: Sendable {
    package let seed: UInt64
    package let children: Int
    package let councilCode: String
    package let referenceDay: Day
    let setting: Setting

    /// Years of history that can be simulated.
    package static let possibleYears = 3...8
    /// The first year a reference day may fall in: before it other standards were in force.
    package static let firstPossibleYear = 2017

    /// The first day with records is `years` years before the reference day.
    package init(
        seed: UInt64, children: Int, years: Int = 3, councilCode: String = "999", referenceDay: Day,
        calendar: WorkingCalendar, limits: Limits
    ) {
        precondition(Self.possibleYears.contains(years), "a simulation covers three to eight years")
        precondition(referenceDay.year >= Self.firstPossibleYear, "a simulation begins with 2017")
        precondition(children > 0, "a council needs at least one child")
        self.seed = seed
        self.children = children
        self.councilCode = councilCode
        self.referenceDay = referenceDay
        self.setting = Setting(
            seed: seed, practice: Practice(limits: limits, calendar: calendar, on: referenceDay),
            today: referenceDay, historyStart: referenceDay.adding(months: -12 * years) + 1,
            yearStart: referenceDay.adding(months: -12) + 1, children: children)
    }

    /// The child with this number, from 1.
    package func child(_ number: Int) -> SimulatedChild {
        precondition((1...children).contains(number), "children are numbered from 1")
        return LifeMaker(setting: setting, number: number).child()
    }

    /// The names of everything that may be planted: departures, then decoys.
    package static var plantedNames: [String] { Departures.all.map(\.name) }

    /// Everybody who works, or worked, for the council.
    package var workforce: Workforce { WorkforceMaker(setting: setting).workforce() }
}
