import WorkingDays

/// Somebody who works with children is said to have harmed this child, or to be a risk to children.
package struct ProfessionalAllegation: EntryBody {
    package static var kind: RecordKind { .professionalAllegation }

    /// The day it became known.
    package var on: Day
    /// Their work, and not their name: "a teaching assistant at the child's school".
    package var about: String
    package var what: String
    /// The day it was put to the designated officer; nil while it was not.
    package var referredOn: Day?
    package var referredBy: String?
    package var outcome: String?
    package var outcomeOn: Day?

    package init(on: Day, about: String, what: String) {
        self.on = on
        self.about = about
        self.what = what
    }

    package var happenedOn: Day? { on }
    package var settledOn: Day? { referredOn }

    package static func fold(_ record: Recorded<ProfessionalAllegation>, into journey: inout Journey) {
        journey.casework.professionalAllegations.append(record)
    }
}
