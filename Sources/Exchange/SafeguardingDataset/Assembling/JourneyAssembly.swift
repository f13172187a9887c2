import ChildJourney
import Diagnostics

/// Puts one child after another together from a partition's rows.
struct JourneyAssembly {
    private let rows: PartitionRows
    private let hasPersons: Bool
    private(set) var diagnostics: [TableDiagnostics]

    /// `mostTold` is how many diagnostics of a kind this partition may tell of.
    init(_ rows: PartitionRows, files: [String], hasPersons: Bool, mostTold: Int) {
        self.rows = rows
        self.hasPersons = hasPersons
        diagnostics = files.map { TableDiagnostics(file: $0, mostTold: mostTold) }
    }

    mutating func forEachChild(_ body: (ImportedPerson) throws -> Void) rethrows {
        var found = diagnostics
        defer { diagnostics = found }
        try rows.forEachChild { id, rows in
            try body(ImportedPerson(id: id, journey: journey(rows, &found)))
        }
    }

    private func journey(_ rows: ArraySlice<PartitionRows.Row>, _ found: inout [TableDiagnostics]) -> Journey {
        let repeated = RepeatedKeys(rows)
        if !repeated.isEmpty { tell(repeated, rows, &found) }
        var journey = Journey()
        for index in rows.indices where repeated.replaced[index] == nil {
            fold(rows[index], isKeyShared: repeated.shared.contains(index), into: &journey)
        }
        if hasPersons, journey.person == nil, let first = rows.min(by: { $0.order.place < $1.order.place }) {
            found[first.order.table].add(
                .warning, "person-unknown", "This row's person is not in ssd_person: the child is known by id only.",
                row: first.order.row)
        }
        addFactors(to: &journey)
        LinkedConferences.join(&journey)
        journey.arrange()
        return journey
    }

    private func fold(_ row: PartitionRows.Row, isKeyShared: Bool, into journey: inout Journey) {
        var spilled = SpilledRow(row.start)
        _ = spilled.cell()
        var key = spilled.text() ?? ""
        let table = DatasetTables.children[row.order.table]
        if isKeyShared { key += " (\(table.layout.name))" }
        table.fold(&spilled, RecordID(key), row.order.place, &journey)
    }

    private func addFactors(to journey: inout Journey) {
        guard !rows.factors.isEmpty else { return }
        for index in journey.assessments.indices {
            let assessment = journey.assessments[index]
            guard let codes = factors(of: assessment.id) else { continue }
            var body = assessment.body
            body.factors = codes
            journey.assessments[index] = Recorded(
                body, id: assessment.id, place: assessment.place, recordedAt: assessment.recordedAt)
        }
    }

    /// Nil when no row of factors names the assessment. Several rows add to one another.
    private func factors(of assessment: RecordID) -> [String]? {
        var text = assessment.text
        let starts = text.withUTF8 { rows.factors[Fingerprint.of($0)] } ?? []
        var codes: [String]?
        for start in starts {
            var spilled = SpilledRow(start)
            _ = spilled.cell()
            guard spilled.text() == assessment.text else { continue }
            let more = spilled.list() ?? []
            codes = (codes ?? []) + more.filter { !(codes ?? []).contains($0) }
        }
        return codes
    }

    private func tell(
        _ repeated: RepeatedKeys, _ rows: ArraySlice<PartitionRows.Row>, _ found: inout [TableDiagnostics]
    ) {
        for (earlier, later) in repeated.replaced.sorted(by: { $0.key < $1.key }) {
            let order = rows[earlier].order
            found[order.table].add(
                .warning, "key-repeated",
                "Row \(rows[later].order.row) has the same key and person: that one counts, and this one is left out.",
                row: order.row)
        }
    }
}
