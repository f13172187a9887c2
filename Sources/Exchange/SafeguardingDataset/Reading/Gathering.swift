import ChildJourney
import FileFormats

/// What one thread gathers from the tables it reads: children's rows go to the store, workers and teams are kept.
final class Gathering {
    let workFolder: String
    private(set) var workforce = Workforce()

    private let store: SpillStore
    private let writer: SpillWriter
    /// The partition of each assessment's child, by the fingerprint of the assessment's key: factors name no person.
    private var assessmentPartitions: [UInt64: UInt16] = [:]

    init(_ store: SpillStore, workFolder: String) {
        self.store = store
        self.workFolder = workFolder
        writer = SpillWriter(store)
    }

    /// Puts the row that was just packed where it belongs.
    func gather(_ packer: RowPacker, table: Int, row: Int, person: Cell, key: Cell) throws(DatasetFailure) {
        switch table {
        case DatasetTables.professionalsNumber:
            keep(packer) { self.workforce.workers[key.text] = ProfessionalsTable.body(&$0) }
        case DatasetTables.departmentNumber:
            keep(packer) { self.workforce.teams[key.text] = DepartmentTable.body(&$0) }
        case DatasetTables.factorsNumber: try gatherFactors(packer, row: row, key: key)
        default: try gatherChild(packer, table: table, row: row, person: person, key: key)
        }
    }

    func finish() throws(DatasetFailure) {
        do {
            try writer.finish()
        } catch {
            throw .noWorkingSpace(error)
        }
    }

    private func gatherChild(
        _ packer: RowPacker, table: Int, row: Int, person: Cell, key: Cell
    ) throws(DatasetFailure) {
        let personFingerprint = Fingerprint.of(person)
        let keyFingerprint = Fingerprint.of(key)
        let partition = store.partition(of: personFingerprint)
        if table == DatasetTables.assessmentsNumber { assessmentPartitions[keyFingerprint] = UInt16(partition) }
        let kind = DatasetTables.children[table].kindNumber
        packer.packed.end(
            person: personFingerprint, order: RowOrder(kind: kind, day: packer.day, table: table, row: row),
            key: keyFingerprint)
        try spill(packer, to: partition)
    }

    private func gatherFactors(_ packer: RowPacker, row: Int, key: Cell) throws(DatasetFailure) {
        let fingerprint = Fingerprint.of(key)
        guard let partition = assessmentPartitions[fingerprint] else {
            packer.tellUnknownAssessment(row: row)
            return
        }
        packer.packed.end(
            person: 0, order: RowOrder(kind: 0, day: nil, table: DatasetTables.factorsNumber, row: row),
            key: fingerprint)
        try spill(packer, to: Int(partition))
    }

    private func spill(_ packer: RowPacker, to partition: Int) throws(DatasetFailure) {
        do {
            try writer.append(packer.packed.bytes, to: partition)
        } catch {
            throw .noWorkingSpace(error)
        }
    }

    private func keep(_ packer: RowPacker, _ take: (inout SpilledRow) -> Void) {
        guard let start = packer.packed.bytes.baseAddress else { return }
        var row = SpilledRow(start)
        _ = row.cell()
        _ = row.cell()
        take(&row)
    }
}
