import ChildJourney
import RecordKeeping

/// What somebody has chosen of a child's story and not sent yet: kept on the server, for them and that child alone.
struct ChronologyDraft {
    static let form = "chronology"
    /// Room for a few hundred entries with a line about each.
    private static let limits = FormLimits(bytes: 1 << 20, fields: 4000, valueBytes: 8 * 1024)

    private(set) var chosen: [ChosenEntry] = []

    init() {}

    init(_ draft: Draft) throws {
        let fields = try FormFields(encoded: Array(draft.fields.utf8), limits: Self.limits).fields
        for field in fields {
            switch field.name {
            case "chosen": chosen.append(ChosenEntry(key: field.value))
            case "meant":
                if let last = chosen.popLast() { chosen.append(ChosenEntry(key: last.key, meant: field.value)) }
            default: break
            }
        }
    }

    func meant(_ key: String) -> String? { chosen.first { $0.key == key }?.meant }
    func has(_ key: String) -> Bool { chosen.contains { $0.key == key } }

    /// `shown` stood on the page that was sent; what stood on other pages stays as it is.
    mutating func choose(_ entries: [ChosenEntry], of shown: Set<String>) {
        chosen.removeAll { shown.contains($0.key) }
        chosen += entries
    }

    var fields: String {
        FormFields(
            chosen.flatMap { entry in
                [FormFields.Field("chosen", entry.key)] + (entry.meant.map { [FormFields.Field("meant", $0)] } ?? [])
            }
        ).query
    }
}
