import AccessRules
import GRDB
import Measures
import RecordKeeping
import WorkingDays

extension Recording {
    /// Replaces what the measures count of a child; what that changes in the sums is written with the other sums.
    func replaceCases(of child: SubjectID, by cases: [MeasureCase], isNew: Bool) throws {
        let before = isNew ? nil : try MeasureCaseRows.packed(of: child, in: council, db)
        let after = PackedCases(cases)
        guard before?.bytes != (cases.isEmpty ? nil : after.bytes) else { return }
        if try !sumsLater { measureChanges.replace(try before?.cases() ?? [], by: cases) }
        if cases.isEmpty {
            try MeasureCaseRows.delete(of: child, in: council, db)
        } else {
            try MeasureCaseRows.put(after, of: child, in: council, db)
        }
    }

    /// Many children change: the figures are added up when all of them have, and none is shown until then.
    func sumLater() throws {
        guard try !sumsLater else { return }
        try MeasuresToSum.mark(council, db)
        measuresAreToSum = true
    }

    private var sumsLater: Bool {
        get throws {
            if let known = measuresAreToSum { return known }
            let marked = try MeasuresToSum.isMarked(council, db)
            measuresAreToSum = marked
            return marked
        }
    }

    /// Makes the figures again from what is kept of each child, where that waits to be done.
    func sumIfLater() throws {
        if try sumsLater { try sumMeasuresAgain() }
    }

    /// Makes the figures again from what is kept of each child.
    func sumMeasuresAgain() throws {
        try MeasureSumRows.deleteAll(in: council, db)
        measureChanges = MeasureChanges()
        try MeasureCaseRows.forEach(in: council, db) { measureChanges.apply(try $1.cases(), sign: 1) }
        try MeasureSumRows.add(measureChanges, in: council, db)
        measureChanges = MeasureChanges()
        try MeasuresToSum.unmark(council, db)
        measuresAreToSum = false
    }
}
