import CINCensus
import ChildJourney
import Duties
import FileFormats
import SafeguardingDataset
import Simulation
import WorkingDays

/// Where a simulated council is written; each part is left out when it has no place.
struct SimulatedFiles {
    /// A children in need census for the year to the reference day.
    var census: String?
    /// A folder for a Standard Safeguarding Dataset extract.
    var dataset: String?
    /// The concerns that stand, one JSON object a line.
    var truth: String?

    /// What was written.
    struct Counts {
        var children = 0
        var censusChildren = 0
        var datasetRows = 0
        var truthLines = 0
    }

    /// Why a simulation cannot be written.
    enum Refusal: Error {
        /// A census ends on 31 March.
        case censusNeedsMarch
    }

    static let software = "Sightline (invented children)"

    /// Makes the council's children once, in order, and writes each where it belongs. The same council makes the same
    /// bytes. `alsoTo` receives every child too, in order: how a record is filled without a second run.
    @discardableResult
    func write(
        _ council: SimulatedCouncil, jobs: Int, alsoTo receive: ((SimulatedChild) throws -> Void)? = nil
    ) throws -> Counts {
        if census != nil, council.referenceDay.civil.month != 3 || council.referenceDay.civil.day != 31 {
            throw Refusal.censusNeedsMarch
        }
        let censusWriter = try census.map {
            try CensusWriter(
                path: $0, council: council.councilCode, referenceDay: council.referenceDay, software: Self.software)
        }
        let datasetWriter = try dataset.map { try DatasetWriter(folder: $0) }
        let truthWriter = try truth.map { try ByteWriter(path: $0) }
        var counts = Counts()
        var caseloads = Caseloads(on: council.referenceDay)
        for batch in SimulatedBatches(council, jobs: jobs) {
            for child in batch {
                censusWriter?.write(child.journey, of: child.id)
                datasetWriter?.write(child.journey, of: child.id)
                caseloads.add(child)
                for truth in child.truths { truthWriter?.write(truth.line(about: child.id), &counts.truthLines) }
                try receive?(child)
            }
            counts.children += batch.count
        }
        for concern in council.serviceConcerns(caseloads) { truthWriter?.write(concern.line, &counts.truthLines) }
        // An extract lists whoever works there now; that somebody left is only seen by their absence.
        datasetWriter?.write(council.workforce.present(on: council.referenceDay))
        counts.datasetRows = datasetWriter?.rowCount ?? 0
        counts.censusChildren = censusWriter?.childCount ?? 0
        try censusWriter?.finish()
        try datasetWriter?.finish()
        try truthWriter?.finish()
        return counts
    }
}

extension ByteWriter {
    fileprivate func write(_ line: String, _ count: inout Int) {
        append(line)
        append(UInt8(ascii: "\n"))
        count += 1
    }
}
