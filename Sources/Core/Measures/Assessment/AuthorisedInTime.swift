import ChildJourney
import WorkingDays

extension MeasureCases {
    /// Assessments that were authorised, each on the day of it; `due` is the last day in time of one that began on a day.
    mutating func authorised<Counted: Measure>(
        _ measure: Counted.Type, _ assessments: [Recorded<Assessment>], by due: (Day) -> Day?
    ) {
        for assessment in assessments {
            guard let done = assessment.authorisedOn, done >= assessment.startedOn,
                let due = due(assessment.startedOn)
            else { continue }
            happened(measure, on: done, counted: done <= due, team: assessment.team, worker: assessment.worker)
        }
    }
}
