import API
import Casework
import Concerns
import WorkingDays

/// A check as a table of concerns, a row each, for a spreadsheet.
struct CheckCSV {
    let bytes: [UInt8]

    init(_ report: CheckReport) {
        var csv = CSVText(
            header: [
                "child", "concern", "about", "kind", "level", "onset", "due", "days over", "why", "source",
            ], marked: false)
        for child in report.found {
            for concern in child.standing + child.over {
                let explanation = concern.explanation(on: report.asOf, report.setting)
                csv.row([
                    child.id, concern.code.text, concern.about.key, concern.kind.rawValue,
                    String(concern.level(on: report.asOf)), concern.onset.description, concern.due?.description ?? "",
                    String(concern.daysOver(on: report.asOf)), explanation?.why ?? "", explanation?.source ?? "",
                ])
            }
        }
        bytes = csv.bytes
    }
}
