import Duties
import Retention
import WorkingDays
import Yams

extension StandardsFolder {
    /// The rows of `retention-schedule.yaml`.
    package func retention() throws(StandardsFailure) -> RetentionSchedule {
        let file = "retention-schedule.yaml"
        guard let root = try? Yams.load(yaml: try text(file)) as? [String: Any],
            let rows = root["rows"] as? [[String: Any]]
        else { throw .unreadable(file: file, line: 1, because: "it is not a list of rows") }
        var found: [RetentionRow] = []
        for (index, row) in rows.enumerated() {
            guard let read = Self.retentionRow(row) else {
                throw .unreadable(
                    file: file, line: 0, because: "row \(index + 1) misses something or has an unknown word")
            }
            found.append(read)
        }
        return RetentionSchedule(found)
    }

    private static func retentionRow(_ row: [String: Any]) -> RetentionRow? {
        func word<Word: RawRepresentable>(_ key: String, _: Word.Type = Word.self) -> Word?
        where Word.RawValue == String { (row[key] as? String).flatMap(Word.init(rawValue:)) }
        guard let id = row["id"] as? String, let title = row["title"] as? String,
            let record = word("record", RecordClass.self), let start = word("counts_from", RetentionRow.Start.self),
            let standing = word("status", Standard.Standing.self), let source = row["source"] as? String,
            let verification = word("verification", Standard.Verification.self),
            let from = (row["in_force_from"] as? String).flatMap({ Day(iso: $0) })
        else { return nil }
        let diedYoung: RetentionRow.DiedYoung? = word("if_died_young")
        guard row["if_died_young"] == nil || diedYoung != nil else { return nil }
        // A number that is not one must not be taken for "nobody has said", nor a slip for a short time.
        let years = row["years"] as? Int
        guard years.map({ $0 > 0 }) ?? (row["years"] is Int == false && row["years"] is String == false) else {
            return nil
        }
        return RetentionRow(
            id: id, title: title, record: record, ifDiedYoung: diedYoung, start: start, years: years,
            standing: standing, source: source, verification: verification,
            inForce: Period(from: from, until: (row["in_force_to"] as? String).flatMap { Day(iso: $0) }))
    }

    /// What `subject-access.yaml` says.
    package func accessTerms() throws(StandardsFailure) -> AccessTerms {
        let file = "subject-access.yaml"
        guard let root = try? Yams.load(yaml: try text(file)) as? [String: Any],
            let time = root["time"] as? [String: Any], let months = time["months"] as? Int,
            let further = time["further_months"] as? Int, let source = time["source"] as? String,
            let verification = (time["verification"] as? String).flatMap(Standard.Verification.init(rawValue:)),
            let rows = root["reasons"] as? [[String: Any]]
        else { throw .unreadable(file: file, line: 1, because: "it does not say by when and why") }
        var reasons: [RedactionReason] = []
        for (index, row) in rows.enumerated() {
            guard let id = row["id"] as? String, let words = row["words"] as? String,
                let source = row["source"] as? String,
                let mark = (row["verification"] as? String).flatMap(Standard.Verification.init(rawValue:))
            else { throw .unreadable(file: file, line: 0, because: "reason \(index + 1) misses something") }
            reasons.append(RedactionReason(id: id, words: words, source: source, verification: mark))
        }
        return AccessTerms(
            months: months, furtherMonths: further, source: source, verification: verification, reasons: reasons)
    }
}
