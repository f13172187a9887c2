import ChildJourney
import WorkingDays

/// Something a measure counts: in its denominator from one day until another.
package struct MeasureCase: Hashable, Sendable {
    package let measure: MeasureID
    package let from: Day
    /// The first day it is no longer counted; nil while it stands. What happened on a day is counted on that day alone.
    package let until: Day?
    /// What it adds to the numerator.
    package let amount: Int
    /// Who led for the child then, where anybody did.
    package let team: String?
    package let worker: String?
    package let traits: MeasureTraits

    package init(
        measure: MeasureID, from: Day, until: Day?, amount: Int, team: String?, worker: String?, traits: MeasureTraits
    ) {
        self.measure = measure
        self.from = from
        self.until = until
        self.amount = amount
        self.team = team
        self.worker = worker
        self.traits = traits
    }

    /// Everything it is a part of.
    package var slices: [MeasureSlice] {
        // How many children a worker holds is of workers: it is not cut by what the children have in common.
        if measure == Caseload.id {
            let holder: [MeasureSlice] = worker.map { [.holder(team: team, worker: $0)] } ?? []
            return [.everybody] + holder + (team.map { [.team($0)] } ?? [])
        }
        let traits: [MeasureSlice] = [
            .everybody, .age(traits.age), .need(traits.need), .ethnicity(traits.ethnicity),
            .disability(traits.disability),
        ]
        return team.map { traits + [.team($0)] } ?? traits
    }

    package func stands(on day: Day) -> Bool { from <= day && (until.map { day < $0 } ?? true) }
}

/// What the measures count of one child.
package struct MeasureCases: Sendable {
    package private(set) var cases: [MeasureCase] = []
    private let journey: Journey
    private let changes: [Day]
    private let lasting: MeasureTraits

    package init(of journey: Journey) {
        self.journey = journey
        changes = journey.traitChanges
        lasting = journey.lastingTraits
    }

    /// Something that happened on a day: it is in the numerator or not. `team` and `worker` are those it names itself.
    package mutating func happened<Counted: Measure>(
        _ measure: Counted.Type, on day: Day, counted: Bool, team: String? = nil, worker: String? = nil
    ) {
        happened(measure, on: day, amount: counted ? 1 : 0, team: team, worker: worker)
    }

    package mutating func happened<Counted: Measure>(
        _ measure: Counted.Type, on day: Day, amount: Int, team: String? = nil, worker: String? = nil
    ) {
        let lead = journey.lead(on: day)
        cases.append(
            MeasureCase(
                measure: Counted.id, from: day, until: day + 1, amount: amount, team: team ?? lead?.team,
                worker: worker ?? lead?.worker, traits: journey.traits(lasting, on: day)))
    }

    /// Something that stands over spans of days, of which those in `counted` are in the numerator too. A child is counted
    /// once on any day, and with whoever led on it.
    package mutating func stood<Counted: Measure>(_ measure: Counted.Type, over spans: DaySpans, counted: DaySpans) {
        let inside = spans.within(counted)
        add(measure, inside, amount: 1)
        add(measure, spans.without(inside), amount: 0)
    }

    private mutating func add<Counted: Measure>(_ measure: Counted.Type, _ spans: DaySpans, amount: Int) {
        for span in spans.all {
            var from = span.from
            let cuts = changes.filter { change in change > span.from && (span.until.map { change < $0 } ?? true) }
            for until in cuts.map(Optional.some) + [span.until] {
                let lead = journey.lead(on: from)
                cases.append(
                    MeasureCase(
                        measure: Counted.id, from: from, until: until, amount: amount, team: lead?.team,
                        worker: lead?.worker, traits: journey.traits(lasting, on: from)))
                if let until { from = until }
            }
        }
    }
}
