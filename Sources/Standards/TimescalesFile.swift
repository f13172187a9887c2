import Duties
import WorkingDays
import Yams

extension StandardsFolder {
    /// The standards of `timescales.yaml` and the council's own of `local-limits.yaml`. Those with no day on which they
    /// came into force (enacted, not commenced) are left out: nobody is held to them yet.
    package func standards() throws(StandardsFailure) -> [Standard] {
        var found: [Standard] = []
        for file in ["timescales.yaml", "local-limits.yaml"] {
            let text = try text(file)
            guard let root = try? Yams.load(yaml: text) as? [String: Any],
                let rows = root["timescales"] as? [[String: Any]]
            else { throw .unreadable(file: file, line: 1, because: "it is not a list of timescales") }
            for (index, row) in rows.enumerated() {
                do {
                    if let standard = try Self.standard(row) { found.append(standard) }
                } catch {
                    throw .unreadable(file: file, line: 0, because: "row \(index + 1): \(error.because)")
                }
            }
        }
        return found
    }

    private struct BadRow: Error { let because: String }

    private static func standard(_ row: [String: Any]) throws(BadRow) -> Standard? {
        func text(_ key: String) throws(BadRow) -> String {
            guard let value = row[key] as? String else { throw BadRow(because: "no \(key)") }
            return value
        }
        let id = try text("id")
        guard let from = Day(iso: try text("in_force_from")) else { return nil }
        guard let standing = Standard.Standing(rawValue: try text("status")) else {
            throw BadRow(because: "\(id) has no known status")
        }
        guard let verification = Standard.Verification(rawValue: try text("verification")) else {
            throw BadRow(because: "\(id) has no known verification mark")
        }
        let unit = row["unit"] as? String ?? ""
        let limit = row["limit"] as? Int
        return Standard(
            id: LimitID(id), title: try text("title"),
            allowance: allowance(limit, unit, startDayIsDayOne: row["count_start_day"] as? Bool ?? false),
            count: ["children", "switch"].contains(unit) ? limit : nil, standing: standing, source: try text("source"),
            verification: verification,
            inForce: Period(from: from, until: (row["in_force_to"] as? String).flatMap { Day(iso: $0) }))
    }

    private static func allowance(_ limit: Int?, _ unit: String, startDayIsDayOne: Bool) -> Allowance? {
        guard let limit else { return nil }
        let length: Allowance.Length? =
            switch unit {
            case "hours": .hours(limit)
            case "calendar_days": .calendarDays(limit)
            case "working_days": .workingDays(limit)
            case "weeks": .weeks(limit)
            case "months": .months(limit)
            default: nil
            }
        return length.map { Allowance($0, startDayIsDayOne: startDayIsDayOne) }
    }
}
